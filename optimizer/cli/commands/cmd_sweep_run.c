/* sweep run: solve the points of a sweep that are not finished. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/command.h"
#include "cli/reports.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "solve/worker.h"
#include "study/solved.h"
#include "study/sweep/sweep_folder.h"
#include "study/tasks.h"
#include "study/verified.h"

/* A point from its beginning until it is told. */
typedef struct answer {
    ore_round *round;
    ore_result *result;
    bool is_told; /* or need not be */
} answer;

typedef struct running {
    const ore_options *options;
    ore_sweep_folder *folder;
    ore_tasks tasks;
    answer *answers; /* [tasks.n] */
    int n_told;
    ore_status status;
    int solved, finished; /* of the shard */
    int open;             /* solved, but not within the precision asked for */
    int unanswered;       /* without an answer in the time: not written */
} running;

static void forget(answer *a)
{
    ore_result_free(a->result);
    ore_round_free(a->round);
    a->result = NULL;
    a->round = NULL;
}

static ore_status write_point(const running *r, const ore_design_point *point,
                              const ore_round *round, const ore_result *result,
                              const ore_statistics *statistics)
{
    const ore_sweep_folder *folder = r->folder;
    char *path = ore_sweep_point_path(folder, point);
    ore_options options = *r->options;

    options.study = folder->settings;
    ore_write_options how = ore_reports_options(&options, round, 0);

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
               result->status == ORE_OK ? "" : _(" (stopped early)"));
    } else {
        puts(result->status == ORE_INFEASIBLE ? _("no portfolio satisfies it")
                                              : _("no portfolio found"));
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

static const ore_design_point *point_of(const running *r, int i)
{
    return &r->folder->sweep
                ->points[r->options->shard - 1 + i * r->options->shards];
}

/* Open a point that is not finished, and see that its file can be written. */
static bool begin_point(void *data, int i)
{
    running *r = data;
    const ore_design_point *point = point_of(r, i);

    if (r->status != ORE_OK) {
        return false;
    }
    if (ore_sweep_point_state(r->folder, point, NULL) == ORE_POINT_FINISHED) {
        r->finished++;
        r->answers[i].is_told = true;
        return false;
    }
    r->answers[i].round = ore_sweep_open_point(r->folder, point, &r->status);
    if (r->status == ORE_OK) {
        r->status = claim_point(r->folder, point);
    }
    return r->status == ORE_OK;
}

static void solve_point(void *data, int i, ore_pack *reply)
{
    const running *r = data;
    const ore_round *round = r->answers[i].round;
    ore_solve_settings settings = ore_study_solver(&r->folder->settings, round);

    /* The round itself is shown in full by `sweep merge`. */
    settings.is_bare = point_of(r, i)->family != ORE_DESIGN_ROUND;
    ore_solved_work(round, settings, reply);
}

/* Told in the order of the points: those up to the first that is not solved
 * yet. */
static void tell_points(running *r)
{
    for (; r->n_told < r->tasks.n && r->answers[r->n_told].is_told;
         r->n_told++) {
        const answer *a = &r->answers[r->n_told];

        if (a->result) {
            tell_point(r, point_of(r, r->n_told), a->round, a->result);
            forget(&r->answers[r->n_told]);
        }
    }
}

/* Write one point as soon as it is there. One without an answer is tried again
 * by the next run, and so is one that Ctrl-C ended. */
static void take_point(void *data, int i, ore_pack *reply)
{
    running *r = data;
    answer *a = &r->answers[i];
    ore_statistics statistics;
    const ore_status status =
        ore_solved_take(a->round, reply, &a->result, &statistics);

    if (ore_status_is_breakdown(status)) {
        r->status = status;
    }
    if (r->status == ORE_OK && !ore_interrupted()) {
        const bool is_answered = a->result->status != ORE_NO_ANSWER;

        if (is_answered) {
            r->status = write_point(r, point_of(r, i), a->round, a->result,
                                    &statistics);
        }
        r->solved += is_answered;
        r->unanswered += !is_answered;
        r->open += a->result->status == ORE_STOPPED;
        a->is_told = true;
        tell_points(r);
    }
    r->tasks.is_over = r->status != ORE_OK;
}

static ore_status run_points(running *r, int jobs)
{
    const ore_options *options = r->options;
    const int n_points = r->folder->sweep->n_points;
    const int n =
        (n_points - options->shard + options->shards) / options->shards;

    r->tasks = (ore_tasks){.jobs = jobs,
                           .n = n,
                           .what = "points",
                           .watch = &options->study.watch,
                           .begin = begin_point,
                           .work = solve_point,
                           .take = take_point,
                           .data = r};
    r->answers = ore_alloc(n, sizeof *r->answers);
    ore_tasks_run(&r->tasks);
    for (int i = 0; i < n; i++) {
        forget(&r->answers[i]);
    }
    free(r->answers);
    return r->status == ORE_OK && ore_interrupted() ? ORE_STOPPED : r->status;
}

static void tell_shard(const running *r)
{
    printf(_("%d points solved, %d were finished already\n"), r->solved,
           r->finished);
    if (r->open > 0) {
        printf(_("%d of them are verified, but not within the precision asked "
                 "for\n"),
               r->open);
    }
    if (r->unanswered > 0) {
        printf(_("%d points have no answer yet; run it again, with a longer "
                 "--time-limit\n"),
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
        const int jobs = ore_study_jobs(&folder.settings);

        ore_study_limit_by_work(&folder.settings, folder.base);
        status = run_points(&r, jobs);
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
