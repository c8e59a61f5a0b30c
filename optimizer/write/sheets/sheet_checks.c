/* Checks: figures of the workbook that must agree. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "write/book/checks.h"
#include "write/book/columns.h"
#include "write/book/data.h"
#include "write/book/proof.h"
#include "write/book/sheet.h"

static ore_check_side total(ore_book *book, ore_sheet_id id, int table,
                            int column)
{
    return (ore_check_side){
        ore_total_cell(book, id, table, column),
        ore_column_sum(&book->sheets[id].tables[table], column)};
}

static int rows_with_numbers(const ore_sheet_table *table, int column)
{
    int n = 0;

    for (int row = 0; row < table->n_rows; row++) {
        n += table->cells[row * table->n_columns + column].is_number;
    }
    return n;
}

static void add_portfolio(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const int kinds = ore_kind_count();
    const int first = ore_portfolio_sources(book->round);
    const int cost = first + kinds + 2;
    const ore_sheet *portfolio = &book->sheets[ORE_SHEET_PORTFOLIO];
    double sources_m = 0.0;

    for (int c = first; c < cost; c++) {
        sources_m += ore_column_sum(&portfolio->tables[0], c);
    }
    ore_add_check(
        sheet, ore_say(book, ORE_TEXT_CHECK_SOURCES),
        (ore_check_side){
            ore_keep(book, "SUM(%s:%s)",
                     ore_total_cell(book, ORE_SHEET_PORTFOLIO, 0, first),
                     ore_total_cell(book, ORE_SHEET_PORTFOLIO, 0, cost - 1)),
            sources_m},
        total(book, ORE_SHEET_PORTFOLIO, 0, ORE_PORTFOLIO_CAPEX),
        ORE_SUMS_AGREE);
    ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_YEARS),
                  total(book, ORE_SHEET_PORTFOLIO, 0, ORE_PORTFOLIO_SUPPORT),
                  total(book, ORE_SHEET_FUNDING, ORE_FUNDING_YEARS,
                        ore_funding_total(book->round)),
                  ORE_SUMS_AGREE);
    ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_INSTRUMENTS),
                  total(book, ORE_SHEET_FUNDING, ORE_FUNDING_YEARS,
                        ore_funding_total(book->round)),
                  total(book, ORE_SHEET_FUNDING, ORE_FUNDING_INSTRUMENTS,
                        2 + book->round->n_commit),
                  ORE_SUMS_AGREE);
    ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_FACES),
                  total(book, ORE_SHEET_PORTFOLIO, 0, ORE_PORTFOLIO_SUPPORT),
                  total(book, ORE_SHEET_COMMITMENTS, 0, ORE_COMMITMENTS_FACE),
                  ORE_SUMS_AGREE);
    ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_COSTS),
                  total(book, ORE_SHEET_PORTFOLIO, 0, cost),
                  total(book, ORE_SHEET_COMMITMENTS, 0, ORE_COMMITMENTS_COST),
                  ORE_SUMS_AGREE);
}

/* Every charge falls on an account, when every instrument has one. */
static void add_accounts(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *budgets =
        &book->sheets[ORE_SHEET_FUNDING].tables[ORE_FUNDING_BUDGETS];
    const char *headroom = ore_column_range(
        book, ORE_SHEET_FUNDING, ORE_FUNDING_BUDGETS, ORE_BUDGETS_HEADROOM);
    double over = 0.0;
    bool all_charged = true;

    for (int row = 0; row < budgets->n_rows; row++) {
        const ore_sheet_cell *cell =
            &budgets->cells[row * budgets->n_columns + ORE_BUDGETS_HEADROOM];

        over += cell->is_number && cell->number < -0.01;
    }
    for (int k = 0; k < book->round->n_instruments; k++) {
        all_charged = all_charged && book->round->instruments[k].budget >= 0;
    }
    ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_OVERDRAWN),
                  (ore_check_side){
                      ore_keep(book, "COUNTIF(%s,\"<-0.01\")", headroom), over},
                  (ore_check_side){NULL, 0.0}, 0.0);
    if (all_charged) {
        double cost;
        const char *formula = ore_budget_cost(book, &cost);

        ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_CHARGES),
                      total(book, ORE_SHEET_FUNDING, ORE_FUNDING_BUDGETS,
                            ORE_BUDGETS_USED),
                      (ore_check_side){formula, cost}, ORE_SUMS_AGREE);
    }
}

