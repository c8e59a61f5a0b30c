/* Funding: commitments by year and kind, by instrument and year, and what they
 * charge to each account. The stacked columns draw the kinds: few enough to
 * tell apart, and values. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/money.h"
#include "write/sheets/funding_funders.h"
#include "write/sheets/funding_offices.h"

static int count_foreign(const ore_sheet *sheet)
{
    return ore_book_foreign_count(sheet->book);
}

static const char *foreign_heading(const ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;

    return ore_book_print(
        book, "%s (%s)", ore_book_text(book, ORE_TEXT_TOTAL),
        ore_book_foreign_unit(book, ore_book_foreign(book, i)->code));
}

static const ore_column_def year_columns[] = {
    ORE_COLUMN("year", ORE_TEXT_FISCAL_YEAR, ORE_YEAR),
    ORE_KIND_COLUMNS,
    ORE_COLUMN("promises", ORE_TEXT_PROMISES, ORE_MONEY, .total = true,
               .is_shown = ore_book_has_contingents),
    ORE_COLUMN("total", ORE_TEXT_TOTAL, ORE_MONEY, .total = true),
    ORE_COLUMNS("foreign", count_foreign, foreign_heading, ORE_FOREIGN,
                .total = true),
    {0}};

ORE_TABLE(years, "tblFunding", "funding", year_columns);

static int count_years(const ore_sheet *sheet)
{
    return sheet->book->round->n_commit;
}

static const char *year_heading(const ore_sheet *sheet, int i)
{
    return ore_book_digits(sheet->book, sheet->book->round->commit.first + i);
}

static const ore_column_def instrument_columns[] = {
    ORE_COLUMN("instrument", ORE_TEXT_INSTRUMENT, ORE_TEXT_CELL),
    ORE_COLUMN("funder", ORE_TEXT_FUNDER, ORE_TEXT_CELL),
    ORE_COLUMNS("year", count_years, year_heading, ORE_MONEY, .total = true),
    ORE_COLUMN("total", ORE_TEXT_TOTAL, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(instruments, "tblInstruments", "instruments", instrument_columns);

static const ore_column_def budget_columns[] = {
    ORE_COLUMN("budget", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("funder", ORE_TEXT_FUNDER, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_ACCOUNT_YEAR_COLUMN,
    ORE_COLUMN("available", ORE_TEXT_AVAILABLE, ORE_MONEY),
    ORE_COLUMN("used", ORE_TEXT_USED, ORE_MONEY, .total = true),
    ORE_COLUMN("headroom", ORE_TEXT_HEADROOM, ORE_MONEY),
    {0}};

ORE_TABLE(budgets, "tblBudgets", "budgets", budget_columns);

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

/* The total in another currency, whose rate stands in a named cell. */
static void set_foreign(ore_sheet_row row, int i, double total_m)
{
    ore_book *book = row.sheet->book;
    const ore_currency *currency = ore_book_foreign(book, i);

    ore_cell_formula(ore_cell_nth(row, i), "foreign",
                     ore_book_converted(book, currency, total_m), "={total}%s",
                     ore_book_conversion_formula(book, currency));
}

static void add_year(ore_sheet *sheet, int year)
{
    const ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);
    double sum_m = 0.0;

    ore_cell_number(row, "year", year);
    for (int i = 0; i < ore_kind_count(sheet); i++) {
        const double face_m = kind_face_m(book, ore_instrument_kinds[i], year);

        ore_cell_number(ore_cell_nth(row, i), "kind", face_m);
        sum_m += face_m;
    }
    if (ore_book_has_contingents(book)) {
        const double face_m = kind_face_m(book, NULL, year);

        ore_cell_number(row, "promises", face_m);
        sum_m += face_m;
    }
    ore_cell_formula(row, "total", sum_m, "=SUM({kind..promises})");
    for (int i = 0; i < ore_book_foreign_count(book); i++) {
        set_foreign(row, i, sum_m);
    }
}

static void add_instrument(ore_sheet *sheet, int k)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_instrument *instrument = &round->instruments[k];
    const ore_sheet_row row = ore_sheet_next(sheet);
    double sum_m = 0.0;

    ore_cell_label(row, "instrument", instrument);
    ore_cell_label(row, "funder", &round->funders[instrument->funder]);
    for (int s = 0; s < round->n_commit; s++) {
        const double face_m =
            ore_figure_face_m(round, book->result, k, round->commit.first + s);

        ore_cell_number(ore_cell_nth(row, s), "year", face_m);
        sum_m += face_m;
    }
    ore_cell_formula(row, "total", sum_m, "=SUM({year})");
}

static void add_budget_year(ore_sheet *sheet, int b, int y)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_budget *budget = &round->budgets[b];
    const double available_m =
        ore_figure_available_m(round, book->result, b, y);
    const double used_m = ore_figure_used_m(round, book->result, b, y);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "budget", budget);
    ore_cell_label(row, "funder", &round->funders[budget->funder]);
    ore_cell_number(row, "year", round->commit.first + y);
    ore_cell_account_year(row, budget, round->commit.first + y);
    ore_cell_number(row, "available", available_m);
    ore_cell_number(row, "used", used_m);
    ore_cell_formula(row, "headroom", available_m - used_m,
                     "={available}-{used}");
}

static void add_budgets(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &budgets,
                    ore_book_text(book, ORE_TEXT_BUDGETS_NOTE));
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
    const ore_round *round = sheet->book->round;

    sheet->is_upright = true;
    ore_sheet_begin(sheet, &years, NULL);
    for (int year = round->commit.first; year <= round->commit.last; year++) {
        add_year(sheet, year);
    }
    ore_sheet_draw(sheet,
                   ORE_CHART("funding", "year", "kind", "promises",
                             ORE_CHART_STACKED, .title = ORE_TEXT_FUNDING_CHART,
                             .axis = ore_book_unit(sheet->book, ORE_MONEY)));
    ore_funding_funders(sheet);
    ore_sheet_begin(sheet, &instruments,
                    ore_book_text(sheet->book, ORE_TEXT_INSTRUMENTS_NOTE));
    for (int k = 0; k < round->n_instruments; k++) {
        add_instrument(sheet, k);
    }
    add_budgets(sheet);
    ore_funding_offices(sheet);
}
