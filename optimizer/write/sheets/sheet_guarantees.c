/* Guarantees: every commitment without money of its own, and what it may come
 * to: budget cost, contingent liability, expected calls and loss, and the debt
 * that it mobilises. */
#include <math.h>

#include "orefolio/indicators.h"
#include "write/book/columns.h"

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
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_EXPECTED_KNOWN,
                      ore_book_digits(book, found.n_known),
                      ore_book_digits(book, found.n));
    }
}

static bool is_all_known(const ore_book *book)
{
    const tally found = count_listed(book);

    return found.n_known == found.n;
}

static const ore_column_def columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("instrument", ORE_TEXT_INSTRUMENT, ORE_TEXT_CELL),
    ORE_COLUMN("funder", ORE_TEXT_FUNDER, ORE_TEXT_CELL),
    ORE_COLUMN("face", ORE_TEXT_FACE, ORE_MONEY, .total = true),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    ORE_COLUMN("contingent", ORE_TEXT_CONTINGENT, ORE_MONEY, .total = true),
    ORE_COLUMN("called", ORE_TEXT_EXPECTED_CALLED, ORE_MONEY,
               .is_summed = is_all_known),
    ORE_COLUMN("loss", ORE_TEXT_EXPECTED_LOSS, ORE_MONEY,
               .is_summed = is_all_known),
    ORE_COLUMN("mobilised", ORE_TEXT_MOBILISED, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(table, "tblGuarantees", "guarantees", columns);

/* A figure that may not be known. */
static void set_figure(ore_sheet_row row, const char *id, double value)
{
    ore_cell_answer(row, id, ORE_ANSWER_KNOWN, value);
}

static void add_commitment(ore_sheet *sheet, int f)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const ore_liability liability = ore_liability_of(round, book->result, f);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, pair->project);
    ore_cell_label(row, "instrument", instrument);
    ore_cell_label(row, "funder", &round->funders[instrument->funder]);
    set_figure(row, "face", liability.face_m);
    set_figure(row, "cost", liability.cost_m);
    set_figure(row, "contingent", liability.contingent_m);
    set_figure(row, "called", liability.called_m);
    set_figure(row, "loss", liability.loss_m);
    set_figure(row, "mobilised", liability.mobilised_m);
}

void ore_fill_guarantees(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const tally found = count_listed(book);

    if (found.n == 0) {
        return;
    }
    say_unknown(sheet, found);
    ore_sheet_begin(sheet, &table, NULL);
    for (int f = 0; f < book->round->n_pairs; f++) {
        if (is_listed(book, f)) {
            add_commitment(sheet, f);
        }
    }
}
