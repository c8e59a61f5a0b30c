/* compare: the round and its scenarios side by side in one workbook; or the
 * round, other rounds and results of earlier runs. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/regret.h"
#include "cli/reports.h"
#include "cli/solving.h"
#include "orefolio/memory.h"
#include "write/write.h"

/* As many scenarios as files. */
enum { MOST_CASES = 2 * ORE_MOST_ARGS };

typedef struct comparing {
    const ore_options *options;
    ore_plan *plans[MOST_CASES];
    ore_result *results[MOST_CASES];
    char *labels[MOST_CASES]; /* NULL = the scenario's */
    int n;
    double *elsewhere; /* [n * n] row i: what case i's projects are worth */
    ore_diags *diags;
} comparing;

/* A portfolio is looked at under another case for at most so long. */
static const double longest_look_s = 10.0;

static void keep_case(comparing *all, ore_plan *plan, ore_result *result,
                      const char *label, const char *what)
{
    all->plans[all->n] = plan;
    all->results[all->n] = result;
    all->labels[all->n++] = label ? ore_copy(label) : NULL;
    if (!all->options->quiet) {
        printf("%s: %s\n", label ? label : plan->scenario, what);
    }
}

/* Solve and verify a round that has been read. One that no portfolio satisfies
 * is a case like the others. */
static ore_status solve_case(comparing *all, ore_plan *plan, const char *label)
{
    ore_result *result = NULL;
    ore_program *program = ore_program_new(plan);
    const ore_solve_settings settings = ore_settings_of(all->options, plan);
    ore_diags *quiet = ore_diags_new();
    const ore_status status =
        ore_solve_verified(program, &settings, &result, quiet);

    ore_diags_free(quiet);
    ore_program_free(program);
    keep_case(all, plan, result, label,
              result->has_portfolio      ? "solved and verified"
              : status == ORE_INFEASIBLE ? "no portfolio satisfies it"
                                         : "no portfolio found");
    return status == ORE_UNVERIFIED || status == ORE_INTERNAL ? status : ORE_OK;
}

static ore_plan *open_as(const comparing *all, const char *path,
                         const char *scenario, ore_status *status)
{
    ore_options options = *all->options;

    options.round.scenario = scenario;
    return ore_open_round(&options, path, status);
}

/* The round under one scenario, NULL = as it is. */
static ore_status add_scenario(comparing *all, const char *scenario)
{
    ore_status status = ORE_OK;
    ore_plan *plan = open_as(all, all->options->args[0], scenario, &status);

    return plan ? solve_case(all, plan, NULL) : status;
}

/* Years and money of all columns are those of the first round. */
static bool is_comparable(const comparing *all, const ore_plan *plan,
                          const char *path)
{
    const ore_plan *first = all->plans[0];
    const ore_where nowhere = {0};
    const bool same = plan->horizon.first == first->horizon.first &&
                      plan->horizon.last == first->horizon.last &&
                      plan->commit.first == first->commit.first &&
                      plan->commit.last == first->commit.last &&
                      strcmp(plan->currency, first->currency) == 0;

    if (!same) {
        ore_error(all->diags, nowhere,
                  "'%s' is not of the same horizon, commitment years and "
                  "currency as '%s', expected rounds that can stand side by "
                  "side",
                  ore_shown(path), all->options->args[0]);
    }
    return same;
}

/* Another round, solved. */
static ore_status add_round(comparing *all, const char *path)
{
    ore_status status = ORE_OK;
    ore_plan *plan = open_as(all, path, NULL, &status);

    if (!plan) {
        return status;
    }
    if (!is_comparable(all, plan, path)) {
        ore_plan_free(plan);
        return ORE_BAD_INPUT;
    }
    return solve_case(all, plan, plan->name);
}

/* The result of an earlier run of the first round, read as the scenario that it
 * is of, and verified: it is not solved again. */
static ore_status add_result(comparing *all, const char *path)
{
    ore_result *result = NULL;
    ore_result_head head;
    ore_status status = ore_read_result_head(path, all->diags, &head);

    if (status != ORE_OK) {
        return status;
    }
    const bool is_base = strcmp(head.scenario, "base") == 0;
    ore_plan *plan = open_as(all, all->options->args[0],
                             is_base ? NULL : head.scenario, &status);

    free(head.scenario);
    if (!plan) {
        return status;
    }
    status = ore_open_result(plan, path, all->diags, &result);
    if (status != ORE_OK) {
        ore_plan_free(plan);
        return status;
    }
    const char *slash = strrchr(path, '/');

    keep_case(all, plan, result, slash ? slash + 1 : path, "read and verified");
    return ORE_OK;
}

static bool is_result(const char *path)
{
    const size_t length = strlen(path);

    return length > 5 && strcmp(path + length - 5, ".json") == 0;
}

