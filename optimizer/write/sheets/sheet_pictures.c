/* Pictures: the gap from before to after, budgets and payments by year, supply
 * against targets, and what a project's output costs the budgets. Below them
 * the tables that they draw. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "orefolio/timing.h"
#include "write/book/columns.h"

/* Pictures of single materials and of projects: the first few say enough. */
enum { MAX_MATERIALS = 3, MAX_PROJECTS = 15 };

/* Something and its size, for sorting. */
typedef struct rated {
    int at;
    double size;
} rated;

static int largest_first(const void *left, const void *right)
{
    const rated *a = left, *b = right;

    return a->size != b->size ? (a->size < b->size ? 1 : -1) : a->at - b->at;
}

static const ore_column_def fall_columns[] = {
    ORE_COLUMN("step", ORE_TEXT_FALL_STEP, ORE_TEXT_CELL),
    ORE_COLUMN("under", ORE_TEXT_FALL_UNDER, ORE_SCORE),
    ORE_COLUMN("gap", ORE_TEXT_FALL_GAP, ORE_SCORE),
    ORE_COLUMN("closed", ORE_TEXT_FALL_CLOSED, ORE_SCORE),
    {0}};

ORE_TABLE(fall, "tblWaterfall", "waterfall", fall_columns);

static void add_step(ore_sheet *sheet, const char *name, double under,
                     double gap, double closed)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "step", name);
    ore_cell_number(row, "under", under);
    ore_cell_number(row, "gap", gap);
    ore_cell_number(row, "closed", closed);
}

/* Materials by what they lack without any project; the caller frees. */
static rated *materials_by_gap(const ore_round *round)
{
    rated *list = ore_alloc(round->n_materials, sizeof *list);

    for (int m = 0; m < round->n_materials; m++) {
        list[m] = (rated){m, ore_figure_weighted_gap(round, NULL, m)};
    }
    if (round->n_materials > 0) {
        qsort(list, (size_t)round->n_materials, sizeof *list, largest_first);
    }
    return list;
}

/* From the gap before, material by material, to the gap after. */
static void add_fall(ore_sheet *sheet, const rated *materials)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    double left = ore_figure_weighted_gap(round, NULL, -1);

    ore_sheet_begin(sheet, &fall, ore_book_text(book, ORE_TEXT_FALL_NOTE));
    add_step(sheet, ore_book_text(book, ORE_TEXT_FALL_BEFORE), 0.0, left, 0.0);
    for (int i = 0; i < round->n_materials; i++) {
        const int m = materials[i].at;
        const double closed =
            materials[i].size - ore_figure_weighted_gap(round, book->result, m);

        if (fabs(closed) > 1e-9) {
            /* A gap that grows stands on what was left before. */
            left -= closed;
            add_step(sheet, ORE_LABEL(book, &round->materials[m]),
                     fmin(left, left + closed), closed < 0.0 ? -closed : 0.0,
                     fmax(0.0, closed));
        }
    }
    add_step(sheet, ore_book_text(book, ORE_TEXT_FALL_AFTER), 0.0,
             ore_figure_weighted_gap(round, book->result, -1), 0.0);
}

static const ore_column_def money_columns[] = {
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("appropriated", ORE_TEXT_APPROPRIATED, ORE_MONEY, .total = true),
    ORE_COLUMN("used", ORE_TEXT_USED, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(money, "tblBudgetUse", "budgetuse", money_columns);

static void add_money(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &money,
                    ore_book_text(book, ORE_TEXT_BUDGET_USE_NOTE));
    for (int y = 0; y < round->n_commit; y++) {
        const ore_sheet_row row = ore_sheet_next(sheet);
        double amount_m = 0.0, used_m = 0.0;

        for (int b = 0; b < round->n_budgets; b++) {
            amount_m += round->budgets[b].amount_m[y];
            used_m += ore_figure_used_m(round, book->result, b, y);
        }
        ore_cell_number(row, "year", round->commit.first + y);
        ore_cell_number(row, "appropriated", amount_m);
        ore_cell_number(row, "used", used_m);
    }
}

static const ore_column_def paid_columns[] = {
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR), ORE_KIND_COLUMNS, {0}};

ORE_TABLE(paid, "tblPayments", "payments", paid_columns);

