/* Proposed sales of existing supply, and how they are answered: what stays, for
 * whom, and what that costs. */
#ifndef OREFOLIO_ASSET_SALES_H
#define OREFOLIO_ASSET_SALES_H

#include "orefolio/result.h"
#include "orefolio/round.h"

/** "let-go", "conditions", …: as result files have them [ORE_SALE_ANSWERS]. */
extern const char *const ore_sale_answer_words[];
/** The answer of that word; -1 = none. */
int ore_sale_answer_of(const char *word);

/** Whether the round decides how some sale is answered. */
bool ore_has_open_sales(const ore_round *round);

/** Whether the open sale may be answered so. */
bool ore_sale_may_answer(const ore_supply *supply, ore_sale_answer answer);

/** The calendar year from which on it would take the supply. */
int ore_sale_year(const ore_supply *supply);

/** Which market may use what stays under the answer; -1 = any. */
int ore_sale_answer_market(const ore_supply *supply, ore_sale_answer answer);

/** What stays of an open sale's supply under the answer in horizon year t,
 * t/yr; 0 before the sale, when all of it is secured. */
double ore_sale_answer_tpa(const ore_supply *supply, ore_sale_answer answer,
                           int t);

/** The same as the result answers it; 0 of supply without an open sale. */
double ore_kept_tpa(const ore_round *round, const ore_result *result, int i,
                    int t);

/** What account b pays for answers to sales of a calendar year, M; of all
 * accounts when b is negative. */
double ore_sale_answer_charge_m(const ore_round *round,
                                const ore_result *result, int b, int year);

#endif
