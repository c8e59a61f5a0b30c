/* Concentration: who supplies each material, before and after, and how much
 * of what is delivered comes round again. */
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "orefolio/accounting.h"
#include "orefolio/indicators.h"
#include "orefolio/memory.h"
#include "orefolio/rules.h"
#include "write/book/columns.h"

static const double min_share = 1e-9;

static const ore_column_def columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("top_before", ORE_TEXT_TOP_BEFORE, ORE_TEXT_CELL),
    ORE_COLUMN("top_after", ORE_TEXT_TOP_AFTER, ORE_TEXT_CELL),
    ORE_COLUMN("share_before", ORE_TEXT_TOP_SHARE_BEFORE, ORE_SHARE),
    ORE_COLUMN("share_after", ORE_TEXT_TOP_SHARE_AFTER, ORE_SHARE),
    ORE_COLUMN("hhi_before", ORE_TEXT_HHI_BEFORE, ORE_SCORE),
    ORE_COLUMN("hhi_after", ORE_TEXT_HHI_AFTER, ORE_SCORE),
    {0}};

ORE_TABLE(table, "tblConcentration", "concentration", columns);

static void set_top(ore_sheet_row row, const char *id, const char *top)
{
    ore_cell_text_or(row, id,
                     top ? ore_book_country(row.sheet->book, top) : NULL,
                     ORE_TEXT_NOT_APPLICABLE);
}

static void add_row(ore_sheet *sheet, const ore_countries *countries, int m,
                    int t)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_concentration before =
        ore_concentration_of(round, NULL, countries, m, t);
    const ore_concentration after =
        ore_concentration_of(round, book->result, countries, m, t);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "material", &round->materials[m]);
    set_top(row, "top_before", before.top);
    set_top(row, "top_after", after.top);
    ore_cell_figure(row, "share_before", before.top_share);
    ore_cell_figure(row, "share_after", after.top_share);
    ore_cell_figure(row, "hhi_before", before.hhi);
    ore_cell_figure(row, "hhi_after", after.hhi);
}

static void add_last_year(ore_sheet *sheet, const ore_countries *countries)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_say(sheet, ORE_GREY, ORE_TEXT_IN_YEAR,
                  ore_book_digits(book, round->horizon.last));
    ore_sheet_begin(sheet, &table, NULL);
    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m)) {
            add_row(sheet, countries, m, round->n_years - 1);
        }
    }
}

static double delivered_tpa(const ore_book *book, int t)
{
    const ore_round *round = book->round;
    double sum_tpa = 0.0;

    for (int i = 0; i < round->n_targets; i++) {
        sum_tpa += book->result->delivered_tpa[i * round->n_states + t];
    }
    return sum_tpa;
}

static const ore_column_def circular_columns[] = {
    ORE_COLUMN("year", ORE_TEXT_YEAR_OF_SUPPLY, ORE_YEAR),
    ORE_COLUMN("share", ORE_TEXT_CIRCULARITY, ORE_SHARE),
    {0}};

ORE_TABLE(circularity, "tblCircularity", "circularity", circular_columns);

static void add_circularity(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &circularity,
                    ore_book_text(book, ORE_TEXT_CIRCULARITY_NOTE));
    for (int t = 0; t < round->n_years; t++) {
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_number(row, "year", round->horizon.first + t);
        /* A share of no deliveries is none. */
        ore_cell_figure(row, "share",
                        delivered_tpa(book, t) > 0.0
                            ? ore_circularity(round, book->result, t)
                            : nan(""));
    }
}

/* Countries that a chart can tell apart; others are one. */
enum { MAX_COUNTRIES = 5 };

/* What every country supplies in the last year, after, material by material;
 * and the countries with the largest shares. */
typedef struct origins {
    const ore_countries *countries;
    int n_largest, largest[MAX_COUNTRIES];
    double *share;   /* [n_materials * countries->n], country fastest */
    double *all_tpa; /* [n_materials] */
} origins;

/* Whether a column can be headed by the country: Excel takes headings that
 * differ in case alone for the same. */
static bool can_head(const ore_book *book, const origins *from, int country)
{
    const char *const *name = from->countries->name;

    for (int i = 0; i < from->n_largest; i++) {
        if (strcasecmp(ore_book_country(book, name[from->largest[i]]),
                       ore_book_country(book, name[country])) == 0) {
            return false;
        }
    }
    return *name[country] != '\0';
}

