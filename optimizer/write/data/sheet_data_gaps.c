/* Data_Gaps: target, supply and shortfall of every material, market and year.
 */
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/data.h"

void ore_fill_data_gaps(ore_sheet *sheet)
{
    static const ore_data_column columns[] = {
        {"scenario", ORE_TEXT_CELL},      {"material", ORE_TEXT_CELL},
        {"material_name", ORE_TEXT_CELL}, {"market", ORE_TEXT_CELL},
        {"market_name", ORE_TEXT_CELL},   {"year", ORE_YEAR},
        {"target_tpa", ORE_FLOW},         {"secured_tpa", ORE_FLOW},
        {"delivered_tpa", ORE_FLOW},      {"shortfall_tpa", ORE_FLOW}};
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_begin_data(sheet, "tblDataGaps", "data_gaps", columns,
                   sizeof columns / sizeof *columns);
    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];
        const ore_material *material = &round->materials[target->material];
        const ore_market *market = &round->markets[target->market];

        for (int t = 0; t < round->n_years; t++) {
            const int at = i * round->n_states + t;
            ore_sheet_cell *row = ore_next_row(sheet);

            ore_set_text(&row[0], round->scenario);
            ore_set_text(&row[1], material->id);
            ore_set_text(&row[2],
                         ore_label(book, material->label, material->label_ja));
            ore_set_text(&row[3], market->id);
            ore_set_text(&row[4],
                         ore_label(book, market->label, market->label_ja));
            ore_set_number(&row[5], round->horizon.first + t);
            ore_set_number(&row[6], target->target_tpa[t]);
            ore_set_number(&row[7], ore_figure_secured_tpa(round, i, t));
            ore_set_number(&row[8], book->result->delivered_tpa[at]);
            ore_set_number(&row[ORE_DATA_SHORTFALL],
                           book->result->shortfall_tpa[at]);
        }
    }
}
