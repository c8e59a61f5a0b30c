/* See orefolio/lending.h. */
#include "orefolio/lending.h"

int ore_lender(const ore_round *round, int h)
{
    const ore_stockpile *stockpile = &round->stockpiles[h];

    return stockpile->lends ? round->budgets[stockpile->budget].funder : -1;
}

bool ore_may_lend(const ore_round *round, int h, int j)
{
    return round->stockpiles[h].lends &&
           round->stockpiles[h].loan_max_t > 0.0 && round->respond >= 0 &&
           j < round->n_years &&
           round->states[j].disruption == round->respond &&
           (round->response != ORE_RESPONSE_NONE || round->baseline.lends);
}

double ore_owed_t(const ore_round *round, const ore_result *result, int h,
                  int t)
{
    double owed_t = 0.0;

    for (int year = 0; year <= t; year++) {
        owed_t = owed_t * (1.0 + round->stockpiles[h].loan_rate) +
                 result->lent_t[ore_at_state(round, h, year)] -
                 result->repaid_t[ore_at_year(round, h, year)];
    }
    return owed_t;
}
