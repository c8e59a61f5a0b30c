/* Making and freeing sweeps; the words of their families. */
#include "orefolio/sweep.h"

#include <stdlib.h>

#include "base/store.h"
#include "orefolio/memory.h"

const char *const ore_design_families[] = {
    "round", "scenario", "low", "high", "frontier", "sample", NULL};

ore_sweep *ore_sweep_new(void)
{
    ore_sweep *sweep = ore_alloc(1, sizeof *sweep);

    sweep->store = ore_store_new();
    return sweep;
}

void ore_sweep_free(ore_sweep *sweep)
{
    if (sweep) {
        ore_store_free(sweep->store);
        free(sweep);
    }
}
