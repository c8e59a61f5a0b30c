/* Concentration: who supplies each material, before and after, and how much
 * of what is delivered comes round again. */
#include <math.h>
#include <strings.h>

#include "orefolio/measures.h"
#include "orefolio/rules.h"
#include "write/columns.h"
#include "write/sheet.h"

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

static void set_measure(const ore_book *book, ore_cell *cell, double value)
{
    if (isfinite(value)) {
        ore_set_number(cell, value);
    } else {
        ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
}

/* One side in columns `at`, at + 2 and at + 4. */
static void set_side(const ore_book *book, ore_cell *row, int at,
                     ore_concentration side)
{
    ore_set_text(&row[at], side.top ? ore_word(book, side.top)
                                    : ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    set_measure(book, &row[at + 2], side.top_share);
    set_measure(book, &row[at + 4], side.hhi);
}

static void set_row(const ore_book *book, ore_cell *row, int m, int t)
{
    const ore_plan *plan = book->plan;
    const ore_material *material = &plan->materials[m];

    ore_set_text(&row[0], ore_label(book, material->label, material->label_ja));
    set_side(book, row, TOP_BEFORE, ore_concentration_of(plan, NULL, m, t));
    set_side(book, row, TOP_AFTER,
             ore_concentration_of(plan, book->result, m, t));
}

static void add_last_year(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;

    ore_add_line(
        sheet, ORE_GREY,
        ore_compose(book, ORE_TEXT_IN_YEAR,
                    (const char *const[]){
                        ore_keep(book, "%d", plan->horizon.last), NULL}));
    ore_add_table(sheet, "tblConcentration", "concentration", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    add_columns(sheet);
    for (int m = 0; m < plan->n_materials; m++) {
        if (ore_is_targeted(plan, m)) {
            set_row(book, ore_next_row(sheet), m, plan->n_years - 1);
        }
    }
}

static void add_circularity(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;

    ore_add_table(sheet, "tblCircularity", "circularity",
                  ore_say(book, ORE_TEXT_CIRCULARITY_NOTE));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR_OF_SUPPLY), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CIRCULARITY), ORE_SHARE);
    for (int t = 0; t < plan->n_years; t++) {
        ore_cell *row = ore_next_row(sheet);

        ore_set_number(&row[0], plan->horizon.first + t);
        ore_set_number(&row[1], ore_circularity(plan, book->result, t));
    }
}

/* The share of country c in what is supplied of the material, after. */
static double share_of(const ore_book *book, int m, const char *country)
{
    const ore_plan *plan = book->plan;
    const int t = plan->n_years - 1;
    const double all_tpa =
        ore_concentration_of(plan, book->result, m, t).supply_tpa;

    return all_tpa > 0.0
               ? ore_supply_from_tpa(plan, book->result, m, t, country) /
                     all_tpa
               : 0.0;
}

/* Whether a column can be headed by the country: Excel takes headings that
 * differ in case alone for the same. */
static bool can_head(const ore_book *book, const char *country,
                     const char *const *others, int n)
{
    for (int i = 0; i < n; i++) {
        if (strcasecmp(ore_word(book, others[i]), ore_word(book, country)) ==
            0) {
            return false;
        }
    }
    return *country != '\0';
}

/* The country, not yet listed, with the largest sum of shares; NULL = none. */
static const char *next_largest(const ore_book *book, const char *const *listed,
                                int n)
{
    const ore_plan *plan = book->plan;
    const char *country = NULL, *best = NULL;
    double most = 0.0;

    while ((country = ore_country_after(plan, country))) {
        double sum = 0.0;

        for (int m = 0; m < plan->n_materials; m++) {
            sum += ore_is_targeted(plan, m) ? share_of(book, m, country) : 0.0;
        }
        if (sum > most && can_head(book, country, listed, n)) {
            most = sum;
            best = country;
        }
    }
    return best;
}

/* The countries with the largest shares; how many. */
static int largest(const ore_book *book, const char **countries)
{
    int n = 0;

    while (n < MOST_COUNTRIES &&
           (countries[n] = next_largest(book, countries, n))) {
        n++;
    }
    return n;
}

/* Where supply comes from: the largest countries, and all others together. */
static void add_origins(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const char *countries[MOST_COUNTRIES];
    const int n = largest(book, countries);

    ore_add_table(sheet, "tblOrigins", "origins",
                  ore_say(book, ORE_TEXT_ORIGINS_NOTE));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    for (int c = 0; c < n; c++) {
        ore_add_column(sheet, ore_word(book, countries[c]), ORE_SHARE);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_OTHER_COUNTRIES), ORE_SHARE);
    for (int m = 0; m < plan->n_materials; m++) {
        double rest = 1.0;

        if (!ore_is_targeted(plan, m) ||
            ore_concentration_of(plan, book->result, m, plan->n_years - 1)
                    .supply_tpa <= 0.0) {
            continue;
        }
        ore_cell *row = ore_next_row(sheet);

        ore_set_text(&row[0], ore_label(book, plan->materials[m].label,
                                        plan->materials[m].label_ja));
        for (int c = 0; c < n; c++) {
            const double share = share_of(book, m, countries[c]);

            ore_set_number(&row[1 + c], share);
            rest -= share;
        }
        ore_set_number(&row[1 + n], rest > least_share ? rest : 0.0);
    }
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
    sheet->is_upright = true;
    add_last_year(sheet);
    add_origins(sheet);
    add_circularity(sheet);
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
