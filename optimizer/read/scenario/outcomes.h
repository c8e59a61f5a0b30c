/* Outcomes of events: which keys of theirs are changes, and which of them have
 * come. */
#ifndef OPTIMIZER_READ_SCENARIO_OUTCOMES_H
#define OPTIMIZER_READ_SCENARIO_OUTCOMES_H

#include "read/round/reader.h"

/** Whether the key of an [outcome NAME] is an address that it changes. */
bool ore_is_change(const char *key);

/** Whether the list "a,b" of known outcomes that was asked for has the name. */
bool ore_outcome_is_known(const ore_reader *reader, const char *name);

#endif
