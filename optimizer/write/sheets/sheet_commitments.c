/* Commitments: every instrument on every project, one row each, with codes and
 * names on every row. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("name", ORE_TEXT_PROJECT, ORE_TEXT_CELL),
    ORE_COLUMN("instrument", ORE_TEXT_INSTRUMENT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("label", ORE_TEXT_INSTRUMENT, ORE_TEXT_CELL),
    ORE_COLUMN("funder", ORE_TEXT_FUNDER, ORE_TEXT_CELL),
    ORE_COLUMN("budget", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("face", ORE_TEXT_FACE, ORE_MONEY, .total = true),
    ORE_COLUMN("exposure", ORE_TEXT_EXPOSURE, ORE_MONEY, .total = true),
    ORE_COLUMN("rate", ORE_TEXT_SUBSIDY_RATE, ORE_SHARE),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(table, "tblCommitments", "commitments", columns, .is_filtered = true);

static void add_commitment(ore_sheet *sheet, int f)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_pair *pair = &round->pairs[f];
    const ore_project *project = &round->projects[pair->project];
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const double face_m = book->result->face_m[f];
    const int year = book->result->year[pair->project];
    const double rate = ore_committed_rate(round, book->result, f);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "project", project->id);
    ore_cell_text(row, "name", ore_book_project(book, project));
    ore_cell_text(row, "instrument", instrument->id);
    ore_cell_label(row, "label", instrument);
    ore_cell_label(row, "funder", &round->funders[instrument->funder]);
    ore_cell_text_or(
        row, "budget",
        instrument->budget >= 0 ? round->budgets[instrument->budget].id : NULL,
        ORE_TEXT_NOT_APPLICABLE);
    ore_cell_number(row, "year", year);
    ore_cell_number(row, "face", face_m);
    ore_cell_number(row, "exposure",
                    face_m * instrument->kind->exposure_share(instrument));
    ore_cell_number(row, "rate", rate);
    ore_cell_formula(row, "cost", face_m * rate, "={face}*{rate}");
}

void ore_fill_commitments(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &table, NULL);
    for (int f = 0; f < sheet->book->round->n_pairs; f++) {
        if (sheet->book->result->face_m[f] > 0.0) {
            add_commitment(sheet, f);
        }
    }
}
