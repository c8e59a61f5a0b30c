/* Of the result file: which program ran on which round, and with what options.
 */
#ifndef OPTIMIZER_WRITE_JSON_JSON_RUN_H
#define OPTIMIZER_WRITE_JSON_JSON_RUN_H

#include <jansson.h>

#include "orefolio/result.h"
#include "orefolio/round.h"
#include "write/write.h"

/** Each is the caller's. */
json_t *ore_json_program(const ore_write_options *options);
/** Its name, scenario, changes and input files. */
json_t *ore_json_round(const ore_round *round);
/** What the command line asked of the run, so that it can be done again. */
json_t *ore_json_options(const ore_round *round,
                         const ore_write_options *options);

/** The whole result file of one portfolio. */
json_t *ore_json_result(const ore_round *round, const ore_result *result,
                        const ore_write_options *options);
/** "optimal", "gap", "infeasible" or "none"; not to be freed. */
const char *ore_json_status_word(const ore_result *result);
/** The goals, with what is proven of them. */
json_t *ore_json_goal_outcomes(const ore_round *round,
                               const ore_result *result);
/** Add the size of the program, and what was verified. */
void ore_json_set_model(json_t *root, const ore_statistics *statistics);
json_t *ore_json_solver(const ore_statistics *statistics,
                        const ore_write_options *options);

#endif
