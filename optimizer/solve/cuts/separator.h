/* What finds cuts: one file each, listed in separators.def. */
#ifndef OPTIMIZER_SOLVE_CUTS_SEPARATOR_H
#define OPTIMIZER_SOLVE_CUTS_SEPARATOR_H

#include "solve/cuts/cut_pool.h"
#include "solve/cuts/cut_view.h"

typedef struct ore_separator {
    const char *name;
    /** Add cuts that the view's point breaks to the pool. */
    void (*find)(const ore_cut_view *view, ore_cut_pool *pool);
} ore_separator;

/** All of them, in their order; NULL ends the list. */
extern const ore_separator *const ore_separators[];

#endif
