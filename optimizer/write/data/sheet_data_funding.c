/* Data_Funding: every commitment, one row each. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/data.h"

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
    const ore_round *round = book->round;
    const ore_result *result = book->result;

    ore_begin_data(sheet, "tblDataFunding", "data_funding", columns,
                   sizeof columns / sizeof *columns);
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];
        const ore_project *project = &round->projects[pair->project];
        const ore_instrument *instrument =
            &round->instruments[pair->instrument];
        const int o = result->option[pair->project];
        const int year = result->year[pair->project];

        if (result->face_m[f] <= 0.0) {
            continue;
        }
        ore_sheet_cell *row = ore_next_row(sheet);

        ore_set_text(&row[0], round->scenario);
        ore_set_text(&row[1], project->id);
        ore_set_text(&row[2], ore_label(book, project->name, project->name_ja));
        ore_set_text(&row[3], round->options[o].id);
        ore_set_number(&row[4], year);
        ore_set_text(&row[5], instrument->id);
        ore_set_text(&row[6],
                     ore_label(book, instrument->label, instrument->label_ja));
        ore_set_number(&row[ORE_DATA_FACE], result->face_m[f]);
        ore_set_number(
            &row[8],
            result->face_m[f] *
                ore_charge_rate(round, f, o, year - round->commit.first));
        ore_set_text(&row[9], ore_unit(book, ORE_MONEY));
    }
}
