/* The columns of what flows, and how a written result spreads over them. */
#include "vars_supply.h"

#include <math.h>

#include "orefolio/memory.h"
#include "orefolio/screen.h"
#include "orefolio/timing.h"
#include "shortfall.h"
#include "sums.h"

ore_col *ore_absent_cols(int count)
{
    ore_col *cols = ore_alloc(count, sizeof *cols);

    for (int i = 0; i < count; i++) {
        cols[i].at = -1;
    }
    return cols;
}

void ore_set_point(double *point, ore_col col, double value)
{
    if (col.at >= 0) {
        point[col.at] = value;
    }
}

/* The largest share of capacity the option could have in moment j. */
static double best_share(const ore_plan *plan, int o, int j)
{
    double best = 0.0;

    for (int s = 0; s < plan->n_commit; s++) {
        if (ore_may_start(plan, o, s, NULL)) {
            best = fmax(best,
                        ore_moment_share(plan, o, plan->commit.first + s, j));
        }
    }
    return best;
}

static void add_operation(const ore_plan *plan, ore_vars *vars,
                          ore_model *model)
{
    for (int o = 0; o < plan->n_options; o++) {
        const ore_option *option = &plan->options[o];

        for (int j = 0; j < plan->n_moments && option->n_flows > 0; j++) {
            const double best = best_share(plan, o, j);

            if (best > 0.0) {
                vars->run[o * plan->n_moments + j] =
                    ore_add_col(model, ORE_REAL, 0.0, best, "run(%s,%s,%s)",
                                plan->projects[option->project].id, option->id,
                                plan->moments[j].name);
            }
        }
    }
}

/* Whether target i has deliveries besides those of the common pool. */
static bool has_own_supply(const ore_plan *plan, const ore_vars *vars, int i,
                           int j)
{
    for (int k = 0; k < plan->n_sales; k++) {
        if (plan->sales[k].target == i &&
            vars->sell[k * plan->n_moments + j].at >= 0) {
            return true;
        }
    }
    return ore_reserved_supply_tpa(plan, &plan->targets[i], j) > 0.0;
}

static void add_sales(const ore_plan *plan, ore_vars *vars, ore_model *model)
{
    for (int at = 0; at < plan->n_sales * plan->n_moments; at++) {
        const ore_sale *sale = &plan->sales[at / plan->n_moments];
        const int j = at % plan->n_moments;
        const ore_option *option = &plan->options[sale->option];

        if (vars->run[sale->option * plan->n_moments + j].at >= 0 &&
            plan->targets[sale->target].target_tpa[plan->moments[j].t] > 0.0) {
            vars->sell[at] = ore_add_col(
                model, ORE_REAL, 0.0, sale->output_tpa, "sell(%s,%s,%s,%s,%s)",
                plan->projects[option->project].id, option->id,
                plan->materials[sale->material].id,
                plan->markets[sale->market].id, plan->moments[j].name);
        }
    }
}

static void add_market(const ore_plan *plan, ore_vars *vars, ore_model *model,
                       int i, int j)
{
    const ore_target *target = &plan->targets[i];
    const char *material = plan->materials[target->material].id;
    const char *market = plan->markets[target->market].id;
    const char *moment = plan->moments[j].name;
    const double wanted_tpa = target->target_tpa[plan->moments[j].t];
    const int at = i * plan->n_moments + j;

    if (wanted_tpa <= 0.0) {
        return;
    }
    vars->deliver[at] =
        ore_add_col(model, ORE_REAL, 0.0, wanted_tpa, "deliver(%s,%s,%s)",
                    material, market, moment);
    vars->unmet[at] = ore_add_col(model, ORE_REAL, 0.0, wanted_tpa,
                                  "unmet(%s,%s,%s)", material, market, moment);
    vars->pooled[at] =
        has_own_supply(plan, vars, i, j)
            ? ore_add_col(model, ORE_REAL, 0.0, wanted_tpa, "pooled(%s,%s,%s)",
                          material, market, moment)
            : vars->deliver[at];
}

/* Whether the account of a stockpile has an amount of its own in year t. */
static bool can_pay(const ore_plan *plan, const ore_stockpile *stockpile, int t)
{
    const int year = plan->horizon.first + t;
    const bool spends =
        plan->budgets[stockpile->budget].basis == ORE_BASIS_DISBURSEMENT;

    return year >= plan->commit.first &&
           year <= (spends ? plan->horizon.last : plan->commit.last);
}

