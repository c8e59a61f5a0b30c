/* sweep merge: the workbook of the round with what the finished points of its
 * sweep say: the sheets Frontier, Robustness and Sensitivity. Every portfolio
 * is verified again, as anybody could have changed the files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/reports.h"
#include "orefolio/memory.h"
#include "study/frontier.h"
#include "study/sweep/sweep_folder.h"
#include "study/verified.h"

enum { MAX_NAMED = 20 };

typedef struct merging {
    const ore_options *options;
    ore_sweep_folder *folder;
    ore_round *round; /* the round itself, and what it recommends */
    ore_result *result;
    ore_statistics statistics; /* of that */
    int n_runs, n_frontier, n_missing;
    char *missing;          /* ids of the first of them; NULL */
    ore_run *runs;          /* [n_points] all but the frontier's */
    const ore_run **run_of; /* [n_points] into runs; NULL = none */
    ore_run *frontier;      /* [n_points] */
    ore_swing *swings;      /* [n_uncertains] */
} merging;

/* What the recommended projects are worth there, where it was asked. */
static void take_score(const merging *m, const ore_design_point *point,
                       ore_run *run)
{
    ore_score score;

    ore_sweep_take_score(m->folder, point, m->round, m->result, &score);
    run->is_scored = score.is_of_result;
    run->kept = score.is_of_result ? score.value : run->kept;
}

/* A finished point, read and verified. */
static ore_status take_point(const merging *m, const ore_design_point *point,
                             ore_run *run)
{
    const ore_sweep_folder *folder = m->folder;
    const char *over = folder->sweep->over;
    ore_status status = ORE_OK;
    ore_result *result = NULL;
    ore_statistics statistics;
    ore_round *round = ore_sweep_open_point(folder, point, &status);

    if (!round) {
        return status;
    }
    char *path = ore_sweep_point_path(folder, point);

    status = ore_result_open(round, path, folder->diags, &result, &statistics);
    free(path);
    if (status == ORE_OK) {
        *run = ore_run_of(m->round, round, result, over);
        run->id = point->id;
        run->family = point->family;
        take_score(m, point, run);
    }
    ore_result_free(result);
    ore_round_free(round);
    return status;
}

/* The first by their ids; how many there are says the rest. */
static void note_missing(merging *m, const ore_design_point *point)
{
    if (m->n_missing++ < MAX_NAMED) {
        char *longer = ore_print("%s%s%s", m->missing ? m->missing : "",
                                 m->missing ? ", " : "", point->id);

        free(m->missing);
        m->missing = longer;
    }
}

static ore_status take_points(merging *m)
{
    const ore_sweep *sweep = m->folder->sweep;
    ore_status status = ORE_OK;

    m->runs = ore_alloc(sweep->n_points, sizeof *m->runs);
    m->run_of = ore_alloc(sweep->n_points, sizeof *m->run_of);
    m->frontier = ore_alloc(sweep->n_points, sizeof *m->frontier);
    for (int i = 0; i < sweep->n_points && status == ORE_OK; i++) {
        const ore_design_point *point = &sweep->points[i];
        const bool on_frontier = point->family == ORE_DESIGN_FRONTIER;

        if (ore_sweep_point_state(m->folder, point, NULL) !=
            ORE_POINT_FINISHED) {
            note_missing(m, point);
            /* Points of the frontier keep their numbers. */
            m->n_frontier += on_frontier;
            continue;
        }
        ore_run *run =
            on_frontier ? &m->frontier[m->n_frontier] : &m->runs[m->n_runs];

        status = take_point(m, point, run);
        if (status == ORE_OK) {
            m->n_frontier += on_frontier;
            m->n_runs += !on_frontier;
            m->run_of[i] = on_frontier ? NULL : run;
        }
    }
    return status;
}

static const ore_run *run_named(const merging *m, ore_design_family family,
                                const char *name)
{
    const ore_sweep *sweep = m->folder->sweep;

    for (int i = 0; i < sweep->n_points; i++) {
        if (sweep->points[i].family == family &&
            strcmp(sweep->points[i].name, name) == 0) {
            return m->run_of[i];
        }
    }
    return NULL;
}

