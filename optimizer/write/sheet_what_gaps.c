/* WhatIfGaps: what the switches of WhatIf do to the gaps, year by year, and
 * which rules no formula looks after. */
#include <math.h>

#include "orefolio/timing.h"
#include "write/columns.h"
#include "write/figures.h"
#include "write/sheet.h"

enum { OUTPUTS, BASES, GAPS };
/* Columns before those of the years. */
enum { FIRST_YEAR = 3 };

static const char *range(ore_book *book, int table, int column)
{
    return ore_column_range(book, ORE_SHEET_WHAT_GAPS, table, column);
}

/* What project p makes of the flow's material in horizon year t, or would make
 * at full capacity, t/yr. */
static double output_tpa(const ore_book *book, int p, const ore_flow *flow,
                         int t)
{
    const ore_plan *plan = book->plan;
    const double share =
        book->result->option[p] >= 0
            ? book->result->use[p * plan->n_moments + t]
            : ore_moment_share(plan, ore_what_if_option(book, p),
                               ore_what_if_year(book, p), t);

    return share * flow->output_tpa;
}

static void add_output(ore_sheet *sheet, int p, const ore_flow *flow)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const ore_material *material = &plan->materials[flow->material];
    const char *ids = ore_column_range(book, ORE_SHEET_WHAT_IF, 0, 0);
    ore_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], plan->projects[p].id);
    ore_set_text(&row[1], ore_label(book, material->label, material->label_ja));
    ore_set_formula(
        book, &row[2], 0.0, "=SUMIF(%s,%s,%s)-SUMIF(%s,%s,%s)", ids,
        ore_here(sheet, 0),
        ore_column_range(book, ORE_SHEET_WHAT_IF, 0, ORE_WHAT_FUNDED), ids,
        ore_here(sheet, 0),
        ore_column_range(book, ORE_SHEET_WHAT_IF, 0, ORE_WHAT_RECOMMENDED));
    for (int t = 0; t < plan->n_years; t++) {
        ore_set_number(&row[FIRST_YEAR + t], output_tpa(book, p, flow, t));
    }
}

static void add_years(ore_sheet *sheet)
{
    const ore_plan *plan = sheet->book->plan;

    for (int t = 0; t < plan->n_years; t++) {
        ore_add_column(sheet,
                       ore_keep(sheet->book, "%d", plan->horizon.first + t),
                       ORE_FLOW);
    }
}

static void add_outputs(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;

    ore_add_table(sheet, "tblWhatOutputs", "whatoutputs", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SWITCHED), ORE_COUNT);
    add_years(sheet);
    for (int p = 0; p < plan->n_projects; p++) {
        const ore_option *option = &plan->options[ore_what_if_option(book, p)];

        for (int i = 0; i < option->n_flows; i++) {
            if (option->flows[i].output_tpa > 0.0 &&
                ore_is_targeted(plan, option->flows[i].material)) {
                add_output(sheet, p, &option->flows[i]);
            }
        }
    }
}

/* Supply of a material that nobody in the round uses in year t, t/yr. */
static double unused_tpa(const ore_book *book, int material, int t)
{
    const ore_plan *plan = book->plan;
    const ore_result *result = book->result;
    double sum_tpa = ore_open_supply_tpa(plan, material, t);

    for (int i = 0; i < plan->n_targets; i++) {
        if (plan->targets[i].material == material) {
            sum_tpa += ore_reserved_supply_tpa(plan, &plan->targets[i], t) -
                       result->delivered_tpa[i * plan->n_moments + t];
        }
    }
    for (int p = 0; p < plan->n_projects; p++) {
        const int o = result->option[p];

        for (int i = 0; o >= 0 && i < plan->options[o].n_flows; i++) {
            const ore_flow *flow = &plan->options[o].flows[i];

            sum_tpa += flow->material == material
                           ? (flow->output_tpa - flow->input_tpa) *
                                 result->use[p * plan->n_moments + t]
                           : 0.0;
        }
    }
    return fmax(0.0, sum_tpa);
}

/* What all targets for the material lack in year t; with none lacking, what is
 * left over, negative. */
static double base_tpa(const ore_book *book, int material, int t)
{
    const ore_plan *plan = book->plan;
    double gap_tpa = 0.0;

    for (int i = 0; i < plan->n_targets; i++) {
        gap_tpa += plan->targets[i].material == material
                       ? book->result->shortfall_tpa[i * plan->n_moments + t]
                       : 0.0;
    }
    return gap_tpa > 0.0 ? gap_tpa : -unused_tpa(book, material, t);
}

static void set_mean(ore_sheet *sheet, ore_cell *row)
{
    const int last = FIRST_YEAR + sheet->book->plan->n_years - 1;
    const char *from = ore_here(sheet, FIRST_YEAR);
    const char *to = ore_here(sheet, last);
    double sum_tpa = 0.0;

    for (int c = FIRST_YEAR; c <= last; c++) {
        sum_tpa += row[c].number;
    }
    ore_set_formula(sheet->book, &row[2], sum_tpa / sheet->book->plan->n_years,
                    "=SUM(%s:%s)/COUNT(%s:%s)", from, to, from, to);
}