static void add_counts(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *chosen =
        &book->sheets[ORE_SHEET_PORTFOLIO].tables[0];
    const ore_sheet_table *planned =
        &book->sheets[ORE_SHEET_SCHEDULE].tables[0];
    const ore_sheet_table *others =
        &book->sheets[ORE_SHEET_NOT_FUNDED].tables[0];
    const char *in =
        ore_column_range(book, ORE_SHEET_PORTFOLIO, 0, ORE_PORTFOLIO_YEAR);
    const char *out =
        ore_column_range(book, ORE_SHEET_NOT_FUNDED, 0, ORE_NOT_FUNDED_CAPEX);
    const int n_in = rows_with_numbers(chosen, ORE_PORTFOLIO_YEAR);
    const int n_out = rows_with_numbers(others, ORE_NOT_FUNDED_CAPEX);

    ore_add_check(
        sheet, ore_say(book, ORE_TEXT_CHECK_SCHEDULE),
        (ore_check_side){ore_keep(book, "COUNT(%s)", in), n_in},
        (ore_check_side){
            ore_keep(book, "COUNT(%s)",
                     ore_column_range(book, ORE_SHEET_SCHEDULE, 0, 4)),
            rows_with_numbers(planned, 4)},
        0.0);
    ore_add_check(
        sheet, ore_say(book, ORE_TEXT_CHECK_COUNT),
        (ore_check_side){ore_keep(book, "COUNT(%s)+COUNT(%s)", in, out),
                         n_in + n_out},
        (ore_check_side){NULL, book->round->n_projects}, 0.0);
}

/* Means of the sheet Gaps against the yearly figures, and the shares that its
 * chart draws against the flows beside them. */
static void add_gaps(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *gaps = &book->sheets[ORE_SHEET_GAPS].tables[0];
    const ore_sheet_table *yearly =
        &book->sheets[ORE_SHEET_GAPS_BY_YEAR].tables[0];
    const char *after =
        ore_column_range(book, ORE_SHEET_GAPS, 0, ORE_GAPS_AFTER);
    const int n_years = book->round->n_years;

    if (rows_with_numbers(gaps, ORE_GAPS_TARGET) == 0) {
        return;
    }
    ore_add_check(
        sheet, ore_say(book, ORE_TEXT_CHECK_MEANS),
        (ore_check_side){ore_keep(book, "SUM(%s)", after),
                         ore_column_sum(gaps, ORE_GAPS_AFTER)},
        (ore_check_side){ore_keep(book, "SUM(%s)/%d",
                                  ore_column_range(book, ORE_SHEET_GAPS_BY_YEAR,
                                                   0, ORE_YEARLY_AFTER),
                                  n_years),
                         ore_column_sum(yearly, ORE_YEARLY_AFTER) / n_years},
        ORE_SUMS_AGREE);
    ore_add_check(
        sheet, ore_say(book, ORE_TEXT_CHECK_SHARES),
        (ore_check_side){ore_keep(book, "SUM(%s)",
                                  ore_column_range(book, ORE_SHEET_GAPS, 0,
                                                   ORE_GAPS_SHARE_AFTER)),
                         ore_column_sum(gaps, ORE_GAPS_SHARE_AFTER)},
        (ore_check_side){ore_keep(book, "SUMPRODUCT(%s/%s)", after,
                                  ore_column_range(book, ORE_SHEET_GAPS, 0,
                                                   ORE_GAPS_TARGET)),
                         ore_column_sum(gaps, ORE_GAPS_SHARE_AFTER)},
        ORE_FIGURES_AGREE);
}

