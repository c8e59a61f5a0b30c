/* sweep plan: lay out a sweep as a folder; see study/design.h. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/atomic.h"
#include "base/files_read.h"
#include "base/store.h"
#include "cli/command.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "study/frontier.h"
#include "study/runs.h"
#include "study/sweep/design.h"
#include "write/json/write_sweep.h"

enum { SAMPLES = 100 };

typedef struct planning {
    const ore_options *options;
    ore_design design;
} planning;

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
static ore_status make_folder(const planning *p)
{
    char *results = ore_print("%s/results", p->options->output);
    const ore_where where = {p->options->output, 0, 0};
    char *there = NULL, *round = NULL;
    ore_status status = ORE_OK;

    if ((mkdir(p->options->output, 0777) != 0 && errno != EEXIST) ||
        (mkdir(results, 0777) != 0)) {
        ore_error(p->design.diags, where, "%s",
                  errno == EEXIST
                      ? _("is a sweep already, expected a new folder")
                      : strerror(errno));
        status = ORE_NO_OUTPUT;
    } else {
        there = ore_real_path(p->options->output);
        round = ore_real_path(p->design.path);
        p->design.sweep->round = ore_store_keep(
            p->design.sweep->store,
            there && round ? relative(there, round) : ore_copy(p->design.path));
    }
    free(there);
    free(round);
    free(results);
    return status;
}

static void print_points(const planning *p)
{
    int counts[ORE_DESIGN_FAMILIES] = {0};

    for (int i = 0; i < p->design.sweep->n_points; i++) {
        counts[p->design.sweep->points[i].family]++;
    }
    printf(_("points in %s: %d\n"), p->options->output,
           p->design.sweep->n_points);
    for (int i = 0; i < ORE_DESIGN_FAMILIES; i++) {
        if (counts[i] > 0) {
            printf("  %-9s %d\n", ore_design_families[i], counts[i]);
        }
    }
}

static ore_status write_out(const planning *p)
{
    ore_status status = make_folder(p);
    char *path = ore_print("%s/sweep.json", p->options->output);

    if (status == ORE_OK) {
        status = ore_write_sweep(p->design.sweep, path, p->design.diags);
    }
    if (status == ORE_OK && !p->options->quiet) {
        print_points(p);
    }
    free(path);
    return status;
}

/* Whether the folder holds a sweep; told before anything is solved. */
static bool is_taken(const planning *p)
{
    static const char *const parts[] = {"sweep.json", "results", "scores"};
    const ore_where where = {p->options->output, 0, 0};
    bool taken = false;

    for (int i = 0; i < ORE_COUNT_OF(parts); i++) {
        char *path = ore_print("%s/%s", p->options->output, parts[i]);
        struct stat state;

        taken |= lstat(path, &state) == 0;
        free(path);
    }

    if (taken) {
        ore_error(p->design.diags, where,
                  "has a sweep already, or a part of one, expected a new "
                  "folder");
    }
    return taken;
}

/* Whether files can be made in the folder, or the folder where it will be. */
static ore_status try_folder(const planning *p)
{
    const char *dir = p->options->output;
    struct stat state;
    char *path = stat(dir, &state) == 0 ? ore_print("%s/sweep.json", dir)
                                        : ore_copy(dir);
    const ore_status status = ore_output_try(path, p->design.diags);

    free(path);
    return status;
}

static ore_status check_asked(const planning *p)
{
    const ore_options *options = p->options;
    const ore_where nowhere = {0};

    if (!options->output || strcmp(options->output, "-") == 0) {
        ore_error(p->design.diags, nowhere,
                  "expected -o DIR, the sweep's folder");
        return ORE_USAGE;
    }
    if (options->over && options->points < 0) {
        ore_error(p->design.diags, nowhere,
                  "--over needs --points N, how many points the frontier has");
        return ORE_USAGE;
    }
    if (options->points == ORE_EVERY_POINT) {
        ore_error(p->design.diags, nowhere,
                  "--points is 'all', expected a number: points of a sweep are "
                  "laid out before any is solved");
        return ORE_USAGE;
    }
    if (!ore_can_repeat(p->design.path, p->design.diags)) {
        return ORE_USAGE;
    }
    return is_taken(p) ? ORE_NO_OUTPUT : try_folder(p);
}

/* What the options ask of the round. */
static ore_status take_options(planning *p)
{
    const ore_options *options = p->options;
    const ore_round *round = p->design.round;

    if (options->samples > 0 && round->n_uncertains == 0) {
        ore_error(p->design.diags, (ore_where){0},
                  "--samples is %d, but the round has no [uncertain NAME] to "
                  "draw from",
                  options->samples);
        return ORE_USAGE;
    }
    p->design.sweep->over = options->points < 0 ? NULL
                            : options->over     ? options->over
                                                : "budget_cost";
    p->design.sweep->n_samples = options->samples >= 0     ? options->samples
                                 : round->n_uncertains > 0 ? SAMPLES
                                                           : 0;
    p->design.sweep->seed =
        options->study.seed >= 0 ? options->study.seed : round->seed;
    p->design.sweep->inputs = round->inputs;
    p->design.sweep->n_inputs = round->n_inputs;
    return ORE_OK;
}

static ore_status run(const ore_options *options)
{
    ore_round *round = NULL;
    planning p = {.options = options,
                  .design = {.settings = &options->study,
                             .n_frontier = options->points,
                             .path = options->args[0],
                             .sweep = ore_sweep_new(),
                             .diags = ore_diags_new()}};
    ore_status status = check_asked(&p);

    if (status == ORE_OK) {
        round = ore_round_open(options, options->args[0], &status);
        p.design.round = round;
    }
    if (status == ORE_OK) {
        status = take_options(&p);
    }
    if (status == ORE_OK) {
        status = ore_design_lay_out(&p.design);
    }
    if (status == ORE_OK) {
        status = write_out(&p);
    }
    ore_sweep_free(p.design.sweep);
    ore_round_free(round);
    return ore_diags_tell(p.design.diags, status);
}

const ore_command ore_command_sweep_plan = {
    .name = "sweep plan",
    .args = "ROUND.ini",
    .summary = "lay out a folder of points: scenarios, single changes, "
               "samples, a frontier",
    .example = "orefolio sweep plan inputs/demo/round.ini -o sweep "
               "--samples 200 --seed 1",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_SOLVER | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_FRONTIER | ORE_OPT_SAMPLES |
               ORE_OPT_CHANGES,
    .writes = ORE_WRITES_FOLDER,
    .run = run,
};