static void begin_materials(ore_sheet *sheet, const char *name,
                            const char *slug, ore_text note)
{
    const ore_book *book = sheet->book;

    ore_add_table(sheet, name, slug, ore_say(book, note));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MEAN), ORE_FLOW);
    add_years(sheet);
}

static ore_cell *next_material(ore_sheet *sheet, int m)
{
    const ore_material *material = &sheet->book->plan->materials[m];
    ore_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], material->id);
    ore_set_text(&row[1],
                 ore_label(sheet->book, material->label, material->label_ja));
    return row;
}

static void add_bases(ore_sheet *sheet)
{
    const ore_plan *plan = sheet->book->plan;

    begin_materials(sheet, "tblWhatBase", "whatbase", ORE_TEXT_WHAT_BASE);
    for (int m = 0; m < plan->n_materials; m++) {
        if (!ore_is_targeted(plan, m)) {
            continue;
        }
        ore_cell *row = next_material(sheet, m);

        for (int t = 0; t < plan->n_years; t++) {
            ore_set_number(&row[FIRST_YEAR + t], base_tpa(sheet->book, m, t));
        }
        set_mean(sheet, row);
    }
}

static void add_gaps(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const char *changes = range(book, OUTPUTS, 2);
    const char *materials = range(book, OUTPUTS, 1);
    int line = 0;

    begin_materials(sheet, "tblWhatGaps", "whatgaps", ORE_TEXT_WHAT_GAPS_NOTE);
    for (int m = 0; m < plan->n_materials; m++) {
        if (!ore_is_targeted(plan, m)) {
            continue;
        }
        ore_cell *row = next_material(sheet, m);
        const int base_line = sheet->tables[BASES].top + 2 + line++;

        for (int t = 0; t < plan->n_years; t++) {
            char letters[8];

            ore_column_letters(FIRST_YEAR + t, letters);
            ore_set_formula(book, &row[FIRST_YEAR + t],
                            fmax(0.0, base_tpa(book, m, t)),
                            "=MAX(0,%s%d-SUMPRODUCT((%s=%s)*%s*%s))", letters,
                            base_line, materials, ore_here(sheet, 1), changes,
                            range(book, OUTPUTS, FIRST_YEAR + t));
        }
        set_mean(sheet, row);
    }
}

static void add_missing(ore_sheet *sheet, bool is_there, const char *rule,
                        const char *where)
{
    if (is_there) {
        ore_cell *row = ore_next_row(sheet);

        ore_set_text(&row[0], rule);
        ore_set_text(&row[1], where);
    }
}

static bool has_inputs(const ore_plan *plan)
{
    for (int o = 0; o < plan->n_options; o++) {
        for (int i = 0; i < plan->options[o].n_flows; i++) {
            if (plan->options[o].flows[i].input_tpa > 0.0) {
                return true;
            }
        }
    }
    return false;
}

/* What the formulas do not see, by name. */
static void add_uncovered(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const char *all = ore_say(book, ORE_TEXT_EVERYWHERE);

    ore_add_table(sheet, "tblWhatUncovered", "whatuncovered",
                  ore_say(book, ORE_TEXT_WHAT_UNCOVERED));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RULE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SOURCE), ORE_TEXT_CELL);
    add_missing(sheet, true, ore_say(book, ORE_TEXT_NO_TICKETS), all);
    add_missing(sheet, true, ore_say(book, ORE_TEXT_NO_DEBT), all);
    add_missing(sheet, has_inputs(plan), ore_say(book, ORE_TEXT_NO_CHAINS),
                all);
    add_missing(sheet, plan->n_markets > 1, ore_say(book, ORE_TEXT_NO_MARKETS),
                all);
    add_missing(sheet, plan->n_links > 0, ore_say(book, ORE_TEXT_NO_LINKS),
                all);
    add_missing(sheet, plan->n_stockpiles + plan->n_disruptions > 0,
                ore_say(book, ORE_TEXT_NO_STOCKS), all);
    add_missing(sheet, plan->n_funders > 1, ore_say(book, ORE_TEXT_NO_BURDEN),
                all);
    for (int b = 0; b < plan->n_budgets; b++) {
        const ore_budget *budget = &plan->budgets[b];

        add_missing(sheet, budget->basis != ORE_BASIS_COMMITMENT,
                    ore_join(book, ORE_TEXT_LABEL_OF,
                             ore_say(book, ORE_TEXT_NO_SPENDING),
                             ore_label(book, budget->label, budget->label_ja)),
                    ore_source_text(book, budget->where));
    }
    for (int r = 0; r < plan->n_rules; r++) {
        const ore_rule *rule = &plan->rules[r];

        add_missing(sheet, true,
                    ore_join(book, ORE_TEXT_LABEL_OF,
                             ore_say(book, ORE_TEXT_RULE),
                             ore_label(book, rule->label, rule->label_ja)),
                    ore_source_text(book, rule->where));
    }
}

void ore_fill_what_gaps(ore_sheet *sheet)
{
    add_outputs(sheet);
    add_bases(sheet);
    add_gaps(sheet);
    add_uncovered(sheet);
}
