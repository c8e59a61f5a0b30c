/* GapsByYear: target, supply and gap of every material, market and year. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("market", ORE_TEXT_MARKET, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR_OF_SUPPLY, ORE_YEAR),
    ORE_COLUMN("target", ORE_TEXT_TARGET_HEADING, ORE_FLOW),
    ORE_COLUMN("secured", ORE_TEXT_SECURED, ORE_FLOW),
    ORE_COLUMN("delivered", ORE_TEXT_DELIVERED, ORE_FLOW),
    ORE_COLUMN("before", ORE_TEXT_GAP_BEFORE, ORE_FLOW),
    ORE_COLUMN("after", ORE_TEXT_GAP_AFTER, ORE_FLOW),
    ORE_COLUMN("closed", ORE_TEXT_CLOSED, ORE_FLOW),
    ORE_COLUMN("share_before", ORE_TEXT_GAP_BEFORE, ORE_SHARE),
    ORE_COLUMN("share_after", ORE_TEXT_GAP_AFTER, ORE_SHARE),
    {0}};

ORE_TABLE(table, "tblGapsByYear", "gapsbyyear", columns, .is_filtered = true);

static void add_year(ore_sheet *sheet, int i, int t)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_target *target = &round->targets[i];
    const int at = i * round->n_states + t;
    const double target_tpa = target->target_tpa[t];
    const double before_tpa = ore_figure_gap_before_tpa(round, i, t);
    const double after_tpa = book->result->shortfall_tpa[at];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "material", &round->materials[target->material]);
    ore_cell_label(row, "market", &round->markets[target->market]);
    ore_cell_number(row, "year", round->horizon.first + t);
    ore_cell_number(row, "target", target_tpa);
    ore_cell_number(row, "secured", ore_figure_secured_tpa(round, i, t));
    ore_cell_number(row, "delivered", book->result->delivered_tpa[at]);
    ore_cell_number(row, "before", before_tpa);
    ore_cell_number(row, "after", after_tpa);
    ore_cell_formula(row, "closed", before_tpa - after_tpa,
                     "={before}-{after}");
    ore_cell_formula(row, "share_before", before_tpa / target_tpa,
                     "={before}/{target}");
    ore_cell_formula(row, "share_after", after_tpa / target_tpa,
                     "={after}/{target}");
}

void ore_fill_gaps_by_year(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < round->n_targets; i++) {
        for (int t = 0; t < round->n_years; t++) {
            if (round->targets[i].target_tpa[t] > 0.0) {
                add_year(sheet, i, t);
            }
        }
    }
}
