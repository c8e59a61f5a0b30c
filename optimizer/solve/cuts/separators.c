/* See separator.h. */
#include "solve/cuts/separator.h"

#include <stddef.h>

#define ORE_SEPARATOR(name) extern const ore_separator ore_separator_##name;
#include "solve/cuts/separators.def"
#undef ORE_SEPARATOR

const ore_separator *const ore_separators[] = {
#define ORE_SEPARATOR(name) &ore_separator_##name,
#include "solve/cuts/separators.def"
#undef ORE_SEPARATOR
    NULL};
