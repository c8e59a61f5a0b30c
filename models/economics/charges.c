/* Sums over columns that several families write. */
#include "economics/charges.h"

#include <math.h>

#include "orefolio/asset_sales.h"
#include "orefolio/instrument.h"
#include "orefolio/timing.h"

void ore_row_add_starts(const ore_round *round, const ore_variables *variables,
                        ore_model *model, ore_row row, double coef, int p,
                        ore_years years)
{
    const ore_project *project = &round->projects[p];

    for (int i = 0; i < project->n_options; i++) {
        const int o = project->first_option + i;

        for (int s = years.first; s <= years.last; s++) {
            ore_model_add_coef(model, row, coef,
                               variables->start[ore_at_commit(round, o, s)]);
        }
    }
}

double ore_synergy_m(const ore_round *round, const ore_result *result)
{
    double sum_m = 0.0;

    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];

        if (link->kind == ORE_LINK_SYNERGY &&
            result->option[link->project] >= 0 &&
            result->option[link->other] >= 0) {
            sum_m += link->value_m;
        }
    }
    return sum_m;
}

void ore_expression_add_synergies(const ore_round *round,
                                  const ore_variables *variables,
                                  const ore_expression *sum, double coef)
{
    for (int i = 0; i < round->n_links; i++) {
        ore_expression_add(sum, coef * round->links[i].value_m,
                           variables->synergy[i]);
    }
}

void ore_expression_add_awards(const ore_round *round,
                               const ore_variables *variables,
                               const ore_expression *sum, bool at_cost)
{
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_project *project = &round->projects[round->pairs[f].project];

        for (int i = 0; i < project->n_options * round->n_commit; i++) {
            const int o = project->first_option + i / round->n_commit;
            const double unit =
                at_cost ? ore_charge_rate(round, f, o, i % round->n_commit)
                        : 1.0;

            ore_expression_add(sum, unit,
                               variables->award[variables->award_first[f] + i]);
        }
    }
}

static bool is_taken_from(const ore_round *round, int i, int material,
                          int market)
{
    const ore_supply *supply = &round->supplies[i];

    return supply->is_optional && supply->material == material &&
           supply->market == market;
}

/* What stays of supply i for the market, whose sale is open. */
static void add_kept(const ore_round *round, const ore_variables *variables,
                     const ore_expression *sum, double coef, int market, int i,
                     int j)
{
    const ore_supply *supply = &round->supplies[i];

    for (int a = 0; a < ORE_SALE_ANSWERS; a++) {
        if (ore_sale_answer_market(supply, (ore_sale_answer)a) == market) {
            ore_expression_add(sum,
                               coef * ore_supply_left(round, i, j) *
                                   ore_sale_answer_tpa(supply,
                                                       (ore_sale_answer)a,
                                                       round->states[j].t),
                               variables->answer[i * ORE_SALE_ANSWERS + a]);
        }
    }
}

void ore_expression_add_taken(const ore_round *round,
                              const ore_variables *variables,
                              const ore_expression *sum, double coef,
                              int material, int market, int j)
{
    for (int i = 0; i < round->n_supplies; i++) {
        if (is_taken_from(round, i, material, market)) {
            ore_expression_add(
                sum, coef * ore_supply_left(round, i, j),
                variables->take[ore_at_year(round, i, round->states[j].t)]);
        }
        if (round->supplies[i].is_open &&
            round->supplies[i].material == material) {
            add_kept(round, variables, sum, coef, market, i, j);
        }
    }
}

double ore_taken_tpa(const ore_round *round, const ore_result *result,
                     int material, int market, int j)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < round->n_supplies; i++) {
        if (is_taken_from(round, i, material, market)) {
            sum_tpa +=
                ore_supply_left(round, i, j) *
                result->taken_tpa[ore_at_year(round, i, round->states[j].t)];
        }
        if (round->supplies[i].material == material &&
            ore_sale_answer_market(&round->supplies[i], result->answer[i]) ==
                market) {
            sum_tpa += ore_supply_left(round, i, j) *
                       ore_kept_tpa(round, result, i, round->states[j].t);
        }
    }
    return sum_tpa;
}

/* Permits: by option and commitment year. */
static int count_permits(const ore_round *round)
{
    return round->n_offices > 0 ? round->n_options * round->n_commit : 0;
}

