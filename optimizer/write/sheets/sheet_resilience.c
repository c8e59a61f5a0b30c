/* Resilience: what a disruption adds to the gaps, and what stockpiles hold
 * against it. Only disruptions that a goal looks at have figures. */
#include <math.h>

#include "orefolio/timing.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

ore_exposure ore_exposure_of(const ore_book *book, int d, int i)
{
    const ore_round *round = book->round;
    const double *shortfall_tpa =
        &book->result->shortfall_tpa[i * round->n_states];
    ore_exposure found = {0};
    int n = 0;

    for (int t = 0; t < round->n_years; t++) {
        const int j = ore_state_at(round, d, t);

        if (j != t) {
            found.target_tpa += round->targets[i].target_tpa[t];
            found.quiet_tpa += shortfall_tpa[t];
            found.hit_tpa += shortfall_tpa[j];
            n++;
        }
    }
    if (n > 0) {
        found.target_tpa /= n;
        found.quiet_tpa /= n;
        found.hit_tpa /= n;
    }
    return found;
}

static void add_exposure(ore_sheet *sheet, int d, int i)
{
    ore_book *book = sheet->book;
    const ore_disruption *disruption = &book->round->disruptions[d];
    const ore_exposure found = ore_exposure_of(book, d, i);

    if (found.target_tpa <= 0.0) {
        return;
    }
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0],
                 ore_label(book, disruption->label, disruption->label_ja));
    ore_set_text(&row[1], ore_target_label(book, i));
    ore_set_number(&row[2], disruption->years.first);
    ore_set_number(&row[3], disruption->years.last);
    ore_set_number(&row[4], disruption->probability);
    ore_set_number(&row[5], found.target_tpa);
    ore_set_number(&row[6], found.quiet_tpa);
    ore_set_number(&row[7], found.hit_tpa);
    ore_set_formula(book, &row[8], found.hit_tpa - found.quiet_tpa, "=%s-%s",
                    ore_here(sheet, 7), ore_here(sheet, 6));
    ore_set_formula(book, &row[9], found.hit_tpa / found.target_tpa, "=%s/%s",
                    ore_here(sheet, 7), ore_here(sheet, 5));
}

static void add_disruptions(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    static const struct {
        ore_text heading;
        ore_quantity quantity;
    } columns[] = {{ORE_TEXT_DISRUPTION, ORE_TEXT_CELL},
                   {ORE_TEXT_MATERIAL_MARKET, ORE_TEXT_CELL},
                   {ORE_TEXT_FROM_YEAR, ORE_YEAR},
                   {ORE_TEXT_TO_YEAR, ORE_YEAR},
                   {ORE_TEXT_PROBABILITY, ORE_SHARE},
                   {ORE_TEXT_TARGET_HEADING, ORE_FLOW},
                   {ORE_TEXT_GAP_QUIET, ORE_FLOW},
                   {ORE_TEXT_GAP_HIT, ORE_FLOW},
                   {ORE_TEXT_GAP_ADDED, ORE_FLOW},
                   {ORE_TEXT_GAP_HIT, ORE_SHARE}};

    ore_add_table(sheet, "tblResilience", "resilience", NULL);
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) {
        ore_add_column(sheet, ore_say(book, columns[c].heading),
                       columns[c].quantity);
    }
    for (int d = 0; d < round->n_disruptions; d++) {
        for (int i = 0; i < round->n_targets; i++) {
            add_exposure(sheet, d, i);
        }
    }
}

/* The most that is released of stockpile h in horizon year t, in any world. */
static double released_t(const ore_book *book, int h, int t)
{
    const ore_round *round = book->round;
    double most_t = 0.0;

    for (int j = 0; j < round->n_states; j++) {
        if (round->states[j].t == t) {
            most_t =
                fmax(most_t, book->result->released_t[h * round->n_states + j]);
        }
    }
    return most_t;
}

/* A year of stockpile h; `held_t` is what is in store after it. */
static void add_stock_year(ore_sheet *sheet, int h, int t, double held_t)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_stockpile *stockpile = &round->stockpiles[h];
    const ore_material *material = &round->materials[stockpile->material];
    const ore_budget *budget = &round->budgets[stockpile->budget];
    const double bought_t = book->result->bought_t[h * round->n_years + t];
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0],
                 ore_label(book, stockpile->label, stockpile->label_ja));
    ore_set_text(&row[1], ore_label(book, material->label, material->label_ja));
    ore_set_number(&row[2], round->horizon.first + t);
    ore_set_number(&row[3], bought_t);
    ore_set_number(&row[4], held_t);
    ore_set_number(&row[5], released_t(book, h, t));
    ore_set_text(&row[6], ore_label(book, budget->label, budget->label_ja));
    ore_set_number(&row[ORE_STOCKPILES_COST],
                   bought_t * ore_stock_cost_m(round, stockpile, t));
}

static void add_stockpiles(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    static const struct {
        ore_text heading;
        ore_quantity quantity;
    } columns[] = {
        {ORE_TEXT_STOCKPILE, ORE_TEXT_CELL}, {ORE_TEXT_MATERIAL, ORE_TEXT_CELL},
        {ORE_TEXT_YEAR, ORE_YEAR},           {ORE_TEXT_BOUGHT, ORE_COUNT},
        {ORE_TEXT_IN_STORE, ORE_COUNT},      {ORE_TEXT_RELEASED, ORE_COUNT},
        {ORE_TEXT_BUDGET, ORE_TEXT_CELL},    {ORE_TEXT_STOCK_COST, ORE_MONEY}};

    ore_add_table(sheet, "tblStockpiles", "stockpiles",
                  ore_say(book, ORE_TEXT_STOCKPILES_NOTE));
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) {
        ore_add_column(sheet, ore_say(book, columns[c].heading),
                       columns[c].quantity);
    }
    ore_sum_column(sheet);
    for (int h = 0; h < round->n_stockpiles; h++) {
        double held_t = round->stockpiles[h].initial_t;

        for (int t = 0; t < round->n_years; t++) {
            held_t += book->result->bought_t[h * round->n_years + t];
            if (held_t > 0.0) {
                add_stock_year(sheet, h, t, held_t);
            }
        }
    }
}

void ore_fill_resilience(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    if (round->n_disruptions + round->n_stockpiles > 0) {
        add_disruptions(sheet);
    }
    if (round->n_stockpiles > 0) {
        add_stockpiles(sheet);
    }
}
