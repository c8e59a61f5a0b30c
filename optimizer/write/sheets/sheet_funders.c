/* Funders: what each of them commits, is charged, and may yet be asked for. */
#include "orefolio/accounting.h"
#include "orefolio/measures.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

enum { FACE = 1, COST, CONTINGENT, COLUMNS };

static void add_columns(ore_sheet *sheet)
{
    static const ore_text amounts[] = {
        [FACE] = ORE_TEXT_FACE,
        [COST] = ORE_TEXT_COST,
        [CONTINGENT] = ORE_TEXT_CONTINGENT,
    };
    const ore_book *book = sheet->book;

    ore_add_column(sheet, ore_say(book, ORE_TEXT_FUNDER), ORE_TEXT_CELL);
    for (int i = FACE; i < COLUMNS; i++) {
        ore_add_column(sheet, ore_say(book, amounts[i]), ORE_MONEY);
        ore_sum_column(sheet);
    }
}

static void add_funder(ore_sheet *sheet, int funder)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    double sums_m[COLUMNS] = {
        [COST] = ore_figure_stocks_m(round, book->result, funder)};

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_instrument *instrument =
            &round->instruments[round->pairs[f].instrument];

        if (instrument->funder == funder && book->result->face_m[f] > 0.0) {
            const ore_liability liability =
                ore_liability_of(round, book->result, f);

            sums_m[FACE] += liability.face_m;
            sums_m[COST] += liability.cost_m;
            sums_m[CONTINGENT] +=
                ore_is_liability(round, f) ? liability.contingent_m : 0.0;
        }
    }
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], ore_label(book, round->funders[funder].label,
                                    round->funders[funder].label_ja));
    for (int i = FACE; i < COLUMNS; i++) {
        ore_set_number(&row[i], sums_m[i]);
    }
}

void ore_fill_funders(ore_sheet *sheet)
{
    sheet->is_upright = true;
    ore_add_table(sheet, "tblFunders", "funders", NULL);
    add_columns(sheet);
    for (int i = 0; i < sheet->book->round->n_funders; i++) {
        add_funder(sheet, i);
    }
    sheet->charts[sheet->n_charts++] = (ore_chart){
        .kind = ORE_CHART_COLUMNS,
        .title = ORE_TEXT_FUNDERS_CHART,
        .axis = ore_unit(sheet->book, ORE_MONEY),
        .table = 0,
        .category = 0,
        .first = COST,
        .last = CONTINGENT,
    };
}
