/* The result file of `diff`, format orefolio-diff/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_CAUSES_H
#define OPTIMIZER_WRITE_JSON_WRITE_CAUSES_H

#include "base/diagnostics.h"
#include "orefolio/causes.h"

/** Two rounds and what differs between them. Borrowed. */
typedef struct ore_causes_told {
    const ore_round *before, *after;
    const ore_input_change *changes; /**< [causes->n_changes] */
    const ore_causes *causes;
} ore_causes_told;

/** Write it to `path` ("-" = stdout). */
ORE_MUST_USE ore_status ore_write_causes(const ore_causes_told *told,
                                         const char *path, ore_diags *diags);

#endif
