/* Writing what the recommended projects are worth in a point of a sweep. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_SCORE_H
#define OPTIMIZER_WRITE_JSON_WRITE_SCORE_H

#include "base/diagnostics.h"
#include "orefolio/result.h"
#include "orefolio/round.h"

/** Write to `path` the first goal's value when the projects of `result`, which
 * is of `plan`, go ahead there: ORE_OK, ORE_STOPPED when it may be better, or
 * ORE_INFEASIBLE, they cannot. */
ORE_MUST_USE ore_status ore_write_score(const ore_round *round,
                                        const ore_result *result,
                                        ore_status score, double value,
                                        const char *path, ore_diags *diags);

#endif
