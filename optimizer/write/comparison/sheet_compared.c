/* CompChecks: what must agree between the sheets of a comparison, and with the
 * results that they come from. */
#include <math.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "write/book/checks.h"
#include "write/book/columns.h"
#include "write/book/compare.h"
#include "write/book/proof.h"

static const char *about(ore_book *book, ore_text text, int c)
{
    return ore_compose(book, text,
                       (const char *const[]){ore_case_label(book, c), NULL});
}

/* A figure of case c on Summary, in the row with that heading. */
static ore_check_side summary_of(ore_book *book, const char *heading, int c)
{
    const ore_sheet_table *table = &book->sheets[ORE_SHEET_SUMMARY].tables[0];
    const int column = ore_case_column(ORE_SUMMARY_CASES, c);
    int row = 0;

    while (strcmp(table->cells[row * table->n_columns].text, heading) != 0) {
        row++;
    }
    return (ore_check_side){
        ore_keep(book, "INDEX(%s,%d)",
                 ore_column_range(book, ORE_SHEET_SUMMARY, 0, column), row + 1),
        table->cells[row * table->n_columns + column].number};
}

/* The sum of case c's column of a sheet. */
static ore_check_side sum_of(ore_book *book, ore_sheet_id id, int c)
{
    const int column = ore_case_column(1, c);

    return (ore_check_side){
        ore_keep(book, "SUM(%s)", ore_column_range(book, id, 0, column)),
        ore_column_sum(&book->sheets[id].tables[0], column)};
}

/* Public support by instrument, as it is shown. */
static double support_of_instruments(const ore_book *book, int c)
{
    const ore_round *round = book->cases[c].round;
    double sum_m = 0.0;

    for (int k = 0; k < round->n_instruments; k++) {
        for (int year = round->commit.first; year <= round->commit.last;
             year++) {
            sum_m += ore_figure_face_m(round, book->cases[c].result, k, year);
        }
    }
    return sum_m * book->money_rate;
}

static void add_support(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_check_side shown =
        summary_of(book, ore_say(book, ORE_TEXT_SUPPORT), c);

    ore_add_check(sheet, about(book, ORE_TEXT_CHECK_CASE_YEARS, c), shown,
                  sum_of(book, ORE_SHEET_FUNDING_CHANGE, c), ORE_SUMS_AGREE);
    ore_add_check(sheet, about(book, ORE_TEXT_CHECK_CASE_INSTRUMENTS, c), shown,
                  (ore_check_side){NULL, support_of_instruments(book, c)},
                  ORE_SUMS_AGREE);
}

/* Projects of case c, counted on Selection and in its result. */
static void add_count(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_case *one = &book->cases[c];
    enum { CASES = 4 };

    ore_add_check(
        sheet, about(book, ORE_TEXT_CHECK_CASE, c),
        (ore_check_side){
            ore_total_cell(book, ORE_SHEET_SELECTION, 0, CASES + c),
            ore_column_sum(&book->sheets[ORE_SHEET_SELECTION].tables[0],
                           CASES + c)},
        (ore_check_side){NULL, ore_figure_funded(one->round, one->result)},
        0.0);
}

static void add_gaps(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    double sum = 0.0;

    for (int i = 0; i < book->round->n_targets; i++) {
        const double share = ore_case_undelivered(book, c, i);

        sum += isnan(share) ? 0.0 : share;
    }
    ore_add_check(sheet, about(book, ORE_TEXT_CHECK_CASE_GAPS, c),
                  sum_of(book, ORE_SHEET_GAPS_CHANGE, c),
                  (ore_check_side){NULL, sum}, ORE_FIGURES_AGREE);
}

static void add_goal(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_case *one = &book->cases[c];
    const ore_objective *use = &one->round->goals[0];
    const char *heading =
        ore_compose(book, ORE_TEXT_GOAL_NAMED,
                    (const char *const[]){
                        ore_goal_title(book, &book->round->goals[0]), NULL});
    const ore_goal *goal = ore_objective_goal(use);
    const double rate = strcmp(goal->unit, "M") == 0 ? book->money_rate : 1.0;
    const double again = goal->value(one->round, one->result, use) * rate;

    if (strcmp(use->name, book->round->goals[0].name) == 0) {
        ore_add_check(sheet, about(book, ORE_TEXT_CHECK_CASE_GOAL, c),
                      summary_of(book, heading, c),
                      (ore_check_side){NULL, again},
                      ORE_FIGURES_AGREE * fmax(1.0, fabs(again)));
    }
}

void ore_fill_compared(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_begin_checks(sheet, "tblCompChecks", "compchecks");
    for (int c = 0; c < book->n_cases; c++) {
        if (book->cases[c].result->has_portfolio) {
            add_count(sheet, c);
            add_support(sheet, c);
            add_gaps(sheet, c);
            add_goal(sheet, c);
        }
        ore_add_check(
            sheet, about(book, ORE_TEXT_CHECK_CASE_STOPPED, c),
            (ore_check_side){NULL, !ore_has_ended(book->cases[c].result)},
            (ore_check_side){NULL, 0.0}, 0.0);
    }
    ore_end_checks(sheet, ORE_SHEET_COMPARED);
}
