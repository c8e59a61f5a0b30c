/* Tables of checks: figures that must agree, each computed by live formulas out
 * of two places. The last row sums them up; every sheet shows it. */
#ifndef OPTIMIZER_WRITE_BOOK_CHECKS_H
#define OPTIMIZER_WRITE_BOOK_CHECKS_H

#include "write/book/sheet.h"

/** One side of a check: a formula and its value. NULL = a value. */
typedef struct ore_check_side {
    const char *formula;
    double value;
} ore_check_side;

/** Sums of figures that are rounded one by one agree to the first, in millions
 * or t/yr; single figures and shares to the second. */
#define ORE_SUMS_AGREE    1e-3
#define ORE_FIGURES_AGREE 1e-6

/** Begin the sheet's table, with its columns. */
void ore_begin_checks(ore_sheet *sheet, const char *name, const char *file);
/** Add a row: both sides agree within the tolerance, or all_checks_good is
 * false from here on. */
void ore_add_check(ore_sheet *sheet, const char *text, ore_check_side left,
                   ore_check_side right, double tolerance);
/** Add the row that sums up the sheet `id`, named All_checks, and colours. */
void ore_end_checks(ore_sheet *sheet, ore_sheet_id id);

#endif
