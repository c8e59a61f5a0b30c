/* Operations: what every project makes and takes in every year, line by line,
 * for those who go on with the figures elsewhere. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_project_columns(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PHASE), ORE_LETTER);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_USE), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MAKES), ORE_FLOW);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TAKES), ORE_FLOW);
}

static void add_flow(ore_sheet *sheet, int p, int t, const ore_flow *flow)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_material *material = &round->materials[flow->material];
    const double use = ore_figure_use(round, book->result, p, t);
    const double full =
        use * ore_figure_capacity_share(round, book->result, p, t);
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_project(book, row, p);
    ore_set_number(&row[4], round->horizon.first + t);
    ore_set_text(&row[5], ore_say(book, ore_phase_text(book, p, t)));
    ore_set_number(&row[6], use);
    ore_set_text(&row[7], material->id);
    ore_set_text(&row[8], ore_label(book, material->label, material->label_ja));
    ore_set_number(&row[9], flow->output_tpa * full);
    ore_set_number(&row[10], flow->input_tpa * full);
}

static void add_project(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_option *option = &round->options[book->result->option[p]];

    for (int t = 0; t < round->n_years; t++) {
        if (ore_figure_capacity_share(round, book->result, p, t) > 0.0) {
            for (int i = 0; i < option->n_flows; i++) {
                add_flow(sheet, p, t, &option->flows[i]);
            }
        }
    }
}

void ore_fill_operations(ore_sheet *sheet)
{
    ore_add_table(sheet, "tblOperations", "operations", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int p = 0; p < sheet->book->round->n_projects; p++) {
        if (sheet->book->result->option[p] >= 0) {
            add_project(sheet, p);
        }
    }
}
