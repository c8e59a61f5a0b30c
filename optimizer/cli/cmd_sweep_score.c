/* sweep score: what the recommended projects are worth in every point of a
 * sweep, were they kept there. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/command.h"
#include "read/results/read_score.h"
#include "solve/worker.h"
#include "study/regret.h"
#include "study/sweep_folder.h"
#include "study/verified.h"
#include "write/json/write_score.h"

/* The round itself and what it recommends. */
typedef struct scoring {
    const ore_options *options;
    ore_sweep_folder *folder;
    ore_round *round;
    ore_result *result;
    int scored, impossible, finished;
    int unanswered; /* not known in the time: not written */
} scoring;

static void tell_point(const scoring *s, const ore_design_point *point,
                       ore_status score, double value)
{
    if (s->options->quiet) {
        return;
    }
    ore_print_point(point);
    if (score == ORE_INFEASIBLE) {
        puts("the recommended projects cannot go ahead");
    } else if (isnan(value)) {
        puts("not known in the time given");
    } else {
        printf("%s %.6g%s\n", s->round->goals[0].name, value,
               score == ORE_OK ? "" : " (stopped early)");
    }
    /* The next point may take long. */
    fflush(stdout);
}

/* Solve the point with the projects fixed. What is not known in the time is not
 * written, so that another run tries again. */
static ore_status score_point(scoring *s, const ore_design_point *point,
                              const char *path)
{
    ore_sweep_folder *folder = s->folder;
    ore_status status = ORE_OK;
    double value;
    ore_round *round = ore_sweep_open_point(folder, point, &status);

    if (!round) {
        return status;
    }
    ore_solve_settings settings = ore_study_solver(&folder->settings, round);

    settings.is_bare = true;
    const ore_status score =
        ore_regret_value(s->round, s->result, round, &settings, &value);

    ore_round_free(round);
    if (ore_interrupted()) {
        return ORE_STOPPED;
    }
    tell_point(s, point, score, value);
    if (score != ORE_INFEASIBLE && isnan(value)) {
        s->unanswered++;
        return ORE_OK;
    }
    s->scored++;
    s->impossible += score == ORE_INFEASIBLE;
    return ore_write_score(s->round, s->result, score, value, path,
                           folder->diags);
}

/* One point, unless it has a score of these projects already. */
static ore_status take_point(scoring *s, const ore_design_point *point)
{
    ore_score score;
    ore_status status = ORE_OK;

    ore_sweep_take_score(s->folder, point, s->round, s->result, &score);
    if (!score.is_of_result) {
        char *path = ore_sweep_score_path(s->folder, point);

        status = ore_sweep_claim_file(s->folder, path);
        if (status == ORE_OK) {
            status = score_point(s, point, path);
        }
        free(path);
    } else {
        s->finished++;
    }
    return status;
}

static ore_status score_all(scoring *s)
{
    const ore_options *options = s->options;
    const ore_sweep *sweep = s->folder->sweep;
    ore_status status = ore_sweep_make_scores(s->folder);

    for (int i = options->shard - 1; status == ORE_OK && i < sweep->n_points;
         i += options->shards) {
        const ore_design_point *point = &sweep->points[i];

        /* Points of a frontier are other money, not another world. */
        if (point->family != ORE_DESIGN_FRONTIER) {
            status = take_point(s, point);
        }
    }
    if (status == ORE_OK && !options->quiet) {
        printf("points scored: %d, in %d of which the recommended projects "
               "cannot go ahead; scored before: %d\n",
               s->scored, s->impossible, s->finished);
    }
    return status == ORE_OK && s->unanswered > 0 ? ORE_STOPPED : status;
}

static ore_status run(const ore_options *options)
{
    ore_sweep_folder folder;
    ore_status status =
        ore_sweep_open(options->args[0], &options->study, &folder);
    ore_statistics statistics;
    scoring s = {.options = options, .folder = &folder};

    if (status == ORE_OK) {
        ore_sweep_limit_by_work(&folder);
        status = ore_sweep_open_recommended(&folder, &s.round, &s.result,
                                            &statistics);
    }
    if (status == ORE_OK) {
        status = score_all(&s);
    }
    ore_result_free(s.result);
    ore_round_free(s.round);
    return ore_sweep_close(&folder, status);
}

const ore_command ore_command_sweep_score = {
    .name = "sweep score",
    .args = "DIR",
    .summary = "what the recommended projects are worth in every point",
    .example = "orefolio sweep score sweep",
    .min_args = 1,
    .max_args = 1,
    .accepts =
        ORE_OPT_SOLVER | ORE_OPT_SHARD | ORE_OPT_STRICT | ORE_OPT_OUTSIDE,
    .run = run,
};
