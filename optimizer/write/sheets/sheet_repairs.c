/* Repairs: the smallest changes that let a round have a portfolio, where none
 * satisfies it as it is. */
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("repair", ORE_TEXT_REPAIR, ORE_COUNT),
    ORE_COLUMN("change", ORE_TEXT_REPAIR_CHANGE, ORE_TEXT_CELL),
    ORE_COLUMN("source", ORE_TEXT_SOURCE, ORE_TEXT_CELL),
    ORE_COLUMN("funded", ORE_TEXT_REPAIR_FUNDED, ORE_COUNT),
    ORE_COLUMN("cost", ORE_TEXT_REPAIR_COST, ORE_MONEY),
    {0}};

ORE_TABLE(table, "tblRepairs", "repairs", columns);

static double cost_m(const ore_round *round, const ore_result *result)
{
    double sum_m = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        sum_m += ore_figure_cost_m(round, result, p);
    }
    for (int t = 0; t < round->n_years; t++) {
        sum_m += ore_purchase_charge_m(round, result, -1, t);
    }
    return sum_m;
}

static void add_repair(ore_sheet *sheet, const ore_repair *repair, int i)
{
    ore_book *book = sheet->book;

    for (int k = 0; k < repair->n; k++) {
        const ore_sheet_row row = ore_sheet_next(sheet);
        char *text = ore_repair_text(book->round, repair, k, book->is_japanese);

        ore_cell_number(row, "repair", i + 1);
        ore_cell_text(row, "change", text);
        ore_cell_text_or(row, "source",
                         ore_book_place(book, repair->what[k].where),
                         ORE_TEXT_EVERYWHERE);
        ore_cell_number(row, "funded",
                        ore_figure_funded(book->round, repair->result));
        ore_cell_number(row, "cost", cost_m(book->round, repair->result));
        free(text);
    }
}

void ore_fill_repairs(ore_sheet *sheet)
{
    const ore_study *study = sheet->book->options->study;
    const ore_repairs *repairs = study ? study->repairs : NULL;

    if (!repairs || repairs->n == 0) {
        return;
    }
    sheet->is_upright = true;
    ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_REPAIRS_EACH);
    if (!repairs->is_complete || repairs->n_more > 0) {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_REPAIRS_MORE);
    }
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < repairs->n; i++) {
        add_repair(sheet, &repairs->list[i], i);
    }
}
