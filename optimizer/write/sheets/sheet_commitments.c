/* Commitments: every instrument on every project, one row each, with codes and
 * names on every row. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const ore_text words[] = {
        ORE_TEXT_PROJECT_ID, ORE_TEXT_PROJECT, ORE_TEXT_INSTRUMENT_ID,
        ORE_TEXT_INSTRUMENT, ORE_TEXT_FUNDER,  ORE_TEXT_BUDGET};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ore_add_column(sheet, ore_say(book, words[i]), ORE_TEXT_CELL);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FACE), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_EXPOSURE), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SUBSIDY_RATE), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_COST), ORE_MONEY);
    ore_sum_column(sheet);
}

void ore_fill_commitments(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_add_table(sheet, "tblCommitments", "commitments", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];
        const double face_m = book->result->face_m[f];
        const int p = pair->project;
        const ore_project *project = &round->projects[p];
        const ore_instrument *instrument =
            &round->instruments[pair->instrument];
        const ore_funder *funder = &round->funders[instrument->funder];

        if (face_m <= 0.0) {
            continue;
        }
        ore_sheet_cell *row = ore_next_row(sheet);
        const double rate =
            ore_charge_rate(round, f, book->result->option[p],
                            book->result->year[p] - round->commit.first);

        ore_set_text(&row[0], project->id);
        ore_set_text(&row[1], ore_label(book, project->name, project->name_ja));
        ore_set_text(&row[2], instrument->id);
        ore_set_text(&row[3],
                     ore_label(book, instrument->label, instrument->label_ja));
        ore_set_text(&row[4], ore_label(book, funder->label, funder->label_ja));
        ore_set_text(&row[5], instrument->budget >= 0
                                  ? round->budgets[instrument->budget].id
                                  : ore_say(book, ORE_TEXT_NOT_APPLICABLE));
        ore_set_number(&row[6], book->result->year[p]);
        ore_set_number(&row[ORE_COMMITMENTS_FACE], face_m);
        ore_set_number(&row[8],
                       face_m * instrument->kind->exposure_share(instrument));
        ore_set_number(&row[9], rate);
        ore_set_formula(book, &row[ORE_COMMITMENTS_COST], face_m * rate,
                        "=%s*%s", ore_here(sheet, ORE_COMMITMENTS_FACE),
                        ore_here(sheet, 9));
    }
}
