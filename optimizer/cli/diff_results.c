/* See diff_results.h. */
#include "cli/diff_results.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/outputs.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/results/read_told.h"
#include "write/json/write_told.h"

static bool is_alike(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Whether both runs have read their rounds in the same way. */
static bool are_read_alike(const ore_result_head heads[2])
{
    const ore_result_head *a = &heads[0], *b = &heads[1];
    bool alike = is_alike(a->scenario, b->scenario) &&
                 is_alike(a->outcomes, b->outcomes) &&
                 is_alike(a->baseline, b->baseline) &&
                 is_alike(a->keep, b->keep) &&
                 is_alike(a->respond, b->respond) && a->n_sets == b->n_sets;

    for (int i = 0; i < a->n_sets && alike; i++) {
        alike = strcmp(a->sets[i], b->sets[i]) == 0;
    }
    return alike;
}

/* The first file of the round that is not as the run has read it; NULL = all
 * are. */
static const char *changed_file(const ore_round *round,
                                const ore_result_head *head)
{
    for (int i = 0; i < head->n_inputs; i++) {
        bool is_there = false;

        for (int k = 0; k < round->n_inputs; k++) {
            is_there =
                is_there ||
                (strcmp(round->inputs[k].path, head->inputs[i].path) == 0 &&
                 strcmp(round->inputs[k].sha256, head->inputs[i].sha256) == 0);
        }
        if (!is_there) {
            return head->inputs[i].path;
        }
    }
    return round->n_inputs == head->n_inputs ? NULL : round->inputs[0].path;
}

/* The round beside the result at `path`; NULL and *why when it is not there as
 * it was. */
static char *find_beside(const char *path, const ore_result_head *head,
                         const ore_read_options *options, char **why)
{
    const char *slash = strrchr(path, '/');
    const int n = slash ? (int)(slash + 1 - path) : 0;
    char *beside = ore_print("%.*s%s", n, path,
                             head->n_inputs > 0 ? head->inputs[0].path : "");
    ore_read_options reading = *options;
    ore_diags *unsaid = ore_diags_new();
    ore_round *round = NULL;
    const char *changed = head->n_inputs > 0 ? head->inputs[0].path : "";

    ore_replay(head, &reading);
    if (head->n_inputs > 0 &&
        ore_read_round_file(beside, &reading, unsaid, &round) == ORE_OK) {
        changed = changed_file(round, head);
    }
    if (changed) {
        *why = ore_print(_("'%s' is not beside %s as the run has read it"),
                         ore_shown(changed), ore_shown(path));
        free(beside);
        beside = NULL;
    }
    ore_round_free(round);
    ore_diags_free(unsaid);
    return beside;
}

ore_status ore_rounds_of_find(const ore_options *options,
                              ore_read_options *reading, ore_diags *diags,
                              ore_rounds_of *rounds)
{
    ore_status status = ORE_OK;

    *rounds = (ore_rounds_of){0};
    for (int side = 0; side < 2 && status == ORE_OK; side++) {
        status = ore_read_result_head(options->args[side], diags,
                                      &rounds->heads[side]);
    }
    if (status != ORE_OK) {
        return status;
    }
    for (int side = 0; side < 2 && !rounds->why; side++) {
        const ore_status told = rounds->heads[side].status;

        if (told != ORE_OK && told != ORE_STOPPED) {
            rounds->why = ore_print(_("%s has no portfolio"),
                                    ore_shown(options->args[side]));
        }
    }
    if (!rounds->why && !are_read_alike(rounds->heads)) {
        rounds->why =
            ore_copy(_("the runs have read their rounds with different "
                       "scenarios, changes or baselines"));
    }
    for (int side = 0; side < 2 && !rounds->why; side++) {
        rounds->paths[side] = find_beside(
            options->args[side], &rounds->heads[side], reading, &rounds->why);
    }
    if (!rounds->why) {
        ore_replay(&rounds->heads[1], reading);
    }
    return ORE_OK;
}

void ore_rounds_of_free(ore_rounds_of *rounds)
{
    for (int side = 0; side < 2; side++) {
        free(rounds->paths[side]);
        if (rounds->heads[side].store) {
            ore_result_head_free(&rounds->heads[side]);
        }
    }
    free(rounds->why);
}

static void print_one(const ore_told_results *results, int side, int i)
{
    const ore_told *told = i >= 0 ? &results->told[side][i] : NULL;

    if (!told) {
        putchar('-');
    } else if (!told->text) {
        printf("%.6g", told->number);
    } else if (told->kind == ORE_TOLD_INPUT) {
        printf("%.8s", ore_shown(told->text));
    } else {
        fputs(*told->text ? ore_shown(told->text) : _("not funded"), stdout);
    }
}

/* What is told of it: "P17, support", "dpa 2026, used". */
static void print_of(const ore_told *told)
{
    fputs(ore_shown(told->of), stdout);
    if (told->year > 0) {
        printf(" %d", told->year);
    }
    fputs(told->kind == ORE_TOLD_SUPPORT     ? _(", support")
          : told->kind == ORE_TOLD_AVAILABLE ? _(", available")
          : told->kind == ORE_TOLD_USED      ? _(", used")
                                             : "",
          stdout);
}

static void print_all(const ore_told_results *results, const char *why)
{
    printf(_("differences: %d\n"), results->n_differences);
    for (int d = 0; d < results->n_differences; d++) {
        const ore_told_difference *difference = &results->differences[d];

        print_of(ore_told_of(results, d));
        fputs(": ", stdout);
        print_one(results, 0, difference->before);
        fputs(" -> ", stdout);
        print_one(results, 1, difference->after);
        putchar('\n');
    }
    if (results->n_differences > 0) {
        printf(_("causes are not known: %s; `orefolio diff OLD.ini NEW.ini` "
                 "finds them in the rounds\n"),
               why);
    }
}

ore_status ore_diff_results(const ore_options *options, const char *why,
                            ore_diags *diags)
{
    ore_told_results results;

    if (options->output || options->html) {
        ore_error(diags, (ore_where){0},
                  "-o and --html write the book of a round, and there is none: "
                  "%s",
                  why);
        return ORE_USAGE;
    }
    ore_status status = ore_told_results_read(
        options->args[0], options->args[1], diags, &results);

    if (status != ORE_OK) {
        return status;
    }
    if (!options->quiet && !ore_stdout_is_taken(options)) {
        print_all(&results, why);
    }
    if (options->json) {
        status = ore_write_told(&results, options->json, diags);
    }
    ore_told_results_free(&results);
    return status;
}
