/* All kinds of instruments. */
#include "registry.h"

#define ORE_INSTRUMENT(name) &ore_instrument_##name,
const ore_instrument_kind *const ore_instrument_kinds[] = {
#include "instruments/instruments.def"
    NULL};
#undef ORE_INSTRUMENT
