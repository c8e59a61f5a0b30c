/* Overrides: what a scenario or --set changes, before anything is understood.
 *
 * The value of an address (address.h) replaces, "*f" multiplies, "+x"
 * adds; the last two to every number of the text. What was changed stands at
 * the override's place, so that complaints about it point there. */
#ifndef OPTIMIZER_READ_SCENARIO_OVERRIDE_H
#define OPTIMIZER_READ_SCENARIO_OVERRIDE_H

#include "read/round/reader.h"

typedef struct ore_override {
    ore_source_cell address, value;
    bool is_applied; /**< else only checked */
} ore_override;

/** Change sections (`table` -1 addresses), or rows of loaded tables. The one
 * passes over what the other does. */
void ore_override_section(ore_reader *reader, const ore_override *override);
void ore_override_rows(ore_reader *reader, const ore_override *override);

#endif
