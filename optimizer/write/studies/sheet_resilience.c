/* Resilience: what a disruption adds to the gaps, and what stockpiles hold
 * against it. Only disruptions that a goal looks at have figures. */
#include <math.h>

#include "orefolio/timing.h"
#include "write/book/columns.h"

ore_exposure ore_book_exposure(const ore_book *book, int d, int i)
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

static const ore_column_def disruption_columns[] = {
    ORE_COLUMN("disruption", ORE_TEXT_DISRUPTION, ORE_TEXT_CELL),
    ORE_COLUMN("target_of", ORE_TEXT_MATERIAL_MARKET, ORE_TEXT_CELL),
    ORE_COLUMN("from", ORE_TEXT_FROM_YEAR, ORE_YEAR),
    ORE_COLUMN("to", ORE_TEXT_TO_YEAR, ORE_YEAR),
    ORE_COLUMN("probability", ORE_TEXT_PROBABILITY, ORE_SHARE),
    ORE_COLUMN("target", ORE_TEXT_TARGET_HEADING, ORE_FLOW),
    ORE_COLUMN("quiet", ORE_TEXT_GAP_QUIET, ORE_FLOW),
    ORE_COLUMN("hit", ORE_TEXT_GAP_HIT, ORE_FLOW),
    ORE_COLUMN("added", ORE_TEXT_GAP_ADDED, ORE_FLOW),
    ORE_COLUMN("share_hit", ORE_TEXT_GAP_HIT, ORE_SHARE),
    {0}};

ORE_TABLE(disruptions, "tblResilience", "resilience", disruption_columns);

static void add_exposure(ore_sheet *sheet, int d, int i)
{
    ore_book *book = sheet->book;
    const ore_disruption *disruption = &book->round->disruptions[d];
    const ore_exposure found = ore_book_exposure(book, d, i);

    if (found.target_tpa <= 0.0) {
        return;
    }
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "disruption", disruption);
    ore_cell_text(row, "target_of", ore_book_target(book, i));
    ore_cell_number(row, "from", disruption->years.first);
    ore_cell_number(row, "to", disruption->years.last);
    ore_cell_number(row, "probability", disruption->probability);
    ore_cell_number(row, "target", found.target_tpa);
    ore_cell_number(row, "quiet", found.quiet_tpa);
    ore_cell_number(row, "hit", found.hit_tpa);
    ore_cell_formula(row, "added", found.hit_tpa - found.quiet_tpa,
                     "={hit}-{quiet}");
    ore_cell_formula(row, "share_hit", found.hit_tpa / found.target_tpa,
                     "={hit}/{target}");
}

static void add_disruptions(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_begin(sheet, &disruptions, NULL);
    for (int d = 0; d < round->n_disruptions; d++) {
        for (int i = 0; i < round->n_targets; i++) {
            add_exposure(sheet, d, i);
        }
    }
}

static const ore_column_def stockpile_columns[] = {
    ORE_COLUMN("stockpile", ORE_TEXT_STOCKPILE, ORE_TEXT_CELL),
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("bought", ORE_TEXT_BOUGHT, ORE_COUNT),
    ORE_COLUMN("held", ORE_TEXT_IN_STORE, ORE_COUNT),
    ORE_COLUMN("released", ORE_TEXT_RELEASED, ORE_COUNT),
    ORE_COLUMN("budget", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("cost", ORE_TEXT_STOCK_COST, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(stockpiles, "tblStockpiles", "stockpiles", stockpile_columns);

/* The most that is released of stockpile h in horizon year t, in any world. */
static double released_t(const ore_book *book, int h, int t)
{
    const ore_round *round = book->round;
    double max_t = 0.0;

    for (int j = 0; j < round->n_states; j++) {
        if (round->states[j].t == t) {
            max_t =
                fmax(max_t, book->result->released_t[h * round->n_states + j]);
        }
    }
    return max_t;
}

/* A year of stockpile h; `held_t` is what is in store after it. */
static void add_stock_year(ore_sheet *sheet, int h, int t, double held_t)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_stockpile *stockpile = &round->stockpiles[h];
    const double bought_t = book->result->bought_t[h * round->n_years + t];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "stockpile", stockpile);
    ore_cell_label(row, "material", &round->materials[stockpile->material]);
    ore_cell_number(row, "year", round->horizon.first + t);
    ore_cell_number(row, "bought", bought_t);
    ore_cell_number(row, "held", held_t);
    ore_cell_number(row, "released", released_t(book, h, t));
    ore_cell_label(row, "budget", &round->budgets[stockpile->budget]);
    ore_cell_number(row, "cost",
                    bought_t * ore_stock_cost_m(round, stockpile, t));
}

static void add_stockpiles(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &stockpiles,
                    ore_book_text(book, ORE_TEXT_STOCKPILES_NOTE));
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
