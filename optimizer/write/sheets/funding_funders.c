/* See funding_funders.h: what each funder commits, is charged, and may yet be
 * asked for. */
#include "write/sheets/funding_funders.h"

#include "orefolio/accounting.h"
#include "orefolio/indicators.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("funder", ORE_TEXT_FUNDER, ORE_TEXT_CELL),
    ORE_COLUMN("face", ORE_TEXT_FACE, ORE_MONEY, .total = true),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    ORE_COLUMN("contingent", ORE_TEXT_CONTINGENT, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(table, "tblFunders", "funders", columns);

static void add_funder(ore_sheet *sheet, int funder)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    double face_m = 0.0, contingent_m = 0.0;
    double cost_m = ore_figure_purchases_m(round, book->result, funder);

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_instrument *instrument =
            &round->instruments[round->pairs[f].instrument];

        if (instrument->funder == funder && book->result->face_m[f] > 0.0) {
            const ore_liability liability =
                ore_liability_of(round, book->result, f);

            face_m += liability.face_m;
            cost_m += liability.cost_m;
            contingent_m +=
                ore_is_liability(round, f) ? liability.contingent_m : 0.0;
        }
    }
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "funder", &round->funders[funder]);
    ore_cell_number(row, "face", face_m);
    ore_cell_number(row, "cost", cost_m);
    ore_cell_number(row, "contingent", contingent_m);
}

void ore_funding_funders(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &table,
                    ore_book_text(sheet->book, ORE_TEXT_FUNDERS_NOTE));
    for (int i = 0; i < sheet->book->round->n_funders; i++) {
        add_funder(sheet, i);
    }
    ore_sheet_draw(sheet,
                   ORE_CHART("funders", "funder", "cost", "contingent",
                             ORE_CHART_COLUMNS, .title = ORE_TEXT_FUNDERS_CHART,
                             .axis = ore_book_unit(sheet->book, ORE_MONEY)));
}