static ore_purchase permit_at(const ore_round *round,
                              const ore_variables *variables, int i)
{
    const ore_option *option = &round->options[i / round->n_commit];
    ore_purchase permit = {.budget = -1,
                           .year = round->commit.first + i % round->n_commit,
                           .col = variables->start[i]};

    if (option->office >= 0) {
        const ore_office *office = &round->offices[option->office];

        permit.budget = office->budget;
        permit.cost_m = office->cost_m_per_unit * option->permit_units;
    }
    return permit;
}

/* Answers to asset sales. */
static int count_answers(const ore_round *round)
{
    return ore_has_open_sales(round) ? round->n_supplies * ORE_SALE_ANSWERS : 0;
}

static ore_purchase answer_at(const ore_round *round,
                              const ore_variables *variables, int i)
{
    const ore_supply *supply = &round->supplies[i / ORE_SALE_ANSWERS];
    ore_purchase answer = {.budget = -1, .col = variables->answer[i]};

    if (answer.col.at >= 0) {
        answer.budget = supply->sale_budget;
        answer.year = ore_sale_year(supply);
        answer.cost_m = supply->answer_cost_m[i % ORE_SALE_ANSWERS];
    }
    return answer;
}

int ore_count_purchases(const ore_round *round)
{
    return (round->n_stockpiles + round->n_supplies) * round->n_years +
           count_permits(round) + count_answers(round);
}

ore_purchase ore_purchase_at(const ore_round *round,
                             const ore_variables *variables, int i)
{
    const int n_bought = round->n_stockpiles * round->n_years;
    const int n_tonnes = n_bought + round->n_supplies * round->n_years;
    const int t = i % round->n_years, year = round->horizon.first + t;

    if (i >= n_tonnes + count_permits(round)) {
        return answer_at(round, variables, i - n_tonnes - count_permits(round));
    }
    if (i >= n_tonnes) {
        return permit_at(round, variables, i - n_tonnes);
    }
    if (i < n_bought) {
        const ore_stockpile *stockpile = &round->stockpiles[i / round->n_years];

        return (ore_purchase){stockpile->budget, year,
                              ore_stock_cost_m(round, stockpile, t),
                              variables->buy[i]};
    }
    const ore_supply *supply =
        &round->supplies[(i - n_bought) / round->n_years];

    return (ore_purchase){supply->budget, year, supply->cost_m_per_t,
                          variables->take[i - n_bought]};
}

void ore_expression_add_funder_cost(const ore_round *round,
                                    const ore_variables *variables,
                                    const ore_expression *sum, double coef,
                                    int u)
{
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];
        const ore_project *project = &round->projects[pair->project];

        if (u >= 0 && round->instruments[pair->instrument].funder != u) {
            continue;
        }
        for (int i = 0; i < project->n_options * round->n_commit; i++) {
            ore_expression_add(sum,
                               coef * ore_charge_rate(round, f,
                                                      project->first_option +
                                                          i / round->n_commit,
                                                      i % round->n_commit),
                               variables->award[variables->award_first[f] + i]);
        }
    }
    for (int i = 0; i < ore_count_purchases(round); i++) {
        const ore_purchase purchase = ore_purchase_at(round, variables, i);

        if (purchase.budget >= 0 &&
            (u < 0 || round->budgets[purchase.budget].funder == u)) {
            ore_expression_add(sum, coef * purchase.cost_m, purchase.col);
        }
    }
}

double ore_dedicated_tpa(const ore_round *round, const ore_result *result,
                         int i, int j)
{
    const ore_target *target = &round->targets[i];
    double own_tpa =
        ore_reserved_supply_tpa(round, target, j) +
        ore_taken_tpa(round, result, target->material, target->market, j);

    for (int k = 0; k < round->n_sales; k++) {
        if (round->sales[k].target == i) {
            own_tpa += result->sold_tpa[ore_at_state(round, k, j)];
        }
    }
    return own_tpa;
}

double ore_pooled_tpa(const ore_round *round, const ore_result *result, int i,
                      int j)
{
    return fmax(0.0, result->delivered_tpa[ore_at_state(round, i, j)] -
                         ore_dedicated_tpa(round, result, i, j));
}