/* What projects draw of one kind in budget year y. */
static double paid_m(const ore_book *book, const ore_instrument_kind *kind,
                     int y)
{
    const ore_round *round = book->round;
    double sum_m = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        const int o = book->result->option[p];

        if (o >= 0) {
            sum_m +=
                ore_figure_source_m(round, book->result, p, kind) *
                ore_spent_share(round, &round->options[o],
                                ore_start_index(round, book->result, p), y);
        }
    }
    return sum_m;
}

/* Years until the last payment. */
static int years_of_payments(const ore_book *book)
{
    int n = book->round->horizon.last - book->round->commit.first + 1;

    while (n > 1 && paid_m(book, NULL, n - 1) <= 0.0) {
        n--;
    }
    return n;
}

static void add_payments(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const int n = years_of_payments(book);

    ore_sheet_begin(sheet, &paid, ore_book_text(book, ORE_TEXT_PAYMENTS_NOTE));
    for (int y = 0; y < n; y++) {
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_number(row, "year", book->round->commit.first + y);
        for (int k = 0; k < ore_kind_count(sheet); k++) {
            ore_cell_number(ore_cell_nth(row, k), "kind",
                            paid_m(book, ore_instrument_kinds[k], y));
        }
    }
}

static const ore_column_def line_columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR_OF_SUPPLY, ORE_YEAR),
    ORE_COLUMN("target", ORE_TEXT_TARGET_HEADING, ORE_FLOW),
    ORE_COLUMN("secured", ORE_TEXT_SECURED, ORE_FLOW),
    ORE_COLUMN("delivered", ORE_TEXT_DELIVERED, ORE_FLOW),
    {0}};

ORE_TABLE(lines, "tblSupplyLines", "supplylines", line_columns);

/* All markets of a material in one year. */
static void add_line(ore_sheet *sheet, int m, int t)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_sheet_row row = ore_sheet_next(sheet);
    double target_tpa = 0.0, secured_tpa = 0.0, delivered_tpa = 0.0;

    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == m) {
            target_tpa += round->targets[i].target_tpa[t];
            secured_tpa += ore_figure_secured_tpa(round, i, t);
            delivered_tpa +=
                book->result->delivered_tpa[i * round->n_states + t];
        }
    }
    ore_cell_label(row, "material", &round->materials[m]);
    ore_cell_number(row, "year", round->horizon.first + t);
    ore_cell_number(row, "target", target_tpa);
    ore_cell_number(row, "secured", secured_tpa);
    ore_cell_number(row, "delivered", delivered_tpa);
}

/* Materials that are drawn: those with the largest gaps. */
static int count_lines(const ore_round *round, const rated *materials)
{
    int n = 0;

    while (n < round->n_materials && n < MAX_MATERIALS &&
           materials[n].size > 0.0) {
        n++;
    }
    return n;
}

static void add_lines(ore_sheet *sheet, const rated *materials)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_begin(sheet, &lines,
                    ore_book_text(sheet->book, ORE_TEXT_SUPPLY_LINES_NOTE));
    for (int i = 0; i < count_lines(round, materials); i++) {
        for (int t = 0; t < round->n_years; t++) {
            add_line(sheet, materials[i].at, t);
        }
    }
}

/* The round's currency, whatever amounts are shown in. */
static const char *yield_heading(const ore_sheet *sheet, int i)
{
    (void)i;
    return ore_book_compose(sheet->book, ORE_TEXT_YIELD,
                            sheet->book->round->currency);
}

static const ore_column_def yield_columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY),
    ORE_COLUMN("output", ORE_TEXT_OUTPUT_OF_TARGETS, ORE_SCORE),
    {.id = "yield", .heading = yield_heading, .quantity = ORE_SCORE},
    {0}};

ORE_TABLE(yields, "tblYields", "yields", yield_columns);

/* What project p makes of what targets ask for, in target-years: its output
 * over the target of all markets, year by year. */
static double output_of_targets(const ore_book *book, int p)
{
    const ore_round *round = book->round;
    const ore_option *option = &round->options[book->result->option[p]];
    double sum = 0.0;

    for (int k = 0; k < option->n_flows; k++) {
        const ore_flow *flow = &option->flows[k];

        for (int t = 0; t < round->n_years && flow->output_tpa > 0.0; t++) {
            double target_tpa = 0.0;

            for (int i = 0; i < round->n_targets; i++) {
                target_tpa += round->targets[i].material == flow->material
                                  ? round->targets[i].target_tpa[t]
                                  : 0.0;
            }
            sum +=
                target_tpa > 0.0
                    ? flow->output_tpa *
                          book->result->utilisation[p * round->n_states + t] /
                          target_tpa
                    : 0.0;
        }
    }
    return sum;
}