static void find_swings(merging *m)
{
    m->swings = ore_alloc(m->round->n_uncertains, sizeof *m->swings);
    for (int u = 0; u < m->round->n_uncertains; u++) {
        const ore_uncertain *of = &m->round->uncertains[u];

        m->swings[u] =
            (ore_swing){.of = of,
                        .low = ore_swing_factor(of, false),
                        .high = ore_swing_factor(of, true),
                        .at_low = run_named(m, ORE_DESIGN_LOW, of->id),
                        .at_high = run_named(m, ORE_DESIGN_HIGH, of->id)};
    }
}

static ore_status write_all(const merging *m)
{
    const char *over = m->folder->sweep->over;
    const int other = over ? ore_round_goal_number(m->round, over) : -1;
    const ore_frontier frontier = {.other = other < 0 ? NULL
                                                      : &m->round->goals[other],
                                   .n_runs = m->n_frontier + 1,
                                   .runs = m->frontier,
                                   .recommended = m->n_frontier};
    const ore_study study = {.frontier = other < 0 ? NULL : &frontier,
                             .n_runs = m->n_runs,
                             .runs = m->runs,
                             .n_swings = m->round->n_uncertains,
                             .swings = m->swings,
                             .n_missing = m->n_missing};

    /* The recommended portfolio ends the frontier. */
    m->frontier[m->n_frontier] = m->runs[0];
    return ore_reports_write(m->options, m->round, m->result, &m->statistics,
                             &study, NULL, m->folder->diags);
}

static void tell_missing(const merging *m)
{
    if (m->n_missing > 0) {
        ore_warn(
            m->folder->diags, (ore_where){0},
            "%d of %d points are not solved yet: %s%s; `orefolio sweep run "
            "%s` solves them",
            m->n_missing, m->folder->sweep->n_points, m->missing,
            m->n_missing > MAX_NAMED ? ", …" : "", m->folder->dir);
    }
}

static void free_all(merging *m)
{
    for (int i = 0; i < m->n_runs; i++) {
        free(m->runs[i].goes);
    }
    for (int i = 0; i < m->n_frontier; i++) {
        free(m->frontier[i].goes);
    }
    free(m->runs);
    free(m->run_of);
    free(m->frontier);
    free(m->swings);
    free(m->missing);
    ore_result_free(m->result);
    ore_round_free(m->round);
}

static ore_status run(const ore_options *options)
{
    ore_sweep_folder folder;
    ore_status status =
        ore_sweep_open(options->args[0], &options->study, &folder);
    merging m = {.options = options, .folder = &folder};

    if (status == ORE_OK && !options->output && !options->html &&
        !options->tsv && !options->json) {
        ore_error(
            folder.diags, (ore_where){0},
            "expected -o FILE.xlsx, --html FILE, --tsv DIR or --json FILE");
        status = ORE_USAGE;
    }
    if (status == ORE_OK) {
        status = ore_check_outputs(options, folder.diags);
    }
    if (status == ORE_OK) {
        status = ore_sweep_open_recommended(&folder, &m.round, &m.result,
                                            &m.statistics);
    }
    if (status == ORE_OK) {
        status = take_points(&m);
    }
    if (status == ORE_OK) {
        find_swings(&m);
        status = write_all(&m);
        tell_missing(&m);
    }
    if (status == ORE_OK) {
        ore_reports_tell(options, m.result);
    }
    if (status == ORE_OK && m.n_missing > 0) {
        status = ORE_STOPPED;
    }
    free_all(&m);
    return ore_sweep_close(&folder, status);
}

const ore_command ore_command_sweep_merge = {
    .name = "sweep merge",
    .args = "DIR",
    .summary = "the round's workbook with what its sweep says",
    .example = "orefolio sweep merge sweep -o robust.xlsx",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_REPORTS | ORE_OPT_HTML |
               ORE_OPT_LANGUAGE | ORE_OPT_STRICT | ORE_OPT_OUTSIDE,
    .run = run,
};
