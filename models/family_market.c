/* market: who may be sold what. For every moment j:
 *
 *   deliver[m,r,j] <= reserved supply[m,r,j] + sum sell[o,m,r,j]
 *                     + pooled[m,r,j]
 *   sum over r pooled[m,r,j] <= open supply[m,j] + sum release
 *                     + sum out run of options that may sell to every market
 *   sum over r sell[o,m,r,j] <= out[o,m] run[o,j]
 *   sell[o,m,r,j] >= share_min[o,r] out[o,m] run[o,j]
 *   sell[o,m,r,j] >= out[o,m] sum over s of capacity_share[o,s,j]
 *                     (stake[u,o,s] / capex[o] - offtake_band[r] start[o,s])
 *
 * The second holds where an option with markets of its own makes the material;
 * the last where the market's funder u has an offtake in proportion to its
 * stake: its equity, all its commitments, or their budget cost in the option.
 * What is sold beyond a market's target is simply there. */
#include <math.h>

#include "orefolio/timing.h"
#include "registry.h"
#include "sums.h"

static ore_col sell_col(const ore_plan *plan, const ore_vars *vars, int k,
                        int j)
{
    return vars->sell[k * plan->n_moments + j];
}

/* Whether an option with markets of its own makes the material. */
static bool is_divided(const ore_plan *plan, int m)
{
    for (int o = 0; o < plan->n_options; o++) {
        const ore_option *option = &plan->options[o];

        for (int i = 0; i < option->n_flows && option->has_markets; i++) {
            if (option->flows[i].material == m &&
                option->flows[i].output_tpa > 0.0) {
                return true;
            }
        }
    }
    return false;
}

static void emit_delivery(const ore_plan *plan, const ore_vars *vars,
                          ore_model *model, int i, int j)
{
    const ore_target *target = &plan->targets[i];
    const int at = i * plan->n_moments + j;

    if (vars->pooled[at].at == vars->deliver[at].at) {
        return; /* all of it comes from the pool */
    }
    const ore_row row =
        ore_add_row(model, target->where, -HUGE_VAL,
                    ore_reserved_supply_tpa(plan, target, j),
                    "market(%s,%s,%s)", plan->materials[target->material].id,
                    plan->markets[target->market].id, plan->moments[j].name);

    ore_put(model, row, 1.0, vars->deliver[at]);
    ore_put(model, row, -1.0, vars->pooled[at]);
    for (int k = 0; k < plan->n_sales; k++) {
        if (plan->sales[k].target == i) {
            ore_put(model, row, -1.0, sell_col(plan, vars, k, j));
        }
    }
}

static void emit_pool(const ore_plan *plan, const ore_vars *vars,
                      ore_model *model, int m, int j)
{
    if (!is_divided(plan, m)) {
        return;
    }
    const ore_row row =
        ore_add_row(model, plan->materials[m].where, -HUGE_VAL,
                    ore_open_supply_tpa(plan, m, j), "market_pool(%s,%s)",
                    plan->materials[m].id, plan->moments[j].name);

    for (int i = 0; i < plan->n_targets; i++) {
        if (plan->targets[i].material == m) {
            ore_put(model, row, 1.0, vars->pooled[i * plan->n_moments + j]);
        }
    }
    for (int h = 0; h < plan->n_stockpiles; h++) {
        if (plan->stockpiles[h].material == m) {
            ore_put(model, row, -1.0, vars->release[h * plan->n_moments + j]);
        }
    }
    for (int o = 0; o < plan->n_options; o++) {
        const ore_option *option = &plan->options[o];

        for (int i = 0; i < option->n_flows && !option->has_markets; i++) {
            if (option->flows[i].material == m) {
                ore_put(model, row, -option->flows[i].output_tpa,
                        vars->run[o * plan->n_moments + j]);
            }
        }
    }
}

/* Whether sale k is the first of its option and material. */
static bool is_first(const ore_plan *plan, int k)
{
    return k == 0 || plan->sales[k - 1].option != plan->sales[k].option ||
           plan->sales[k - 1].material != plan->sales[k].material;
}

static const char *option_name(const ore_plan *plan, const ore_sale *sale)
{
    return plan->projects[plan->options[sale->option].project].id;
}

