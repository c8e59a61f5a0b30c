/* Funding: commitments by year and kind, by instrument and year, and what they
 * charge to each account. The stacked columns draw the kinds: few enough to
 * tell apart, and values. */
#include <math.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

/* Millions of dollars to billions of yen, or to 100 million yen: written as
 * unit changes, the rate itself stands in its own named cell. */
static void set_yen(ore_book *book, ore_sheet_cell *cell, double total_m,
                    const char *total)
{
    const double jpy_bn = total_m * book->round->jpy_per_usd / 1000.0;

    ore_set_formula(book, cell, book->is_japanese ? jpy_bn * 10.0 : jpy_bn,
                    "=%s*FX_JPY_per_USD/1000%s", total,
                    book->is_japanese ? "*10" : "");
}

/* Face of one kind of instrument committed in a year; of all promises when kind
 * is NULL. */
static double kind_face_m(const ore_book *book, const ore_instrument_kind *kind,
                          int year)
{
    const ore_round *round = book->round;
    double sum_m = 0.0;

    for (int k = 0; k < round->n_instruments; k++) {
        const ore_instrument_kind *own = round->instruments[k].kind;

        if (kind ? own == kind : !own->json_source) {
            sum_m += ore_figure_face_m(round, book->result, k, year);
        }
    }
    return sum_m;
}

static void add_year(ore_sheet *sheet, int year)
{
    ore_book *book = sheet->book;
    const int total = ore_funding_total(book->round);
    ore_sheet_cell *row = ore_next_row(sheet);
    double sum_m = 0.0;

    ore_set_number(&row[0], year);
    for (int i = 1; i < total; i++) {
        const double face_m = kind_face_m(
            book, i <= ore_kind_count() ? ore_instrument_kinds[i - 1] : NULL,
            year);

        ore_set_number(&row[i], face_m);
        sum_m += face_m;
    }
    ore_set_formula(book, &row[total], sum_m, "=SUM(%s:%s)", ore_here(sheet, 1),
                    ore_here(sheet, total - 1));
    if (ore_has_yen(book)) {
        set_yen(book, &row[total + 1], sum_m, ore_here(sheet, total));
    }
}

static void add_years(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_add_table(sheet, "tblFunding", "funding", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FISCAL_YEAR), ORE_YEAR);
    for (int i = 0; i < ore_kind_count(); i++) {
        ore_add_column(sheet, ore_source_label(book, ore_instrument_kinds[i]),
                       ORE_MONEY);
        ore_sum_column(sheet);
    }
    if (ore_has_contingents(round)) {
        ore_add_column(sheet, ore_say(book, ORE_TEXT_PROMISES), ORE_MONEY);
        ore_sum_column(sheet);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOTAL), ORE_MONEY);
    ore_sum_column(sheet);
    if (ore_has_yen(book)) {
        ore_add_column(sheet, ore_say(book, ORE_TEXT_TOTAL), ORE_YEN);
        ore_sum_column(sheet);
    }
    for (int year = round->commit.first; year <= round->commit.last; year++) {
        add_year(sheet, year);
    }
}

static void add_instruments(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const int first = 2, total = first + round->n_commit;

    ore_add_table(sheet, "tblInstruments", "instruments",
                  ore_say(book, ORE_TEXT_INSTRUMENTS_NOTE));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_INSTRUMENT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FUNDER), ORE_TEXT_CELL);
    for (int year = round->commit.first; year <= round->commit.last; year++) {
        ore_add_column(sheet, ore_keep(book, "%d", year), ORE_MONEY);
        ore_sum_column(sheet);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOTAL), ORE_MONEY);
    ore_sum_column(sheet);
    for (int k = 0; k < round->n_instruments; k++) {
        const ore_instrument *instrument = &round->instruments[k];
        const ore_funder *funder = &round->funders[instrument->funder];
        ore_sheet_cell *row = ore_next_row(sheet);
        double sum_m = 0.0;

        ore_set_text(&row[0],
                     ore_label(book, instrument->label, instrument->label_ja));
        ore_set_text(&row[1], ore_label(book, funder->label, funder->label_ja));
        for (int s = 0; s < round->n_commit; s++) {
            const double face_m = ore_figure_face_m(round, book->result, k,
                                                    round->commit.first + s);

            ore_set_number(&row[first + s], face_m);
            sum_m += face_m;
        }
        ore_set_formula(book, &row[total], sum_m, "=SUM(%s:%s)",
                        ore_here(sheet, first), ore_here(sheet, total - 1));
    }
}

static void add_budget_year(ore_sheet *sheet, int b, int y)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_budget *budget = &round->budgets[b];
    const ore_funder *funder = &round->funders[budget->funder];
    const double available_m =
        ore_figure_available_m(round, book->result, b, y);
    const double used_m = ore_figure_used_m(round, book->result, b, y);
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], ore_label(book, budget->label, budget->label_ja));
    ore_set_text(&row[1], ore_label(book, funder->label, funder->label_ja));
    ore_set_number(&row[2], round->commit.first + y);
    ore_set_number(&row[ORE_BUDGETS_AVAILABLE], available_m);
    ore_set_number(&row[ORE_BUDGETS_USED], used_m);
    ore_set_formula(book, &row[ORE_BUDGETS_HEADROOM], available_m - used_m,
                    "=%s-%s", ore_here(sheet, ORE_BUDGETS_AVAILABLE),
                    ore_here(sheet, ORE_BUDGETS_USED));
}

static void add_budgets(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_add_table(sheet, "tblBudgets", "budgets",
                  ore_say(book, ORE_TEXT_BUDGETS_NOTE));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_BUDGET), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FUNDER), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_AVAILABLE), ORE_MONEY);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_USED), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_HEADROOM), ORE_MONEY);
    for (int b = 0; b < round->n_budgets; b++) {
        for (int y = 0; y < ore_figure_budget_years(round, b); y++) {
            if (round->budgets[b].amount_m[y] > 0.0 ||
                ore_figure_used_m(round, book->result, b, y) > 0.0) {
                add_budget_year(sheet, b, y);
            }
        }
    }
}

void ore_fill_funding(ore_sheet *sheet)
{
    sheet->is_upright = true;
    add_years(sheet);
    add_instruments(sheet);
    add_budgets(sheet);
    sheet->charts[sheet->n_charts++] = (ore_chart){
        .kind = ORE_CHART_STACKED,
        .title = ORE_TEXT_FUNDING_CHART,
        .axis = ore_unit(sheet->book, ORE_MONEY),
        .table = ORE_FUNDING_YEARS,
        .category = 0,
        .first = 1,
        .last = ore_funding_total(sheet->book->round) - 1,
    };
}
