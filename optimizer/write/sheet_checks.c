/* Checks: figures of the workbook that must agree, each computed by live
 * formulas out of two places. The last row sums them up and is named
 * All_checks; every sheet shows it. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/model.h"
#include "write/columns.h"
#include "write/figures.h"
#include "write/sheet.h"

/* Sums of figures that are rounded one by one agree to this, in millions or
 * t/yr; single figures and shares to the finer one. */
static const double of_sums = 1e-3, of_figures = 1e-6;

/* One side of a check: a formula and its value. NULL = a value. */
typedef struct side {
    const char *formula;
    double value;
} side;

static void set_side(ore_book *book, ore_cell *cell, side s)
{
    if (s.formula) {
        ore_set_formula(book, cell, s.value, "=%s", s.formula);
    } else {
        ore_set_number(cell, s.value);
    }
}

static void add(ore_sheet *sheet, const char *text, side left, side right,
                double tolerance)
{
    ore_book *book = sheet->book;
    ore_cell *row = ore_next_row(sheet);
    const double difference = left.value - right.value;
    const bool good = fabs(difference) <= tolerance;

    ore_set_text(&row[0], text);
    set_side(book, &row[1], left);
    set_side(book, &row[2], right);
    ore_set_formula(book, &row[3], difference, "=%s-%s", ore_here(sheet, 1),
                    ore_here(sheet, 2));
    ore_set_number(&row[4], tolerance);
    ore_set_text_formula(book, &row[ORE_CHECKS_RESULT],
                         ore_say(book, good ? ORE_TEXT_OK : ORE_TEXT_CHECK),
                         "=IF(ABS(%s)<=%s,\"%s\",\"%s\")", ore_here(sheet, 3),
                         ore_here(sheet, 4), ore_say(book, ORE_TEXT_OK),
                         ore_say(book, ORE_TEXT_CHECK));
    book->all_checks_good = book->all_checks_good && good;
}

static side total(ore_book *book, ore_sheet_id id, int table, int column)
{
    return (side){ore_total_cell(book, id, table, column),
                  ore_column_sum(&book->sheets[id].tables[table], column)};
}

static int rows_with_numbers(const ore_table *table, int column)
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
    const int first = ore_portfolio_sources(book->plan);
    const int cost = first + kinds + 2;
    const ore_sheet *portfolio = &book->sheets[ORE_SHEET_PORTFOLIO];
    double sources_m = 0.0;

    for (int c = first; c < cost; c++) {
        sources_m += ore_column_sum(&portfolio->tables[0], c);
    }
    add(sheet, ore_say(book, ORE_TEXT_CHECK_SOURCES),
        (side){ore_keep(book, "SUM(%s:%s)",
                        ore_total_cell(book, ORE_SHEET_PORTFOLIO, 0, first),
                        ore_total_cell(book, ORE_SHEET_PORTFOLIO, 0, cost - 1)),
               sources_m},
        total(book, ORE_SHEET_PORTFOLIO, 0, ORE_PORTFOLIO_CAPEX), of_sums);
    add(sheet, ore_say(book, ORE_TEXT_CHECK_YEARS),
        total(book, ORE_SHEET_PORTFOLIO, 0, ORE_PORTFOLIO_SUPPORT),
        total(book, ORE_SHEET_FUNDING, ORE_FUNDING_YEARS,
              ore_funding_total(book->plan)),
        of_sums);
    add(sheet, ore_say(book, ORE_TEXT_CHECK_INSTRUMENTS),
        total(book, ORE_SHEET_FUNDING, ORE_FUNDING_YEARS,
              ore_funding_total(book->plan)),
        total(book, ORE_SHEET_FUNDING, ORE_FUNDING_INSTRUMENTS,
              2 + book->plan->n_commit),
        of_sums);
    add(sheet, ore_say(book, ORE_TEXT_CHECK_FACES),
        total(book, ORE_SHEET_PORTFOLIO, 0, ORE_PORTFOLIO_SUPPORT),
        total(book, ORE_SHEET_COMMITMENTS, 0, ORE_COMMITMENTS_FACE), of_sums);
    add(sheet, ore_say(book, ORE_TEXT_CHECK_COSTS),
        total(book, ORE_SHEET_PORTFOLIO, 0, cost),
        total(book, ORE_SHEET_COMMITMENTS, 0, ORE_COMMITMENTS_COST), of_sums);
}

