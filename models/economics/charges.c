/* Sums over columns that several families write. */
#include "economics/charges.h"

#include <math.h>

#include "orefolio/instrument.h"
#include "orefolio/timing.h"

void ore_put_starts(const ore_round *round, const ore_variables *variables,
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

int ore_start_index(const ore_round *round, const ore_result *result, int p)
{
    return result->year[p] - round->commit.first;
}

double ore_charge_m(const ore_round *round, const ore_result *result, int f)
{
    const int p = round->pairs[f].project;

    return result->option[p] < 0
               ? 0.0
               : ore_charge_rate(round, f, result->option[p],
                                 ore_start_index(round, result, p)) *
                     result->face_m[f];
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

void ore_sum_synergies(const ore_round *round, const ore_variables *variables,
                       const ore_expression *sum, double coef)
{
    for (int i = 0; i < round->n_links; i++) {
        ore_expression_add(sum, coef * round->links[i].value_m,
                           variables->synergy[i]);
    }
}

void ore_sum_awards(const ore_round *round, const ore_variables *variables,
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

double ore_dedicated_tpa(const ore_round *round, const ore_result *result,
                         int i, int j)
{
    double own_tpa = ore_reserved_supply_tpa(round, &round->targets[i], j);

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

double ore_stock_charge_m(const ore_round *round, const ore_result *result,
                          int b, int t)
{
    double sum_m = 0.0;

    for (int h = 0; h < round->n_stockpiles; h++) {
        const ore_stockpile *stockpile = &round->stockpiles[h];

        if (b < 0 || stockpile->budget == b) {
            sum_m += ore_stock_cost_m(round, stockpile, t) *
                     result->bought_t[ore_at_year(round, h, t)];
        }
    }
    return sum_m;
}

double ore_funder_charge_m(const ore_round *round, const ore_result *result,
                           int u)
{
    double sum_m = 0.0;

    for (int f = 0; f < round->n_pairs; f++) {
        if (u < 0 ||
            round->instruments[round->pairs[f].instrument].funder == u) {
            sum_m += ore_charge_m(round, result, f);
        }
    }
    for (int b = 0; b < round->n_budgets; b++) {
        for (int t = 0; t < round->n_years; t++) {
            if (u < 0 || round->budgets[b].funder == u) {
                sum_m += ore_stock_charge_m(round, result, b, t);
            }
        }
    }
    return sum_m;
}
