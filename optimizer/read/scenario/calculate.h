/* What an override makes of a value: "*1.3" multiplies, "+5" adds, anything
 * else replaces. */
#ifndef OPTIMIZER_READ_SCENARIO_CALCULATE_H
#define OPTIMIZER_READ_SCENARIO_CALCULATE_H

#include "read/round/reader.h"

/** The text that `value` ("*1.3", "+5", "7") makes of `old` (NULL = nothing
 * there); NULL after an error at `value`. Owned by the store. */
const char *ore_overridden(const ore_reader *reader,
                           const ore_source_cell *value, const char *old);

/** Whether "*f" and "+x" can change the text: it has numbers. */
bool ore_can_calculate(const char *text);

#endif
