/* Gaps: what every target lacks before and after, as means over the horizon
 * and as shares of the target, which the bars draw. */
#include <math.h>

#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("target_of", ORE_TEXT_MATERIAL_MARKET, ORE_TEXT_CELL),
    ORE_COLUMN("target", ORE_TEXT_TARGET_HEADING, ORE_FLOW),
    ORE_COLUMN("secured", ORE_TEXT_SECURED, ORE_FLOW),
    ORE_COLUMN("delivered", ORE_TEXT_DELIVERED, ORE_FLOW),
    ORE_COLUMN("before", ORE_TEXT_GAP_BEFORE, ORE_FLOW),
    ORE_COLUMN("after", ORE_TEXT_GAP_AFTER, ORE_FLOW),
    ORE_COLUMN("closed", ORE_TEXT_CLOSED, ORE_FLOW),
    ORE_COLUMN("share_before", ORE_TEXT_GAP_BEFORE, ORE_SHARE),
    ORE_COLUMN("share_after", ORE_TEXT_GAP_AFTER, ORE_SHARE),
    ORE_COLUMN("years", ORE_TEXT_YEARS_WITH_TARGET, ORE_COUNT),
    {0}};

ORE_TABLE(table, "tblGaps", "gaps", columns);

static int years_with_target(const ore_round *round, int i)
{
    int n = 0;

    for (int t = 0; t < round->n_years; t++) {
        n += round->targets[i].target_tpa[t] > 0.0;
    }
    return n;
}

/* Means over years without a target are smaller than those of its years. */
static void say_years(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    bool has_without = false;

    for (int i = 0; i < book->round->n_targets; i++) {
        const int n = years_with_target(book->round, i);

        has_without |= n > 0 && n < book->round->n_years;
    }
    if (has_without) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEANS_OF_YEARS,
                      ore_book_digits(book, book->round->n_years));
    }
}

static void add_target(ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;
    const ore_gap_means means = ore_book_gap_means(book, i);

    if (means.target_tpa <= 0.0) {
        return;
    }
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "target_of", ore_book_target(book, i));
    ore_cell_number(row, "target", means.target_tpa);
    ore_cell_number(row, "secured", means.secured_tpa);
    ore_cell_number(row, "delivered", means.delivered_tpa);
    ore_cell_number(row, "before", means.before_tpa);
    ore_cell_number(row, "after", means.after_tpa);
    ore_cell_formula(row, "closed", means.before_tpa - means.after_tpa,
                     "={before}-{after}");
    ore_cell_number(row, "share_before", means.before_tpa / means.target_tpa);
    ore_cell_number(row, "share_after", means.after_tpa / means.target_tpa);
    ore_cell_number(row, "years", years_with_target(book->round, i));
}

void ore_fill_gaps(ore_sheet *sheet)
{
    sheet->is_upright = true;
    say_years(sheet);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < sheet->book->round->n_targets; i++) {
        add_target(sheet, i);
    }
    if (sheet->tables[0].n_rows > 0) {
        ore_sheet_draw(
            sheet, ORE_CHART("gaps", "target_of", "share_before", "share_after",
                             ORE_CHART_BARS, .title = ORE_TEXT_GAPS_CHART,
                             .axis = ore_book_text(sheet->book,
                                                   ORE_TEXT_SHARE_OF_TARGET)));
    }
}
