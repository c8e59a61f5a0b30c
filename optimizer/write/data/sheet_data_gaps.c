/* Data_Gaps: target, supply and shortfall of every material, market and year.
 */
#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_DATA_COLUMN("scenario", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("material", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("material_name", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("market", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("market_name", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("year", ORE_YEAR),
    ORE_DATA_COLUMN("target_tpa", ORE_FLOW),
    ORE_DATA_COLUMN("secured_tpa", ORE_FLOW),
    ORE_DATA_COLUMN("delivered_tpa", ORE_FLOW),
    ORE_DATA_COLUMN("shortfall_tpa", ORE_FLOW),
    {0}};

ORE_TABLE(table, "tblDataGaps", "data_gaps", columns, .is_data = true);

static void add_year(ore_sheet *sheet, int i, int t)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_target *target = &round->targets[i];
    const ore_material *material = &round->materials[target->material];
    const ore_market *market = &round->markets[target->market];
    const int at = i * round->n_states + t;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "scenario", round->scenario);
    ore_cell_text(row, "material", material->id);
    ore_cell_label(row, "material_name", material);
    ore_cell_text(row, "market", market->id);
    ore_cell_label(row, "market_name", market);
    ore_cell_number(row, "year", round->horizon.first + t);
    ore_cell_number(row, "target_tpa", target->target_tpa[t]);
    ore_cell_number(row, "secured_tpa", ore_figure_secured_tpa(round, i, t));
    ore_cell_number(row, "delivered_tpa", book->result->delivered_tpa[at]);
    ore_cell_number(row, "shortfall_tpa", book->result->shortfall_tpa[at]);
}

void ore_fill_data_gaps(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < round->n_targets; i++) {
        for (int t = 0; t < round->n_years; t++) {
            add_year(sheet, i, t);
        }
    }
}
