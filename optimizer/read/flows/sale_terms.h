/* What a row of supply says of a proposed sale that the round decides about. */
#ifndef OPTIMIZER_READ_FLOWS_SALE_TERMS_H
#define OPTIMIZER_READ_FLOWS_SALE_TERMS_H

#include "read/flows/series.h"

/** Complete the terms of a row that is filled, and report those that do not
 * belong together. */
void ore_complete_sale(const ore_reader *reader, const ore_record *record,
                       ore_series_point *row);

/** Whether two rows say the same of their sale. */
bool ore_same_sale_terms(const ore_sale_terms *a, const ore_sale_terms *b);

/** Whether the round decides about the sale of the series: its terms say so,
 * and no review has answered what they have no cost for. */
bool ore_is_open_sale(const ore_series_point *series);

/** Give the supply, whose sale is open, the terms of its series. */
void ore_take_sale_terms(const ore_series_point *series, ore_supply *supply);

#endif
