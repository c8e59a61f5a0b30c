/* Concentration: who supplies each material, before and after, and how much
 * of what is delivered comes round again. */
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "orefolio/measures.h"
#include "orefolio/memory.h"
#include "orefolio/rules.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

enum {
    TOP_BEFORE = 1,
    TOP_AFTER,
    SHARE_BEFORE,
    SHARE_AFTER,
    HHI_BEFORE,
    HHI_AFTER
};

/* Tables of the sheet. */
enum { ORIGINS = 1 };
/* Countries that a chart can tell apart; others are one. */
enum { MOST_COUNTRIES = 5 };
static const double least_share = 1e-9;

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOP_BEFORE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOP_AFTER), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOP_SHARE_BEFORE), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOP_SHARE_AFTER), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_HHI_BEFORE), ORE_SCORE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_HHI_AFTER), ORE_SCORE);
}

static void set_measure(const ore_book *book, ore_sheet_cell *cell,
                        double value)
{
    if (isfinite(value)) {
        ore_set_number(cell, value);
    } else {
        ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
}

/* One side in columns `at`, at + 2 and at + 4. */
static void set_side(const ore_book *book, ore_sheet_cell *row, int at,
                     ore_concentration side)
{
    ore_set_text(&row[at], side.top ? ore_word(book, side.top)
                                    : ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    set_measure(book, &row[at + 2], side.top_share);
    set_measure(book, &row[at + 4], side.hhi);
}

static void set_row(const ore_book *book, ore_sheet_cell *row,
                    const ore_countries *countries, int m, int t)
{
    const ore_round *round = book->round;
    const ore_material *material = &round->materials[m];

    ore_set_text(&row[0], ore_label(book, material->label, material->label_ja));
    set_side(book, row, TOP_BEFORE,
             ore_concentration_of(round, NULL, countries, m, t));
    set_side(book, row, TOP_AFTER,
             ore_concentration_of(round, book->result, countries, m, t));
}

static void add_last_year(ore_sheet *sheet, const ore_countries *countries)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_add_line(
        sheet, ORE_GREY,
        ore_compose(book, ORE_TEXT_IN_YEAR,
                    (const char *const[]){
                        ore_keep(book, "%d", round->horizon.last), NULL}));
    ore_add_table(sheet, "tblConcentration", "concentration", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    add_columns(sheet);
    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m)) {
            set_row(book, ore_next_row(sheet), countries, m,
                    round->n_years - 1);
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

static void add_circularity(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_add_table(sheet, "tblCircularity", "circularity",
                  ore_say(book, ORE_TEXT_CIRCULARITY_NOTE));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR_OF_SUPPLY), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CIRCULARITY), ORE_SHARE);
    for (int t = 0; t < round->n_years; t++) {
        ore_sheet_cell *row = ore_next_row(sheet);

        ore_set_number(&row[0], round->horizon.first + t);
        /* A share of no deliveries is none. */
        ore_set_figure(book, &row[1],
                       delivered_tpa(book, t) > 0.0
                           ? ore_circularity(round, book->result, t)
                           : nan(""));
    }
}

/* What every country supplies in the last year, after, material by material.
 */
typedef struct origins {
    const ore_countries *countries;
    double *share;   /* [n_materials * countries->n], country fastest */
    double *all_tpa; /* [n_materials] */
} origins;

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
    return found;
}

/* Whether a column can be headed by the country: Excel takes headings that
 * differ in case alone for the same. */
static bool can_head(const ore_book *book, const origins *from, int country,
                     const int *others, int n)
{
    const char *own = ore_word(book, from->countries->name[country]);

    for (int i = 0; i < n; i++) {
        if (strcasecmp(ore_word(book, from->countries->name[others[i]]), own) ==
            0) {
            return false;
        }
    }
    return *from->countries->name[country] != '\0';
}

/* The country, not yet listed, with the largest sum of shares; -1 = none. */
static int next_largest(const ore_book *book, const origins *from,
                        const int *listed, int n)
{
    const ore_round *round = book->round;
    int best = -1;
    double most = 0.0;

    for (int c = 0; c < from->countries->n; c++) {
        double sum = 0.0;

        for (int m = 0; m < round->n_materials; m++) {
            sum += ore_is_targeted(round, m)
                       ? from->share[m * from->countries->n + c]
                       : 0.0;
        }
        if (sum > most && can_head(book, from, c, listed, n)) {
            most = sum;
            best = c;
        }
    }
    return best;
}

/* The countries with the largest shares; how many. */
static int largest(const ore_book *book, const origins *from, int *countries)
{
    int n = 0;

    while (n < MOST_COUNTRIES &&
           (countries[n] = next_largest(book, from, countries, n)) >= 0) {
        n++;
    }
    return n;
}

/* Shares of a material's supply: the largest countries, and the rest. */
static void add_material(ore_sheet *sheet, const origins *from, int m,
                         const int *countries, int n)
{
    const ore_book *book = sheet->book;
    const ore_material *material = &book->round->materials[m];
    ore_sheet_cell *row = ore_next_row(sheet);
    double rest = 1.0;

    ore_set_text(&row[0], ore_label(book, material->label, material->label_ja));
    for (int c = 0; c < n; c++) {
        const double share = from->share[m * from->countries->n + countries[c]];

        ore_set_number(&row[1 + c], share);
        rest -= share;
    }
    ore_set_number(&row[1 + n], rest > least_share ? rest : 0.0);
}

/* Where supply comes from: the largest countries, and all others together. */
static void add_origins(ore_sheet *sheet, const ore_countries *all)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    origins from = find_origins(book, all);
    int countries[MOST_COUNTRIES];
    const int n = largest(book, &from, countries);

    ore_add_table(sheet, "tblOrigins", "origins",
                  ore_say(book, ORE_TEXT_ORIGINS_NOTE));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    for (int c = 0; c < n; c++) {
        ore_add_column(sheet, ore_word(book, all->name[countries[c]]),
                       ORE_SHARE);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_OTHER_COUNTRIES), ORE_SHARE);
    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m) && from.all_tpa[m] > 0.0) {
            add_material(sheet, &from, m, countries, n);
        }
    }
    free(from.share);
    free(from.all_tpa);
    sheet->charts[sheet->n_charts++] = (ore_chart){
        .kind = ORE_CHART_PARTS,
        .title = ORE_TEXT_ORIGINS_CHART,
        .axis = ore_say(book, ORE_TEXT_SHARE_OF_SUPPLY),
        .table = ORIGINS,
        .category = 0,
        .first = 1,
        .last = 1 + n,
    };
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
        sheet->charts[sheet->n_charts++] = (ore_chart){
            .title = ORE_TEXT_CONCENTRATION_CHART,
            .axis = ore_say(sheet->book, ORE_TEXT_SHARE_OF_SUPPLY),
            .table = 0,
            .category = 0,
            .first = SHARE_BEFORE,
            .last = SHARE_AFTER,
        };
    }
}