/* Every charge falls on an account, when every instrument has one. */
static void add_accounts(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_table *budgets =
        &book->sheets[ORE_SHEET_FUNDING].tables[ORE_FUNDING_BUDGETS];
    const char *headroom = ore_column_range(
        book, ORE_SHEET_FUNDING, ORE_FUNDING_BUDGETS, ORE_BUDGETS_HEADROOM);
    double over = 0.0;
    bool all_charged = true;

    for (int row = 0; row < budgets->n_rows; row++) {
        const ore_cell *cell =
            &budgets->cells[row * budgets->n_columns + ORE_BUDGETS_HEADROOM];

        over += cell->is_number && cell->number < -0.01;
    }
    for (int k = 0; k < book->plan->n_instruments; k++) {
        all_charged = all_charged && book->plan->instruments[k].budget >= 0;
    }
    add(sheet, ore_say(book, ORE_TEXT_CHECK_OVERDRAWN),
        (side){ore_keep(book, "COUNTIF(%s,\"<-0.01\")", headroom), over},
        (side){NULL, 0.0}, 0.0);
    if (all_charged) {
        double cost;
        const char *formula = ore_budget_cost(book, &cost);

        add(sheet, ore_say(book, ORE_TEXT_CHECK_CHARGES),
            total(book, ORE_SHEET_FUNDING, ORE_FUNDING_BUDGETS,
                  ORE_BUDGETS_USED),
            (side){formula, cost}, of_sums);
    }
}

static void add_counts(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_table *chosen = &book->sheets[ORE_SHEET_PORTFOLIO].tables[0];
    const ore_table *planned = &book->sheets[ORE_SHEET_SCHEDULE].tables[0];
    const ore_table *others = &book->sheets[ORE_SHEET_NOT_FUNDED].tables[0];
    const char *in =
        ore_column_range(book, ORE_SHEET_PORTFOLIO, 0, ORE_PORTFOLIO_YEAR);
    const char *out =
        ore_column_range(book, ORE_SHEET_NOT_FUNDED, 0, ORE_NOT_FUNDED_CAPEX);
    const int n_in = rows_with_numbers(chosen, ORE_PORTFOLIO_YEAR);
    const int n_out = rows_with_numbers(others, ORE_NOT_FUNDED_CAPEX);

    add(sheet, ore_say(book, ORE_TEXT_CHECK_SCHEDULE),
        (side){ore_keep(book, "COUNT(%s)", in), n_in},
        (side){ore_keep(book, "COUNT(%s)",
                        ore_column_range(book, ORE_SHEET_SCHEDULE, 0, 4)),
               rows_with_numbers(planned, 4)},
        0.0);
    add(sheet, ore_say(book, ORE_TEXT_CHECK_COUNT),
        (side){ore_keep(book, "COUNT(%s)+COUNT(%s)", in, out), n_in + n_out},
        (side){NULL, book->plan->n_projects}, 0.0);
}

/* Means of the sheet Gaps against the yearly figures, and the shares that its
 * chart draws against the flows beside them. */
static void add_gaps(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_table *gaps = &book->sheets[ORE_SHEET_GAPS].tables[0];
    const ore_table *yearly = &book->sheets[ORE_SHEET_GAPS_BY_YEAR].tables[0];
    const char *after =
        ore_column_range(book, ORE_SHEET_GAPS, 0, ORE_GAPS_AFTER);
    const int n_years = book->plan->n_years;

    if (rows_with_numbers(gaps, ORE_GAPS_TARGET) == 0) {
        return;
    }
    add(sheet, ore_say(book, ORE_TEXT_CHECK_MEANS),
        (side){ore_keep(book, "SUM(%s)", after),
               ore_column_sum(gaps, ORE_GAPS_AFTER)},
        (side){ore_keep(book, "SUM(%s)/%d",
                        ore_column_range(book, ORE_SHEET_GAPS_BY_YEAR, 0,
                                         ORE_YEARLY_AFTER),
                        n_years),
               ore_column_sum(yearly, ORE_YEARLY_AFTER) / n_years},
        of_sums);
    add(sheet, ore_say(book, ORE_TEXT_CHECK_SHARES),
        (side){ore_keep(book, "SUM(%s)",
                        ore_column_range(book, ORE_SHEET_GAPS, 0,
                                         ORE_GAPS_SHARE_AFTER)),
               ore_column_sum(gaps, ORE_GAPS_SHARE_AFTER)},
        (side){ore_keep(
                   book, "SUMPRODUCT(%s/%s)", after,
                   ore_column_range(book, ORE_SHEET_GAPS, 0, ORE_GAPS_TARGET)),
               ore_column_sum(gaps, ORE_GAPS_SHARE_AFTER)},
        of_figures);
}

