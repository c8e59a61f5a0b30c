/* The registries: one line of a .def file each. */
#include "registry.h"

#include <string.h>

#define ORE_FAMILY(name) &ore_family_##name,
const ore_family *const ore_families[] = {
#include "families.def"
    NULL};
#undef ORE_FAMILY

#define ORE_GOAL(name) &ore_goal_##name,
const ore_goal *const ore_goals[] = {
#include "goals.def"
    NULL};
#undef ORE_GOAL

#define ORE_INSTRUMENT(name) &ore_instrument_##name,
const ore_instrument_kind *const ore_instrument_kinds[] = {
#include "instruments.def"
    NULL};
#undef ORE_INSTRUMENT

const ore_goal *ore_goal_named(const char *name)
{
    for (int i = 0; ore_goals[i]; i++) {
        if (strcmp(ore_goals[i]->name, name) == 0) {
            return ore_goals[i];
        }
    }
    return NULL;
}
