/* sweep plan: lay out a sweep as a folder; see sweep_points.h. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/atomic.h"
#include "base/files_read.h"
#include "base/store.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/points.h"
#include "cli/sweep_points.h"
#include "orefolio/memory.h"
#include "write/write_sweep.h"

enum { SAMPLES = 100 };

/* `to` as it is reached from the folder `from`; both are absolute. */
static char *relative(const char *from, const char *to)
{
    int same = 0, i = 0;

    for (; from[i] && from[i] == to[i]; i++) {
        same = from[i] == '/' ? i + 1 : same;
    }
    if (!from[i] && to[i] == '/') {
        return ore_copy(to + i + 1);
    }
    char *path = ore_copy(to + same);

    for (const char *rest = from + same; rest && *rest;
         rest = strchr(rest, '/'), rest = rest ? rest + 1 : NULL) {
        char *longer = ore_print("../%s", path);

        free(path);
        path = longer;
    }
    return path;
}

/* The folder and its results, new or empty; and the round's path from there. */
static ore_status make_folder(const ore_laying *l)
{
    char *results = ore_print("%s/results", l->options->output);
    const ore_where where = {l->options->output, 0, 0};
    char *there = NULL, *round = NULL;
    ore_status status = ORE_OK;

    if ((mkdir(l->options->output, 0777) != 0 && errno != EEXIST) ||
        (mkdir(results, 0777) != 0)) {
        ore_error(l->diags, where, "%s",
                  errno == EEXIST ? "is a sweep already, expected a new folder"
                                  : strerror(errno));
        status = ORE_NO_OUTPUT;
    } else {
        there = ore_real_path(l->options->output);
        round = ore_real_path(l->path);
        l->sweep->round = ore_store_keep(l->sweep->store,
                                         there && round ? relative(there, round)
                                                        : ore_copy(l->path));
    }
    free(there);
    free(round);
    free(results);
    return status;
}

static void print_points(const ore_laying *l)
{
    int counts[ORE_POINT_FAMILIES] = {0};

    for (int i = 0; i < l->sweep->n_points; i++) {
        counts[l->sweep->points[i].family]++;
    }
    printf("points in %s: %d\n", l->options->output, l->sweep->n_points);
    for (int i = 0; i < ORE_POINT_FAMILIES; i++) {
        if (counts[i] > 0) {
            printf("  %-9s %d\n", ore_point_families[i], counts[i]);
        }
    }
}

static ore_status write_out(const ore_laying *l)
{
    ore_status status = make_folder(l);
    char *path = ore_print("%s/sweep.json", l->options->output);

    if (status == ORE_OK) {
        status = ore_write_sweep(l->sweep, path, l->diags);
    }
    if (status == ORE_OK && !l->options->quiet) {
        print_points(l);
    }
    free(path);
    return status;
}

/* Whether the folder holds a sweep; told before anything is solved. */
static bool is_taken(const ore_laying *l)
{
    static const char *const parts[] = {"sweep.json", "results", "scores"};
    const ore_where where = {l->options->output, 0, 0};
    bool taken = false;

    for (int i = 0; i < 3; i++) {
        char *path = ore_print("%s/%s", l->options->output, parts[i]);
        struct stat state;

        taken |= lstat(path, &state) == 0;
        free(path);
    }

    if (taken) {
        ore_error(l->diags, where,
                  "has a sweep already, or a part of one, expected a new "
                  "folder");
    }
    return taken;
}

/* Whether files can be made in the folder, or the folder where it will be. */
static ore_status try_folder(const ore_laying *l)
{
    const char *dir = l->options->output;
    struct stat state;
    char *path = stat(dir, &state) == 0 ? ore_print("%s/sweep.json", dir)
                                        : ore_copy(dir);
    const ore_status status = ore_output_try(path, l->diags);

    free(path);
    return status;
}

static ore_status check_asked(const ore_laying *l)
{
    const ore_options *options = l->options;
    const ore_where nowhere = {0};

    if (!options->output || strcmp(options->output, "-") == 0) {
        ore_error(l->diags, nowhere, "expected -o DIR, the sweep's folder");
        return ORE_USAGE;
    }
    if (options->over && options->points < 0) {
        ore_error(l->diags, nowhere,
                  "--over needs --points N, how many points the frontier has");
        return ORE_USAGE;
    }
    if (!ore_can_repeat(l->path, l->diags)) {
        return ORE_USAGE;
    }
    return is_taken(l) ? ORE_NO_OUTPUT : try_folder(l);
}

/* What the options ask of the round. */
static ore_status take_options(ore_laying *l)
{
    const ore_options *options = l->options;
    const ore_plan *plan = l->plan;

    if (options->samples > 0 && plan->n_uncertains == 0) {
        ore_error(l->diags, (ore_where){0},
                  "--samples is %d, but the round has no [uncertain NAME] to "
                  "draw from",
                  options->samples);
        return ORE_USAGE;
    }
    l->sweep->over = options->points < 0 ? NULL
                     : options->over     ? options->over
                                         : "budget_cost";
    l->sweep->n_samples = options->samples >= 0    ? options->samples
                          : plan->n_uncertains > 0 ? SAMPLES
                                                   : 0;
    l->sweep->seed = options->seed >= 0 ? options->seed : plan->seed;
    l->sweep->inputs = plan->inputs;
    l->sweep->n_inputs = plan->n_inputs;
    return ORE_OK;
}

static ore_status run(const ore_options *options)
{
    ore_plan *plan = NULL;
    ore_laying l = {.options = options,
                    .path = options->args[0],
                    .sweep = ore_sweep_new(),
                    .diags = ore_diags_new()};
    ore_status status = check_asked(&l);

    if (status == ORE_OK) {
        plan = ore_open_round(options, options->args[0], &status);
        l.plan = plan;
    }
    if (status == ORE_OK) {
        status = take_options(&l);
    }
    if (status == ORE_OK) {
        status = ore_lay_out(&l);
    }
    if (status == ORE_OK) {
        status = write_out(&l);
    }
    ore_sweep_free(l.sweep);
    ore_plan_free(plan);
    return ore_tell_diags(l.diags, status);
}

const ore_command ore_command_sweep_plan = {
    .name = "sweep plan",
    .args = "ROUND.ini",
    .summary = "lay out a folder of points: scenarios, single changes, "
               "samples, a frontier",
    .example = "orefolio sweep plan inputs/demo/round.ini -o sweep "
               "--samples 200 --seed 1",
    .least_args = 1,
    .most_args = 1,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_SOLVER | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_FRONTIER | ORE_OPT_SAMPLES |
               ORE_OPT_CHANGES,
    .writes = ORE_WRITES_FOLDER,
    .run = run,
};
