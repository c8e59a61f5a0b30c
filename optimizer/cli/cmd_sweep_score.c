/* sweep score: what the recommended projects are worth in every point of a
 * sweep, were they kept there. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/command.h"
#include "cli/regret.h"
#include "cli/solving.h"
#include "cli/sweep.h"
#include "read/read_score.h"
#include "solve/child.h"
#include "write/write_score.h"

/* The round itself and what it recommends. */
typedef struct scoring {
    ore_sweep_folder *folder;
    ore_plan *plan;
    ore_result *result;
    int scored, impossible, finished;
} scoring;

/* Whether the point has a score of these projects already. */
static bool is_scored(const scoring *s, const ore_point *point)
{
    ore_score score;

    return ore_take_score(s->folder, point, s->plan, s->result, &score) ==
               ORE_OK &&
           score.is_of_result;
}

static void tell_point(const scoring *s, const ore_point *point, double value)
{
    if (s->folder->options.quiet) {
        return;
    }
    ore_print_point(point);
    if (isnan(value)) {
        puts("the recommended projects cannot go ahead");
    } else {
        printf("%s %.6g\n", s->plan->goals[0].name, value);
    }
    /* The next point may take long. */
    fflush(stdout);
}

static ore_status score_point(scoring *s, const ore_point *point)
{
    ore_sweep_folder *folder = s->folder;
    ore_status status = ORE_OK;
    ore_plan *plan =
        ore_open_point(&folder->options, folder->round, point, &status);

    if (!plan) {
        return status;
    }
    ore_solve_settings settings = ore_settings_of(&folder->options, plan);

    settings.is_bare = true;
    const double value =
        ore_value_elsewhere(s->plan, s->result, plan, &settings);

    ore_plan_free(plan);
    if (ore_interrupted()) {
        return ORE_STOPPED;
    }
    char *path = ore_score_path(folder, point);

    status = ore_write_score(s->plan, s->result, value, path, folder->diags);
    free(path);
    s->scored++;
    s->impossible += isnan(value);
    tell_point(s, point, value);
    return status;
}

static ore_status score_all(scoring *s)
{
    const ore_options *options = &s->folder->options;
    const ore_sweep *sweep = s->folder->sweep;
    ore_status status = ore_make_scores(s->folder);

    for (int i = options->shard - 1; status == ORE_OK && i < sweep->n_points;
         i += options->shards) {
        const ore_point *point = &sweep->points[i];

        if (point->family == ORE_POINT_FRONTIER) {
            continue; /* other money, not another world */
        }
        if (is_scored(s, point)) {
            s->finished++;
        } else {
            status = score_point(s, point);
        }
    }
    if (status == ORE_OK && !options->quiet) {
        printf("%d points scored, %d of them cannot have the recommended "
               "projects; %d were scored already\n",
               s->scored, s->impossible, s->finished);
    }
    return status;
}

static ore_status run(const ore_options *options)
{
    ore_sweep_folder folder;
    ore_status status = ore_open_sweep(options, &folder);
    scoring s = {.folder = &folder};

    if (status == ORE_OK) {
        status = ore_open_recommended(&folder, &s.plan, &s.result);
    }
    if (status == ORE_OK) {
        status = score_all(&s);
    }
    ore_result_free(s.result);
    ore_plan_free(s.plan);
    return ore_close_sweep(&folder, status);
}

const ore_command ore_command_sweep_score = {
    .name = "sweep score",
    .args = "DIR",
    .summary = "what the recommended projects are worth in every point",
    .example = "orefolio sweep score sweep",
    .least_args = 1,
    .most_args = 1,
    .accepts = ORE_OPT_SOLVER | ORE_OPT_SHARD | ORE_OPT_STRICT,
    .run = run,
};
