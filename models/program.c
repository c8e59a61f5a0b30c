/* The program of a round: its columns, the rows of every family in the order of
 * families.def, and its goals. */

#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "registry.h"

static void own(const ore_col *cols, int count, int project, int *owner)
{
    for (int i = 0; i < count; i++) {
        if (cols[i].at >= 0) {
            owner[cols[i].at] = project;
        }
    }
}

/* Which project each column belongs to. The caller frees. */
static int *find_owners(const ore_round *round, const ore_variables *variables,
                        const ore_model *model)
{
    const int n_cols = ore_model_count_cols(model);
    int *owner = ore_alloc(n_cols, sizeof *owner);

    for (int j = 0; j < n_cols; j++) {
        owner[j] = -1;
    }
    for (int o = 0; o < round->n_options; o++) {
        const int p = round->options[o].project, at = o * round->n_commit;

        own(variables->start + at, round->n_commit, p, owner);
        own(variables->equity + at, round->n_commit, p, owner);
        own(variables->debt + at, round->n_commit, p, owner);
        own(variables->utilisation + o * round->n_states, round->n_states, p,
            owner);
    }
    for (int f = 0; f < round->n_pairs; f++) {
        const int p = round->pairs[f].project;

        own(variables->is_used + f, 1, p, owner);
        own(variables->award + variables->award_first[f],
            round->projects[p].n_options * round->n_commit, p, owner);
    }
    return owner;
}

ore_program *ore_program_new(const ore_round *round)
{
    ore_program *program = ore_alloc(1, sizeof *program);

    program->round = round;
    program->model = ore_model_new();
    program->variables = ore_variables_new(round, program->model);
    for (int i = 0; ore_families[i]; i++) {
        ore_model_begin_family(program->model, ore_families[i]);
        ore_families[i]->emit(round, program->variables, program->model);
    }
    for (int g = 0; g < round->n_goals; g++) {
        const ore_expression sum = {
            .model = program->model, .goal = g, .scale = 1.0};

        ore_objective_goal(&round->goals[g])
            ->emit(round, program->variables, &round->goals[g], &sum);
    }
    ore_model_begin_family(program->model, NULL);
    program->owner = find_owners(round, program->variables, program->model);
    ore_model_seal(program->model, program->owner);
    return program;
}

double ore_program_value(const ore_program *program, int g,
                         const ore_result *result)
{
    const ore_objective *use = &program->round->goals[g];
    double sum = 0.0;

    if (!program->joined) {
        return ore_objective_goal(use)->value(program->round, result, use);
    }
    for (int k = 0; k < program->joined->n; k++) {
        sum += program->joined->probability[k] *
               ore_program_value(program->joined->parts[k], g,
                                 ore_result_leaf(result, k));
    }
    return sum;
}

void ore_program_point(const ore_program *program, const ore_result *result,
                       double *point)
{
    if (!program->joined) {
        ore_variables_point(program->round, program->variables, result, point);
        return;
    }
    for (int k = 0; k < program->joined->n; k++) {
        const ore_program *part = program->joined->parts[k];
        const int n_cols = ore_model_count_cols(part->model);
        double *own = ore_alloc(n_cols, sizeof *own);

        ore_program_point(part, ore_result_leaf(result, k), own);
        for (int j = 0; j < n_cols; j++) {
            point[program->joined->cols[k][j]] = own[j];
        }
        free(own);
    }
}

static void free_joined(ore_joined *joined)
{
    for (int k = 0; k < joined->n; k++) {
        ore_program_free(joined->parts[k]);
        free(joined->cols[k]);
    }
    free(joined->parts);
    free(joined->cols);
    free(joined->probability);
    free(joined);
}

void ore_program_free(ore_program *program)
{
    if (!program) {
        return;
    }
    if (program->joined) {
        free_joined(program->joined);
    }
    ore_model_free(program->model);
    free(program->owner);
    ore_variables_free(program->variables);
    free(program);
}
