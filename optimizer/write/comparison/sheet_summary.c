/* Summary of a comparison: the key figures of every case, and what they differ
 * by. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

typedef struct figure {
    ore_text text;
    ore_quantity quantity;
    double (*value)(const ore_round *round, const ore_result *result);
} figure;

static double candidates(const ore_round *round, const ore_result *result)
{
    (void)result;
    return round->n_projects;
}

static double funded(const ore_round *round, const ore_result *result)
{
    return ore_figure_funded(round, result);
}

static double support_m(const ore_round *round, const ore_result *result)
{
    double sum_m = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        sum_m += ore_figure_source_m(round, result, p, NULL);
    }
    return sum_m;
}

static double cost_m(const ore_round *round, const ore_result *result)
{
    double sum_m = 0.0;

    for (int i = 0; i < round->n_funders; i++) {
        sum_m += ore_funder_charge_m(round, result, i);
    }
    return sum_m;
}

static double capex_m(const ore_round *round, const ore_result *result)
{
    double sum_m = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        sum_m +=
            result->option[p] >= 0 ? ore_figure_capex_m(round, result, p) : 0.0;
    }
    return sum_m;
}

static const ore_column_def columns[] = {
    ORE_COLUMN("figure", ORE_TEXT_FIGURE, ORE_TEXT_CELL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_CASE_COLUMNS(ORE_SCORE, ORE_SCORE),
    {0}};

ORE_TABLE(table, "tblSummary", "summary", columns);

/* A row of words, none of them there yet. */
static ore_sheet_row add_words(ore_sheet *sheet, const char *text)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "figure", text);
    ore_cell_word(row, "unit", ORE_TEXT_NO_UNIT);
    for (int c = 0; c < sheet->book->n_cases; c++) {
        ore_cell_word(ore_cell_nth(row, c), "case", ORE_TEXT_NO_UNIT);
        if (c > 0) {
            ore_cell_word(ore_cell_nth(row, c), "change", ORE_TEXT_NO_UNIT);
        }
    }
    return row;
}

static void add_status(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_sheet_row row =
        add_words(sheet, ore_book_text(book, ORE_TEXT_STATUS));

    for (int c = 0; c < book->n_cases; c++) {
        ore_cell_word(ore_cell_nth(row, c), "case",
                      ore_case_state(book->cases[c].result));
    }
}

static ore_sheet_row add_figures(ore_sheet *sheet, const char *text,
                                 const char *unit, ore_quantity quantity,
                                 const double *figures)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "figure", text);
    ore_cell_text_or(row, "unit", unit, ORE_TEXT_NO_UNIT);
    ore_cell_cases(row, quantity, figures);
    return row;
}

/* The outcome of goal g of the base in case c; NULL when that has no portfolio
 * or another goal at its place. */
static const ore_goal_outcome *outcome_of(const ore_book *book, int g, int c)
{
    const ore_round *round = book->cases[c].round;
    const ore_result *result = book->cases[c].result;
    const bool is_same =
        g < round->n_goals &&
        strcmp(round->goals[g].name, book->round->goals[g].name) == 0;

    return is_same && result->has_portfolio ? &result->goals[g] : NULL;
}

/* Whether what is best in one case is surely another figure than in the other:
 * it lies between the value found and the bound. */
static bool is_certain(const ore_goal_outcome *a, const ore_goal_outcome *b)
{
    return isfinite(a->bound) && isfinite(b->bound) &&
           (fmax(a->value, a->bound) < fmin(b->value, b->bound) ||
            fmax(b->value, b->bound) < fmin(a->value, a->bound));
}

/* How surely the best of case c differs from the first one's. */
static ore_text certainty(const ore_book *book, int g, int c)
{
    const ore_goal_outcome *base = outcome_of(book, g, 0);
    const ore_goal_outcome *own = outcome_of(book, g, c);

    return !ore_case_can_differ(book, c) ? ORE_TEXT_ANSWER_NOT_KNOWN
           : is_certain(base, own)       ? ORE_TEXT_CHANGE_CERTAIN
                                         : ORE_TEXT_CHANGE_UNCERTAIN;
}

/* Differences of goal g that are no larger than what is not proven are not told
 * as figures, but for none at all. */
static void withhold(int g, ore_sheet_row row)
{
    const ore_book *book = row.sheet->book;

    for (int c = 1; c < book->n_cases; c++) {
        const ore_sheet_row own = ore_cell_nth(row, c);
        ore_sheet_cell *change = ore_cell_at(own, "change");

        if (change->is_number && change->number != 0.0 &&
            certainty(book, g, c) == ORE_TEXT_CHANGE_UNCERTAIN) {
            change->formula = NULL;
            ore_cell_word(own, "change", ORE_TEXT_CHANGE_UNCERTAIN);
        }
    }
}

