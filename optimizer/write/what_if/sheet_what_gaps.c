/* WhatIfGaps: what the switches of WhatIf do to the gaps, year by year. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/timing.h"
#include "orefolio/tolerances.h"
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

static const ore_column_def output_columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("switched", ORE_TEXT_SWITCHED, ORE_COUNT),
    YEAR_COLUMNS,
    {0}};

#define MATERIAL_COLUMNS                                                       \
    ORE_COLUMN("id", ORE_TEXT_MATERIAL_ID, ORE_TEXT_CELL),                     \
        ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),              \
        ORE_COLUMN("mean", ORE_TEXT_MEAN_LACK, ORE_FLOW), YEAR_COLUMNS

static const ore_column_def base_columns[] = {MATERIAL_COLUMNS, {0}};
static const ore_column_def gap_columns[] = {
    MATERIAL_COLUMNS,
    ORE_COLUMN("change", ORE_TEXT_MEAN_CHANGE, ORE_FLOW),
    {0}};

static const ore_sheet_table_def outputs = {.name = "tblWhatOutputs",
                                            .slug = "whatoutputs",
                                            .columns = output_columns},
                                 bases = {.name = "tblWhatBase",
                                          .slug = "whatbase",
                                          .columns = base_columns},
                                 gaps = {.name = "tblWhatGaps",
                                         .slug = "whatgaps",
                                         .columns = gap_columns};

/* What project p makes of the flow's material in horizon year t, or would make
 * at full capacity, t/yr. */
static double output_tpa(const ore_book *book, int p, const ore_flow *flow,
                         int t)
{
    const ore_round *round = book->round;
    const double share =
        book->result->option[p] >= 0
            ? book->result->utilisation[p * round->n_states + t]
            : ore_state_share(round, ore_what_if_option(book, p),
                              ore_what_if_year(book, p), t);

    return share * flow->output_tpa;
}

static void add_output(ore_sheet *sheet, int p, const ore_flow *flow)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "project", round->projects[p].id);
    ore_cell_label(row, "material", &round->materials[flow->material]);
    ore_cell_formula(
        row, "switched", 0.0,
        "=SUMIF({whatprojects.project},{project},{whatprojects.on})"
        "-SUMIF({whatprojects.project},{project},{whatprojects.recommended})");
    for (int t = 0; t < round->n_years; t++) {
        ore_cell_number(ore_cell_nth(row, t), "year",
                        output_tpa(book, p, flow, t));
    }
}

static void add_outputs(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &outputs, NULL);
    for (int p = 0; p < round->n_projects; p++) {
        const ore_option *option = &round->options[ore_what_if_option(book, p)];

        for (int i = 0; i < option->n_flows; i++) {
            if (option->flows[i].output_tpa > 0.0 &&
                ore_is_targeted(round, option->flows[i].material)) {
                add_output(sheet, p, &option->flows[i]);
            }
        }
    }
}

/* Supply of a material that nobody in the round uses in year t, t/yr. */
static double unused_tpa(const ore_book *book, int material, int t)
{
    const ore_round *round = book->round;
    const ore_result *result = book->result;
    double sum_tpa = ore_unreserved_supply_tpa(round, material, t);

    for (int r = -1; r < round->n_markets; r++) {
        sum_tpa += ore_taken_tpa(round, result, material, r, t);
    }

    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == material) {
            sum_tpa += ore_reserved_supply_tpa(round, &round->targets[i], t) -
                       result->delivered_tpa[i * round->n_states + t];
        }
    }
    for (int p = 0; p < round->n_projects; p++) {
        const int o = result->option[p];

        for (int i = 0; o >= 0 && i < round->options[o].n_flows; i++) {
            const ore_flow *flow = &round->options[o].flows[i];

            sum_tpa += flow->material == material
                           ? (flow->output_tpa - flow->input_tpa) *
                                 result->utilisation[p * round->n_states + t]
                           : 0.0;
        }
    }
    /* Less than written figures tell is rounding. */
    return sum_tpa > ORE_TOLERANCE_WRITTEN ? sum_tpa : 0.0;
}

/* What all targets for the material lack in year t; with none lacking, what is
 * left over, negative. */
static double base_tpa(const ore_book *book, int material, int t)
{
    const ore_round *round = book->round;
    double gap_tpa = 0.0;

    for (int i = 0; i < round->n_targets; i++) {
        gap_tpa += round->targets[i].material == material
                       ? book->result->shortfall_tpa[i * round->n_states + t]
                       : 0.0;
    }
    return gap_tpa > 0.0 ? gap_tpa : -unused_tpa(book, material, t);
}

/* A row of a material by what its targets lack in each year: by a formula from
 * the row of the same material in the portfolio, where there is one. */
static ore_sheet_row add_material(ore_sheet *sheet, int m,
                                  const ore_sheet_row *base)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_sheet_row row = ore_sheet_next(sheet);
    double sum_tpa = 0.0;

    ore_cell_text(row, "id", round->materials[m].id);
    ore_cell_label(row, "material", &round->materials[m]);
    for (int t = 0; t < round->n_years; t++) {
        const ore_sheet_row year = ore_cell_nth(row, t);
        const double lack_tpa = base_tpa(book, m, t);

        if (base) {
            ore_cell_formula(year, "year", lack_tpa,
                             "=%s-SUMPRODUCT(({whatoutputs.material}={material}"
                             ")*{whatoutputs.switched}*{whatoutputs.year})",
                             ore_cell_address(ore_cell_nth(*base, t), "year"));
        } else {
            ore_cell_number(year, "year", lack_tpa);
        }
        /* What is left over in one year makes up for nothing in another. */
        sum_tpa += fmax(0.0, ore_cell_at(year, "year")->number);
    }
    ore_cell_formula(row, "mean", sum_tpa / round->n_years,
                     "=SUMIF({year},\">0\")/COUNT({year})");
    return row;
}

static void add_bases(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_begin(sheet, &bases,
                    ore_book_text(sheet->book, ORE_TEXT_WHAT_BASE));
    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m)) {
            (void)add_material(sheet, m, NULL);
        }
    }
}

/* The same as the base, less what the switches add; at last, by how much its
 * mean differs. */
static void add_gaps(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_begin(sheet, &gaps,
                    ore_book_text(sheet->book, ORE_TEXT_WHAT_GAPS_NOTE));
    ore_sheet_row base = ore_book_row(sheet->book, "whatbase", 0);

    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m)) {
            const ore_sheet_row row = add_material(sheet, m, &base);

            ore_cell_formula(row, "change", 0.0, "={mean}-%s",
                             ore_cell_address(base, "mean"));
            base.at++;
        }
    }
}

void ore_fill_what_gaps(ore_sheet *sheet)
{
    add_outputs(sheet);
    add_bases(sheet);
    add_gaps(sheet);
}
