/* Making and freeing sweeps; the words of their families. */
#include "orefolio/study/sweep.h"

#include <stdlib.h>

#include "base/store.h"
#include "orefolio/memory.h"

const char *const ore_design_families[] = {[ORE_DESIGN_ROUND] = "round",
                                           [ORE_DESIGN_SCENARIO] = "scenario",
                                           [ORE_DESIGN_LOW] = "low",
                                           [ORE_DESIGN_HIGH] = "high",
                                           [ORE_DESIGN_FRONTIER] = "frontier",
                                           [ORE_DESIGN_SAMPLE] = "sample",
                                           NULL};
_Static_assert(ORE_COUNT_OF(ore_design_families) - 1 == ORE_DESIGN_FAMILIES,
               "a word for every family");

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
