/* market: who may be sold what. For every state j:
 *
 *   deliver[m,r,j] <= reserved supply[m,r,j] + sum sell[o,m,r,j]
 *                     + pooled[m,r,j]
 *   sum over r pooled[m,r,j] <= unreserved supply[m,j] + sum release
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

#include "economics/charges.h"
#include "orefolio/timing.h"
#include "registry.h"

static ore_col sell_col(const ore_round *round, const ore_variables *variables,
                        int k, int j)
{
    return variables->sell[ore_at_state(round, k, j)];
}

/* Whether an option with markets of its own makes the material. */
static bool is_divided(const ore_round *round, int m)
{
    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];

        for (int i = 0; i < option->n_flows && option->has_markets; i++) {
            if (option->flows[i].material == m &&
                option->flows[i].output_tpa > 0.0) {
                return true;
            }
        }
    }
    return false;
}

static void emit_delivery(const ore_round *round,
                          const ore_variables *variables, ore_model *model,
                          int i, int j)
{
    const ore_target *target = &round->targets[i];
    const int at = ore_at_state(round, i, j);

    if (variables->pooled[at].at == variables->deliver[at].at) {
        return; /* all of it comes from the pool */
    }
    const ore_row row = ore_model_add_row(
        model, target->where, -HUGE_VAL,
        ore_reserved_supply_tpa(round, target, j), "market(%s,%s,%s)",
        round->materials[target->material].id,
        round->markets[target->market].id, round->states[j].name);
    const ore_expression sum = {
        .model = model, .goal = -1, .row = row, .scale = -1.0};

    ore_expression_add_taken(round, variables, &sum, 1.0, target->material,
                             target->market, j);
    ore_model_add_coef(model, row, 1.0, variables->deliver[at]);
    ore_model_add_coef(model, row, -1.0, variables->pooled[at]);
    for (int k = 0; k < round->n_sales; k++) {
        if (round->sales[k].target == i) {
            ore_model_add_coef(model, row, -1.0,
                               sell_col(round, variables, k, j));
        }
    }
}

static void emit_pool(const ore_round *round, const ore_variables *variables,
                      ore_model *model, int m, int j)
{
    if (!is_divided(round, m)) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, round->materials[m].where, -HUGE_VAL,
        ore_unreserved_supply_tpa(round, m, j), "market_pool(%s,%s)",
        round->materials[m].id, round->states[j].name);
    const ore_expression sum = {
        .model = model, .goal = -1, .row = row, .scale = -1.0};

    ore_expression_add_taken(round, variables, &sum, 1.0, m, -1, j);
    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == m) {
            ore_model_add_coef(model, row, 1.0,
                               variables->pooled[ore_at_state(round, i, j)]);
        }
    }
    for (int h = 0; h < round->n_stockpiles; h++) {
        if (round->stockpiles[h].material == m) {
            ore_model_add_coef(model, row, -1.0,
                               variables->release[ore_at_state(round, h, j)]);
            ore_model_add_coef(model, row, -1.0,
                               variables->lend[ore_at_state(round, h, j)]);
            if (j < round->n_years) {
                ore_model_add_coef(model, row, 1.0,
                                   variables->repay[ore_at_year(round, h, j)]);
            }
        }
    }
    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];

        for (int i = 0; i < option->n_flows && !option->has_markets; i++) {
            if (option->flows[i].material == m) {
                ore_model_add_coef(
                    model, row, -option->flows[i].output_tpa,
                    variables->utilisation[ore_at_state(round, o, j)]);
            }
        }
    }
}

/* Whether sale k is the first of its option and material. */
static bool is_first(const ore_round *round, int k)
{
    return k == 0 || round->sales[k - 1].option != round->sales[k].option ||
           round->sales[k - 1].material != round->sales[k].material;
}

static const char *option_name(const ore_round *round, const ore_sale *sale)
{
    return round->projects[round->options[sale->option].project].id;
}

static void emit_output(const ore_round *round, const ore_variables *variables,
                        ore_model *model, int k, int j)
{
    const ore_sale *sale = &round->sales[k];
    const ore_col run =
        variables->utilisation[ore_at_state(round, sale->option, j)];

    if (!is_first(round, k) || run.at < 0) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, round->options[sale->option].where, -HUGE_VAL, 0.0,
        "market_output(%s,%s,%s,%s)", option_name(round, sale),
        round->options[sale->option].id, round->materials[sale->material].id,
        round->states[j].name);

    ore_model_add_coef(model, row, -sale->output_tpa, run);
    for (int i = k; i == k || (i < round->n_sales && !is_first(round, i));
         i++) {
        ore_model_add_coef(model, row, 1.0, sell_col(round, variables, i, j));
    }
}

