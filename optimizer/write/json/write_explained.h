/* The result file of `explain`, format orefolio-explain/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_EXPLAINED_H
#define OPTIMIZER_WRITE_JSON_WRITE_EXPLAINED_H

#include <jansson.h>

#include "base/diagnostics.h"
#include "orefolio/round.h"
#include "orefolio/study/explanation.h"

/** The answers list [n] as an array, the caller's. */
json_t *ore_json_explained(const ore_round *round, const ore_result *result,
                           const ore_explanation *list, int n);

/** Write the answers list [n] about the portfolio to `path` ("-" = stdout). */
ORE_MUST_USE ore_status ore_write_explained(const ore_round *round,
                                            const ore_result *result,
                                            const ore_explanation *list, int n,
                                            const char *path, ore_diags *diags);

#endif