static void add_stockpiles(const ore_plan *plan, ore_vars *vars,
                           ore_model *model)
{
    for (int h = 0; h < plan->n_stockpiles; h++) {
        const ore_stockpile *stockpile = &plan->stockpiles[h];

        for (int t = 0; t < plan->n_years; t++) {
            if (can_pay(plan, stockpile, t) &&
                plan->moments[t].disruption < 0) {
                vars->buy[h * plan->n_years + t] = ore_add_col(
                    model, ORE_REAL, 0.0,
                    fmin(stockpile->buy_max_tpa, stockpile->capacity_t),
                    "buy(%s,%d)", stockpile->id, plan->horizon.first + t);
            }
        }
        for (int j = 0; j < plan->n_moments; j++) {
            if (plan->moments[j].disruption >= 0) {
                vars->release[h * plan->n_moments + j] = ore_add_col(
                    model, ORE_REAL, 0.0,
                    fmin(stockpile->release_max_tpa, stockpile->capacity_t),
                    "release(%s,%s)", stockpile->id, plan->moments[j].name);
            }
        }
    }
}

static void add_risk(const ore_plan *plan, ore_vars *vars, ore_model *model)
{
    vars->worst.at = vars->threshold.at = -1;
    vars->excess = ore_absent_cols(plan->n_disruptions + 1);
    if (ore_goal_used(plan, "worst_shortfall")) {
        vars->worst = ore_add_col(model, ORE_REAL, 0.0, HUGE_VAL, "worst");
    }
    if (!ore_goal_used(plan, "cvar_shortfall")) {
        return;
    }
    vars->threshold = ore_add_col(model, ORE_REAL, 0.0, HUGE_VAL, "threshold");
    for (int w = 0; w <= plan->n_disruptions; w++) {
        vars->excess[w] = ore_add_col(
            model, ORE_REAL, 0.0, HUGE_VAL, "excess(%s)",
            w < plan->n_disruptions ? plan->disruptions[w].id : "none");
    }
}

void ore_add_supply_vars(const ore_plan *plan, ore_vars *vars, ore_model *model)
{
    const int n_moments = plan->n_moments;

    vars->run = ore_absent_cols(plan->n_options * n_moments);
    vars->deliver = ore_absent_cols(plan->n_targets * n_moments);
    vars->unmet = ore_absent_cols(plan->n_targets * n_moments);
    vars->pooled = ore_absent_cols(plan->n_targets * n_moments);
    vars->sell = ore_absent_cols(plan->n_sales * n_moments);
    vars->buy = ore_absent_cols(plan->n_stockpiles * plan->n_years);
    vars->release = ore_absent_cols(plan->n_stockpiles * n_moments);
    add_operation(plan, vars, model);
    add_sales(plan, vars, model);
    for (int i = 0; i < plan->n_targets; i++) {
        for (int j = 0; j < n_moments; j++) {
            add_market(plan, vars, model, i, j);
        }
    }
    add_stockpiles(plan, vars, model);
    add_risk(plan, vars, model);
}

static void set_risk(const ore_plan *plan, const ore_vars *vars,
                     const ore_result *result, double *point)
{
    const ore_goal_use *worst = ore_goal_used(plan, "worst_shortfall");
    const ore_goal_use *cvar = ore_goal_used(plan, "cvar_shortfall");

    if (worst) {
        double most = 0.0;

        for (int w = -1; w < plan->n_disruptions; w++) {
            most = fmax(most, ore_shortfall(plan, result, worst, w));
        }
        ore_set_point(point, vars->worst, most);
    }
    if (cvar) {
        const double threshold = ore_shortfall_threshold(plan, result, cvar);

        ore_set_point(point, vars->threshold, threshold);
        for (int w = -1; w < plan->n_disruptions; w++) {
            const double over =
                ore_shortfall(plan, result, cvar, w) - threshold;

            ore_set_point(point, vars->excess[w < 0 ? plan->n_disruptions : w],
                          fmax(0.0, over));
        }
    }
}

void ore_supply_point(const ore_plan *plan, const ore_vars *vars,
                      const ore_result *result, double *point)
{
    for (int at = 0; at < plan->n_sales * plan->n_moments; at++) {
        ore_set_point(point, vars->sell[at], result->sold_tpa[at]);
    }
    for (int i = 0; i < plan->n_targets; i++) {
        for (int j = 0; j < plan->n_moments; j++) {
            const int at = i * plan->n_moments + j;

            ore_set_point(point, vars->pooled[at],
                          ore_pooled_tpa(plan, result, i, j));
            ore_set_point(point, vars->deliver[at], result->delivered_tpa[at]);
            ore_set_point(point, vars->unmet[at], result->shortfall_tpa[at]);
        }
    }
    for (int at = 0; at < plan->n_stockpiles * plan->n_years; at++) {
        ore_set_point(point, vars->buy[at], result->bought_t[at]);
    }
    for (int at = 0; at < plan->n_stockpiles * plan->n_moments; at++) {
        ore_set_point(point, vars->release[at], result->released_t[at]);
    }
    set_risk(plan, vars, result, point);
}