static void emit_promise(const ore_round *round, const ore_variables *variables,
                         ore_model *model, int k, int j)
{
    const ore_sale *sale = &round->sales[k];

    if (sale->share_min <= 0.0 || sell_col(round, variables, k, j).at < 0) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, round->options[sale->option].where, 0.0, HUGE_VAL,
        "market_promise(%s,%s,%s,%s,%s)", option_name(round, sale),
        round->options[sale->option].id, round->materials[sale->material].id,
        round->markets[sale->market].id, round->states[j].name);

    ore_model_row_limit(model, row,
                        "`markets` of project %s: a share of %.10g to %s",
                        option_name(round, sale), sale->share_min,
                        round->markets[sale->market].id);
    ore_model_add_coef(model, row, 1.0, sell_col(round, variables, k, j));
    ore_model_add_coef(
        model, row, -sale->share_min * sale->output_tpa,
        variables->utilisation[ore_at_state(round, sale->option, j)]);
}

/* What a unit of face of pair f, on option o committed in year s, counts as a
 * stake of the market's funder. */
static double stake_share(const ore_round *round, const ore_market *market,
                          int f, int o, int s)
{
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];

    if (instrument->funder != market->funder) {
        return 0.0;
    }
    switch (market->offtake_basis) {
    case ORE_OFFTAKE_EQUITY:
        return instrument->kind->source == ORE_SOURCE_EQUITY ? 1.0 : 0.0;
    case ORE_OFFTAKE_FACE: return 1.0;
    case ORE_OFFTAKE_BUDGET_COST: return ore_charge_rate(round, f, o, s);
    }
    return 0.0;
}

static void emit_stake(const ore_round *round, const ore_variables *variables,
                       ore_model *model, int k, int j)
{
    const ore_sale *sale = &round->sales[k];
    const ore_market *market = &round->markets[sale->market];
    const ore_option *option = &round->options[sale->option];
    const ore_project *project = &round->projects[option->project];

    if (isnan(market->offtake_band) || option->capex_m <= 0.0 ||
        sell_col(round, variables, k, j).at < 0) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, market->where, 0.0, HUGE_VAL, "market_stake(%s,%s,%s,%s,%s)",
        project->id, option->id, round->materials[sale->material].id,
        market->id, round->states[j].name);

    ore_model_row_limit(model, row,
                        "`offtake_band` of market %s = %.10g, project %s",
                        market->id, market->offtake_band, project->id);
    ore_model_add_coef(model, row, 1.0, sell_col(round, variables, k, j));
    for (int s = 0; s < round->n_commit; s++) {
        const double able_tpa =
            sale->output_tpa *
            ore_state_share(round, sale->option, round->commit.first + s, j);

        ore_model_add_coef(
            model, row, able_tpa * market->offtake_band,
            variables->start[ore_at_commit(round, sale->option, s)]);
        for (int i = 0; i < project->n_pairs; i++) {
            const int f = project->first_pair + i;

            ore_model_add_coef(
                model, row,
                -able_tpa * stake_share(round, market, f, sale->option, s) /
                    option->capex_m,
                ore_variables_award(round, variables, f, sale->option, s));
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int j = 0; j < round->n_states; j++) {
        for (int i = 0; i < round->n_targets; i++) {
            emit_delivery(round, variables, model, i, j);
        }
        for (int m = 0; m < round->n_materials; m++) {
            emit_pool(round, variables, model, m, j);
        }
        for (int k = 0; k < round->n_sales; k++) {
            emit_output(round, variables, model, k, j);
            emit_promise(round, variables, model, k, j);
            emit_stake(round, variables, model, k, j);
        }
    }
}