/* Target-years of output for a hundred millions of budget cost. */
static double yield_of(const ore_book *book, int p)
{
    const double cost_m = ore_figure_cost_m(book->round, book->result, p);

    return cost_m > 0.0 ? 100.0 * output_of_targets(book, p) / cost_m : 0.0;
}

/* How many projects make something of what targets ask for and cost budgets
 * something; they come first. The caller frees the list. */
static int projects_by_yield(const ore_book *book, rated **list)
{
    int n = 0;

    *list = ore_alloc(book->round->n_projects, sizeof **list);
    for (int p = 0; p < book->round->n_projects; p++) {
        const double yield =
            book->result->option[p] >= 0 ? yield_of(book, p) : 0.0;

        if (yield > 0.0) {
            (*list)[n++] = (rated){p, yield};
        }
    }
    if (n > 0) {
        qsort(*list, (size_t)n, sizeof **list, largest_first);
    }
    return n;
}

static void add_yields(ore_sheet *sheet, const rated *projects, int n)
{
    const ore_book *book = sheet->book;

    ore_sheet_begin(sheet, &yields, ore_book_text(book, ORE_TEXT_YIELDS_NOTE));
    for (int i = 0; i < n; i++) {
        const int p = projects[i].at;
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_project(row, p);
        ore_cell_number(row, "cost",
                        ore_figure_cost_m(book->round, book->result, p));
        ore_cell_number(row, "output", output_of_targets(book, p));
        ore_cell_number(row, "yield", projects[i].size);
    }
}

/* The pictures, on top. */
static void draw(ore_sheet *sheet, const rated *materials, int n_yields)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *flow = ore_book_unit(book, ORE_FLOW);

    ore_sheet_draw_here(
        sheet, ORE_CHART("waterfall", "step", "under", "closed",
                         ORE_CHART_WATERFALL, .title = ORE_TEXT_FALL_CHART,
                         .axis = ore_book_text(book, ORE_TEXT_FALL_GAP)));
    ore_sheet_draw_here(
        sheet, ORE_CHART("budgetuse", "year", "appropriated", "used",
                         ORE_CHART_COLUMNS, .title = ORE_TEXT_BUDGET_USE_CHART,
                         .axis = ore_book_unit(book, ORE_MONEY)));
    ore_sheet_draw_here(
        sheet, ORE_CHART("payments", "year", "kind", "kind", ORE_CHART_STACKED,
                         .title = ORE_TEXT_PAYMENTS_CHART,
                         .axis = ore_book_unit(book, ORE_MONEY)));
    for (int i = 0; i < count_lines(round, materials); i++) {
        ore_sheet_draw_here(
            sheet,
            ORE_CHART(
                "supplylines", "year", "target", "delivered", ORE_CHART_LINES,
                .title = ORE_TEXT_SUPPLY_LINES_CHART, .axis = flow,
                .first_row = i * round->n_years, .n_rows = round->n_years,
                .name = ORE_LABEL(book, &round->materials[materials[i].at])));
    }
    if (n_yields > 0) {
        ore_sheet_draw_here(
            sheet, ORE_CHART("yields", "name", "yield", "yield",
                             ORE_CHART_SWINGS, .title = ORE_TEXT_YIELDS_CHART,
                             .axis = yield_heading(sheet, 0),
                             .n_rows = n_yields < MAX_PROJECTS ? n_yields
                                                               : MAX_PROJECTS));
    }
}

void ore_fill_pictures(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;
    rated *materials = materials_by_gap(round), *projects = NULL;
    const int n_yields = projects_by_yield(sheet->book, &projects);

    if (ore_figure_weighted_gap(round, NULL, -1) > 0.0) {
        sheet->is_upright = true;
        sheet->prints_charts = true;
        draw(sheet, materials, n_yields);
        add_fall(sheet, materials);
        add_money(sheet);
        add_payments(sheet);
        add_lines(sheet, materials);
        add_yields(sheet, projects, n_yields);
    }
    free(materials);
    free(projects);
}
