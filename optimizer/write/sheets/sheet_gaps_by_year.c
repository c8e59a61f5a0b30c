/* GapsByYear: target, supply and gap of every material, market and year. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const ore_text flows[] = {
        ORE_TEXT_TARGET_HEADING, ORE_TEXT_SECURED,   ORE_TEXT_DELIVERED,
        ORE_TEXT_GAP_BEFORE,     ORE_TEXT_GAP_AFTER, ORE_TEXT_CLOSED};

    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MARKET), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR_OF_SUPPLY), ORE_YEAR);
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++) {
        ore_add_column(sheet, ore_say(book, flows[i]), ORE_FLOW);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_GAP_BEFORE), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_GAP_AFTER), ORE_SHARE);
}

static void add_year(ore_sheet *sheet, int i, int t)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_target *target = &round->targets[i];
    const ore_material *material = &round->materials[target->material];
    const ore_market *market = &round->markets[target->market];
    const int at = i * round->n_states + t, first = 3;
    const double target_tpa = target->target_tpa[t];
    const double before_tpa = ore_figure_gap_before_tpa(round, i, t);
    const double after_tpa = book->result->shortfall_tpa[at];
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], ore_label(book, material->label, material->label_ja));
    ore_set_text(&row[1], ore_label(book, market->label, market->label_ja));
    ore_set_number(&row[2], round->horizon.first + t);
    ore_set_number(&row[first], target_tpa);
    ore_set_number(&row[first + 1], ore_figure_secured_tpa(round, i, t));
    ore_set_number(&row[first + 2], book->result->delivered_tpa[at]);
    ore_set_number(&row[ORE_YEARLY_BEFORE], before_tpa);
    ore_set_number(&row[ORE_YEARLY_AFTER], after_tpa);
    ore_set_formula(book, &row[ORE_YEARLY_AFTER + 1], before_tpa - after_tpa,
                    "=%s-%s", ore_here(sheet, ORE_YEARLY_BEFORE),
                    ore_here(sheet, ORE_YEARLY_AFTER));
    ore_set_formula(book, &row[ORE_YEARLY_AFTER + 2], before_tpa / target_tpa,
                    "=%s/%s", ore_here(sheet, ORE_YEARLY_BEFORE),
                    ore_here(sheet, first));
    ore_set_formula(book, &row[ORE_YEARLY_AFTER + 3], after_tpa / target_tpa,
                    "=%s/%s", ore_here(sheet, ORE_YEARLY_AFTER),
                    ore_here(sheet, first));
}

void ore_fill_gaps_by_year(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_add_table(sheet, "tblGapsByYear", "gapsbyyear", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int i = 0; i < round->n_targets; i++) {
        for (int t = 0; t < round->n_years; t++) {
            if (round->targets[i].target_tpa[t] > 0.0) {
                add_year(sheet, i, t);
            }
        }
    }
}
