/* WhatIfGaps: what the switches of WhatIf do to the gaps, year by year. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/what_if/what_if.h"

static int count_years(const ore_sheet *sheet)
{
    return sheet->book->round->n_years;
}

static const char *year_heading(const ore_sheet *sheet, int i)
{
    return ore_book_digits(sheet->book, sheet->book->round->horizon.first + i);
}

#define YEAR_COLUMNS                                                           \
    {                                                                          \
        .id = "year", .quantity = ORE_FLOW, .count = count_years,              \
        .heading = year_heading                                                \
    }

#define MATERIAL_COLUMNS                                                       \
    ORE_COLUMN("id", ORE_TEXT_MATERIAL_ID, ORE_TEXT_CELL),                     \
        ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),              \
        ORE_COLUMN("mean", ORE_TEXT_MEAN_LACK, ORE_FLOW), YEAR_COLUMNS

static const ore_column_def base_columns[] = {MATERIAL_COLUMNS, {0}};
static const ore_column_def gap_columns[] = {
    MATERIAL_COLUMNS,
    ORE_COLUMN("change", ORE_TEXT_MEAN_CHANGE, ORE_FLOW),
    ORE_COLUMN("says", ORE_TEXT_WHAT_SURE, ORE_TEXT_CELL),
    {0}};
static const ore_column_def sure_columns[] = {
    ORE_COLUMN("id", ORE_TEXT_MATERIAL_ID, ORE_TEXT_CELL),
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    {.id = "year",
     .quantity = ORE_LETTER,
     .count = count_years,
     .heading = year_heading,
     .marks = {{ORE_TEXT_SURE_AMOUNT, ORE_BAD},
               {ORE_TEXT_SURE_DIVISION, ORE_BAD}}},
    {0}};

ORE_TABLE(gaps, "tblWhatGaps", "whatgaps", gap_columns);
ORE_TABLE(sures, "tblWhatSure", "whatsure", sure_columns);
ORE_TABLE(bases, "tblWhatBase", "whatbase", base_columns);

/* Less than this is noise of sums, t/yr. */
static const char noise[] = "0.0005";

/* What all targets for the material lack in a year; with none lacking, what is
 * left over for anyone, negative. Read off WhatIfChain as it is filled. */
static double base_tpa(const ore_book *book, int material, int t)
{
    const ore_round *round = book->round;
    const char *id = round->materials[material].id;
    const int year = round->horizon.first + t;
    double short_tpa = 0.0, left_tpa = 0.0;

    for (ore_sheet_row row = ore_book_row(book, "chaintargets", 0);
         row.at < row.table->n_rows; row.at++) {
        short_tpa += strcmp(ore_cell_at(row, "material")->text, id) == 0 &&
                             (int)ore_cell_at(row, "year")->number == year
                         ? ore_cell_at(row, "short")->number
                         : 0.0;
    }
    for (ore_sheet_row row = ore_book_row(book, "chainpools", 0);
         row.at < row.table->n_rows; row.at++) {
        left_tpa += strcmp(ore_cell_at(row, "material")->text, id) == 0 &&
                            (int)ore_cell_at(row, "year")->number == year
                        ? ore_cell_at(row, "left")->number
                        : 0.0;
    }
    return short_tpa > strtod(noise, NULL) ? short_tpa : 0.0 - left_tpa;
}

/* The sum of a column of WhatIfChain over the row's material and a year. */
static const char *sum_of(ore_book *book, const char *table, const char *column,
                          int year)
{
    return ore_book_print(book,
                          "SUMIFS({%s.%s},{%s.material},{id},{%s.year},%d)",
                          table, column, table, table, year);
}

static ore_sheet_row add_names(ore_sheet *sheet, int m)
{
    const ore_round *round = sheet->book->round;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "id", round->materials[m].id);
    ore_cell_label(row, "material", &round->materials[m]);
    return row;
}

/* A row of a material by what its targets lack in each year: figures of the
 * portfolio, or what the chain comes to. */
static ore_sheet_row add_material(ore_sheet *sheet, int m, bool is_live)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_sheet_row row = add_names(sheet, m);
    double sum_tpa = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        const ore_sheet_row year = ore_cell_nth(row, t);
        const double lack_tpa = base_tpa(book, m, t);
        const int when = round->horizon.first + t;

        if (is_live) {
            const char *lacks = sum_of(book, "chaintargets", "short", when);

            ore_cell_formula(year, "year", lack_tpa, "=IF(%s>%s,%s,0-%s)",
                             lacks, noise, lacks,
                             sum_of(book, "chainpools", "left", when));
        } else {
            ore_cell_number(year, "year", lack_tpa);
        }
        /* What is left over in one year makes up for nothing in another. */
        sum_tpa += fmax(0.0, lack_tpa);
    }
    ore_cell_formula(row, "mean", sum_tpa / round->n_years,
                     "=SUMIF({year},\">0\")/COUNT({year})");
    return row;
}

/* Words by how sure a figure is after a switch: as a re-solve has it, with
 * another division between markets, or with another amount. */
typedef struct sure_words {
    ore_text same, division, amount;
} sure_words;

static void set_sure(ore_sheet_row row, const char *id, const char *doubt,
                     sure_words words)
{
    ore_book *book = row.sheet->book;

    ore_cell_text_formula(row, id, ore_book_text(book, words.same),
                          "=IF(%s>1,\"%s\",IF(%s>0,\"%s\",\"%s\"))", doubt,
                          ore_book_text(book, words.amount), doubt,
                          ore_book_text(book, words.division),
                          ore_book_text(book, words.same));
}

static void add_says(ore_sheet_row row)
{
    static const char most[] =
        "SUMPRODUCT(MAX(({chainpools.material}={id})*{chainpools.doubt}))";

    set_sure(row, "says", most,
             (sure_words){ORE_TEXT_WHAT_FOLLOWS, ORE_TEXT_SURE_SAYS_DIVISION,
                          ORE_TEXT_SURE_SAYS_AMOUNT});
}

/* At last, by how much each mean differs from the portfolio's. */
static void add_gaps(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_begin(sheet, &gaps,
                    ore_book_text(sheet->book, ORE_TEXT_WHAT_GAPS_NOTE));
    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m)) {
            add_says(add_material(sheet, m, true));
        }
    }
}

static void add_sures(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &sures,
                    ore_book_text(book, ORE_TEXT_WHAT_SURE_NOTE));
    for (int m = 0; m < round->n_materials; m++) {
        if (!ore_is_targeted(round, m)) {
            continue;
        }
        const ore_sheet_row row = add_names(sheet, m);

        for (int t = 0; t < round->n_years; t++) {
            set_sure(
                ore_cell_nth(row, t), "year",
                sum_of(book, "chainpools", "doubt", round->horizon.first + t),
                (sure_words){ORE_TEXT_SURE_SAME, ORE_TEXT_SURE_DIVISION,
                             ORE_TEXT_SURE_AMOUNT});
        }
    }
}

static void add_bases(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;
    int at = 0;

    ore_sheet_begin(sheet, &bases,
                    ore_book_text(sheet->book, ORE_TEXT_WHAT_BASE));
    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m)) {
            const ore_sheet_row base = add_material(sheet, m, false);

            ore_cell_formula(ore_book_row(sheet->book, "whatgaps", at++),
                             "change", 0.0, "=ROUND({mean}-%s,6)",
                             ore_cell_address(base, "mean"));
        }
    }
}

void ore_fill_what_gaps(ore_sheet *sheet)
{
    add_gaps(sheet);
    add_sures(sheet);
    add_bases(sheet);
}
