/* WhatIfGaps: what the switches of WhatIf do to the gaps, year by year. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/timing.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

enum { OUTPUTS, BASES, GAPS };
/* Columns before those of the years. */
enum { MEAN = 2, FIRST_YEAR };

static const char *range(ore_book *book, int table, int column)
{
    return ore_column_range(book, ORE_SHEET_WHAT_GAPS, table, column);
}

/* What project p makes of the flow's material in horizon year t, or would make
 * at full capacity, t/yr. */
static double output_tpa(const ore_book *book, int p, const ore_flow *flow,
                         int t)
{
    const ore_round *round = book->round;
    const double share =
        book->result->option[p] >= 0
            ? book->result->use[p * round->n_states + t]
            : ore_state_share(round, ore_what_if_option(book, p),
                              ore_what_if_year(book, p), t);

    return share * flow->output_tpa;
}

static void add_output(ore_sheet *sheet, int p, const ore_flow *flow)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_material *material = &round->materials[flow->material];
    const char *ids =
        ore_column_range(book, ORE_SHEET_WHAT_IF, ORE_WHAT_SWITCHES, 0);
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], round->projects[p].id);
    ore_set_text(&row[1], ore_label(book, material->label, material->label_ja));
    ore_set_formula(book, &row[2], 0.0, "=SUMIF(%s,%s,%s)-SUMIF(%s,%s,%s)", ids,
                    ore_here(sheet, 0),
                    ore_column_range(book, ORE_SHEET_WHAT_IF, ORE_WHAT_SWITCHES,
                                     ORE_WHAT_FUNDED),
                    ids, ore_here(sheet, 0),
                    ore_column_range(book, ORE_SHEET_WHAT_IF, ORE_WHAT_SWITCHES,
                                     ORE_WHAT_RECOMMENDED));
    for (int t = 0; t < round->n_years; t++) {
        ore_set_number(&row[FIRST_YEAR + t], output_tpa(book, p, flow, t));
    }
}

static void add_years(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    for (int t = 0; t < round->n_years; t++) {
        ore_add_column(sheet,
                       ore_keep(sheet->book, "%d", round->horizon.first + t),
                       ORE_FLOW);
    }
}

static void add_outputs(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_add_table(sheet, "tblWhatOutputs", "whatoutputs", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SWITCHED), ORE_COUNT);
    add_years(sheet);
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
                                 result->use[p * round->n_states + t]
                           : 0.0;
        }
    }
    return fmax(0.0, sum_tpa);
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

/* What is left over in one year makes up for nothing in another. */
static void set_mean(ore_sheet *sheet, ore_sheet_cell *row)
{
    const int last = FIRST_YEAR + sheet->book->round->n_years - 1;
    const char *from = ore_here(sheet, FIRST_YEAR);
    const char *to = ore_here(sheet, last);
    double sum_tpa = 0.0;

    for (int c = FIRST_YEAR; c <= last; c++) {
        sum_tpa += fmax(0.0, row[c].number);
    }
    ore_set_formula(sheet->book, &row[MEAN],
                    sum_tpa / sheet->book->round->n_years,
                    "=SUMIF(%s:%s,\">0\")/COUNT(%s:%s)", from, to, from, to);
}

static void begin_materials(ore_sheet *sheet, const char *name,
                            const char *slug, ore_text note)
{
    const ore_book *book = sheet->book;

    ore_add_table(sheet, name, slug, ore_say(book, note));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MEAN_LACK), ORE_FLOW);
    add_years(sheet);
}

static ore_sheet_cell *next_material(ore_sheet *sheet, int m)
{
    const ore_material *material = &sheet->book->round->materials[m];
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], material->id);
    ore_set_text(&row[1],
                 ore_label(sheet->book, material->label, material->label_ja));
    return row;
}

static void add_bases(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    begin_materials(sheet, "tblWhatBase", "whatbase", ORE_TEXT_WHAT_BASE);
    for (int m = 0; m < round->n_materials; m++) {
        if (!ore_is_targeted(round, m)) {
            continue;
        }
        ore_sheet_cell *row = next_material(sheet, m);

        for (int t = 0; t < round->n_years; t++) {
            ore_set_number(&row[FIRST_YEAR + t], base_tpa(sheet->book, m, t));
        }
        set_mean(sheet, row);
    }
}

/* The same as the base, less what the switches add; at last, by how much its
 * mean differs. */
static void add_gap(ore_sheet *sheet, int m, int base_line)
{
    ore_book *book = sheet->book;
    const int n_years = book->round->n_years;
    const char *changes = range(book, OUTPUTS, 2);
    const char *materials = range(book, OUTPUTS, 1);
    ore_sheet_cell *row = next_material(sheet, m);
    char letters[8];

    for (int t = 0; t < n_years; t++) {
        ore_column_letters(FIRST_YEAR + t, letters);
        ore_set_formula(book, &row[FIRST_YEAR + t], base_tpa(book, m, t),
                        "=%s%d-SUMPRODUCT((%s=%s)*%s*%s)", letters, base_line,
                        materials, ore_here(sheet, 1), changes,
                        range(book, OUTPUTS, FIRST_YEAR + t));
    }
    set_mean(sheet, row);
    ore_column_letters(MEAN, letters);
    ore_set_formula(book, &row[FIRST_YEAR + n_years], 0.0, "=%s-%s%d",
                    ore_here(sheet, MEAN), letters, base_line);
}

static void add_gaps(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    int line = sheet->tables[BASES].top + 2;

    begin_materials(sheet, "tblWhatGaps", "whatgaps", ORE_TEXT_WHAT_GAPS_NOTE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MEAN_CHANGE), ORE_FLOW);
    for (int m = 0; m < book->round->n_materials; m++) {
        if (ore_is_targeted(book->round, m)) {
            add_gap(sheet, m, line++);
        }
    }
}

void ore_fill_what_gaps(ore_sheet *sheet)
{
    add_outputs(sheet);
    add_bases(sheet);
    add_gaps(sheet);
}