/* The country, not yet listed, with the largest sum of shares; -1 = none. */
static int next_largest(const ore_book *book, const origins *from)
{
    const ore_round *round = book->round;
    int best = -1;
    double max = 0.0;

    for (int c = 0; c < from->countries->n; c++) {
        double sum = 0.0;

        for (int m = 0; m < round->n_materials; m++) {
            sum += ore_is_targeted(round, m)
                       ? from->share[m * from->countries->n + c]
                       : 0.0;
        }
        if (sum > max && can_head(book, from, c)) {
            max = sum;
            best = c;
        }
    }
    return best;
}

static origins find_origins(const ore_book *book,
                            const ore_countries *countries)
{
    const ore_round *round = book->round;
    const int n = countries->n;
    origins found = {
        .countries = countries,
        .share = ore_alloc(round->n_materials * n, sizeof *found.share),
        .all_tpa = ore_alloc(round->n_materials, sizeof *found.all_tpa)};

    for (int m = 0; m < round->n_materials; m++) {
        double *share = found.share + m * n;

        ore_supply_by_country(round, book->result, countries, m,
                              round->n_years - 1, share);
        for (int c = 0; c < n; c++) {
            found.all_tpa[m] += share[c];
        }
        for (int c = 0; c < n; c++) {
            share[c] =
                found.all_tpa[m] > 0.0 ? share[c] / found.all_tpa[m] : 0.0;
        }
    }
    for (int best = 0; found.n_largest < MAX_COUNTRIES &&
                       (best = next_largest(book, &found)) >= 0;) {
        found.largest[found.n_largest++] = best;
    }
    return found;
}

static int count_largest(const ore_sheet *sheet)
{
    const origins *from = sheet->context;

    return from->n_largest;
}

static const char *country_heading(const ore_sheet *sheet, int i)
{
    const origins *from = sheet->context;

    return ore_book_country(sheet->book,
                            from->countries->name[from->largest[i]]);
}

static const ore_column_def origin_columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMNS("country", count_largest, country_heading, ORE_SHARE),
    ORE_COLUMN("others", ORE_TEXT_OTHER_COUNTRIES, ORE_SHARE),
    {0}};

ORE_TABLE(by_origin, "tblOrigins", "origins", origin_columns);

/* Shares of a material's supply: the largest countries, and the rest. */
static void add_material(ore_sheet *sheet, const origins *from, int m)
{
    const ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);
    double rest = 1.0;

    ore_cell_label(row, "material", &book->round->materials[m]);
    for (int i = 0; i < from->n_largest; i++) {
        const double share =
            from->share[m * from->countries->n + from->largest[i]];

        ore_cell_number(ore_cell_nth(row, i), "country", share);
        rest -= share;
    }
    ore_cell_number(row, "others", rest > min_share ? rest : 0.0);
}

/* Where supply comes from: the largest countries, and all others together. */
static void add_origins(ore_sheet *sheet, const ore_countries *all)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    origins from = find_origins(book, all);

    sheet->context = &from;
    ore_sheet_begin(sheet, &by_origin,
                    ore_book_text(book, ORE_TEXT_ORIGINS_NOTE));
    sheet->context = NULL;
    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m) && from.all_tpa[m] > 0.0) {
            add_material(sheet, &from, m);
        }
    }
    free(from.share);
    free(from.all_tpa);
    ore_sheet_draw(
        sheet,
        ORE_CHART("origins", "material", "country", "others", ORE_CHART_PARTS,
                  .title = ORE_TEXT_ORIGINS_CHART,
                  .axis = ore_book_text(book, ORE_TEXT_SHARE_OF_SUPPLY)));
}

void ore_fill_concentration(ore_sheet *sheet)
{
    ore_countries *countries = ore_countries_new(sheet->book->round);

    sheet->is_upright = true;
    add_last_year(sheet, countries);
    add_origins(sheet, countries);
    add_circularity(sheet);
    ore_countries_free(countries);
    if (sheet->tables[0].n_rows > 0) {
        ore_sheet_draw(
            sheet,
            ORE_CHART(
                "concentration", "material", "share_before", "share_after",
                ORE_CHART_BARS, .title = ORE_TEXT_CONCENTRATION_CHART,
                .axis = ore_book_text(sheet->book, ORE_TEXT_SHARE_OF_SUPPLY)));
    }
}
