/* KeyFigures: the figures that a reader quotes, with links to where they come
 * from. */
#include <math.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "write/book/checks.h"
#include "write/book/columns.h"
#include "write/book/money.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("figure", ORE_TEXT_FIGURE, ORE_TEXT_CELL),
    ORE_COLUMN("value", ORE_TEXT_VALUE, ORE_COUNT),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("where", ORE_TEXT_WHERE, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblKeyFigures", "keyfigures", columns);

/* A key figure that is a cell or a total of the sheet `id`. */
static ore_sheet_row add_figure(ore_sheet *sheet, ore_text text,
                                ore_quantity quantity, ore_sheet_id id,
                                ore_check_side figure)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_word(row, "figure", text);
    ore_cell_at(row, "value")->quantity = quantity;
    ore_cell_formula(row, "value", figure.value, "=%s", figure.formula);
    ore_cell_text_or(row, "unit", ore_book_unit(sheet->book, quantity),
                     ORE_TEXT_NO_UNIT);
    ore_cell_link(row, "where", (int)id);
    return row;
}

/* What the accounts hold in all: the amounts on Inputs, as they are shown. */
static void add_budgets(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    ore_check_side figure = {
        ore_book_print(book, "SUMIF({inputs.what},\"%s\",{inputs.value})",
                       ore_book_text(book, ORE_TEXT_AMOUNT)),
        0.0};

    for (ore_sheet_row row = ore_book_row(book, "inputs", 0);
         row.at < row.table->n_rows; row.at++) {
        if (ore_cell_is_text(book, ore_cell_at(row, "what"), ORE_TEXT_AMOUNT)) {
            figure.value += ore_cell_at(row, "value")->number;
        }
    }
    ore_cell_name(add_figure(sheet, ORE_TEXT_FIGURE_BUDGETS, ORE_MONEY,
                             ORE_SHEET_INPUTS, figure),
                  "value",
                  ore_book_print(book, "Budget_cap_%s%s", book->money,
                                 ore_is_small_money(book->money) ? "" : "m"));
}

/* A gap as small as this is rounding. */
static const double no_gap = 1e-9;

/* A row of what the solver leaves, in the unit of a goal or without. */
static ore_sheet_row add_outcome(ore_sheet *sheet, ore_text text,
                                 const ore_objective *use,
                                 ore_quantity quantity, ore_sheet_id id)
{
    ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "figure",
                  ore_book_compose(book, text, ore_book_goal(book, use)));
    ore_cell_at(row, "value")->quantity = quantity;
    if (quantity == ORE_SHARE) {
        ore_cell_word(row, "unit", ORE_TEXT_NO_UNIT);
    } else {
        ore_cell_text(row, "unit", ore_book_goal_unit(book, use));
    }
    ore_cell_link(row, "where", (int)id);
    return row;
}

/* Value and proven gap of a goal, as the solver leaves them. */
static void add_goal(ore_sheet *sheet, int g)
{
    const ore_book *book = sheet->book;
    const ore_objective *use = &book->round->goals[g];
    const ore_goal_outcome *outcome = &book->result->goals[g];
    const ore_quantity quantity = ore_goal_quantity(use);

    if (!isfinite(outcome->value)) {
        return;
    }
    const ore_sheet_row value = add_outcome(sheet, ORE_TEXT_FIGURE_GOAL, use,
                                            quantity, ORE_SHEET_CHECKS);
    const ore_sheet_row gap = add_outcome(sheet, ORE_TEXT_FIGURE_GAP, use,
                                          ORE_SHARE, ORE_SHEET_PROVENANCE);

    ore_cell_number(value, "value",
                    outcome->value *
                        (quantity == ORE_MONEY ? book->money_rate : 1.0));
    ore_cell_answer(gap, "value", ORE_ANSWER_KNOWN,
                    outcome->gap <= no_gap ? 0.0 : outcome->gap);
    if (g == 0) {
        ore_cell_name(value, "value", "Objective_value");
        ore_cell_name(gap, "value", "MIP_gap");
    }
}

static const char *support_name(ore_book *book, const char *code)
{
    return ore_book_print(book, "Total_support_%s", code);
}

/* The public support in another currency. */
static void add_foreign(ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;
    const char *code = ore_book_foreign(book, i)->code;
    const ore_sheet_row row =
        add_figure(sheet, ORE_TEXT_SUPPORT_IN, ORE_FOREIGN, ORE_SHEET_FUNDING,
                   ore_checks_total_of(book, "funding.foreign", i));

    ore_cell_text(row, "figure",
                  ore_book_compose(book, ORE_TEXT_SUPPORT_IN,
                                   ore_book_money_word(book, code)));
    ore_cell_text(row, "unit", ore_book_foreign_unit(book, code));
    ore_cell_name(row, "value", support_name(book, code));
}

static void add_money(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    (void)add_figure(sheet, ORE_TEXT_CAPEX, ORE_MONEY, ORE_SHEET_PORTFOLIO,
                     ore_checks_total(book, "portfolio.capex"));
    const ore_sheet_row support =
        add_figure(sheet, ORE_TEXT_SUPPORT, ORE_MONEY, ORE_SHEET_PORTFOLIO,
                   ore_checks_total(book, "portfolio.support"));

    ore_cell_name(support, "value", "Total_support");
    /* In dollars the plain name is all there is. */
    if (strcmp(book->money, "USD") != 0) {
        ore_cell_name(support, "value", support_name(book, book->money));
    }
    (void)add_figure(sheet, ORE_TEXT_EXPOSURE, ORE_MONEY, ORE_SHEET_COMMITMENTS,
                     ore_checks_total(book, "commitments.exposure"));
    ore_cell_name(add_figure(sheet, ORE_TEXT_COST, ORE_MONEY,
                             ORE_SHEET_COMMITMENTS,
                             ore_checks_budget_cost(book)),
                  "value", "Total_budget_cost");
    add_budgets(sheet);
    for (int i = 0; i < ore_book_foreign_count(book); i++) {
        add_foreign(sheet, i);
    }
}

/* Columns of the round's own, as jobs or emissions, over the projects that go
 * ahead. */
static void add_attribute(ore_sheet *sheet, int a)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *name = round->attributes[a] + strlen("x_");
    const ore_sheet_row row = ore_sheet_next(sheet);
    double sum = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        const int o = book->result->option[p];

        sum += o >= 0 ? round->options[o].attributes[a] : 0.0;
    }
    ore_cell_text(
        row, "figure",
        ore_book_compose(book, ORE_TEXT_FIGURE_ATTRIBUTE,
                         ore_book_own_word(book, name, "attribute.%s", name)));
    ore_cell_number(row, "value", sum);
    ore_cell_word(row, "unit", ORE_TEXT_NO_UNIT);
    ore_cell_link(row, "where", (int)ORE_SHEET_PORTFOLIO);
}

void ore_fill_key_figures(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    sheet->is_upright = true;
    ore_sheet_begin(sheet, &table, NULL);
    ore_cell_name(
        add_figure(
            sheet, ORE_TEXT_FIGURE_FUNDED, ORE_COUNT, ORE_SHEET_PORTFOLIO,
            (ore_check_side){"COUNT({portfolio.year})",
                             ore_figure_funded(book->round, book->result)}),
        "value", "Projects_funded");
    add_money(sheet);
    for (int g = 0; g < book->round->n_goals; g++) {
        add_goal(sheet, g);
    }
    for (int a = 0; a < book->round->n_attributes; a++) {
        add_attribute(sheet, a);
    }
}