/* What other programs read is what people see. */
static void add_data(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *funding =
        book->sheets[ORE_SHEET_DATA_FUNDING].tables;
    const ore_sheet_table *gaps = book->sheets[ORE_SHEET_DATA_GAPS].tables;
    const ore_sheet_table *yearly = book->sheets[ORE_SHEET_GAPS_BY_YEAR].tables;

    ore_add_check(
        sheet, ore_say(book, ORE_TEXT_CHECK_DATA_FUNDING),
        total(book, ORE_SHEET_COMMITMENTS, 0, ORE_COMMITMENTS_FACE),
        (ore_check_side){ore_keep(book, "SUM(%s)",
                                  ore_column_range(book, ORE_SHEET_DATA_FUNDING,
                                                   0, ORE_DATA_FACE)),
                         ore_column_sum(funding, ORE_DATA_FACE)},
        ORE_SUMS_AGREE);
    ore_add_check(
        sheet, ore_say(book, ORE_TEXT_CHECK_DATA_GAPS),
        (ore_check_side){ore_keep(book, "SUM(%s)",
                                  ore_column_range(book, ORE_SHEET_GAPS_BY_YEAR,
                                                   0, ORE_YEARLY_AFTER)),
                         ore_column_sum(yearly, ORE_YEARLY_AFTER)},
        (ore_check_side){ore_keep(book, "SUM(%s)",
                                  ore_column_range(book, ORE_SHEET_DATA_GAPS, 0,
                                                   ORE_DATA_SHORTFALL)),
                         ore_column_sum(gaps, ORE_DATA_SHORTFALL)},
        ORE_SUMS_AGREE);
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
        ore_add_check(sheet, ore_say(sheet->book, ORE_TEXT_CHECK_LINKS),
                      (ore_check_side){NULL, n}, (ore_check_side){NULL, 0.0},
                      0.0);
    }
}

static void add_limits(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *limits =
        &book->sheets[ORE_SHEET_CONSTRAINTS].tables[0];
    const char *broken = ore_say(book, ORE_TEXT_BROKEN);
    double n = 0.0;

    for (int row = 0; row < limits->n_rows; row++) {
        const ore_sheet_cell *cell =
            &limits->cells[row * limits->n_columns + ORE_CONSTRAINTS_STATUS];

        n += ore_is_text(book, cell, ORE_TEXT_BROKEN);
    }
    ore_add_check(
        sheet, ore_say(book, ORE_TEXT_CHECK_BROKEN),
        (ore_check_side){ore_keep(book, "COUNTIF(%s,\"%s\")",
                                  ore_column_range(book, ORE_SHEET_CONSTRAINTS,
                                                   0, ORE_CONSTRAINTS_STATUS),
                                  broken),
                         n},
        (ore_check_side){NULL, 0.0}, 0.0);
    if (ore_has_yen(book)) {
        const int yen = 1 + ore_funding_total(book->round);
        const ore_sheet_table *funding =
            &book->sheets[ORE_SHEET_FUNDING].tables[0];

        ore_add_check(
            sheet, ore_say(book, ORE_TEXT_CHECK_YEN),
            total(book, ORE_SHEET_FUNDING, 0, yen),
            (ore_check_side){
                ore_keep(book, "%s*FX_JPY_per_USD/1000%s",
                         ore_total_cell(book, ORE_SHEET_FUNDING, 0, yen - 1),
                         book->is_japanese ? "*10" : ""),
                ore_column_sum(funding, yen - 1) * book->round->jpy_per_usd /
                    1000.0 * (book->is_japanese ? 10.0 : 1.0)},
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
        const char *label = ore_goal_title(book, &round->goals[g]);
        const double again = goal->value(round, book->result, &round->goals[g]);

        ore_add_check(sheet,
                      ore_compose(book, ORE_TEXT_CHECK_GOAL,
                                  (const char *const[]){label, NULL}),
                      (ore_check_side){NULL, outcome->value},
                      (ore_check_side){NULL, again},
                      ORE_FIGURES_AGREE * fmax(1.0, fabs(again)));
    }
    ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_STOPPED),
                  (ore_check_side){NULL, !ore_has_ended(book->result)},
                  (ore_check_side){NULL, 0.0}, 0.0);
    if (book->options->study) {
        ore_add_check(
            sheet, ore_say(book, ORE_TEXT_CHECK_STOPPED_RUNS),
            (ore_check_side){NULL, ore_unended_runs(book->options->study)},
            (ore_check_side){NULL, 0.0}, 0.0);
    }
    ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_VERIFIED),
                  (ore_check_side){
                      NULL, ore_statistics_of(book->options)->worst_violation},
                  (ore_check_side){NULL, 0.0}, ORE_FIGURES_AGREE);
}

void ore_fill_checks(ore_sheet *sheet)
{
    ore_begin_checks(sheet, "tblChecks", "checks");
    add_portfolio(sheet);
    add_accounts(sheet);
    add_counts(sheet);
    add_gaps(sheet);
    add_data(sheet);
    add_links(sheet);
    add_limits(sheet);
    add_solver(sheet);
    ore_end_checks(sheet, ORE_SHEET_CHECKS);
}
