/* The cells of an action of a response. */
#ifndef OPTIMIZER_WRITE_STUDIES_RESPONSE_ACTIONS_H
#define OPTIMIZER_WRITE_STUDIES_RESPONSE_ACTIONS_H

#include "orefolio/study/response.h"
#include "write/book/table.h"

/** Fill the columns action, of, from, to, amount, unit, cost and worth of the
 * row. */
void ore_cell_action(ore_sheet_row row, const ore_response_case *respond,
                     const ore_action *action);

#endif
