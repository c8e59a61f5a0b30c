/* See tie_costs.h. */
#include "solve/heuristics/tie_costs.h"

#include <math.h>

#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"

double *ore_financing_costs(const ore_stage *stage)
{
    const ore_program *program = stage->search->program;
    const ore_round *round = program->round;
    const ore_variables *variables = program->variables;
    double *costs = ore_alloc(stage->model->n_cols, sizeof *costs);

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];
        const ore_project *project = &round->projects[pair->project];

        for (int i = 0; i < project->n_options * round->n_commit; i++) {
            const ore_col award =
                variables->award[variables->award_first[f] + i];

            if (award.at >= 0) {
                costs[award.at] =
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
    for (int i = 0; i < round->n_options * round->n_states; i++) {
        if (variables->utilisation[i].at >= 0) {
            costs[variables->utilisation[i].at] = -1e-3;
        }
    }
    for (int i = 0; i < round->n_options * round->n_commit; i++) {
        if (variables->equity[i].at >= 0) {
            costs[variables->equity[i].at] = 1e-3;
        }
    }
    for (int i = 0; i < round->n_supplies * ORE_SALE_ANSWERS; i++) {
        if (variables->answer[i].at >= 0) {
            costs[variables->answer[i].at] =
                0.01 + round->supplies[i / ORE_SALE_ANSWERS]
                           .answer_cost_m[i % ORE_SALE_ANSWERS];
        }
    }
    ore_stage_scale_costs(stage, costs);
    return costs;
}
