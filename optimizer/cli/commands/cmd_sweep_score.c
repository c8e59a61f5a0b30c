/* sweep score: what the recommended projects are worth in every point of a
 * sweep, were they kept there. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/command.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/results/read_score.h"
#include "solve/worker.h"
#include "study/sweep/regret.h"
#include "study/sweep/sweep_folder.h"
#include "study/tasks.h"
#include "study/verified.h"
#include "write/json/write_score.h"

/* A point that is scored. */
typedef struct score {
    const ore_design_point *point;
    ore_round *round;
    ore_status status;
    double value;
    bool is_told; /* or need not be */
} score;

/* The round itself and what it recommends. */
typedef struct scoring {
    const ore_options *options;
    ore_sweep_folder *folder;
    ore_round *round;
    ore_result *result;
    ore_tasks tasks;
    score *scores; /* [tasks.n] */
    int n_told;
    ore_status status;
    int scored, impossible, finished;
    int unanswered; /* not known in the time: not written */
} scoring;

static void tell_point(const scoring *s, const ore_design_point *point,
                       ore_status status, double value)
{
    if (s->options->quiet) {
        return;
    }
    ore_print_point(point);
    if (status == ORE_INFEASIBLE) {
        puts(_("the recommended projects cannot go ahead"));
    } else if (isnan(value)) {
        puts(_("not known in the time given"));
    } else {
        printf("%s %.6g%s\n", s->round->goals[0].name, value,
               status == ORE_OK ? "" : _(" (stopped early)"));
    }
    /* The next point may take long. */
    fflush(stdout);
}

/* Open a point, unless it has a score of these projects already. Points of a
 * frontier are other money, not another world. */
static bool begin_point(void *data, int i)
{
    scoring *s = data;
    score *of = &s->scores[i];
    ore_score earlier;

    of->point = &s->folder->sweep
                     ->points[s->options->shard - 1 + i * s->options->shards];
    of->is_told = true;
    if (s->status != ORE_OK || of->point->family == ORE_DESIGN_FRONTIER) {
        return false;
    }
    ore_sweep_take_score(s->folder, of->point, s->round, s->result, &earlier);
    if (earlier.is_of_result) {
        s->finished++;
        return false;
    }
    char *path = ore_sweep_score_path(s->folder, of->point);

    s->status = ore_sweep_claim_file(s->folder, path);
    free(path);
    if (s->status == ORE_OK) {
        of->round = ore_sweep_open_point(s->folder, of->point, &s->status);
    }
    of->is_told = s->status != ORE_OK;
    return s->status == ORE_OK;
}

/* Solve the point with the projects fixed. */
static void score_point(void *data, int i, ore_pack *reply)
{
    const scoring *s = data;
    const ore_round *round = s->scores[i].round;
    ore_solve_settings settings = ore_study_solver(&s->folder->settings, round);
    double value;

    settings.is_bare = true;
    ore_tasks_watch(&settings);
    const ore_status status =
        ore_regret_value(s->round, s->result, round, &settings, &value);

    ore_pack_bytes(reply, &status, sizeof status);
    ore_pack_bytes(reply, &value, sizeof value);
}

/* What is not known in the time is not written, so that another run tries
 * again. */
static ore_status keep_score(scoring *s, const score *of)
{
    if (of->status != ORE_INFEASIBLE && isnan(of->value)) {
        s->unanswered++;
        return ORE_OK;
    }
    char *path = ore_sweep_score_path(s->folder, of->point);
    const ore_status status = ore_write_score(
        s->round, s->result, of->status, of->value, path, s->folder->diags);

    free(path);
    s->scored++;
    s->impossible += of->status == ORE_INFEASIBLE;
    return status;
}

/* Told in the order of the points: those up to the first that is not solved
 * yet. */
static void tell_scores(scoring *s)
{
    for (; s->n_told < s->tasks.n && s->scores[s->n_told].is_told;
         s->n_told++) {
        const score *of = &s->scores[s->n_told];

        if (of->round) {
            tell_point(s, of->point, of->status, of->value);
        }
    }
}

static void take_score(void *data, int i, ore_pack *reply)
{
    scoring *s = data;
    score *of = &s->scores[i];
    const char *why;

    of->status = ORE_NO_ANSWER;
    of->value = nan("");
    if (reply) {
        ore_unpack_bytes(reply, &of->status, sizeof of->status);
        ore_unpack_bytes(reply, &of->value, sizeof of->value);
    } else {
        (void)ore_tell_trouble(&why);
    }
    if (!ore_interrupted()) {
        s->status = keep_score(s, of);
        of->is_told = true;
        tell_scores(s);
    }
    s->tasks.is_over = s->status != ORE_OK;
}

static ore_status score_all(scoring *s, int jobs)
{
    const ore_options *options = s->options;
    const int n =
        (s->folder->sweep->n_points - options->shard + options->shards) /
        options->shards;

    s->tasks = (ore_tasks){.jobs = jobs,
                           .n = n,
                           .what = "points",
                           .watch = &options->study.watch,
                           .begin = begin_point,
                           .work = score_point,
                           .take = take_score,
                           .data = s};
    s->scores = ore_alloc(n, sizeof *s->scores);
    s->status = ore_sweep_make_scores(s->folder);
    ore_tasks_run(&s->tasks);
    for (int i = 0; i < n; i++) {
        ore_round_free(s->scores[i].round);
    }
    free(s->scores);
    if (s->status == ORE_OK && ore_interrupted()) {
        return ORE_STOPPED;
    }
    if (s->status == ORE_OK && !options->quiet) {
        printf(_("points scored: %d, in %d of which the recommended projects "
                 "cannot go ahead; scored before: %d\n"),
               s->scored, s->impossible, s->finished);
    }
    return s->status == ORE_OK && s->unanswered > 0 ? ORE_STOPPED : s->status;
}

static ore_status run(const ore_options *options)
{
    ore_sweep_folder folder;
    ore_status status =
        ore_sweep_open(options->args[0], &options->study, &folder);
    ore_statistics statistics;
    scoring s = {.options = options, .folder = &folder};

    if (status == ORE_OK) {
        ore_study_limit_by_work(&folder.settings, folder.base);
        status = ore_sweep_open_recommended(&folder, &s.round, &s.result,
                                            &statistics);
    }
    if (status == ORE_OK) {
        status = score_all(&s, ore_study_jobs(&folder.settings));
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
