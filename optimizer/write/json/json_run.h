/* Of the result file: which program ran on which round, and with what options.
 */
#ifndef OPTIMIZER_WRITE_JSON_JSON_RUN_H
#define OPTIMIZER_WRITE_JSON_JSON_RUN_H

#include <jansson.h>

#include "orefolio/round.h"
#include "write/write.h"

/** Each is the caller's. */
json_t *ore_json_program(const ore_write_options *options);
/** Its name, scenario, changes and input files. */
json_t *ore_json_round(const ore_round *round);
/** What the command line asked of the run, so that it can be done again. */
json_t *ore_json_options(const ore_round *round,
                         const ore_write_options *options);

#endif
