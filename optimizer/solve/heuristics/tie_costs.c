/* See tie_costs.h. */
#include "solve/heuristics/tie_costs.h"

#include <math.h>

#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"

/* Awards: what they charge, then the later instruments by name. */
static void add_awards(const ore_program *program, int k, double *costs)
{
    const ore_program *part = ore_program_part(program, k);
    const ore_round *round = part->round;

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];
        const ore_project *project = &round->projects[pair->project];

        for (int i = 0; i < project->n_options * round->n_commit; i++) {
            const int award = ore_program_col_of(
                program, k,
                part->variables->award[part->variables->award_first[f] + i]);

            if (award >= 0) {
                costs[award] +=
                    ore_charge_rate(round, f,
                                    project->first_option + i / round->n_commit,
                                    i % round->n_commit) +
                    0.01 +
                    1e-3 * pair->instrument *
                        (2.0 - (double)pair->project / round->n_projects) /
                        fmax(1, round->n_instruments);
            }
        }
    }
}

/* The same cost for all of the columns. */
static void add_same(const ore_program *program, int k, const ore_col *cols,
                     int n, double cost, double *costs)
{
    for (int i = 0; i < n; i++) {
        const int j = ore_program_col_of(program, k, cols[i]);

        if (j >= 0) {
            costs[j] += cost;
        }
    }
}

static void add_answers(const ore_program *program, int k, double *costs)
{
    const ore_program *part = ore_program_part(program, k);
    const ore_round *round = part->round;

    for (int i = 0; i < round->n_supplies * ORE_SALE_ANSWERS; i++) {
        const int j =
            ore_program_col_of(program, k, part->variables->answer[i]);

        if (j >= 0) {
            costs[j] += 0.01 + round->supplies[i / ORE_SALE_ANSWERS]
                                   .answer_cost_m[i % ORE_SALE_ANSWERS];
        }
    }
}

double *ore_financing_costs(const ore_stage *stage)
{
    const ore_program *program = stage->search->program;
    double *costs = ore_alloc(stage->model->n_cols, sizeof *costs);

    for (int k = 0; k < ore_program_n_parts(program); k++) {
        const ore_program *part = ore_program_part(program, k);
        const ore_round *round = part->round;

        add_awards(program, k, costs);
        add_same(program, k, part->variables->utilisation,
                 round->n_options * round->n_states, -1e-3, costs);
        add_same(program, k, part->variables->equity,
                 round->n_options * round->n_commit, 1e-3, costs);
        add_answers(program, k, costs);
    }
    ore_stage_scale_costs(stage, costs);
    return costs;
}