static void emit_output(const ore_plan *plan, const ore_vars *vars,
                        ore_model *model, int k, int j)
{
    const ore_sale *sale = &plan->sales[k];
    const ore_col run = vars->run[sale->option * plan->n_moments + j];

    if (!is_first(plan, k) || run.at < 0) {
        return;
    }
    const ore_row row =
        ore_add_row(model, plan->options[sale->option].where, -HUGE_VAL, 0.0,
                    "market_output(%s,%s,%s,%s)", option_name(plan, sale),
                    plan->options[sale->option].id,
                    plan->materials[sale->material].id, plan->moments[j].name);

    ore_put(model, row, -sale->output_tpa, run);
    for (int i = k; i == k || (i < plan->n_sales && !is_first(plan, i)); i++) {
        ore_put(model, row, 1.0, sell_col(plan, vars, i, j));
    }
}

static void emit_promise(const ore_plan *plan, const ore_vars *vars,
                         ore_model *model, int k, int j)
{
    const ore_sale *sale = &plan->sales[k];

    if (sale->share_min <= 0.0 || sell_col(plan, vars, k, j).at < 0) {
        return;
    }
    const ore_row row = ore_add_row(
        model, plan->options[sale->option].where, 0.0, HUGE_VAL,
        "market_promise(%s,%s,%s,%s,%s)", option_name(plan, sale),
        plan->options[sale->option].id, plan->materials[sale->material].id,
        plan->markets[sale->market].id, plan->moments[j].name);

    ore_row_limit(model, row, "`markets` of project %s: a share of %.10g to %s",
                  option_name(plan, sale), sale->share_min,
                  plan->markets[sale->market].id);
    ore_put(model, row, 1.0, sell_col(plan, vars, k, j));
    ore_put(model, row, -sale->share_min * sale->output_tpa,
            vars->run[sale->option * plan->n_moments + j]);
}

/* What a unit of face of offer f, on option o committed in year s, counts as a
 * stake of the market's funder. */
static double stake_share(const ore_plan *plan, const ore_market *market, int f,
                          int o, int s)
{
    const ore_offer *offer = &plan->offers[f];
    const ore_instrument *instrument = &plan->instruments[offer->instrument];

    if (instrument->funder != market->funder) {
        return 0.0;
    }
    switch (market->offtake_basis) {
    case ORE_OFFTAKE_EQUITY:
        return instrument->kind->source == ORE_SOURCE_EQUITY ? 1.0 : 0.0;
    case ORE_OFFTAKE_FACE: return 1.0;
    case ORE_OFFTAKE_BUDGET_COST: return ore_charge_rate(plan, f, o, s);
    }
    return 0.0;
}

static void emit_stake(const ore_plan *plan, const ore_vars *vars,
                       ore_model *model, int k, int j)
{
    const ore_sale *sale = &plan->sales[k];
    const ore_market *market = &plan->markets[sale->market];
    const ore_option *option = &plan->options[sale->option];
    const ore_project *project = &plan->projects[option->project];

    if (isnan(market->offtake_band) || option->capex_m <= 0.0 ||
        sell_col(plan, vars, k, j).at < 0) {
        return;
    }
    const ore_row row = ore_add_row(
        model, market->where, 0.0, HUGE_VAL, "market_stake(%s,%s,%s,%s,%s)",
        project->id, option->id, plan->materials[sale->material].id, market->id,
        plan->moments[j].name);

    ore_row_limit(model, row, "`offtake_band` of market %s = %.10g, project %s",
                  market->id, market->offtake_band, project->id);
    ore_put(model, row, 1.0, sell_col(plan, vars, k, j));
    for (int s = 0; s < plan->n_commit; s++) {
        const double able_tpa =
            sale->output_tpa *
            ore_moment_share(plan, sale->option, plan->commit.first + s, j);

        ore_put(model, row, able_tpa * market->offtake_band,
                vars->start[sale->option * plan->n_commit + s]);
        for (int i = 0; i < project->n_offers; i++) {
            const int f = project->first_offer + i;

            ore_put(model, row,
                    -able_tpa * stake_share(plan, market, f, sale->option, s) /
                        option->capex_m,
                    ore_award_col(plan, vars, f, sale->option, s));
        }
    }
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int j = 0; j < plan->n_moments; j++) {
        for (int i = 0; i < plan->n_targets; i++) {
            emit_delivery(plan, vars, model, i, j);
        }
        for (int m = 0; m < plan->n_materials; m++) {
            emit_pool(plan, vars, model, m, j);
        }
        for (int k = 0; k < plan->n_sales; k++) {
            emit_output(plan, vars, model, k, j);
            emit_promise(plan, vars, model, k, j);
            emit_stake(plan, vars, model, k, j);
        }
    }
}

