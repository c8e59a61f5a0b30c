/* Tables of checks: figures that must agree, each computed by live formulas out
 * of two places. The last row sums them up; every sheet shows it. */
#ifndef OPTIMIZER_WRITE_BOOK_CHECKS_H
#define OPTIMIZER_WRITE_BOOK_CHECKS_H

#include "write/book/sheet.h"

/** One side of a check: a formula, which names columns by their ids, and its
 * value. NULL = a value. */
typedef struct ore_check_side {
    const char *formula;
    double value;
} ore_check_side;

/** Sums of figures that are rounded one by one agree to the first, in millions
 * or t/yr; single figures and shares to the second. */
#define ORE_SUMS_AGREE    1e-3
#define ORE_FIGURES_AGREE 1e-6

/** Begin the sheet's table. */
void ore_checks_begin(ore_sheet *sheet);
/** Sides: a figure that no cell has; the sum above a column of another table,
 * "gaps.after"; the sum of its cells; how many of them hold a text. */
ore_check_side ore_checks_figure(double value);
ore_check_side ore_checks_total(ore_book *book, const char *column);
/** The sum above the i-th column of a run. */
ore_check_side ore_checks_total_of(ore_book *book, const char *column, int i);
ore_check_side ore_checks_sum(ore_book *book, const char *column);
ore_check_side ore_checks_count(ore_book *book, const char *column,
                                ore_text text);
/** What commitments and purchases charge to accounts. */
ore_check_side ore_checks_budget_cost(ore_book *book);
/** Add a row: both sides agree within the tolerance, or all_checks_good is
 * false from here on. */
void ore_checks_add(ore_sheet *sheet, ore_text text, ore_check_side left,
                    ore_check_side right, double tolerance);
void ore_checks_add_named(ore_sheet *sheet, const char *text,
                          ore_check_side left, ore_check_side right,
                          double tolerance);
/** The same of what must be none: a count. */
void ore_checks_none(ore_sheet *sheet, ore_text text, ore_check_side found);
/** Add the row that sums up the others, named All_checks. */
void ore_checks_end(ore_sheet *sheet);

#endif
