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
    return ore_book_compose(book, text, ore_case_label(book, c));
}

/* A figure of case c on Summary, in the row with that heading. */
static ore_check_side summary_of(ore_book *book, const char *heading, int c)
{
    ore_sheet_row row = ore_cell_nth(ore_book_row(book, "summary", 0), c);

    while (strcmp(ore_cell_at(row, "figure")->text, heading) != 0) {
        row.at++;
    }
    return (ore_check_side){
        ore_book_print(book, "INDEX(%s,%d)",
                       ore_book_range(book, "summary.case", c), row.at + 1),
        ore_cell_at(row, "case")->number};
}

/* The sum of case c's column of a table. */
static ore_check_side sum_of(ore_book *book, const char *column, int c)
{
    return (ore_check_side){
        ore_book_print(book, "SUM(%s)", ore_book_range(book, column, c)),
        ore_book_sum(book, column, c)};
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
        summary_of(book, ore_book_text(book, ORE_TEXT_SUPPORT), c);

    ore_checks_add_named(sheet, about(book, ORE_TEXT_CHECK_CASE_YEARS, c),
                         shown, sum_of(book, "fundingchange.case", c),
                         ORE_SUMS_AGREE);
    ore_checks_add_named(
        sheet, about(book, ORE_TEXT_CHECK_CASE_INSTRUMENTS, c), shown,
        ore_checks_figure(support_of_instruments(book, c)), ORE_SUMS_AGREE);
}

/* Projects of case c, counted on Selection and in its result. */
static void add_count(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_case *one = &book->cases[c];

    ore_checks_add_named(
        sheet, about(book, ORE_TEXT_CHECK_CASE, c),
        (ore_check_side){ore_book_total(book, "selection.case", c),
                         ore_book_sum(book, "selection.case", c)},
        ore_checks_figure(ore_figure_funded(one->round, one->result)), 0.0);
}

static void add_gaps(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    double sum = 0.0;

    for (int i = 0; i < book->round->n_targets; i++) {
        const double share = ore_case_undelivered(book, c, i);

        sum += isnan(share) ? 0.0 : share;
    }
    ore_checks_add_named(sheet, about(book, ORE_TEXT_CHECK_CASE_GAPS, c),
                         sum_of(book, "gapschange.case", c),
                         ore_checks_figure(sum), ORE_FIGURES_AGREE);
}

static void add_goal(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_case *one = &book->cases[c];
    const ore_objective *use = &one->round->goals[0];
    const char *heading = ore_book_compose(
        book, ORE_TEXT_GOAL_NAMED, ore_book_goal(book, &book->round->goals[0]));
    const ore_goal *goal = ore_objective_goal(use);
    const double rate = strcmp(goal->unit, "M") == 0 ? book->money_rate : 1.0;
    const double again = goal->value(one->round, one->result, use) * rate;

    if (strcmp(use->name, book->round->goals[0].name) == 0) {
        ore_checks_add_named(sheet, about(book, ORE_TEXT_CHECK_CASE_GOAL, c),
                             summary_of(book, heading, c),
                             ore_checks_figure(again),
                             ORE_FIGURES_AGREE * fmax(1.0, fabs(again)));
    }
}

void ore_fill_compared(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_checks_begin(sheet);
    for (int c = 0; c < book->n_cases; c++) {
        if (book->cases[c].result->has_portfolio) {
            add_count(sheet, c);
            add_support(sheet, c);
            add_gaps(sheet, c);
            add_goal(sheet, c);
        }
    }
    ore_checks_end(sheet);
}
