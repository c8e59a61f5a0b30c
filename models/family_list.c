/* All families, and the limits of a round that they list. */
#include "registry.h"

#define ORE_FAMILY(name) &ore_family_##name,
const ore_family *const ore_families[] = {
#include "families/families.def"
    NULL};
#undef ORE_FAMILY

int ore_count_families(void)
{
    return ORE_COUNT_OF(ore_families) - 1;
}

ore_limits ore_limits_of(const ore_round *round, const ore_result *result)
{
    ore_limits limits = {0};

    for (int i = 0; ore_families[i]; i++) {
        const int first = limits.n;

        if (ore_families[i]->list_limits) {
            ore_families[i]->list_limits(round, result, &limits);
        }
        for (int k = first; k < limits.n; k++) {
            limits.list[k].family = ore_families[i];
        }
    }
    return limits;
}
