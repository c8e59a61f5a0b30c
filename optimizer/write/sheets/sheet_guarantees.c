/* Guarantees: every commitment without money of its own, and what it may come
 * to: budget cost, contingent liability, expected calls and loss, and the debt
 * that it mobilises. */
#include <math.h>

#include "orefolio/measures.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

static void set_figure(const ore_sheet *sheet, ore_sheet_cell *cell,
                       double value)
{
    if (isnan(value)) {
        ore_set_text(cell, ore_say(sheet->book, ORE_TEXT_ANSWER_NOT_KNOWN));
    } else {
        ore_set_number(cell, value);
    }
}

/* The commitments of the sheet: how many, and of how many it is known what is
 * expected to be called and lost. */
typedef struct tally {
    int n, n_known;
} tally;

static bool is_listed(const ore_book *book, int f)
{
    return book->result->face_m[f] > 0.0 && ore_is_liability(book->round, f);
}

static tally count_listed(const ore_book *book)
{
    tally found = {0};

    for (int f = 0; f < book->round->n_pairs; f++) {
        if (is_listed(book, f)) {
            found.n++;
            found.n_known +=
                isfinite(ore_liability_of(book->round, book->result, f).loss_m);
        }
    }
    return found;
}

/* The sum of some is not the sum of all. */
static void say_unknown(ore_sheet *sheet, tally found)
{
    ore_book *book = sheet->book;

    if (found.n_known < found.n) {
        ore_add_line(sheet, ORE_PLAIN,
                     ore_compose(book, ORE_TEXT_EXPECTED_KNOWN,
                                 (const char *const[]){
                                     ore_keep(book, "%d", found.n_known),
                                     ore_keep(book, "%d", found.n), NULL}));
    }
}

static void add_columns(ore_sheet *sheet, tally found)
{
    const ore_book *book = sheet->book;
    static const ore_text amounts[] = {
        ORE_TEXT_FACE,          ORE_TEXT_COST,
        ORE_TEXT_CONTINGENT,    ORE_TEXT_EXPECTED_CALLED,
        ORE_TEXT_EXPECTED_LOSS, ORE_TEXT_MOBILISED};

    ore_add_project_columns(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_INSTRUMENT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FUNDER), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        const bool is_expected = amounts[i] == ORE_TEXT_EXPECTED_CALLED ||
                                 amounts[i] == ORE_TEXT_EXPECTED_LOSS;

        ore_add_column(sheet, ore_say(book, amounts[i]), ORE_MONEY);
        if (!is_expected || found.n_known == found.n) {
            ore_sum_column(sheet);
        }
    }
}

static void add_commitment(ore_sheet *sheet, int f)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const ore_funder *funder = &round->funders[instrument->funder];
    const ore_liability liability = ore_liability_of(round, book->result, f);
    const double figures[] = {liability.face_m,       liability.cost_m,
                              liability.contingent_m, liability.called_m,
                              liability.loss_m,       liability.mobilised_m};
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_project(book, row, pair->project);
    ore_set_text(&row[4],
                 ore_label(book, instrument->label, instrument->label_ja));
    ore_set_text(&row[5], ore_label(book, funder->label, funder->label_ja));
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        set_figure(sheet, &row[6 + i], figures[i]);
    }
}

void ore_fill_guarantees(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const tally found = count_listed(book);

    if (found.n == 0) {
        return;
    }
    say_unknown(sheet, found);
    ore_add_table(sheet, "tblGuarantees", "guarantees", NULL);
    add_columns(sheet, found);
    for (int f = 0; f < book->round->n_pairs; f++) {
        if (is_listed(book, f)) {
            add_commitment(sheet, f);
        }
    }
}
