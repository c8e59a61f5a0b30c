/* Checks: figures of the workbook that must agree. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "write/book/checks.h"
#include "write/book/columns.h"
#include "write/book/money.h"
#include "write/book/proof.h"
#include "write/what_if/what_if.h"

static int count_numbers(const ore_book *book, const char *slug, const char *id)
{
    int n = 0;

    for (ore_sheet_row row = ore_book_row(book, slug, 0);
         row.at < row.table->n_rows; row.at++) {
        n += ore_cell_at(row, id)->is_number;
    }
    return n;
}

/* A check of the totals of two columns. */
static void add_totals(ore_sheet *sheet, ore_text text, const char *left,
                       const char *right)
{
    ore_book *book = sheet->book;

    ore_checks_add(sheet, text, ore_checks_total(book, left),
                   ore_checks_total(book, right), ORE_SUMS_AGREE);
}

static void add_portfolio(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_checks_add(
        sheet, ORE_TEXT_CHECK_SOURCES,
        (ore_check_side){"SUM({total portfolio.kind..equity})",
                         ore_book_sum(book, "portfolio.kind..equity", -1)},
        ore_checks_total(book, "portfolio.capex"), ORE_SUMS_AGREE);
    add_totals(sheet, ORE_TEXT_CHECK_YEARS, "portfolio.support",
               "funding.total");
    add_totals(sheet, ORE_TEXT_CHECK_INSTRUMENTS, "funding.total",
               "instruments.total");
    add_totals(sheet, ORE_TEXT_CHECK_FACES, "portfolio.support",
               "commitments.face");
    add_totals(sheet, ORE_TEXT_CHECK_COSTS, "portfolio.cost",
               "commitments.cost");
}

/* Every charge falls on an account, when every instrument has one. */
static void add_accounts(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    double over = 0.0;
    bool all_charged = true;

    for (ore_sheet_row row = ore_book_row(book, "budgets", 0);
         row.at < row.table->n_rows; row.at++) {
        const ore_sheet_cell *headroom = ore_cell_at(row, "headroom");

        over += headroom->is_number && headroom->number < -0.01;
    }
    for (int k = 0; k < book->round->n_instruments; k++) {
        all_charged = all_charged && book->round->instruments[k].budget >= 0;
    }
    ore_checks_none(
        sheet, ORE_TEXT_CHECK_OVERDRAWN,
        (ore_check_side){"COUNTIF({budgets.headroom},\"<-0.01\")", over});
    if (all_charged) {
        ore_checks_add(sheet, ORE_TEXT_CHECK_CHARGES,
                       ore_checks_total(book, "budgets.used"),
                       ore_checks_budget_cost(book), ORE_SUMS_AGREE);
    }
}

static void add_counts(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const int n_in = count_numbers(book, "portfolio", "year");
    const int n_out = count_numbers(book, "notfunded", "capex");

    ore_checks_add(sheet, ORE_TEXT_CHECK_SCHEDULE,
                   (ore_check_side){"COUNT({portfolio.year})", n_in},
                   (ore_check_side){"COUNT({schedule.start})",
                                    count_numbers(book, "schedule", "start")},
                   0.0);
    ore_checks_add(
        sheet, ORE_TEXT_CHECK_COUNT,
        (ore_check_side){"COUNT({portfolio.year})+COUNT({notfunded.capex})",
                         n_in + n_out},
        ore_checks_figure(book->round->n_projects), 0.0);
}

/* Means of the sheet Gaps against the yearly figures, and the shares that its
 * chart draws against the flows beside them. */
static void add_gaps(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const int n_years = book->round->n_years;

    if (count_numbers(book, "gaps", "target") == 0) {
        return;
    }
    ore_checks_add(
        sheet, ORE_TEXT_CHECK_MEANS, ore_checks_sum(book, "gaps.after"),
        (ore_check_side){
            ore_book_print(book, "SUM({gapsbyyear.after})/%d", n_years),
            ore_book_sum(book, "gapsbyyear.after", -1) / n_years},
        ORE_SUMS_AGREE);
    ore_checks_add(sheet, ORE_TEXT_CHECK_SHARES,
                   ore_checks_sum(book, "gaps.share_after"),
                   (ore_check_side){"SUMPRODUCT({gaps.after}/{gaps.target})",
                                    ore_book_sum(book, "gaps.share_after", -1)},
                   ORE_FIGURES_AGREE);
}

