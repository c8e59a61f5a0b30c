/* Data_Funding: every commitment, one row each. */
#include "write/columns.h"
#include "write/data.h"
#include "write/figures.h"

void ore_fill_data_funding(ore_sheet *sheet)
{
    static const ore_data_column columns[] = {
        {"scenario", ORE_TEXT_CELL},
        {"project", ORE_TEXT_CELL},
        {"project_name", ORE_TEXT_CELL},
        {"option", ORE_TEXT_CELL},
        {"year", ORE_YEAR},
        {"instrument", ORE_TEXT_CELL},
        {"instrument_name", ORE_TEXT_CELL},
        {"face", ORE_MONEY},
        {"budget_cost", ORE_MONEY},
        {"unit", ORE_TEXT_CELL}};
    const ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const ore_result *result = book->result;

    ore_begin_data(sheet, "tblDataFunding", "data_funding", columns,
                   sizeof columns / sizeof *columns);
    for (int f = 0; f < plan->n_offers; f++) {
        const ore_offer *offer = &plan->offers[f];
        const ore_project *project = &plan->projects[offer->project];
        const ore_instrument *instrument =
            &plan->instruments[offer->instrument];
        const int o = result->option[offer->project];
        const int year = result->year[offer->project];

        if (result->face_m[f] <= 0.0) {
            continue;
        }
        ore_cell *row = ore_next_row(sheet);

        ore_set_text(&row[0], plan->scenario);
        ore_set_text(&row[1], project->id);
        ore_set_text(&row[2], ore_label(book, project->name, project->name_ja));
        ore_set_text(&row[3], plan->options[o].id);
        ore_set_number(&row[4], year);
        ore_set_text(&row[5], instrument->id);
        ore_set_text(&row[6],
                     ore_label(book, instrument->label, instrument->label_ja));
        ore_set_number(&row[ORE_DATA_FACE], result->face_m[f]);
        ore_set_number(&row[8], result->face_m[f] *
                                    ore_charge_rate(plan, f, o,
                                                    year - plan->commit.first));
        ore_set_text(&row[9], ore_unit(book, ORE_MONEY));
    }
}
