/* The key figures of the Memo, with links to where they come from. */
#include <math.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

/* A key figure that is a cell or a total of another sheet. */
static void add_figure(ore_sheet *sheet, ore_text text, ore_quantity quantity,
                       const char *formula, double value)
{
    ore_book *book = sheet->book;
    ore_sheet_cell *row = ore_next_row(sheet);
    const char *unit = ore_unit(book, quantity);

    ore_set_text(&row[0], ore_say(book, text));
    row[1].quantity = quantity;
    ore_set_formula(book, &row[1], value, "=%s", formula);
    ore_set_text(&row[2], *unit ? unit : ore_say(book, ORE_TEXT_NO_UNIT));
}

static void add_total(ore_sheet *sheet, ore_text text, ore_sheet_id id,
                      int column)
{
    ore_book *book = sheet->book;

    add_figure(sheet, text, ORE_MONEY, ore_total_cell(book, id, 0, column),
               ore_column_sum(&book->sheets[id].tables[0], column));
    ore_sheet_table *table = &sheet->tables[0];

    ore_set_link(book, &table->cells[table->n_rows * table->n_columns - 1], id);
}

/* What the accounts hold in all: the amounts on Inputs, as they are shown. */
static void add_budgets(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *inputs = &book->sheets[ORE_SHEET_INPUTS].tables[0];
    double sum = 0.0;

    for (int i = 0; i < inputs->n_rows; i++) {
        const ore_sheet_cell *row = &inputs->cells[i * inputs->n_columns];

        sum += ore_is_text(book, &row[ORE_INPUTS_WHAT], ORE_TEXT_AMOUNT)
                   ? row[ORE_INPUTS_VALUE].number
                   : 0.0;
    }
    add_figure(
        sheet, ORE_TEXT_FIGURE_BUDGETS, ORE_MONEY,
        ore_keep(book, "SUMIF(%s,\"%s\",%s)",
                 ore_column_range(book, ORE_SHEET_INPUTS, 0, ORE_INPUTS_WHAT),
                 ore_say(book, ORE_TEXT_AMOUNT),
                 ore_column_range(book, ORE_SHEET_INPUTS, 0, ORE_INPUTS_VALUE)),
        sum);
    ore_name_here(sheet,
                  ore_in_yen(book) ? "Budget_cap_JPY" : "Budget_cap_USDm", 1);
    ore_sheet_table *table = &sheet->tables[0];

    ore_set_link(book, &table->cells[table->n_rows * table->n_columns - 1],
                 ORE_SHEET_INPUTS);
}

/* A gap as small as this is rounding. */
static const double no_gap = 1e-9;

/* Value and proven gap of a goal, as the solver leaves them. */
static void add_goal(ore_sheet *sheet, int g)
{
    ore_book *book = sheet->book;
    const ore_objective *use = &book->round->goals[g];
    const ore_goal *goal = ore_objective_goal(use);
    const ore_goal_outcome *outcome = &book->result->goals[g];
    const char *label = ore_goal_title(book, use);
    const char *const named[] = {label, NULL};
    ore_sheet_cell *row;

    if (!goal || !isfinite(outcome->value)) {
        return;
    }
    const bool is_money = strcmp(goal->unit, "M") == 0;

    row = ore_next_row(sheet);
    ore_set_text(&row[0], ore_compose(book, ORE_TEXT_FIGURE_GOAL, named));
    row[1].quantity = is_money ? ORE_MONEY : ORE_SCORE;
    ore_set_number(&row[1],
                   outcome->value * (is_money ? book->money_rate : 1.0));
    ore_set_text(&row[2], is_money
                              ? ore_unit(book, ORE_MONEY)
                              : ore_label(book, goal->unit, goal->unit_ja));
    ore_set_link(book, &row[3], ORE_SHEET_CHECKS);
    if (g == 0) {
        ore_name_here(sheet, "Objective_value", 1);
    }
    row = ore_next_row(sheet);
    ore_set_text(&row[0], ore_compose(book, ORE_TEXT_FIGURE_GAP, named));
    row[1].quantity = ORE_SHARE;
    if (isfinite(outcome->gap)) {
        ore_set_number(&row[1], outcome->gap > no_gap ? outcome->gap : 0.0);
    } else {
        ore_set_text(&row[1], ore_say(book, ORE_TEXT_ANSWER_NOT_KNOWN));
    }
    ore_set_text(&row[2], ore_say(book, ORE_TEXT_NO_UNIT));
    ore_set_link(book, &row[3], ORE_SHEET_PROVENANCE);
    if (g == 0) {
        ore_name_here(sheet, "MIP_gap", 1);
    }
}

void ore_add_memo_figures(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    ore_sheet_table *table = ore_add_table(sheet, "tblKeyFigures", "memo",
                                           ore_say(book, ORE_TEXT_KEY_FIGURES));

    ore_add_column(sheet, ore_say(book, ORE_TEXT_FIGURE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_VALUE), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_UNIT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_WHERE), ORE_TEXT_CELL);
    add_figure(sheet, ORE_TEXT_FIGURE_FUNDED, ORE_COUNT,
               ore_keep(book, "COUNT(%s)",
                        ore_column_range(book, ORE_SHEET_PORTFOLIO, 0,
                                         ORE_PORTFOLIO_YEAR)),
               ore_figure_funded(book->round, book->result));
    ore_name_here(sheet, "Projects_funded", 1);
    ore_set_link(book, &table->cells[table->n_rows * table->n_columns - 1],
                 ORE_SHEET_PORTFOLIO);
    add_total(sheet, ORE_TEXT_CAPEX, ORE_SHEET_PORTFOLIO, ORE_PORTFOLIO_CAPEX);
    add_total(sheet, ORE_TEXT_SUPPORT, ORE_SHEET_PORTFOLIO,
              ORE_PORTFOLIO_SUPPORT);
    ore_name_here(sheet, "Total_support", 1);
    if (ore_in_yen(book)) {
        ore_name_here(sheet, "Total_support_JPY", 1);
    }
    add_total(sheet, ORE_TEXT_EXPOSURE, ORE_SHEET_COMMITMENTS,
              ORE_COMMITMENTS_FACE + 1);
    double cost;
    const char *cost_formula = ore_budget_cost(book, &cost);

    add_figure(sheet, ORE_TEXT_COST, ORE_MONEY, cost_formula, cost);
    ore_set_link(book, &table->cells[table->n_rows * table->n_columns - 1],
                 ORE_SHEET_COMMITMENTS);
    ore_name_here(sheet, "Total_budget_cost", 1);
    add_budgets(sheet);
    if (ore_has_yen(book)) {
        const int yen = 1 + ore_funding_total(book->round);

        add_total(sheet, ORE_TEXT_SUPPORT_YEN, ORE_SHEET_FUNDING, yen);
        ore_sheet_cell *row =
            &table->cells[(table->n_rows - 1) * table->n_columns];

        ore_name_here(sheet, "Total_support_JPY", 1);
        row[1].quantity = ORE_YEN;
        ore_set_text(&row[2], ore_unit(book, ORE_YEN));
    }
    for (int g = 0; g < book->round->n_goals; g++) {
        add_goal(sheet, g);
    }
}