/* What other programs read is what people see. */
static void add_data(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_checks_add(sheet, ORE_TEXT_CHECK_DATA_FUNDING,
                   ore_checks_total(book, "commitments.face"),
                   ore_checks_sum(book, "data_funding.face"), ORE_SUMS_AGREE);
    ore_checks_add(sheet, ORE_TEXT_CHECK_DATA_GAPS,
                   ore_checks_sum(book, "gapsbyyear.after"),
                   ore_checks_sum(book, "data_gaps.shortfall_tpa"),
                   ORE_SUMS_AGREE);
}

/* WhatIf begins at the portfolio: the chain comes to its shortfalls, unless
 * something is changed there. */
static void add_what_if(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const double after = ore_book_sum(book, "gapsbyyear.after", -1);

    ore_checks_add(
        sheet, ORE_TEXT_CHECK_WHAT_IF,
        (ore_check_side){ore_book_print(book,
                                        "IF(%s=0,SUM({chaintargets.short}),"
                                        "SUM({gapsbyyear.after}))",
                                        ore_what_if_changed(book)),
                         ore_book_sum(book, "chaintargets.short", -1)},
        (ore_check_side){"SUM({gapsbyyear.after})", after}, ORE_SUMS_AGREE);
}

static bool is_broken(const ore_result *result, const ore_link *link)
{
    const bool p = result->option[link->project] >= 0;
    const bool q = result->option[link->other] >= 0;

    switch (link->kind) {
    case ORE_LINK_REQUIRES:
        return p && (!q || result->year[link->project] <
                               result->year[link->other] + link->lag_years);
    case ORE_LINK_EXCLUDES: return p && q;
    case ORE_LINK_TOGETHER: return p != q;
    case ORE_LINK_SYNERGY: break;
    }
    return false;
}

static void add_links(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;
    int n = 0;

    for (int i = 0; i < round->n_links; i++) {
        n += is_broken(sheet->book->result, &round->links[i]);
    }
    if (round->n_links > 0) {
        ore_checks_none(sheet, ORE_TEXT_CHECK_LINKS, ore_checks_figure(n));
    }
}

static void add_limits(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_checks_none(
        sheet, ORE_TEXT_CHECK_BROKEN,
        ore_checks_count(book, "constraints.status", ORE_TEXT_BROKEN));
    for (int i = 0; i < ore_book_foreign_count(book); i++) {
        const ore_currency *currency = ore_book_foreign(book, i);

        ore_checks_add_named(
            sheet,
            ore_book_compose(book, ORE_TEXT_CHECK_FOREIGN,
                             ore_book_money_word(book, currency->code),
                             ore_book_money_word(book, book->money)),
            ore_checks_total_of(book, "funding.foreign", i),
            (ore_check_side){
                ore_book_print(book, "{total funding.total}%s",
                               ore_book_conversion_formula(book, currency)),
                ore_book_converted(book, currency,
                                   ore_book_sum(book, "funding.total", -1))},
            ORE_SUMS_AGREE);
    }
}

/* What the solver reported against the written figures. */
static void add_solver(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    for (int g = 0; g < round->n_goals; g++) {
        const ore_goal *goal = ore_objective_goal(&round->goals[g]);
        const ore_goal_outcome *outcome = &book->result->goals[g];

        if (!goal || !isfinite(outcome->value)) {
            continue;
        }
        const char *label = ore_book_goal(book, &round->goals[g]);
        const double again = goal->value(round, book->result, &round->goals[g]);

        ore_checks_add_named(
            sheet, ore_book_compose(book, ORE_TEXT_CHECK_GOAL, label),
            ore_checks_figure(outcome->value), ore_checks_figure(again),
            ORE_FIGURES_AGREE * fmax(1.0, fabs(again)));
    }
    ore_checks_add(
        sheet, ORE_TEXT_CHECK_VERIFIED,
        ore_checks_figure(ore_statistics_of(book->options)->worst_violation),
        ore_checks_figure(0.0), ORE_FIGURES_AGREE);
}

void ore_fill_checks(ore_sheet *sheet)
{
    ore_checks_begin(sheet);
    add_portfolio(sheet);
    add_accounts(sheet);
    add_counts(sheet);
    add_gaps(sheet);
    add_data(sheet);
    add_what_if(sheet);
    add_links(sheet);
    add_limits(sheet);
    add_solver(sheet);
    ore_checks_end(sheet);
}
