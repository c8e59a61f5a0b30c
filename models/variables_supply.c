/* The columns of what flows, and how a written result spreads over them. */
#include "variables_supply.h"

#include <math.h>

#include "economics/charges.h"
#include "orefolio/asset_sales.h"
#include "orefolio/lending.h"
#include "orefolio/memory.h"
#include "orefolio/screen.h"
#include "orefolio/timing.h"

ore_col *ore_absent_cols(int count)
{
    ore_col *cols = ore_alloc(count, sizeof *cols);

    for (int i = 0; i < count; i++) {
        cols[i].at = -1;
    }
    return cols;
}

void ore_variables_set_point(double *point, ore_col col, double value)
{
    if (col.at >= 0) {
        point[col.at] = value;
    }
}

/* The largest share of capacity the option could have in state j. */
static double best_share(const ore_round *round, int o, int j)
{
    double best = 0.0;

    for (int s = 0; s < round->n_commit; s++) {
        if (ore_may_start(round, o, s, NULL)) {
            best = fmax(best,
                        ore_state_share(round, o, round->commit.first + s, j));
        }
    }
    return best;
}

static void add_operation(const ore_round *round, ore_variables *variables,
                          ore_model *model)
{
    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];

        for (int j = 0; j < round->n_states && option->n_flows > 0; j++) {
            const double best = best_share(round, o, j);

            if (best > 0.0) {
                variables->utilisation[ore_at_state(round, o, j)] =
                    ore_model_add_col(model, ORE_CONTINUOUS, 0.0, best,
                                      "run(%s,%s,%s)",
                                      round->projects[option->project].id,
                                      option->id, round->states[j].name);
            }
        }
    }
}

/* Whether what stays of supply k in year t may be target i's own. */
static bool may_be_kept_for(const ore_round *round, const ore_target *target,
                            int k, int t)
{
    const ore_supply *supply = &round->supplies[k];
    bool may = false;

    for (int a = 0; a < ORE_SALE_ANSWERS && supply->is_open &&
                    supply->material == target->material;
         a++) {
        may = may || (ore_sale_may_answer(supply, (ore_sale_answer)a) &&
                      ore_sale_answer_market(supply, (ore_sale_answer)a) ==
                          target->market &&
                      ore_sale_answer_tpa(supply, (ore_sale_answer)a, t) > 0.0);
    }
    return may;
}

/* Whether target i has deliveries besides those of the common pool. */
static bool has_own_supply(const ore_round *round,
                           const ore_variables *variables, int i, int j)
{
    for (int k = 0; k < round->n_sales; k++) {
        if (round->sales[k].target == i &&
            variables->sell[ore_at_state(round, k, j)].at >= 0) {
            return true;
        }
    }
    for (int k = 0; k < round->n_supplies; k++) {
        const ore_supply *supply = &round->supplies[k];

        if (supply->is_optional &&
            supply->material == round->targets[i].material &&
            supply->market == round->targets[i].market &&
            supply->tpa[round->states[j].t] > 0.0) {
            return true;
        }
        if (may_be_kept_for(round, &round->targets[i], k, round->states[j].t)) {
            return true;
        }
    }
    return ore_reserved_supply_tpa(round, &round->targets[i], j) > 0.0;
}

static void add_sales(const ore_round *round, ore_variables *variables,
                      ore_model *model)
{
    for (int at = 0; at < round->n_sales * round->n_states; at++) {
        const ore_sale *sale = &round->sales[at / round->n_states];
        const int j = at % round->n_states;
        const ore_option *option = &round->options[sale->option];

        if (variables->utilisation[ore_at_state(round, sale->option, j)].at >=
                0 &&
            round->targets[sale->target].target_tpa[round->states[j].t] > 0.0) {
            variables->sell[at] = ore_model_add_col(
                model, ORE_CONTINUOUS, 0.0, sale->output_tpa,
                "sell(%s,%s,%s,%s,%s)", round->projects[option->project].id,
                option->id, round->materials[sale->material].id,
                round->markets[sale->market].id, round->states[j].name);
        }
    }
}

