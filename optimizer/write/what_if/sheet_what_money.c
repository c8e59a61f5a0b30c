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

static const ore_column_def columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("instrument", ORE_TEXT_INSTRUMENT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("label", ORE_TEXT_INSTRUMENT, ORE_TEXT_CELL),
    ORE_COLUMN("account", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("account_label", ORE_TEXT_NAME, ORE_TEXT_CELL),
    ORE_COLUMN("funder", ORE_TEXT_FUNDER, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR, .entry = ORE_ENTRY_YEAR),
    ORE_COLUMN("face", ORE_TEXT_FACE, ORE_MONEY, .entry = ORE_ENTRY_AMOUNT),
    ORE_COLUMN("plan_year", ORE_TEXT_WHAT_PLAN_YEAR, ORE_YEAR),
    ORE_COLUMN("plan_face", ORE_TEXT_WHAT_PLAN_FACE, ORE_MONEY),
    ORE_COLUMN("plan_cost", ORE_TEXT_WHAT_PLAN_COST, ORE_MONEY),
    ORE_COLUMN("rate", ORE_TEXT_SUBSIDY_RATE, ORE_SHARE),
    ORE_COLUMN("weight", ORE_TEXT_PUBLIC_WEIGHT, ORE_SHARE),
    ORE_COLUMN("on", ORE_TEXT_SWITCH, ORE_COUNT),
    ORE_COLUMN("support", ORE_TEXT_SUPPORT_OF_CAPEX, ORE_MONEY, .total = true),
    ORE_COLUMN("public", ORE_TEXT_PUBLIC_MONEY, ORE_MONEY, .total = true),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(table, "tblWhatCommitments", "whatcommitments", columns,
          .is_filtered = true);

static void set_names(ore_sheet_row row, const ore_pair *pair)
{
    const ore_book *book = row.sheet->book;
    const ore_round *round = book->round;
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const ore_budget *account =
        instrument->budget >= 0 ? &round->budgets[instrument->budget] : NULL;

    ore_cell_text(row, "project", round->projects[pair->project].id);
    ore_cell_text(row, "instrument", instrument->id);
    ore_cell_label(row, "label", instrument);
    ore_cell_text_or(row, "account", account ? account->id : NULL,
                     ORE_TEXT_NOT_APPLICABLE);
    ore_cell_text(row, "funder", round->funders[instrument->funder].id);
    ore_cell_text_or(row, "account_label",
                     account ? ORE_LABEL(book, account) : NULL,
                     ORE_TEXT_NOT_APPLICABLE);
}

static void add_commitment(ore_sheet *sheet, int f, int year)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const int p = pair->project;
    const double on = book->result->option[p] >= 0;
    const double face_m = book->result->face_m[f];
    const double rate = ore_charge_rate(round, f, ore_what_if_option(book, p),
                                        year - round->commit.first);
    const double weight = instrument->kind->public_share(instrument);
    const ore_sheet_row row = ore_sheet_next(sheet);

    set_names(row, pair);
    ore_cell_number(row, "year", year);
    ore_cell_number(row, "face", face_m);
    ore_cell_number(row, "plan_year", year);
    ore_cell_number(row, "plan_face", face_m);
    ore_cell_number(row, "plan_cost", on * face_m * rate);
    ore_cell_number(row, "rate", rate);
    ore_cell_number(row, "weight", weight);
    ore_cell_formula(
        row, "on", on,
        "=SUMIF({whatprojects.project},{project},{whatprojects.on})");
    if (instrument->kind->json_source) {
        ore_cell_formula(row, "support", on * face_m, "={on}*{face}");
    } else {
        ore_cell_number(row, "support", 0.0);
    }
    /* What of the face counts, while the project is on. */
    ore_cell_formula(row, "public", on * face_m * weight,
                     "={on}*{face}*{weight}");
    ore_cell_formula(row, "cost", on * face_m * rate, "={on}*{face}*{rate}");
}

void ore_fill_what_money(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_sheet_begin(sheet, &table, NULL);
    for (int f = 0; f < book->round->n_pairs; f++) {
        const int year = offered_year(book, f);

        if (year > 0) {
            add_commitment(sheet, f, year);
        }
    }
    ore_sheet_end(sheet);
    ore_what_if_results(&book->sheets[ORE_SHEET_WHAT_IF]);
}
