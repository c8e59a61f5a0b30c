/* What the sheets of responses to disruptions share. */
#ifndef OPTIMIZER_WRITE_STUDIES_RESPONSE_CELLS_H
#define OPTIMIZER_WRITE_STUDIES_RESPONSE_CELLS_H

#include "orefolio/study/response.h"
#include "write/book/table.h"

/** Ids of the columns of its cases. */
extern const char *const ore_response_columns[ORE_RESPONSE_COLUMNS];

/** Goal g of the case; NAN = it has no portfolio. */
double ore_response_goal(const ore_response_case *of, int g);

/** Fill the columns action, of, from, to, amount, unit, cost and worth of the
 * row. */
void ore_cell_action(ore_sheet_row row, const ore_response_case *respond,
                     const ore_action *action);

#endif