/* A portfolio without a bound has one that is not known. */
static void say_unproven(int g, ore_sheet_row row)
{
    const ore_book *book = row.sheet->book;

    for (int c = 0; c < book->n_cases; c++) {
        const ore_sheet_row own = ore_cell_nth(row, c);

        if (outcome_of(book, g, c) && !ore_cell_at(own, "case")->is_number) {
            ore_cell_word(own, "case", ORE_TEXT_ANSWER_NOT_KNOWN);
        }
    }
}

/* Whether every case's change of goal g is more than what is not proven. */
static void add_certainty(ore_sheet *sheet, int g, const char *label)
{
    ore_book *book = sheet->book;
    const ore_sheet_row row =
        add_words(sheet, ore_book_compose(book, ORE_TEXT_GOAL_CERTAIN, label));

    for (int c = 1; c < book->n_cases; c++) {
        if (outcome_of(book, g, c)) {
            ore_cell_word(ore_cell_nth(row, c), "change",
                          certainty(book, g, c));
        }
    }
}

static double value_of(const ore_goal_outcome *outcome)
{
    return outcome->value;
}

/* A bound that the value reaches but for the last digits is the value, so its
 * change is not shown as -0.0. */
static double bound_of(const ore_goal_outcome *outcome)
{
    return outcome->gap <= 1e-9 ? outcome->value : outcome->bound;
}

/* A gap that small is none, so its change is not shown as -0.0. */
static double gap_of(const ore_goal_outcome *outcome)
{
    return outcome->gap <= 1e-6 ? 0.0 : outcome->gap;
}

/* Value, bound and gap of goal g in every case. */
static void add_goal(ore_sheet *sheet, int g, double *figures)
{
    ore_book *book = sheet->book;
    const ore_objective *use = &book->round->goals[g];
    const char *label = ore_book_goal(book, use);
    const ore_quantity quantity = ore_goal_quantity(use);
    const char *unit = ore_book_goal_unit(book, use);
    const struct {
        ore_text text;
        const char *unit;
        ore_quantity quantity;
        double (*of)(const ore_goal_outcome *outcome);
    } rows[] = {
        {ORE_TEXT_GOAL_NAMED, unit, quantity, value_of},
        {ORE_TEXT_GOAL_BOUND, unit, quantity, bound_of},
        {ORE_TEXT_GOAL_GAP, ore_book_unit(book, ORE_SHARE), ORE_SHARE, gap_of}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int c = 0; c < book->n_cases; c++) {
            const ore_goal_outcome *own = outcome_of(book, g, c);

            figures[c] =
                own && isfinite(rows[i].of(own)) ? rows[i].of(own) : nan("");
        }
        const ore_sheet_row row =
            add_figures(sheet, ore_book_compose(book, rows[i].text, label),
                        rows[i].unit, rows[i].quantity, figures);

        if (rows[i].of == value_of) {
            withhold(g, row);
        } else {
            say_unproven(g, row);
        }
    }
    if (book->n_cases > 1) {
        add_certainty(sheet, g, label);
    }
}

void ore_fill_summary(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    static const figure figures[] = {
        {ORE_TEXT_FIGURE_CANDIDATES, ORE_COUNT, candidates},
        {ORE_TEXT_FIGURE_FUNDED, ORE_COUNT, funded},
        {ORE_TEXT_SUPPORT, ORE_MONEY, support_m},
        {ORE_TEXT_COST, ORE_MONEY, cost_m},
        {ORE_TEXT_CAPEX, ORE_MONEY, capex_m},
    };
    double *values = ore_alloc(book->n_cases, sizeof *values);

    ore_sheet_say_unended(sheet);
    ore_sheet_begin(sheet, &table, NULL);
    add_status(sheet);
    for (int g = 0; g < book->round->n_goals; g++) {
        add_goal(sheet, g, values);
    }
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        for (int c = 0; c < book->n_cases; c++) {
            const ore_case *one = &book->cases[c];

            values[c] = one->result->has_portfolio
                            ? figures[i].value(one->round, one->result)
                            : nan("");
        }
        (void)add_figures(sheet, ore_book_text(book, figures[i].text),
                          figures[i].quantity == ORE_COUNT
                              ? ore_book_text(book, ORE_TEXT_UNIT_COUNT)
                              : ore_book_unit(book, figures[i].quantity),
                          figures[i].quantity, values);
    }
    free(values);
}