/* What a project of the result must sell to a market at least, t/yr. */
static double owed_tpa(const ore_round *round, const ore_result *result,
                       const ore_sale *sale, int j)
{
    const ore_option *option = &round->options[sale->option];
    const ore_project *project = &round->projects[option->project];
    const ore_market *market = &round->markets[sale->market];
    const double made_tpa =
        sale->output_tpa *
        result->utilisation[ore_at_state(round, option->project, j)];
    double stake_m = 0.0;

    if (round->targets[sale->target].target_tpa[round->states[j].t] <= 0.0) {
        return 0.0;
    }
    if (isnan(market->offtake_band) || option->capex_m <= 0.0) {
        return sale->share_min * made_tpa;
    }
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        stake_m +=
            stake_share(round, market, f, sale->option,
                        ore_start_index(round, result, option->project)) *
            result->face_m[f];
    }
    return fmax(sale->share_min * made_tpa,
                (stake_m / option->capex_m - market->offtake_band) *
                    sale->output_tpa *
                    ore_state_share(round, sale->option,
                                    result->year[option->project], j));
}

static void check_sale(const ore_round *round, const ore_result *result,
                       ore_report *report, int k, int j)
{
    const ore_sale *sale = &round->sales[k];
    const int p = round->options[sale->option].project;
    const double sold_tpa = result->sold_tpa[ore_at_state(round, k, j)];
    const bool chosen = result->option[p] == sale->option;
    const double made_tpa =
        chosen
            ? sale->output_tpa * result->utilisation[ore_at_state(round, p, j)]
            : 0.0;
    double all_tpa = 0.0;

    ore_expect_ge(report, sold_tpa,
                  chosen ? fmax(0.0, owed_tpa(round, result, sale, j)) : 0.0,
                  round->options[sale->option].where,
                  "sale of %s by %s to %s in %s",
                  round->materials[sale->material].id, round->projects[p].id,
                  round->markets[sale->market].id, round->states[j].name);
    if (is_first(round, k)) {
        for (int i = 0; i < round->n_sales; i++) {
            all_tpa += round->sales[i].option == sale->option &&
                               round->sales[i].material == sale->material
                           ? result->sold_tpa[ore_at_state(round, i, j)]
                           : 0.0;
        }
        ore_expect_le(
            report, all_tpa, made_tpa, round->options[sale->option].where,
            "sales of %s by %s in %s", round->materials[sale->material].id,
            round->projects[p].id, round->states[j].name);
    }
}

/* What is delivered out of the pool is within what may go to any market. */
static void check_pool(const ore_round *round, const ore_result *result,
                       ore_report *report, int m, int j)
{
    double open_tpa = ore_unreserved_supply_tpa(round, m, j) +
                      ore_taken_tpa(round, result, m, -1, j),
           pooled_tpa = 0.0;

    for (int i = 0; i < round->n_targets; i++) {
        pooled_tpa += round->targets[i].material == m
                          ? ore_pooled_tpa(round, result, i, j)
                          : 0.0;
    }
    for (int h = 0; h < round->n_stockpiles; h++) {
        open_tpa += round->stockpiles[h].material == m
                        ? result->released_t[ore_at_state(round, h, j)] +
                              result->lent_t[ore_at_state(round, h, j)]
                        : 0.0;
        pooled_tpa += round->stockpiles[h].material == m && j < round->n_years
                          ? result->repaid_t[ore_at_year(round, h, j)]
                          : 0.0;
    }
    for (int p = 0; p < round->n_projects; p++) {
        const ore_option *option =
            result->option[p] < 0 ? NULL : &round->options[result->option[p]];

        if (!option || option->has_markets) {
            continue;
        }
        for (int i = 0; i < option->n_flows; i++) {
            open_tpa += option->flows[i].material == m
                            ? option->flows[i].output_tpa *
                                  result->utilisation[ore_at_state(round, p, j)]
                            : 0.0;
        }
    }
    ore_expect_le(report, pooled_tpa, open_tpa, round->materials[m].where,
                  "deliveries of %s to any market in %s",
                  round->materials[m].id, round->states[j].name);
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int j = 0; j < round->n_states; j++) {
        for (int k = 0; k < round->n_sales; k++) {
            check_sale(round, result, report, k, j);
        }
        for (int m = 0; m < round->n_materials; m++) {
            if (is_divided(round, m)) {
                check_pool(round, result, report, m, j);
            }
        }
    }
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (round->n_markets > 1) {
        ore_notes_add(notes,
                      (ore_note_line){.text = "Markets: what plants sell to "
                                              "whom stays divided as it is"});
    }
}

const ore_family ore_family_market = {
    .name = "market",
    .summary = "Which markets may be sold what, and what they are promised",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
