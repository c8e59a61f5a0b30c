/* sweep run: solve the points of a sweep that are not finished. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/command.h"
#include "cli/reports.h"
#include "study/sweep_folder.h"
#include "study/verified.h"

typedef struct running {
    const ore_options *options;
    ore_sweep_folder *folder;
    int solved, finished; /* of the shard */
    int open;             /* solved, but not within the gap */
    int unanswered;       /* without an answer in the time: not written */
} running;

static ore_status write_point(const running *r, const ore_design_point *point,
                              const ore_round *round, const ore_result *result,
                              const ore_statistics *statistics)
{
    const ore_sweep_folder *folder = r->folder;
    char *path = ore_sweep_point_path(folder, point);
    ore_options options = *r->options;

    options.study = folder->settings;
    ore_write_options how = ore_reports_options(&options, round);

    how.statistics = statistics;
    const ore_status status =
        ore_write_json(round, result, &how, path, folder->diags);

    free(path);
    return status;
}

static void tell_point(const running *r, const ore_design_point *point,
                       const ore_round *round, const ore_result *result)
{
    if (r->options->quiet) {
        return;
    }
    ore_print_point(point);
    if (result->has_portfolio) {
        printf("%s %.6g%s\n", round->goals[0].name, result->goals[0].value,
               result->status == ORE_OK ? "" : " (stopped early)");
    } else {
        puts(result->status == ORE_INFEASIBLE ? "no portfolio satisfies it"
                                              : "no portfolio found");
    }
    /* The next point may take long. */
    fflush(stdout);
}

static ore_status claim_point(const ore_sweep_folder *folder,
                              const ore_design_point *point)
{
    char *path = ore_sweep_point_path(folder, point);
    const ore_status status = ore_sweep_claim_file(folder, path);

    free(path);
    return status;
}

/* Solve one point; after Ctrl-C it is not finished. */
static ore_status solve_point(running *r, const ore_design_point *point)
{
    ore_sweep_folder *folder = r->folder;
    ore_result *result = NULL;
    ore_statistics statistics;
    ore_status status = ORE_OK;
    ore_round *round = ore_sweep_open_point(folder, point, &status);

    if (!round) {
        return status;
    }
    ore_solve_settings settings = ore_study_solver(&folder->settings, round);

    /* The round itself is shown in full by `sweep merge`. */
    settings.is_bare = point->family != ORE_DESIGN_ROUND;
    status = claim_point(folder, point);
    if (status == ORE_OK) {
        status = ore_design_point_solve(round, &settings, &result, &statistics);
    }
    if (status == ORE_OK) {
        const bool is_answered = result->status != ORE_NO_ANSWER;

        /* A point without an answer is tried again by the next run. */
        if (is_answered) {
            status = write_point(r, point, round, result, &statistics);
        }
        r->solved += is_answered;
        r->unanswered += !is_answered;
        r->open += result->status == ORE_STOPPED;
        tell_point(r, point, round, result);
    }
    ore_result_free(result);
    ore_round_free(round);
    return status;
}

static void tell_shard(const running *r)
{
    printf("%d points solved, %d were finished already\n", r->solved,
           r->finished);
    if (r->open > 0) {
        printf("%d of them are verified, but not within the gap\n", r->open);
    }
    if (r->unanswered > 0) {
        printf("%d points have no answer yet; run it again, with a longer "
               "--time-limit\n",
               r->unanswered);
    }
}

static ore_status run(const ore_options *options)
{
    ore_sweep_folder folder;
    ore_status status =
        ore_sweep_open(options->args[0], &options->study, &folder);
    running r = {.options = options, .folder = &folder};

    if (status == ORE_OK) {
        ore_sweep_limit_by_work(&folder);
    }
    for (int i = options->shard - 1;
         status == ORE_OK && i < folder.sweep->n_points; i += options->shards) {
        const ore_design_point *point = &folder.sweep->points[i];

        if (ore_sweep_point_state(&folder, point, NULL) == ORE_POINT_FINISHED) {
            r.finished++;
        } else {
            status = solve_point(&r, point);
        }
    }
    if (status == ORE_OK && !options->quiet) {
        tell_shard(&r);
    }
    /* A job that waits for this one asks whether every point is written. */
    if (status == ORE_OK && r.unanswered > 0) {
        status = ORE_STOPPED;
    }
    return ore_sweep_close(&folder, status);
}

const ore_command ore_command_sweep_run = {
    .name = "sweep run",
    .args = "DIR",
    .summary = "solve the points of a sweep that are not finished",
    .example = "orefolio sweep run sweep --shard 1/8",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_SOLVER | ORE_OPT_SHARD | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_TIMINGS,
    .run = run,
};
