/* WhatIfMoney: every instrument that a project may take, with years and amounts
 * to change by hand; what follows from them stands on WhatIf. */
#include "orefolio/instrument.h"
#include "orefolio/timing.h"
#include "write/book/columns.h"
#include "write/what_if/what_if.h"

/* The year in which the offer is shown: its project's there, or the first in
 * which it can be had; 0 = never, or it is not for the project's option. */
static int offered_year(const ore_book *book, int f)
{
    const ore_round *round = book->round;
    const int p = round->pairs[f].project;
    const int own = ore_what_if_year(book, p), o = ore_what_if_option(book, p);

    if (book->result->face_m[f] > 0.0 ||
        ore_award_max_m(round, f, o, own - round->commit.first) > 0.0) {
        return own;
    }
    for (int s = 0; s < round->n_commit; s++) {
        if (ore_award_max_m(round, f, o, s) > 0.0) {
            return round->commit.first + s;
        }
    }
    return 0;
}

static void set_names(ore_book *book, ore_sheet_cell *row, const ore_pair *pair)
{
    const ore_round *round = book->round;
    const ore_instrument *instrument = &round->instruments[pair->instrument];

    ore_set_text(&row[0], round->projects[pair->project].id);
    ore_set_text(&row[ORE_WHAT_INSTRUMENT], instrument->id);
    ore_set_text(&row[ORE_WHAT_LABEL],
                 ore_label(book, instrument->label, instrument->label_ja));
    if (instrument->budget >= 0) {
        const ore_budget *account = &round->budgets[instrument->budget];

        ore_set_text(&row[ORE_WHAT_ACCOUNT], account->id);
        ore_set_text(&row[ORE_WHAT_ACCOUNT_LABEL],
                     ore_label(book, account->label, account->label_ja));
    } else {
        ore_set_text(&row[ORE_WHAT_ACCOUNT],
                     ore_say(book, ORE_TEXT_NOT_APPLICABLE));
        ore_set_text(&row[ORE_WHAT_ACCOUNT_LABEL],
                     ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
}

/* What of the face counts by the factor's column, while the project is on. */
static void set_part(ore_sheet *sheet, ore_sheet_cell *row, int column,
                     int factor)
{
    ore_set_formula(sheet->book, &row[column],
                    row[ORE_WHAT_ON].number * row[ORE_WHAT_FACE].number *
                        row[factor].number,
                    "=%s*%s*%s", ore_here(sheet, ORE_WHAT_ON),
                    ore_here(sheet, ORE_WHAT_FACE), ore_here(sheet, factor));
}

static void add_commitment(ore_sheet *sheet, int f, int year)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const int p = pair->project;
    ore_sheet_cell *row = ore_next_row(sheet);

    set_names(book, row, pair);
    ore_set_number(&row[ORE_WHAT_YEAR], year);
    ore_set_number(&row[ORE_WHAT_FACE], book->result->face_m[f]);
    ore_set_number(&row[ORE_WHAT_RATE],
                   ore_charge_rate(round, f, ore_what_if_option(book, p),
                                   year - round->commit.first));
    ore_set_number(&row[ORE_WHAT_WEIGHT],
                   instrument->kind->public_share(instrument));
    ore_set_formula(book, &row[ORE_WHAT_ON], book->result->option[p] >= 0,
                    "=SUMIF(%s,%s,%s)",
                    ore_what_range(book, ORE_WHAT_SWITCHES, 0),
                    ore_here(sheet, 0),
                    ore_what_range(book, ORE_WHAT_SWITCHES, ORE_WHAT_FUNDED));
    if (instrument->kind->json_source) {
        ore_set_formula(book, &row[ORE_WHAT_SUPPORT],
                        row[ORE_WHAT_ON].number * row[ORE_WHAT_FACE].number,
                        "=%s*%s", ore_here(sheet, ORE_WHAT_ON),
                        ore_here(sheet, ORE_WHAT_FACE));
    } else {
        ore_set_number(&row[ORE_WHAT_SUPPORT], 0.0);
    }
    set_part(sheet, row, ORE_WHAT_PUBLIC, ORE_WHAT_WEIGHT);
    set_part(sheet, row, ORE_WHAT_COST, ORE_WHAT_RATE);
}

static void add_columns(ore_sheet *sheet)
{
    static const struct {
        ore_text heading;
        ore_quantity quantity;
        ore_entry_kind entry;
        bool has_total;
    } columns[] = {
        {ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL, ORE_NO_ENTRY, false},
        {ORE_TEXT_INSTRUMENT_ID, ORE_TEXT_CELL, ORE_NO_ENTRY, false},
        {ORE_TEXT_INSTRUMENT, ORE_TEXT_CELL, ORE_NO_ENTRY, false},
        {ORE_TEXT_BUDGET, ORE_TEXT_CELL, ORE_NO_ENTRY, false},
        {ORE_TEXT_NAME, ORE_TEXT_CELL, ORE_NO_ENTRY, false},
        {ORE_TEXT_YEAR, ORE_YEAR, ORE_ENTRY_YEAR, false},
        {ORE_TEXT_FACE, ORE_MONEY, ORE_ENTRY_AMOUNT, false},
        {ORE_TEXT_SUBSIDY_RATE, ORE_SHARE, ORE_NO_ENTRY, false},
        {ORE_TEXT_PUBLIC_WEIGHT, ORE_SHARE, ORE_NO_ENTRY, false},
        {ORE_TEXT_SWITCH, ORE_COUNT, ORE_NO_ENTRY, false},
        {ORE_TEXT_SUPPORT_OF_CAPEX, ORE_MONEY, ORE_NO_ENTRY, true},
        {ORE_TEXT_PUBLIC_MONEY, ORE_MONEY, ORE_NO_ENTRY, true},
        {ORE_TEXT_COST, ORE_MONEY, ORE_NO_ENTRY, true},
    };

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        ore_add_column(sheet, ore_say(sheet->book, columns[i].heading),
                       columns[i].quantity);
        ore_ask_column(sheet, columns[i].entry);
        if (columns[i].has_total) {
            ore_sum_column(sheet);
        }
    }
}

void ore_fill_what_money(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_add_table(sheet, "tblWhatCommitments", "whatcommitments", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int f = 0; f < book->round->n_pairs; f++) {
        const int year = offered_year(book, f);

        if (year > 0) {
            add_commitment(sheet, f, year);
        }
    }
    ore_end_table(sheet);
    ore_add_what_results(&book->sheets[ORE_SHEET_WHAT_IF]);
}
