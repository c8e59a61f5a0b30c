/* The first table of WhatIf: the headline and what each funder pays, before and
 * after the changes, and how many cells are changed. It stands above everything
 * that it reads, so its formulas are written last. */
#include <math.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/what_if/what_if.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("figure", ORE_TEXT_FIGURE, ORE_TEXT_CELL),
    ORE_COLUMN("plan", ORE_TEXT_RECOMMENDED, ORE_GENERAL),
    ORE_COLUMN("now", ORE_TEXT_WHAT_NOW, ORE_GENERAL),
    ORE_COLUMN("change", ORE_TEXT_DIFFERENCE, ORE_GENERAL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("says", ORE_TEXT_WHAT_SURE, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblWhatHeadline", "whatheadline", columns);

/* Rows of the table: these, then a row a funder. */
enum { SHORTFALL, CLOSED, CHANGED, COST, N_ROWS };

static bool has_closed(const ore_book *book)
{
    return isfinite(ore_figure_closed_share(book->round, book->result));
}

static ore_sheet_row add_row(ore_sheet *sheet, const char *figure,
                             ore_quantity quantity, const char *unit)
{
    static const char *const numbers[] = {"plan", "now", "change"};
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "figure", figure);
    ore_cell_text_or(row, "unit", unit, ORE_TEXT_NO_UNIT);
    for (int i = 0; i < 3; i++) {
        ore_cell_at(row, numbers[i])->quantity = quantity;
    }
    return row;
}

void ore_what_if_headline(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *money = ore_book_unit(book, ORE_MONEY);

    ore_sheet_begin(sheet, &table, NULL);
    ore_cell_number(add_row(sheet, ore_book_text(book, ORE_TEXT_CHAIN_LOST),
                            ORE_SCORE,
                            ore_book_own_word(book, "weighted target-years",
                                              "goal.shortfall.unit")),
                    "plan", ore_figure_weighted_gap(round, book->result, -1));
    ore_cell_number(
        add_row(sheet, ore_book_text(book, ORE_TEXT_OPTION_CLOSED), ORE_SHARE,
                NULL),
        "plan",
        has_closed(book) ? ore_figure_closed_share(round, book->result) : 0.0);
    ore_cell_number(add_row(sheet, ore_book_text(book, ORE_TEXT_WHAT_CHANGED),
                            ORE_COUNT, NULL),
                    "plan", 0.0);
    ore_cell_number(
        add_row(sheet, ore_book_text(book, ORE_TEXT_COST), ORE_MONEY, money),
        "plan", ore_funder_charge_m(round, book->result, -1));
    for (int u = 0; u < round->n_funders; u++) {
        ore_cell_number(
            add_row(sheet,
                    ore_book_compose(book, ORE_TEXT_LABEL_OF,
                                     ore_book_text(book, ORE_TEXT_COST),
                                     ORE_LABEL(book, &round->funders[u])),
                    ORE_MONEY, money),
            "plan", ore_funder_charge_m(round, book->result, u));
    }
}

static void finish(ore_sheet_row row)
{
    const double change =
        ore_cell_at(row, "now")->number - ore_cell_at(row, "plan")->number;

    ore_cell_formula(row, "change", fabs(change) < 1e-9 ? 0.0 : change,
                     "=ROUND({now}-{plan},9)");
    ore_cell_word(row, "says", ORE_TEXT_WHAT_SUMS);
}

/* The headline, and whether the chain leaves it in doubt. */
static void finish_shortfall(ore_book *book)
{
    const ore_sheet_row lost = ore_book_row(book, "whatheadline", SHORTFALL);
    const ore_sheet_row closed = ore_book_row(book, "whatheadline", CLOSED);
    const double before = ore_figure_weighted_gap(book->round, NULL, -1);
    const ore_sheet_row rows[] = {lost, closed};

    ore_cell_formula(lost, "now", ore_book_sum(book, "chaintargets.lost", -1),
                     "=SUM({chaintargets.lost})");
    ore_cell_formula(closed, "now", ore_cell_at(closed, "plan")->number,
                     before > 0.0 ? "={plan}-%s/%.15g" : "={plan}+0*%s",
                     ore_cell_address(lost, "change"), before);
    for (int i = 0; i < 2; i++) {
        finish(rows[i]);
        ore_cell_text_formula(rows[i], "says",
                              ore_book_text(book, ORE_TEXT_WHAT_FOLLOWS),
                              "=IF(MAX({chainpools.doubt})>0,\"%s\",\"%s\")",
                              ore_book_text(book, ORE_TEXT_WHAT_MAY_DIFFER),
                              ore_book_text(book, ORE_TEXT_WHAT_FOLLOWS));
    }
}

static void finish_costs(ore_book *book)
{
    const ore_round *round = book->round;

    for (int u = -1; u < round->n_funders; u++) {
        const ore_sheet_row row =
            ore_book_row(book, "whatheadline", COST + 1 + u);
        const double plan_m = ore_cell_at(row, "plan")->number;

        if (u < 0) {
            ore_cell_formula(row, "now", plan_m,
                             "={plan}+SUM({whatcommitments.cost})"
                             "-SUM({whatcommitments.plan_cost})");
        } else {
            ore_cell_formula(row, "now", plan_m,
                             "={plan}+SUMIF({whatcommitments.funder},\"%s\","
                             "{whatcommitments.cost})"
                             "-SUMIF({whatcommitments.funder},\"%s\","
                             "{whatcommitments.plan_cost})",
                             round->funders[u].id, round->funders[u].id);
        }
        finish(row);
    }
}

void ore_what_if_finish_headline(ore_book *book)
{
    const ore_sheet_row changed = ore_book_row(book, "whatheadline", CHANGED);

    finish_shortfall(book);
    finish_costs(book);
    ore_cell_formula(
        changed, "now", 0.0,
        "=SUMPRODUCT(({whatprojects.on}<>{whatprojects.recommended})*1)"
        "+SUMPRODUCT(({whatcommitments.year}<>{whatcommitments.plan_year})*1)"
        "+SUMPRODUCT(({whatcommitments.face}<>{whatcommitments.plan_face})*1)"
        "+SUMPRODUCT(({whataccounts.amount}<>{whataccounts.plan_amount})*1)");
    finish(changed);
    ore_cell_word(changed, "says", ORE_TEXT_WHAT_BACK_SHORT);
}

const char *ore_what_if_changed(ore_book *book)
{
    const ore_sheet_row changed = ore_book_row(book, "whatheadline", CHANGED);

    return ore_book_print(book, "'%s'!%s",
                          ore_book_text(book, changed.sheet->name),
                          ore_cell_address(changed, "now"));
}
