/* Of Inputs: what is asked for, and what may take supply away. */
#include <math.h>

#include "write/book/columns.h"
#include "write/sheets/inputs_rows.h"

/* What a target asks for in the last year, and what a tonne of it weighs. */
static void add_target(ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_target *target = &round->targets[i];
    const int last = round->n_years - 1;
    const ore_input_topic about = {sheet, ore_book_target(book, i),
                                   target->where};
    const char *year = ore_book_digits(book, round->horizon.last);

    ore_cell_number(
        ore_inputs_row(&about, ore_book_compose(book, ORE_TEXT_TARGET_IN, year),
                       ORE_FLOW),
        "value", target->target_tpa[last]);
    ore_cell_number(
        ore_inputs_row(&about, ore_book_compose(book, ORE_TEXT_WEIGHT_IN, year),
                       ORE_SCORE),
        "value", target->weight[last]);
}

static void add_market(ore_sheet *sheet, const ore_market *market)
{
    const ore_book *book = sheet->book;
    const ore_input_topic about = {sheet, ORE_LABEL(book, market),
                                   market->where};

    ore_inputs_number(&about, ORE_TEXT_WEIGHT, ORE_SCORE, market->weight);
    if (market->funder >= 0) {
        ore_inputs_text(&about, ORE_TEXT_FUNDER,
                        ORE_LABEL(book, &book->round->funders[market->funder]));
    }
    ore_inputs_number(&about, ORE_TEXT_DELIVERY_BAND, ORE_SHARE,
                      market->delivery_band);
    ore_inputs_number(&about, ORE_TEXT_OFFTAKE_BAND, ORE_SHARE,
                      market->offtake_band);
}

static void add_disruption(ore_sheet *sheet, const ore_disruption *disruption)
{
    const ore_input_topic about = {sheet, ORE_LABEL(sheet->book, disruption),
                                   disruption->where};

    ore_inputs_number(&about, ORE_TEXT_PROBABILITY, ORE_SHARE,
                      disruption->probability);
    ore_inputs_number(&about, ORE_TEXT_FROM_YEAR, ORE_YEAR,
                      disruption->years.first);
    ore_inputs_number(&about, ORE_TEXT_TO_YEAR, ORE_YEAR,
                      disruption->years.last);
    ore_inputs_number(&about, ORE_TEXT_SUPPLY_LOST, ORE_SHARE,
                      disruption->loss);
}

void ore_inputs_supply(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    for (int m = 0; m < round->n_materials; m++) {
        const ore_material *material = &round->materials[m];

        ore_inputs_number(&(ore_input_topic){sheet, ORE_LABEL(book, material),
                                             material->where},
                          ORE_TEXT_WEIGHT, ORE_SCORE, material->weight);
    }
    for (int r = 0; r < round->n_markets; r++) {
        add_market(sheet, &round->markets[r]);
    }
    for (int i = 0; i < round->n_targets; i++) {
        add_target(sheet, i);
    }
    for (int d = 0; d < round->n_disruptions; d++) {
        add_disruption(sheet, &round->disruptions[d]);
    }
}