static ore_status add_files(comparing *all)
{
    const ore_options *options = all->options;
    ore_status status = ORE_OK;

    for (int i = 1; i < options->n_args && status == ORE_OK; i++) {
        status = is_result(options->args[i]) ? add_result(all, options->args[i])
                                             : add_round(all, options->args[i]);
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

/* Names of --scenarios that the round does not have; asked before anything is
 * solved. */
static ore_status check_asked(const comparing *all)
{
    const ore_where nowhere = {0};
    ore_status status = ORE_OK;
    ore_plan *plan =
        ore_open_round(all->options, all->options->args[0], &status);

    if (!plan) {
        return status;
    }
    char *asked =
        ore_copy(all->options->scenarios ? all->options->scenarios : "");

    for (char *name = strtok(asked, ","); name; name = strtok(NULL, ",")) {
        bool known = false;

        for (int i = 0; i < plan->n_scenarios; i++) {
            known |= strcmp(name, plan->scenarios[i]) == 0;
        }
        if (!known) {
            ore_error(all->diags, nowhere,
                      "--scenarios has '%s', which the round does not have",
                      ore_shown(name));
            status = ORE_USAGE;
        }
    }
    free(asked);
    ore_plan_free(plan);
    return status;
}

static ore_status add_scenarios(comparing *all)
{
    const ore_plan *plan = all->plans[0];
    ore_status status = ORE_OK;

    for (int i = 0; i < plan->n_scenarios && status == ORE_OK; i++) {
        if (is_asked(all->options, plan->scenarios[i]) &&
            all->n < ORE_MOST_ARGS) {
            status = add_scenario(all, plan->scenarios[i]);
        }
    }
    return status;
}

/* What the portfolio of case i is worth in case j. */
static double look_at(const comparing *all, int i, int j)
{
    const ore_result *own = all->results[i];
    ore_solve_settings settings = ore_settings_of(all->options, all->plans[j]);
    double value = nan("");

    if (!own->has_portfolio || !all->results[j]->has_portfolio) {
        return value;
    }
    if (i == j) {
        return own->goals[0].value;
    }
    settings.is_bare = true;
    settings.time_limit_s = fmin(settings.time_limit_s, longest_look_s);
    const ore_status status = ore_value_elsewhere(
        all->plans[i], own, all->plans[j], &settings, &value);

    return status == ORE_INFEASIBLE || !isnan(value) ? value : HUGE_VAL;
}

/* What every portfolio is worth in every other case. */
static void look_elsewhere(comparing *all)
{
    all->elsewhere = ore_alloc(all->n * all->n, sizeof *all->elsewhere);
    for (int i = 0; i < all->n; i++) {
        for (int j = 0; j < all->n; j++) {
            all->elsewhere[i * all->n + j] = look_at(all, i, j);
        }
    }
}

static ore_status write_comparison(const comparing *all)
{
    const ore_options *options = all->options;
    ore_plan *plan = all->plans[0];
    ore_case cases[MOST_CASES];
    char *text = NULL;
    const ore_write_options how = ore_how_to_write(options, plan, &text);

    for (int c = 0; c < all->n; c++) {
        cases[c] = (ore_case){all->labels[c], all->plans[c], all->results[c],
                              &all->elsewhere[c * all->n]};
    }
    const ore_status status =
        ore_write_comparison(cases, all->n, &how, options->output, all->diags);

    free(text);
    return status;
}

static ore_status run(const ore_options *options)
{
    comparing all = {.options = options, .diags = ore_diags_new()};
    const ore_where nowhere = {0};
    ore_status status = ORE_USAGE;

    if (!options->output) {
        ore_error(all.diags, nowhere, "expected -o FILE.xlsx");
        return ore_tell_diags(all.diags, status);
    }
    status = check_asked(&all);
    if (status == ORE_OK) {
        status = add_scenario(&all, NULL);
    }
    if (status == ORE_OK && !all.results[0]->has_portfolio) {
        ore_error(all.diags, nowhere,
                  "the round itself has no portfolio to compare with; "
                  "`orefolio solve` says why");
        status = ORE_INFEASIBLE;
    }
    if (status == ORE_OK) {
        status = add_scenarios(&all);
    }
    if (status == ORE_OK) {
        status = add_files(&all);
    }
    if (status == ORE_OK) {
        look_elsewhere(&all);
        status = write_comparison(&all);
    }
    free(all.elsewhere);
    for (int c = 0; c < all.n; c++) {
        if (status == ORE_OK && all.results[c]->has_portfolio) {
            status = all.results[c]->status;
        }
        ore_result_free(all.results[c]);
        ore_plan_free(all.plans[c]);
        free(all.labels[c]);
    }
    return ore_tell_diags(all.diags, status);
}

const ore_command ore_command_compare = {
    .name = "compare",
    .args = "ROUND.ini [OTHER.ini | RESULT.json]...",
    .summary = "the round and its scenarios, or other rounds and earlier "
               "results of it, side by side",
    .example = "orefolio compare inputs/ministerial-2026/round.ini -o "
               "compare.xlsx --scenarios tight,dear",
    .least_args = 1,
    .most_args = ORE_MOST_ARGS,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_SOLVER | ORE_OPT_LANGUAGE |
               ORE_OPT_STRICT | ORE_OPT_OUTSIDE | ORE_OPT_SCENARIOS,
    .run = run,
};
