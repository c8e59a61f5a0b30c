/* See orefolio/asset_sales.h. */
#include "orefolio/asset_sales.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const ore_sale_answer_words[] = {
    [ORE_SALE_LET_GO] = "let-go",
    [ORE_SALE_CONDITIONS] = "conditions",
    [ORE_SALE_BLOCK] = "block",
    [ORE_SALE_COUNTER] = "counter-bid"};
_Static_assert(ORE_COUNT_OF(ore_sale_answer_words) == ORE_SALE_ANSWERS,
               "a word for every answer");

int ore_sale_answer_of(const char *word)
{
    for (int a = 0; a < ORE_SALE_ANSWERS; a++) {
        if (strcmp(word, ore_sale_answer_words[a]) == 0) {
            return a;
        }
    }
    return -1;
}

bool ore_has_open_sales(const ore_round *round)
{
    bool has_some = false;

    for (int i = 0; i < round->n_supplies; i++) {
        has_some = has_some || round->supplies[i].is_open;
    }
    return has_some;
}

bool ore_sale_may_answer(const ore_supply *supply, ore_sale_answer answer)
{
    return answer == ORE_SALE_LET_GO ? !supply->must_answer
                                     : !isnan(supply->answer_cost_m[answer]);
}

int ore_sale_year(const ore_supply *supply)
{
    return (int)strtol(supply->sale_on, NULL, 10);
}

int ore_sale_answer_market(const ore_supply *supply, ore_sale_answer answer)
{
    return answer == ORE_SALE_COUNTER ? supply->counter_market : supply->market;
}

double ore_sale_answer_tpa(const ore_supply *supply, ore_sale_answer answer,
                           int t)
{
    switch (answer) {
    case ORE_SALE_CONDITIONS:
        return supply->condition_share * supply->at_risk[t];
    case ORE_SALE_BLOCK:
    case ORE_SALE_COUNTER: return supply->at_risk[t];
    default: return 0.0;
    }
}

double ore_kept_tpa(const ore_round *round, const ore_result *result, int i,
                    int t)
{
    const ore_supply *supply = &round->supplies[i];

    return supply->is_open ? ore_sale_answer_tpa(supply, result->answer[i], t)
                           : 0.0;
}

double ore_sale_answer_charge_m(const ore_round *round,
                                const ore_result *result, int b, int year)
{
    double sum_m = 0.0;

    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (supply->is_open && supply->sale_budget >= 0 &&
            (b < 0 || supply->sale_budget == b) &&
            result->answer[i] != ORE_SALE_LET_GO &&
            ore_sale_year(supply) == year) {
            sum_m += supply->answer_cost_m[result->answer[i]];
        }
    }
    return sum_m;
}
