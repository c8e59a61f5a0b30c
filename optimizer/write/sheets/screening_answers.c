/* See screening_answers.h: each open sale, what its answers would cost, and the
 * one that the portfolio gives. */
#include "write/sheets/screening_answers.h"

#include <math.h>

#include "orefolio/asset_sales.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("asset", ORE_TEXT_ASSET, ORE_TEXT_CELL),
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("country", ORE_TEXT_COUNTRY, ORE_TEXT_CELL),
    ORE_COLUMN("sale_on", ORE_TEXT_SALE_ON, ORE_TEXT_CELL),
    ORE_COLUMN("conditions", ORE_TEXT_SALE_COST_CONDITIONS, ORE_MONEY),
    ORE_COLUMN("block", ORE_TEXT_SALE_COST_BLOCK, ORE_MONEY),
    ORE_COLUMN("counter", ORE_TEXT_SALE_COST_COUNTER, ORE_MONEY),
    ORE_COLUMN("answer", ORE_TEXT_SALE_ANSWER, ORE_TEXT_CELL),
    ORE_COLUMN("mean", ORE_TEXT_SALE_KEPT_MEAN, ORE_FLOW),
    ORE_COLUMN("market", ORE_TEXT_SALE_KEPT_FOR, ORE_TEXT_CELL),
    ORE_COLUMN("budget", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(table, "tblSaleAnswers", "saleanswers", columns);

static const ore_text words[] = {[ORE_SALE_LET_GO] = ORE_TEXT_SALE_LET_GO,
                                 [ORE_SALE_CONDITIONS] =
                                     ORE_TEXT_SALE_CONDITIONS,
                                 [ORE_SALE_BLOCK] = ORE_TEXT_SALE_BLOCK,
                                 [ORE_SALE_COUNTER] = ORE_TEXT_SALE_COUNTER};

ore_text ore_sale_answer_text(ore_sale_answer answer)
{
    return words[answer];
}

static double mean_kept_tpa(const ore_book *book, int i)
{
    const ore_round *round = book->round;
    double sum_tpa = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        sum_tpa += ore_kept_tpa(round, book->result, i, t);
    }
    return sum_tpa / round->n_years;
}

static void set_costs(ore_sheet_row row, const ore_supply *supply)
{
    static const char *const ids[] = {[ORE_SALE_CONDITIONS] = "conditions",
                                      [ORE_SALE_BLOCK] = "block",
                                      [ORE_SALE_COUNTER] = "counter"};

    for (int a = 1; a < ORE_SALE_ANSWERS; a++) {
        if (isnan(supply->answer_cost_m[a])) {
            ore_cell_text_or(row, ids[a], NULL, ORE_TEXT_NOT_APPLICABLE);
        } else {
            ore_cell_number(row, ids[a], supply->answer_cost_m[a]);
        }
    }
}

static void add_sale(ore_sheet *sheet, int i)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_supply *supply = &round->supplies[i];
    const ore_sale_answer answer = book->result->answer[i];
    const int market = ore_sale_answer_market(supply, answer);
    const bool is_paid = answer != ORE_SALE_LET_GO;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text_or(row, "asset", ORE_LABEL(book, supply), ORE_TEXT_NO_UNIT);
    ore_cell_label(row, "material", &round->materials[supply->material]);
    ore_cell_text(row, "country", ore_book_country(book, supply->country));
    ore_cell_text(row, "sale_on", supply->sale_on);
    set_costs(row, supply);
    ore_cell_word(row, "answer", words[answer]);
    ore_cell_number(row, "mean", mean_kept_tpa(book, i));
    ore_cell_text_or(row, "market",
                     market < 0 ? NULL
                                : ORE_LABEL(book, &round->markets[market]),
                     ORE_TEXT_SALE_KEPT_ANY);
    ore_cell_text_or(
        row, "budget",
        supply->sale_budget < 0
            ? NULL
            : ORE_LABEL(book, &round->budgets[supply->sale_budget]),
        ORE_TEXT_NOT_APPLICABLE);
    ore_cell_number(row, "cost", is_paid ? supply->answer_cost_m[answer] : 0.0);
}

void ore_screening_answers(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    if (!ore_has_open_sales(round)) {
        return;
    }
    ore_sheet_begin(sheet, &table,
                    ore_book_text(sheet->book, ORE_TEXT_SALE_ANSWERS_NOTE));
    for (int i = 0; i < round->n_supplies; i++) {
        if (round->supplies[i].is_open) {
            add_sale(sheet, i);
        }
    }
}
