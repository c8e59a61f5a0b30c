/* Gaps: what every target lacks before and after, as means over the horizon
 * and as shares of the target, which the bars draw. */
#include <math.h>

#include "write/book/columns.h"
#include "write/book/sheet.h"

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const ore_text flows[] = {
        ORE_TEXT_TARGET_HEADING, ORE_TEXT_SECURED,   ORE_TEXT_DELIVERED,
        ORE_TEXT_GAP_BEFORE,     ORE_TEXT_GAP_AFTER, ORE_TEXT_CLOSED};

    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL_MARKET),
                   ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++) {
        ore_add_column(sheet, ore_say(book, flows[i]), ORE_FLOW);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_GAP_BEFORE), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_GAP_AFTER), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEARS_WITH_TARGET), ORE_COUNT);
}

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
        ore_add_line(
            sheet, ORE_PLAIN,
            ore_compose(book, ORE_TEXT_MEANS_OF_YEARS,
                        (const char *const[]){
                            ore_keep(book, "%d", book->round->n_years), NULL}));
    }
}

static void add_target(ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;
    const ore_gap_means means = ore_target_means(book, i);

    if (means.target_tpa <= 0.0) {
        return;
    }
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], ore_target_label(book, i));
    ore_set_number(&row[ORE_GAPS_TARGET], means.target_tpa);
    ore_set_number(&row[ORE_GAPS_SECURED], means.secured_tpa);
    ore_set_number(&row[ORE_GAPS_DELIVERED], means.delivered_tpa);
    ore_set_number(&row[ORE_GAPS_BEFORE], means.before_tpa);
    ore_set_number(&row[ORE_GAPS_AFTER], means.after_tpa);
    ore_set_formula(book, &row[ORE_GAPS_CLOSED],
                    means.before_tpa - means.after_tpa, "=%s-%s",
                    ore_here(sheet, ORE_GAPS_BEFORE),
                    ore_here(sheet, ORE_GAPS_AFTER));
    ore_set_number(&row[ORE_GAPS_SHARE_BEFORE],
                   means.before_tpa / means.target_tpa);
    ore_set_number(&row[ORE_GAPS_SHARE_AFTER],
                   means.after_tpa / means.target_tpa);
    ore_set_number(&row[ORE_GAPS_SHARE_AFTER + 1],
                   years_with_target(book->round, i));
}

void ore_fill_gaps(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    sheet->is_upright = true;
    say_years(sheet);
    ore_add_table(sheet, "tblGaps", "gaps", NULL);
    add_columns(sheet);
    for (int i = 0; i < round->n_targets; i++) {
        add_target(sheet, i);
    }
    if (sheet->tables[0].n_rows > 0) {
        sheet->charts[sheet->n_charts++] = (ore_chart){
            .title = ORE_TEXT_GAPS_CHART,
            .axis = ore_say(sheet->book, ORE_TEXT_SHARE_OF_TARGET),
            .table = 0,
            .category = 0,
            .first = ORE_GAPS_SHARE_BEFORE,
            .last = ORE_GAPS_SHARE_AFTER,
        };
    }
}
