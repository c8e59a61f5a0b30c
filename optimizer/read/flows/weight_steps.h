/* Weight steps of targets: "0.3:1 0.4:2 1:4". */
#ifndef OPTIMIZER_READ_FLOWS_WEIGHT_STEPS_H
#define OPTIMIZER_READ_FLOWS_WEIGHT_STEPS_H

#include "read/round/reader.h"

/** The steps of a cell, SHARE:WEIGHT each, into *steps, owned by the store; how
 * many. After a mistake, which is reported, none. */
int ore_take_weight_steps(const ore_reader *reader, const ore_source_cell *cell,
                          const ore_weight_step **steps);

#endif