static void add_limits(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_table *limits = &book->sheets[ORE_SHEET_CONSTRAINTS].tables[0];
    const char *broken = ore_say(book, ORE_TEXT_BROKEN);
    double n = 0.0;

    for (int row = 0; row < limits->n_rows; row++) {
        const ore_cell *cell =
            &limits->cells[row * limits->n_columns + ORE_CONSTRAINTS_STATUS];

        n += ore_is_text(book, cell, ORE_TEXT_BROKEN);
    }
    add(sheet, ore_say(book, ORE_TEXT_CHECK_BROKEN),
        (side){ore_keep(book, "COUNTIF(%s,\"%s\")",
                        ore_column_range(book, ORE_SHEET_CONSTRAINTS, 0,
                                         ORE_CONSTRAINTS_STATUS),
                        broken),
               n},
        (side){NULL, 0.0}, 0.0);
    if (ore_has_yen(book)) {
        const int yen = 1 + ore_funding_total(book->plan);
        const ore_table *funding = &book->sheets[ORE_SHEET_FUNDING].tables[0];

        add(sheet, ore_say(book, ORE_TEXT_CHECK_YEN),
            total(book, ORE_SHEET_FUNDING, 0, yen),
            (side){ore_keep(book, "%s*FX_JPY_per_USD/1000%s",
                            ore_total_cell(book, ORE_SHEET_FUNDING, 0, yen - 1),
                            book->is_japanese ? "*10" : ""),
                   ore_column_sum(funding, yen - 1) * book->plan->jpy_per_usd /
                       1000.0 * (book->is_japanese ? 10.0 : 1.0)},
            of_sums);
    }
}

/* What the solver reported against the written figures. */
static void add_solver(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;

    for (int g = 0; g < plan->n_goals; g++) {
        const ore_goal *goal = ore_goal_of(&plan->goals[g]);
        const ore_goal_outcome *outcome = &book->result->goals[g];

        if (!goal || !isfinite(outcome->value)) {
            continue;
        }
        const char *label = ore_goal_title(book, &plan->goals[g]);
        const double again = goal->value(plan, book->result, &plan->goals[g]);

        add(sheet,
            ore_compose(book, ORE_TEXT_CHECK_GOAL,
                        (const char *const[]){label, NULL}),
            (side){NULL, outcome->value}, (side){NULL, again},
            of_figures * fmax(1.0, fabs(again)));
    }
    const double gap = book->result->goals[0].gap;

    add(sheet, ore_say(book, ORE_TEXT_CHECK_GAP),
        (side){NULL, book->result->status == ORE_OK ? 0.0
                     : isfinite(gap)                ? gap
                                                    : 1.0},
        (side){NULL, 0.0}, of_figures);
    add(sheet, ore_say(book, ORE_TEXT_CHECK_VERIFIED),
        (side){NULL, book->result->worst_violation}, (side){NULL, 0.0},
        of_figures);
}

static void add_master(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    ore_table *table = &sheet->tables[0];
    const int n = table->n_rows;
    const char *results =
        ore_column_range(book, ORE_SHEET_CHECKS, 0, ORE_CHECKS_RESULT);
    const char *good = ore_say(book, ORE_TEXT_OK);
    double n_good = 0.0;

    for (int row = 0; row < n; row++) {
        const ore_cell *cell =
            &table->cells[row * table->n_columns + ORE_CHECKS_RESULT];

        n_good += ore_is_text(book, cell, ORE_TEXT_OK);
    }
    add(sheet, ore_say(book, ORE_TEXT_CHECK_ALL),
        (side){ore_keep(book, "COUNTIF(%s,\"%s\")", results, good), n_good},
        (side){ore_keep(book, "ROWS(%s)", results), n}, 0.0);
    ore_name_here(sheet, "All_checks", ORE_CHECKS_RESULT);
    for (int c = 0; c <= ORE_CHECKS_RESULT; c++) {
        table->cells[n * table->n_columns + c].look = ORE_STRONG;
    }
}

void ore_fill_checks(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const ore_text numbers[] = {ORE_TEXT_LEFT, ORE_TEXT_RIGHT,
                                       ORE_TEXT_DIFFERENCE};

    sheet->book->all_checks_good = true;
    ore_add_table(sheet, "tblChecks", "checks", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CHECK_HEADING), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        ore_add_column(sheet, ore_say(book, numbers[i]), ORE_SCORE);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOLERANCE_ABS), ORE_TOLERANCE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RESULT), ORE_TEXT_CELL);
    add_portfolio(sheet);
    add_accounts(sheet);
    add_counts(sheet);
    add_gaps(sheet);
    add_limits(sheet);
    add_solver(sheet);
    add_master(sheet);
    sheet->marks[sheet->n_marks++] = (ore_mark){
        0, ORE_CHECKS_RESULT, ORE_CHECKS_RESULT, ORE_TEXT_OK, ORE_GOOD};
    sheet->marks[sheet->n_marks++] = (ore_mark){
        0, ORE_CHECKS_RESULT, ORE_CHECKS_RESULT, ORE_TEXT_CHECK, ORE_BAD};
}
