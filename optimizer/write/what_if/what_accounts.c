/* What every account has left, year by year, on the sheet WhatIf. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/instrument.h"
#include "write/book/columns.h"
#include "write/what_if/what_if.h"

void ore_what_if_result(ore_sheet_row row, const char *over)
{
    const ore_book *book = row.sheet->book;
    const char *ok = ore_book_text(book, ORE_TEXT_OK);

    ore_cell_text_formula(row, "result", ok,
                          "=IF(ROUND(%s,3)<=0,\"%s\",\"%s\")", over, ok,
                          ore_book_text(book, ORE_TEXT_CHECK));
}

/* Written figures are rounded one by one: sums agree to this, in millions. */
static const double tolerance_m = 1e-3;

static const ore_column_def columns[] = {
    ORE_COLUMN("budget", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("name", ORE_TEXT_NAME, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_ACCOUNT_YEAR_COLUMN,
    ORE_COLUMN("amount", ORE_TEXT_BUDGET_AMOUNT, ORE_MONEY,
               .entry = ORE_ENTRY_AMOUNT),
    ORE_COLUMN("plan_amount", ORE_TEXT_WHAT_PLAN_AMOUNT, ORE_MONEY),
    ORE_COLUMN("carried", ORE_TEXT_CARRIED, ORE_MONEY),
    ORE_COLUMN("other", ORE_TEXT_OTHER_CHARGES, ORE_MONEY),
    ORE_COLUMN("used", ORE_TEXT_COST, ORE_MONEY),
    ORE_COLUMN("left", ORE_TEXT_HEADROOM, ORE_MONEY),
    ORE_COLUMN("over", ORE_TEXT_OVER_BY, ORE_MONEY),
    ORE_WHAT_IF_RESULT,
    {0}};

ORE_TABLE(table, "tblWhatAccounts", "whataccounts", columns);

/* What the commitments of a year charge to account b. */
static double committed_m(const ore_book *book, int b, int year)
{
    const ore_round *round = book->round;
    double sum_m = 0.0;

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];
        const int p = pair->project;

        if (round->instruments[pair->instrument].budget == b &&
            book->result->option[p] >= 0 && book->result->year[p] == year) {
            sum_m += ore_charge_m(round, book->result, f);
        }
    }
    return sum_m;
}

/* `left` is the cell of what the year before left, or NULL; its value in and
 * this year's out in *left_m. */
static const char *add_account_year(ore_sheet *sheet, int b, int y,
                                    const char *left, double *left_m)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_budget *budget = &round->budgets[b];
    const int year = round->commit.first + y;
    const double cost_m = committed_m(book, b, year);
    const double charged_m =
        ore_figure_used_m(round, book->result, b, y) - cost_m;
    const double other_m = fabs(charged_m) < tolerance_m ? 0.0 : charged_m;
    const double carried_m = left ? *left_m : 0.0;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "budget", budget->id);
    ore_cell_label(row, "name", budget);
    ore_cell_number(row, "year", year);
    ore_cell_account_year(row, budget, year);
    ore_cell_number(row, "amount", budget->amount_m[y]);
    ore_cell_number(row, "plan_amount", budget->amount_m[y]);
    if (left) {
        ore_cell_formula(row, "carried", carried_m, "=%s", left);
    } else {
        ore_cell_number(row, "carried", 0.0);
    }
    ore_cell_number(row, "other", other_m);
    ore_cell_formula(row, "used", cost_m,
                     "=SUMIFS({whatcommitments.cost},{whatcommitments.account},"
                     "{budget},{whatcommitments.year},{year})");
    *left_m = budget->amount_m[y] + carried_m - other_m - cost_m;
    ore_cell_formula(row, "left", *left_m,
                     "={amount}+{carried}-{other}-{used}");
    ore_cell_formula(row, "over", fmax(0.0, -*left_m), "=MAX(0,-{left})");
    ore_what_if_result(row, "{over}");
    return ore_cell_address(row, "left");
}

void ore_what_if_accounts(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &table, ore_book_text(book, ORE_TEXT_WHAT_ACCOUNTS));
    for (int b = 0; b < round->n_budgets; b++) {
        const char *left = NULL;
        double left_m = 0.0;

        for (int y = 0; round->budgets[b].basis == ORE_BASIS_COMMITMENT &&
                        y < round->n_commit;
             y++) {
            const char *own = add_account_year(sheet, b, y, left, &left_m);

            left = round->budgets[b].carry_over ? own : NULL;
        }
    }
}
