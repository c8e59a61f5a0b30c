/* All measures. */
#include <string.h>

#include "registry.h"

#define ORE_MEASURE(name) &ore_measure_##name,
const ore_measure *const ore_measures[] = {
#include "measures/measures.def"
    NULL};
#undef ORE_MEASURE

const ore_measure *ore_measure_named(const char *name)
{
    if (strncmp(name, "x_", 2) == 0) {
        return strcmp(name, ore_measure_attribute.name) == 0
                   ? NULL
                   : &ore_measure_attribute;
    }
    for (int i = 0; ore_measures[i]; i++) {
        if (strcmp(ore_measures[i]->name, name) == 0) {
            return ore_measures[i];
        }
    }
    return NULL;
}
