/* Scenarios and --set: which overrides there are, and when they act. */
#ifndef OPTIMIZER_READ_SCENARIO_SCENARIO_H
#define OPTIMIZER_READ_SCENARIO_SCENARIO_H

#include "read/round/reader.h"

/** Collect the overrides of every scenario and of --set, and change sections:
 * before anything is taken out of them. */
void ore_begin_scenario(ore_reader *reader);
/** Change rows: after the tables are loaded. */
void ore_finish_scenario(ore_reader *reader);

#endif
