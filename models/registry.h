/* Declarations of everything that the .def files of this folder register. */
#ifndef MODELS_REGISTRY_H
#define MODELS_REGISTRY_H

#include "orefolio/family.h"
#include "orefolio/goal.h"
#include "orefolio/instrument.h"
#include "orefolio/measure.h"

#define ORE_FAMILY(name) extern const ore_family ore_family_##name;
#include "families/families.def"
#undef ORE_FAMILY
#define ORE_GOAL(name) extern const ore_goal ore_goal_##name;
#include "goals/goals.def"
#undef ORE_GOAL
#define ORE_MEASURE(name) extern const ore_measure ore_measure_##name;
#include "measures/measures.def"
#undef ORE_MEASURE
#define ORE_INSTRUMENT(name)                                                   \
    extern const ore_instrument_kind ore_instrument_##name;
#include "instruments/instruments.def"
#undef ORE_INSTRUMENT

#endif