/* What a project of the result must sell to a market at least, t/yr. */
static double owed_tpa(const ore_plan *plan, const ore_result *result,
                       const ore_sale *sale, int j)
{
    const ore_option *option = &plan->options[sale->option];
    const ore_project *project = &plan->projects[option->project];
    const ore_market *market = &plan->markets[sale->market];
    const double made_tpa =
        sale->output_tpa * result->use[option->project * plan->n_moments + j];
    double stake_m = 0.0;

    if (plan->targets[sale->target].target_tpa[plan->moments[j].t] <= 0.0) {
        return 0.0;
    }
    if (isnan(market->offtake_band) || option->capex_m <= 0.0) {
        return sale->share_min * made_tpa;
    }
    for (int f = project->first_offer;
         f < project->first_offer + project->n_offers; f++) {
        stake_m += stake_share(plan, market, f, sale->option,
                               ore_start_index(plan, result, option->project)) *
                   result->face_m[f];
    }
    return fmax(sale->share_min * made_tpa,
                (stake_m / option->capex_m - market->offtake_band) *
                    sale->output_tpa *
                    ore_moment_share(plan, sale->option,
                                     result->year[option->project], j));
}

static void check_sale(const ore_plan *plan, const ore_result *result,
                       ore_report *report, int k, int j)
{
    const ore_sale *sale = &plan->sales[k];
    const int p = plan->options[sale->option].project;
    const double sold_tpa = result->sold_tpa[k * plan->n_moments + j];
    const bool chosen = result->option[p] == sale->option;
    const double made_tpa =
        chosen ? sale->output_tpa * result->use[p * plan->n_moments + j] : 0.0;
    double all_tpa = 0.0;

    ore_expect_ge(report, sold_tpa,
                  chosen ? fmax(0.0, owed_tpa(plan, result, sale, j)) : 0.0,
                  plan->options[sale->option].where,
                  "sale of %s by %s to %s in %s",
                  plan->materials[sale->material].id, plan->projects[p].id,
                  plan->markets[sale->market].id, plan->moments[j].name);
    if (is_first(plan, k)) {
        for (int i = 0; i < plan->n_sales; i++) {
            all_tpa += plan->sales[i].option == sale->option &&
                               plan->sales[i].material == sale->material
                           ? result->sold_tpa[i * plan->n_moments + j]
                           : 0.0;
        }
        ore_expect_le(
            report, all_tpa, made_tpa, plan->options[sale->option].where,
            "sales of %s by %s in %s", plan->materials[sale->material].id,
            plan->projects[p].id, plan->moments[j].name);
    }
}

/* What is delivered out of the pool is within what may go to any market. */
static void check_pool(const ore_plan *plan, const ore_result *result,
                       ore_report *report, int m, int j)
{
    double open_tpa = ore_open_supply_tpa(plan, m, j), pooled_tpa = 0.0;

    for (int i = 0; i < plan->n_targets; i++) {
        pooled_tpa += plan->targets[i].material == m
                          ? ore_pooled_tpa(plan, result, i, j)
                          : 0.0;
    }
    for (int h = 0; h < plan->n_stockpiles; h++) {
        open_tpa += plan->stockpiles[h].material == m
                        ? result->released_t[h * plan->n_moments + j]
                        : 0.0;
    }
    for (int p = 0; p < plan->n_projects; p++) {
        const ore_option *option =
            result->option[p] < 0 ? NULL : &plan->options[result->option[p]];

        if (!option || option->has_markets) {
            continue;
        }
        for (int i = 0; i < option->n_flows; i++) {
            open_tpa += option->flows[i].material == m
                            ? option->flows[i].output_tpa *
                                  result->use[p * plan->n_moments + j]
                            : 0.0;
        }
    }
    ore_expect_le(report, pooled_tpa, open_tpa, plan->materials[m].where,
                  "deliveries of %s to any market in %s", plan->materials[m].id,
                  plan->moments[j].name);
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int j = 0; j < plan->n_moments; j++) {
        for (int k = 0; k < plan->n_sales; k++) {
            check_sale(plan, result, report, k, j);
        }
        for (int m = 0; m < plan->n_materials; m++) {
            if (is_divided(plan, m)) {
                check_pool(plan, result, report, m, j);
            }
        }
    }
}

const ore_family ore_family_market = {
    .name = "market",
    .summary = "Which markets may be sold what, and what they are promised",
    .summary_ja = "市場別の販売制限と引取保証",
    .emit = emit,
    .check = check,
};
