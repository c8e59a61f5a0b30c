/* The result file of `priority`, format orefolio-priority/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_PRIORITY_H
#define OPTIMIZER_WRITE_JSON_WRITE_PRIORITY_H

#include "base/diagnostics.h"
#include "orefolio/study/priority.h"

/** Write the list to `path` ("-" = stdout). */
ORE_MUST_USE ore_status ore_write_priority(const ore_round *round,
                                           const ore_priority *priority,
                                           const char *path, ore_diags *diags);

#endif
