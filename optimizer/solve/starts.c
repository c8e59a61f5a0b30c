/* See starts.h. */
#include "solve/starts.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"

static void add(const ore_scaling *scaling, const ore_result *result,
                ore_starts *starts)
{
    const ore_program *program = &scaling->program;
    double *point = ore_alloc(program->model->n_cols, sizeof *point);

    ore_program_point(program, result, point);
    ore_scale_point(scaling, point);
    starts->points[starts->n++] = point;
}

/* Decisions alone: the search gives flows their best values. */
static ore_result *decisions_of(const ore_round *round,
                                const ore_baseline *earlier)
{
    ore_result *result = ore_result_new(round);

    memcpy(result->option, earlier->option,
           (size_t)round->n_projects * sizeof *result->option);
    memcpy(result->year, earlier->year,
           (size_t)round->n_projects * sizeof *result->year);
    memcpy(result->face_m, earlier->face_m,
           (size_t)round->n_pairs * sizeof *result->face_m);
    return result;
}

ore_starts ore_starts_of(const ore_scaling *scaling,
                         const ore_result *const *results, int n)
{
    const ore_round *round = scaling->program.round;
    const ore_baseline *earlier =
        round->start.path ? &round->start : &round->baseline;
    ore_starts starts = {.points = ore_alloc(n + 1, sizeof *starts.points)};

    for (int i = 0; i < n; i++) {
        add(scaling, results[i], &starts);
    }
    if (earlier->path) {
        ore_result *result = decisions_of(round, earlier);

        add(scaling, result, &starts);
        ore_result_free(result);
    }
    return starts;
}

void ore_starts_free(ore_starts *starts)
{
    for (int i = 0; i < starts->n; i++) {
        free(starts->points[i]);
    }
    free(starts->points);
}
