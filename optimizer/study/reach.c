/* See reach.h. The rule is made soft in a copy of the round, and its breaches
 * are what is minimised. */
#include "study/reach.h"

#include <math.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/tolerances.h"
#include "solve/solve.h"

/* A question of `check`, which is to answer at once: a look, not a search. */
static const double look_s = 0.7, longest_s = 20.0;

static void free_money(ore_round *edited)
{
    ore_budget *budgets = ore_round_own(edited, edited->budgets,
                                        edited->n_budgets, sizeof *budgets);
    ore_funder *funders = ore_round_own(edited, edited->funders,
                                        edited->n_funders, sizeof *funders);
    ore_instrument *instruments =
        ore_round_own(edited, edited->instruments, edited->n_instruments,
                      sizeof *instruments);
    double *without = ore_round_own(edited, edited->budgets[0].amount_m,
                                    edited->n_budget_years, sizeof *without);
    double *ceiling = ore_round_own(edited, edited->instruments[0].ceiling_m,
                                    edited->n_commit, sizeof *ceiling);

    for (int y = 0; y < edited->n_budget_years; y++) {
        without[y] = HUGE_VAL;
    }
    for (int s = 0; s < edited->n_commit; s++) {
        ceiling[s] = HUGE_VAL;
    }
    for (int b = 0; b < edited->n_budgets; b++) {
        budgets[b].amount_m = without;
    }
    for (int u = 0; u < edited->n_funders; u++) {
        funders[u].budget_cost_share_min = 0.0;
        funders[u].budget_cost_share_max = 1.0;
    }
    for (int k = 0; k < edited->n_instruments; k++) {
        instruments[k].ceiling_m = ceiling;
        instruments[k].ceiling_total_m = HUGE_VAL;
    }
    edited->budgets = budgets;
    edited->funders = funders;
    edited->instruments = instruments;
}

static void leave_floor(ore_round *edited, int i)
{
    ore_rule *rule = ore_round_own(edited, &edited->rules[i], 1, sizeof *rule);
    ore_objective *goal = ore_round_own(edited, edited->goals, 1, sizeof *goal);

    rule->max = rule->max_share = nan("");
    rule->penalty = 1.0;
    *goal = (ore_objective){.name = "breaches",
                            .attribute = -1,
                            .gap = nan(""),
                            .limit = nan(""),
                            .where = rule->where};
    edited->rules = rule;
    edited->n_rules = 1;
    edited->goals = goal;
    edited->n_goals = 1;
    edited->n_limits = 0;
}

static bool has_floor(const ore_rule *rule)
{
    return isfinite(rule->min) || isfinite(rule->min_share);
}

double ore_reach_least_breach(const ore_round *round, int i)
{
    const ore_rule *asked = &round->rules[i];

    if (!has_floor(asked) || asked->penalty > 0.0 || asked->n_conditional > 0 ||
        round->n_budgets == 0 || round->n_instruments == 0) {
        return 0.0;
    }
    ore_round *edited = ore_round_copy(round);
    const ore_solve_settings settings = {.time_limit_s = longest_s,
                                         .work_limit_s = look_s,
                                         .gap = 1e-3,
                                         .is_bare = true,
                                         .seed = 1,
                                         .jobs = 1};
    ore_result *result = NULL;
    ore_statistics statistics;

    free_money(edited);
    leave_floor(edited, i);
    ore_program *program = ore_program_new(edited);

    (void)!ore_solve(program, &settings, &result, &statistics);
    const double bound = result->has_portfolio ? result->goals[0].bound : 0.0;

    ore_result_free(result);
    ore_program_free(program);
    ore_round_free(edited);
    return bound > ORE_TOLERANCE_PROVEN ? bound : 0.0;
}
