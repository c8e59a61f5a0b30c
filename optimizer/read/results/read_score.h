/* Reading what the recommended projects are worth in a point of a sweep. */
#ifndef OPTIMIZER_READ_RESULTS_READ_SCORE_H
#define OPTIMIZER_READ_RESULTS_READ_SCORE_H

#include "base/diagnostics.h"
#include "orefolio/result.h"
#include "orefolio/round.h"

/** A score that was read. */
typedef struct ore_score {
    bool is_of_result; /**< of exactly the projects of the result */
    double value;      /**< of the first goal; NAN = they cannot go ahead */
} ore_score;

/** Read the score at `path` and hold it against the result, which is of
 * `round`. Unless ORE_OK there are diagnostics with their position. */
ORE_MUST_USE ore_status ore_read_score(const char *path, const ore_round *round,
                                       const ore_result *result,
                                       ore_diags *diags, ore_score *score);

#endif
