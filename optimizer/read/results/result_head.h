/* What a result file says first, shared by those who read more of it. */
#ifndef OPTIMIZER_READ_RESULTS_RESULT_HEAD_H
#define OPTIMIZER_READ_RESULTS_RESULT_HEAD_H

#include "orefolio/result.h"
#include "read/formats/json_node.h"

/** The root's status, and whether it comes with a portfolio; false after an
 * error. */
bool ore_json_status(const ore_json_node *root, ore_status *status,
                     bool *has_portfolio);

/** The scenario that the result is of, and where it says so; false after an
 * error. */
bool ore_json_scenario(const ore_json_node *root, const char **name,
                       ore_where *where);

#endif
