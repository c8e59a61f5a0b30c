/* See outlines.h. */
#include "write/html/outlines.h"

#include <stdlib.h>
#include <string.h>

const ore_outline ore_outlines[] = {
#define ORE_OUTLINE(code, x, y, left, top, right, bottom, path)                \
    {code, x, y, left, top, right, bottom, path},
#include "write/html/outlines.def"
#undef ORE_OUTLINE
};

const int ore_outline_count = sizeof ore_outlines / sizeof *ore_outlines;

static int compare(const void *code, const void *outline)
{
    return strcmp(code, ((const ore_outline *)outline)->code);
}

const ore_outline *ore_outline_of(const char *code)
{
    return bsearch(code, ore_outlines, (size_t)ore_outline_count,
                   sizeof *ore_outlines, compare);
}
