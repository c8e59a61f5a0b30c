/* What every account has left, year by year, on the sheet WhatIf. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/instrument.h"
#include "write/book/columns.h"
#include "write/what_if/what_if.h"

/* Written figures are rounded one by one: sums agree to this, in millions. */
static const double tolerance_m = 1e-3;

/* Columns of the accounts. */
enum {
    AT_YEAR = 2,
    AT_BUDGET,
    AT_CARRIED,
    AT_OTHER,
    AT_USED,
    AT_LEFT,
    AT_OVER
};

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
            sum_m += book->result->face_m[f] *
                     ore_charge_rate(round, f, book->result->option[p],
                                     year - round->commit.first);
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
    const double other_m =
        ore_figure_used_m(round, book->result, b, y) - cost_m;
    const double carried_m = left ? *left_m : 0.0;
    ore_sheet_cell *row = ore_next_row(sheet);

    *left_m = budget->amount_m[y] + carried_m - other_m - cost_m;
    ore_set_text(&row[0], budget->id);
    ore_set_text(&row[1], ore_label(book, budget->label, budget->label_ja));
    ore_set_number(&row[AT_YEAR], year);
    ore_set_number(&row[AT_BUDGET], budget->amount_m[y]);
    if (left) {
        ore_set_formula(book, &row[AT_CARRIED], carried_m, "=%s", left);
    } else {
        ore_set_number(&row[AT_CARRIED], 0.0);
    }
    ore_set_number(&row[AT_OTHER], fabs(other_m) < tolerance_m ? 0.0 : other_m);
    ore_set_formula(
        book, &row[AT_USED], cost_m, "=SUMIFS(%s,%s,%s,%s,%s)",
        ore_commitments_range(book, ORE_WHAT_COST),
        ore_commitments_range(book, ORE_WHAT_ACCOUNT), ore_here(sheet, 0),
        ore_commitments_range(book, ORE_WHAT_YEAR), ore_here(sheet, AT_YEAR));
    *left_m = budget->amount_m[y] + carried_m - row[AT_OTHER].number - cost_m;
    ore_set_formula(book, &row[AT_LEFT], *left_m, "=%s+%s-%s-%s",
                    ore_here(sheet, AT_BUDGET), ore_here(sheet, AT_CARRIED),
                    ore_here(sheet, AT_OTHER), ore_here(sheet, AT_USED));
    ore_set_formula(book, &row[AT_OVER], fmax(0.0, -*left_m), "=MAX(0,-%s)",
                    ore_here(sheet, AT_LEFT));
    ore_set_what_result(sheet, &row[ORE_WHAT_COVERED],
                        ore_here(sheet, AT_OVER));
    return ore_here(sheet, AT_LEFT);
}

void ore_add_what_accounts(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    static const ore_text headings[] = {
        ORE_TEXT_YEAR,          ORE_TEXT_BUDGET_AMOUNT, ORE_TEXT_CARRIED,
        ORE_TEXT_OTHER_CHARGES, ORE_TEXT_COST,          ORE_TEXT_HEADROOM,
        ORE_TEXT_OVER_BY};

    ore_add_table(sheet, "tblWhatAccounts", "whataccounts",
                  ore_say(book, ORE_TEXT_WHAT_ACCOUNTS));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_BUDGET), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_NAME), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        ore_add_column(sheet, ore_say(book, headings[i]),
                       i == 0 ? ORE_YEAR : ORE_MONEY);
        if (headings[i] == ORE_TEXT_BUDGET_AMOUNT) {
            ore_ask_column(sheet, ORE_ENTRY_AMOUNT);
        }
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RESULT), ORE_LETTER);
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
