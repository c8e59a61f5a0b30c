/* Data_Funding: every commitment, one row each. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_DATA_COLUMN("scenario", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("project", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("project_name", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("option", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("year", ORE_YEAR),
    ORE_DATA_COLUMN("instrument", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("instrument_name", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("face", ORE_MONEY),
    ORE_DATA_COLUMN("budget_cost", ORE_MONEY),
    ORE_DATA_COLUMN("unit", ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblDataFunding", "data_funding", columns, .is_data = true);

static void add_commitment(ore_sheet *sheet, int f)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_pair *pair = &round->pairs[f];
    const ore_project *project = &round->projects[pair->project];
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const int o = book->result->option[pair->project];
    const int year = book->result->year[pair->project];
    const double face_m = book->result->face_m[f];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "scenario", round->scenario);
    ore_cell_text(row, "project", project->id);
    ore_cell_text(row, "project_name", ore_book_project(book, project));
    ore_cell_text(row, "option", round->options[o].id);
    ore_cell_number(row, "year", year);
    ore_cell_text(row, "instrument", instrument->id);
    ore_cell_label(row, "instrument_name", instrument);
    ore_cell_number(row, "face", face_m);
    ore_cell_number(row, "budget_cost", ore_charge_m(round, book->result, f));
    ore_cell_text(row, "unit", ore_book_unit(book, ORE_MONEY));
}

void ore_fill_data_funding(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &table, NULL);
    for (int f = 0; f < sheet->book->round->n_pairs; f++) {
        if (sheet->book->result->face_m[f] > 0.0) {
            add_commitment(sheet, f);
        }
    }
}
