/* All measures, and what they come to in a written result. */
#include <string.h>

#include "economics/project_sums.h"
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

double ore_largest_measure(const ore_measure *measure, const ore_round *round,
                           const ore_selection *selection)
{
    return measure->per_option
               ? ore_most_funded(round, selection, measure->per_option)
           : measure->per_face
               ? ore_most_committed(round, selection, measure->per_face)
               : measure->most(round, selection);
}

double ore_evaluate_measure(const ore_measure *measure, const ore_round *round,
                            const ore_result *result,
                            const ore_selection *selection)
{
    return measure->per_option
               ? ore_sum_funded(round, result, selection, measure->per_option)
           : measure->per_face
               ? ore_sum_committed(round, result, selection, measure->per_face)
               : measure->value(round, result, selection);
}
