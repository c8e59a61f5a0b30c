/* Opening the cases of a comparison: every file is read, and every mistake
 * told, before the first one is solved. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/cases.h"
#include "cli/command.h"
#include "cli/replay.h"
#include "orefolio/memory.h"
#include "study/verified.h"

enum { LONGEST_LABEL = 100 };

/* What heads the columns of a case: no heading of a workbook may be longer than
 * 255 characters. The caller frees. */
static char *cut_label(const char *label)
{
    const char *at = label;
    long left = (long)strlen(label);

    for (int count = 0; left > 0 && count < LONGEST_LABEL; count++) {
        int point;
        const int used = ore_next_char(at, left, &point);

        at += used > 0 ? used : 1;
        left -= used > 0 ? used : 1;
    }
    return ore_print("%.*s%s", (int)(at - label), label,
                     left > 0 ? "\xE2\x80\xA6" : "");
}

static void keep_case(ore_cases *all, ore_round *round, ore_result *result,
                      const char *label)
{
    all->rounds[all->n] = round;
    all->results[all->n] = result;
    all->labels[all->n++] = label ? cut_label(label) : NULL;
}

static ore_round *open_as(const ore_cases *all, const char *path,
                          const char *scenario, ore_status *status)
{
    ore_options options = all->options;

    options.study.read.scenario = scenario;
    return ore_round_open(&options, path, status);
}

/* The first round, read as the run of the result did. What has changed since is
 * told: its portfolio is verified under the round as it is now. */
static ore_round *open_replayed(const ore_cases *all, const char *path,
                                const ore_result_head *head, ore_status *status)
{
    ore_options options = all->options;

    options.args[1] = path;
    options.changed_inputs = true;
    options.study.read.scenario = NULL;
    options.study.read.n_sets = 0; /* --set is for rounds that are solved */
    ore_replay(head, &options.study.read);
    ore_round *round = ore_round_open(&options, options.args[0], status);

    if (round) {
        *status = ore_check_stamps(&options, round, head, all->diags);
    }
    return round;
}

/* The round under one scenario, NULL = as it is. */
static ore_status add_scenario(ore_cases *all, const char *scenario)
{
    ore_status status = ORE_OK;
    ore_round *round = open_as(all, all->options.args[0], scenario, &status);

    if (round) {
        keep_case(all, round, NULL, NULL);
    }
    return status;
}

/* Years and money of all columns are those of the first round. */
static bool is_comparable(const ore_cases *all, const ore_round *round,
                          const char *path)
{
    const ore_round *first = all->rounds[0];
    const ore_where nowhere = {0};
    const bool same = round->horizon.first == first->horizon.first &&
                      round->horizon.last == first->horizon.last &&
                      round->commit.first == first->commit.first &&
                      round->commit.last == first->commit.last &&
                      strcmp(round->currency, first->currency) == 0;

    if (!same) {
        ore_error(all->diags, nowhere,
                  "'%s' is not of the same horizon, commitment years and "
                  "currency as '%s', expected rounds that can stand side by "
                  "side",
                  ore_shown(path), all->options.args[0]);
    }
    return same;
}

/* Another round. */
static ore_status add_round(ore_cases *all, const char *path)
{
    ore_status status = ORE_OK;
    ore_round *round = open_as(all, path, NULL, &status);

    if (!round) {
        return status;
    }
    if (!is_comparable(all, round, path)) {
        ore_round_free(round);
        return ORE_BAD_INPUT;
    }
    keep_case(all, round, NULL, round->name);
    return ORE_OK;
}

/* The result of an earlier run of the first round, read as the scenario that it
 * is of, and verified: it is not solved again. */
static ore_status add_result(ore_cases *all, const char *path)
{
    ore_result *result = NULL;
    ore_statistics statistics;
    ore_result_head head;
    ore_status status = ore_read_result_head(path, all->diags, &head);

    if (status != ORE_OK) {
        return status;
    }
    ore_round *round = open_replayed(all, path, &head, &status);

    ore_result_head_free(&head);
    if (!round) {
        return status;
    }
    status = ore_result_open(round, path, all->diags, &result, &statistics);
    if (status != ORE_OK) {
        ore_round_free(round);
        return status;
    }
    const char *slash = strrchr(path, '/');

    keep_case(all, round, result, slash ? slash + 1 : path);
    return ORE_OK;
}

static bool is_result(const char *path)
{
    const size_t length = strlen(path);

    return length > 5 && strcmp(path + length - 5, ".json") == 0;
}

/* All of them are looked at: their mistakes are told together. */
static ore_status add_files(ore_cases *all)
{
    const ore_options *options = &all->options;
    ore_status status = ORE_OK;

    for (int i = 1; i < options->n_args; i++) {
        const ore_status added = is_result(options->args[i])
                                     ? add_result(all, options->args[i])
                                     : add_round(all, options->args[i]);

        status = status == ORE_OK ? added : status;
    }
    return status;
}

/* Whether the list "a,b" of --scenarios has the name. Without a list all do,
 * unless there are other files to compare. */
static bool is_asked(const ore_options *options, const char *name)
{
    const size_t length = strlen(name);
    const char *at = options->scenarios;

    while (at) {
        if (strncmp(at, name, length) == 0 &&
            (at[length] == ',' || at[length] == '\0')) {
            return true;
        }
        at = strchr(at, ',');
        at = at ? at + 1 : NULL;
    }
    return !options->scenarios && options->n_args == 1;
}

/* Names of --scenarios that the round does not have. */
static ore_status check_asked(const ore_cases *all)
{
    const ore_where nowhere = {0};
    const ore_round *round = all->rounds[0];
    ore_status status = ORE_OK;
    char *asked =
        ore_copy(all->options.scenarios ? all->options.scenarios : "");

    for (char *name = strtok(asked, ","); name; name = strtok(NULL, ",")) {
        bool known = false;

        for (int i = 0; i < round->n_scenarios; i++) {
            known |= strcmp(name, round->scenarios[i]) == 0;
        }
        if (!known) {
            ore_error(all->diags, nowhere,
                      "--scenarios has '%s', which the round does not have",
                      ore_shown(name));
            status = ORE_USAGE;
        }
    }
    free(asked);
    return status;
}

static ore_status add_scenarios(ore_cases *all)
{
    const ore_round *round = all->rounds[0];
    ore_status status = ORE_OK;
    int n_left_out = 0;

    for (int i = 0; i < round->n_scenarios && status == ORE_OK; i++) {
        if (!is_asked(&all->options, round->scenarios[i])) {
            continue;
        }
        if (all->n < ORE_MAX_ARGS) {
            status = add_scenario(all, round->scenarios[i]);
        } else {
            n_left_out++;
        }
    }
    if (n_left_out > 0) {
        ore_warn(all->diags, (ore_where){0},
                 "the last %d scenarios are left out, a comparison has at most "
                 "%d cases; --scenarios NAME,NAME chooses them",
                 n_left_out, ORE_MAX_ARGS);
    }
    return status;
}

ore_status ore_cases_open(ore_cases *all)
{
    ore_status status = add_scenario(all, NULL);

    if (status == ORE_OK) {
        status = check_asked(all);
    }
    if (status == ORE_OK) {
        status = add_scenarios(all);
    }
    return status == ORE_OK ? add_files(all) : status;
}
