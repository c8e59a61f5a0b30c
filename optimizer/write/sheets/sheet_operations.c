/* Operations: what every project makes and takes in every year, line by line,
 * for those who go on with the figures elsewhere. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("phase", ORE_TEXT_PHASE, ORE_LETTER),
    ORE_COLUMN("use", ORE_TEXT_USE, ORE_SHARE),
    ORE_COLUMN("material", ORE_TEXT_MATERIAL_ID, ORE_TEXT_CELL),
    ORE_COLUMN("label", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("makes", ORE_TEXT_MAKES, ORE_FLOW),
    ORE_COLUMN("takes", ORE_TEXT_TAKES, ORE_FLOW),
    {0}};

ORE_TABLE(table, "tblOperations", "operations", columns, .is_filtered = true);

static void add_flow(ore_sheet *sheet, int p, int t, const ore_flow *flow)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_material *material = &round->materials[flow->material];
    const double use = ore_figure_use(round, book->result, p, t);
    const double full =
        use * ore_figure_capacity_share(round, book->result, p, t);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, p);
    ore_cell_number(row, "year", round->horizon.first + t);
    ore_cell_word(row, "phase", ore_book_phase(book, p, t));
    ore_cell_number(row, "use", use);
    ore_cell_text(row, "material", material->id);
    ore_cell_label(row, "label", material);
    ore_cell_number(row, "makes", flow->output_tpa * full);
    ore_cell_number(row, "takes", flow->input_tpa * full);
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
    ore_sheet_begin(sheet, &table, NULL);
    for (int p = 0; p < sheet->book->round->n_projects; p++) {
        if (sheet->book->result->option[p] >= 0) {
            add_project(sheet, p);
        }
    }
}