static void add_market(const ore_round *round, ore_variables *variables,
                       ore_model *model, int i, int j)
{
    const ore_target *target = &round->targets[i];
    const char *material = round->materials[target->material].id;
    const char *market = round->markets[target->market].id;
    const char *state = round->states[j].name;
    const double wanted_tpa = target->target_tpa[round->states[j].t];
    const int at = ore_at_state(round, i, j);

    if (wanted_tpa <= 0.0) {
        return;
    }
    variables->deliver[at] =
        ore_model_add_col(model, ORE_CONTINUOUS, 0.0, wanted_tpa,
                          "deliver(%s,%s,%s)", material, market, state);
    variables->unmet[at] =
        ore_model_add_col(model, ORE_CONTINUOUS, 0.0, wanted_tpa,
                          "unmet(%s,%s,%s)", material, market, state);
    variables->pooled[at] =
        has_own_supply(round, variables, i, j)
            ? ore_model_add_col(model, ORE_CONTINUOUS, 0.0, wanted_tpa,
                                "pooled(%s,%s,%s)", material, market, state)
            : variables->deliver[at];
}

/* All of the material that there can be to buy in year t, t/yr: what is not
 * reserved, and what every plant makes. */
static double most_flow_tpa(const ore_round *round, int m, int t)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < round->n_supplies; i++) {
        sum_tpa +=
            round->supplies[i].material == m && round->supplies[i].market < 0
                ? round->supplies[i].tpa[t] +
                      (round->supplies[i].is_open
                           ? round->supplies[i].at_risk[t]
                           : 0.0)
                : 0.0;
    }
    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];

        for (int i = 0; i < option->n_flows; i++) {
            sum_tpa +=
                option->flows[i].material == m
                    ? option->flows[i].output_tpa * best_share(round, o, t)
                    : 0.0;
        }
    }
    return sum_tpa;
}

static void add_stockpiles(const ore_round *round, ore_variables *variables,
                           ore_model *model)
{
    for (int h = 0; h < round->n_stockpiles; h++) {
        const ore_stockpile *stockpile = &round->stockpiles[h];

        for (int t = 0; t < round->n_years; t++) {
            if (ore_account_covers(round, stockpile->budget,
                                   round->horizon.first + t) &&
                round->states[t].disruption < 0) {
                variables->buy[ore_at_year(round, h, t)] = ore_model_add_col(
                    model, ORE_CONTINUOUS, 0.0,
                    fmin(most_flow_tpa(round, stockpile->material, t),
                         fmin(stockpile->buy_max_tpa, stockpile->capacity_t)),
                    "buy(%s,%d)", stockpile->id, round->horizon.first + t);
            }
        }
        for (int j = 0; j < round->n_states; j++) {
            if (round->states[j].disruption >= 0) {
                variables->release[ore_at_state(round, h, j)] =
                    ore_model_add_col(
                        model, ORE_CONTINUOUS, 0.0,
                        fmin(stockpile->release_max_tpa, stockpile->capacity_t),
                        "release(%s,%s)", stockpile->id, round->states[j].name);
            }
        }
    }
}

/* Loans in the years of the disruption, and what is paid back, at most with the
 * interest of all years, from the next one on. */
static void add_loans(const ore_round *round, ore_variables *variables,
                      ore_model *model, int h)
{
    const ore_stockpile *stockpile = &round->stockpiles[h];
    double owed_t = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        owed_t *= 1.0 + stockpile->loan_rate;
        if (owed_t > 0.0) {
            variables->repay[ore_at_year(round, h, t)] = ore_model_add_col(
                model, ORE_CONTINUOUS, 0.0, owed_t, "repay(%s,%d)",
                stockpile->id, round->horizon.first + t);
        }
        if (ore_may_lend(round, h, t)) {
            variables->lend[ore_at_state(round, h, t)] = ore_model_add_col(
                model, ORE_CONTINUOUS, 0.0, stockpile->loan_max_t,
                "lend(%s,%s)", stockpile->id, round->states[t].name);
            owed_t += stockpile->loan_max_t;
        }
    }
}

/* Rows of supply go by their number: the name of an asset is any text, which
 * files of programs do not take. */
static void add_optional_supply(const ore_round *round,
                                ore_variables *variables, ore_model *model)
{
    variables->take = ore_absent_cols(round->n_supplies * round->n_years);
    for (int at = 0; at < round->n_supplies * round->n_years; at++) {
        const ore_supply *supply = &round->supplies[at / round->n_years];
        const int t = at % round->n_years;

        if (supply->is_optional && supply->tpa[t] > 0.0 &&
            (supply->budget < 0 ||
             ore_account_covers(round, supply->budget,
                                round->horizon.first + t))) {
            variables->take[at] = ore_model_add_col(
                model, ORE_CONTINUOUS, 0.0, supply->tpa[t], "take(%s,%s,%d,%d)",
                round->materials[supply->material].id, supply->country,
                at / round->n_years + 1, round->horizon.first + t);
        }
    }
}

