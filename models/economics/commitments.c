/* What the commitments of a written portfolio charge, to accounts and funders:
 * the first part of orefolio/accounting.h. */
#include "orefolio/accounting.h"
#include "orefolio/asset_sales.h"
#include "orefolio/instrument.h"
#include "orefolio/timing.h"

int ore_start_index(const ore_round *round, const ore_result *result, int p)
{
    return result->year[p] - round->commit.first;
}

double ore_committed_rate(const ore_round *round, const ore_result *result,
                          int f)
{
    const int p = round->pairs[f].project;

    return ore_charge_rate(round, f, result->option[p],
                           ore_start_index(round, result, p));
}

double ore_charge_m(const ore_round *round, const ore_result *result, int f)
{
    return result->option[round->pairs[f].project] < 0
               ? 0.0
               : ore_committed_rate(round, result, f) * result->face_m[f];
}

double ore_permit_units(const ore_round *round, int o, int k)
{
    const ore_option *option = &round->options[o];

    return option->office == k ? option->permit_units : 0.0;
}

double ore_permit_units_used(const ore_round *round, const ore_result *result,
                             int k, int year)
{
    double units = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        units += result->option[p] >= 0 && result->year[p] == year
                     ? ore_permit_units(round, result->option[p], k)
                     : 0.0;
    }
    return units;
}

double ore_permit_charge_m(const ore_round *round, const ore_result *result,
                           int b, int year)
{
    double sum_m = 0.0;

    for (int k = 0; k < round->n_offices; k++) {
        const ore_office *office = &round->offices[k];

        if (office->budget >= 0 && (b < 0 || office->budget == b)) {
            sum_m += office->cost_m_per_unit *
                     ore_permit_units_used(round, result, k, year);
        }
    }
    return sum_m;
}

/* Stockpiles and optional supply that are bought in a horizon year, M. */
static double tonnes_m(const ore_round *round, const ore_result *result, int b,
                       int t)
{
    double sum_m = 0.0;

    for (int h = 0; h < round->n_stockpiles; h++) {
        const ore_stockpile *stockpile = &round->stockpiles[h];

        if (b < 0 || stockpile->budget == b) {
            sum_m += ore_stock_cost_m(round, stockpile, t) *
                     result->bought_t[ore_at_year(round, h, t)];
        }
    }
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (supply->budget >= 0 && (b < 0 || supply->budget == b)) {
            sum_m += supply->cost_m_per_t *
                     result->taken_tpa[ore_at_year(round, i, t)];
        }
    }
    return sum_m;
}

double ore_purchase_charge_m(const ore_round *round, const ore_result *result,
                             int b, int year)
{
    const int t = year - round->horizon.first;

    return ore_permit_charge_m(round, result, b, year) +
           ore_sale_answer_charge_m(round, result, b, year) +
           (t >= 0 && t < round->n_years ? tonnes_m(round, result, b, t) : 0.0);
}

double ore_purchase_total_m(const ore_round *round, const ore_result *result,
                            int b)
{
    double sum_m = 0.0;

    for (int y = 0; y < round->n_budget_years; y++) {
        sum_m +=
            ore_purchase_charge_m(round, result, b, round->commit.first + y);
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
        if (u < 0 || round->budgets[b].funder == u) {
            sum_m += ore_purchase_total_m(round, result, b);
        }
    }
    return sum_m;
}
