/* Lists of limits and notes, and what a limit says of itself. */
#include "orefolio/limits.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/tolerances.h"

void ore_limits_add(ore_limits *limits, ore_limit limit)
{
    limits->list =
        ore_grow(limits->list, limits->n, &limits->room, sizeof *limits->list);
    limits->list[limits->n++] = limit;
}

void ore_limits_free(ore_limits *limits)
{
    free(limits->list);
    *limits = (ore_limits){0};
}

bool ore_limits_same(const ore_limit *a, const ore_limit *b)
{
    return a->family == b->family && a->of == b->of && a->s == b->s &&
           a->part == b->part;
}

double ore_limit_left(const ore_limit *limit)
{
    return limit->is_floor ? limit->used - limit->limit
                           : limit->limit - limit->used;
}

ore_limit_state ore_limit_state_of(const ore_limit *limit)
{
    const double left = ore_limit_left(limit);
    const double tolerance =
        ORE_TOLERANCE_WRITTEN * fmax(1.0, fabs(limit->limit));

    return left < -tolerance   ? ORE_LIMIT_BROKEN
           : left <= tolerance ? ORE_LIMIT_BINDING
                               : ORE_LIMIT_SLACK;
}

bool ore_limit_is_full(const ore_limit *limit)
{
    static const double full = 0.995;

    return !limit->is_floor && limit->limit > 0.0 &&
           limit->used >= full * limit->limit;
}

double ore_limit_step(double limit)
{
    static const double parts = 10.0;

    return isfinite(limit) ? fabs(limit) / parts : 0.0;
}

void ore_notes_add(ore_notes *notes, ore_note_line line)
{
    notes->list =
        ore_grow(notes->list, notes->n, &notes->room, sizeof *notes->list);
    notes->list[notes->n++] = line;
}

void ore_notes_free(ore_notes *notes)
{
    free(notes->list);
    *notes = (ore_notes){0};
}