static void add_answers(const ore_round *round, ore_variables *variables,
                        ore_model *model)
{
    variables->answer = ore_absent_cols(round->n_supplies * ORE_SALE_ANSWERS);
    for (int at = 0; at < round->n_supplies * ORE_SALE_ANSWERS; at++) {
        const ore_supply *supply = &round->supplies[at / ORE_SALE_ANSWERS];
        const ore_sale_answer answer = (ore_sale_answer)(at % ORE_SALE_ANSWERS);

        if (supply->is_open && answer != ORE_SALE_LET_GO &&
            ore_sale_may_answer(supply, answer)) {
            variables->answer[at] = ore_model_add_col(
                model, ORE_BINARY, 0.0, 1.0, "answer(%s,%s,%d,%s)",
                round->materials[supply->material].id, supply->country,
                at / ORE_SALE_ANSWERS + 1, ore_sale_answer_words[answer]);
        }
    }
}

void ore_add_supply_variables(const ore_round *round, ore_variables *variables,
                              ore_model *model)
{
    const int n_states = round->n_states;

    variables->utilisation = ore_absent_cols(round->n_options * n_states);
    variables->deliver = ore_absent_cols(round->n_targets * n_states);
    variables->unmet = ore_absent_cols(round->n_targets * n_states);
    variables->pooled = ore_absent_cols(round->n_targets * n_states);
    variables->sell = ore_absent_cols(round->n_sales * n_states);
    variables->buy = ore_absent_cols(round->n_stockpiles * round->n_years);
    variables->release = ore_absent_cols(round->n_stockpiles * n_states);
    variables->lend = ore_absent_cols(round->n_stockpiles * n_states);
    variables->repay = ore_absent_cols(round->n_stockpiles * round->n_years);
    add_operation(round, variables, model);
    add_sales(round, variables, model);
    for (int i = 0; i < round->n_targets; i++) {
        for (int j = 0; j < n_states; j++) {
            add_market(round, variables, model, i, j);
        }
    }
    add_stockpiles(round, variables, model);
    for (int h = 0; h < round->n_stockpiles; h++) {
        add_loans(round, variables, model, h);
    }
    add_optional_supply(round, variables, model);
    add_answers(round, variables, model);
}

void ore_supply_point(const ore_round *round, const ore_variables *variables,
                      const ore_result *result, double *point)
{
    for (int at = 0; at < round->n_sales * round->n_states; at++) {
        ore_variables_set_point(point, variables->sell[at],
                                result->sold_tpa[at]);
    }
    for (int i = 0; i < round->n_targets; i++) {
        for (int j = 0; j < round->n_states; j++) {
            const int at = ore_at_state(round, i, j);

            ore_variables_set_point(point, variables->pooled[at],
                                    ore_pooled_tpa(round, result, i, j));
            ore_variables_set_point(point, variables->deliver[at],
                                    result->delivered_tpa[at]);
            ore_variables_set_point(point, variables->unmet[at],
                                    result->shortfall_tpa[at]);
        }
    }
    for (int at = 0; at < round->n_stockpiles * round->n_years; at++) {
        ore_variables_set_point(point, variables->buy[at],
                                result->bought_t[at]);
        ore_variables_set_point(point, variables->repay[at],
                                result->repaid_t[at]);
    }
    for (int at = 0; at < round->n_stockpiles * round->n_states; at++) {
        ore_variables_set_point(point, variables->release[at],
                                result->released_t[at]);
        ore_variables_set_point(point, variables->lend[at], result->lent_t[at]);
    }
    for (int at = 0; at < round->n_supplies * round->n_years; at++) {
        ore_variables_set_point(point, variables->take[at],
                                result->taken_tpa[at]);
    }
    for (int at = 0; at < round->n_supplies * ORE_SALE_ANSWERS; at++) {
        ore_variables_set_point(point, variables->answer[at],
                                (int)result->answer[at / ORE_SALE_ANSWERS] ==
                                        at % ORE_SALE_ANSWERS
                                    ? 1.0
                                    : 0.0);
    }
}
