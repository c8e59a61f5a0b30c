/* Figures of a comparison: the same thing looked up in every case. */
#ifndef OPTIMIZER_WRITE_BOOK_COMPARE_H
#define OPTIMIZER_WRITE_BOOK_COMPARE_H

#include "write/book/sheet.h"

/** What case c is called in the book's language; one whose search did not end,
 * or that has no portfolio, is marked as such. */
const char *ore_case_label(ore_book *book, int c);

/** What came of a case, in words. */
ore_text ore_case_state(const ore_result *result);

/** Whether a difference between case c and the first is one of the rounds, not
 * of searches that were stopped. */
bool ore_case_can_differ(const ore_book *book, int c);

/** A line that names the cases whose search did not end; none when all did. */
void ore_sheet_say_unended(ore_sheet *sheet);

/** Index of the project with this id in case c; -1 = it has none. */
int ore_case_project(const ore_book *book, int c, const char *id);

/** Whether it goes ahead in case c: 1, 0; -1 = the case has no portfolio or no
 * such project. */
int ore_case_chosen(const ore_book *book, int c, const char *id);

/** Cases with a portfolio. */
int ore_case_count(const ore_book *book);

/** In how many of these the base's project p goes ahead, and of how many that
 * have it. */
int ore_case_times(const ore_book *book, int p, int *of);

/** Public face committed in a year, M; NAN without a portfolio. */
double ore_case_funding_m(const ore_book *book, int c, int year);

/** Mean shortfall of the base's target i over the horizon, as a share of its
 * target in case c; NAN without portfolio or target. */
double ore_case_gap(const ore_book *book, int c, int i);

/** The same from what is delivered. */
double ore_case_undelivered(const ore_book *book, int c, int i);

/** The run of columns "case", and beside each but the base's its "change", a
 * quantity and maybe more. */
#define ORE_CASE_COLUMNS(of, ...)                                              \
    ORE_COLUMNS("case", ore_case_columns, ore_case_heading, (of)),             \
        ORE_COLUMNS("change", ore_case_columns, ore_change_heading,            \
                    __VA_ARGS__, .beside = true)
int ore_case_columns(const ore_sheet *sheet);
const char *ore_case_heading(const ore_sheet *sheet, int i);
const char *ore_change_heading(const ore_sheet *sheet, int i);

/** Fill these columns by a figure of every case; changes are formulas, and not
 * known where a search was stopped. */
void ore_cell_cases(ore_sheet_row row, ore_quantity quantity,
                    const double *figures);

#endif
