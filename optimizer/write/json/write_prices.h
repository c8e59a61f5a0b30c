/* The result file of `prices`, format orefolio-prices/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_PRICES_H
#define OPTIMIZER_WRITE_JSON_WRITE_PRICES_H

#include "base/diagnostics.h"
#include "orefolio/study/prices.h"

/** Write the curves [n] around the portfolio to `path` ("-" = stdout). */
ORE_MUST_USE ore_status ore_write_prices(const ore_round *round,
                                         const ore_result *result,
                                         const ore_price_curve *curves, int n,
                                         const char *path, ore_diags *diags);

#endif
