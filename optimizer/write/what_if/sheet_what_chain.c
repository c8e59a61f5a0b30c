/* WhatIfChain: what follows along the chain from the switches of WhatIf, line
 * by line: plants, what they make, what is there of each material and who gets
 * how much of it, and what targets lack. */
#include <math.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/what_if/chain_rows.h"
#include "write/what_if/what_if.h"

static int count_steps(const ore_sheet *sheet)
{
    int most = 1;

    for (int i = 0; i < sheet->book->round->n_targets; i++) {
        const int n = sheet->book->round->targets[i].n_steps;

        most = n > most ? n : most;
    }
    return most;
}

static const char *from_heading(const ore_sheet *sheet, int i)
{
    return ore_book_compose(sheet->book, ORE_TEXT_STEP_FROM,
                            ore_book_digits(sheet->book, i + 1));
}

static const char *step_heading(const ore_sheet *sheet, int i)
{
    return ore_book_compose(sheet->book, ORE_TEXT_STEP_WEIGHT,
                            ore_book_digits(sheet->book, i + 1));
}

static const ore_column_def plant_columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("on", ORE_TEXT_SWITCH, ORE_COUNT),
    ORE_COLUMN("able", ORE_TEXT_CHAIN_ABLE, ORE_SHARE),
    ORE_COLUMN("used", ORE_TEXT_CHAIN_USED, ORE_SHARE),
    ORE_COLUMN("runs", ORE_TEXT_CHAIN_RUNS, ORE_SHARE),
    ORE_COLUMN("doubt", ORE_TEXT_CHAIN_DOUBT, ORE_COUNT),
    {0}};
static const ore_column_def make_columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("material", ORE_TEXT_MATERIAL_ID, ORE_TEXT_CELL),
    ORE_COLUMN("market", ORE_TEXT_CHAIN_SOLD_TO, ORE_TEXT_CELL),
    ORE_COLUMN("full", ORE_TEXT_CHAIN_FULL, ORE_FLOW),
    ORE_COLUMN("makes", ORE_TEXT_MAKES, ORE_FLOW),
    ORE_COLUMN("doubt", ORE_TEXT_CHAIN_DOUBT, ORE_COUNT),
    {0}};
static const ore_column_def pool_columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL_ID, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("ruled", ORE_TEXT_CHAIN_RULED, ORE_COUNT),
    ORE_COLUMN("rest", ORE_TEXT_CHAIN_REST, ORE_FLOW),
    ORE_COLUMN("there", ORE_TEXT_CHAIN_THERE, ORE_FLOW),
    ORE_COLUMN("was_there", ORE_TEXT_CHAIN_WAS_THERE, ORE_FLOW),
    ORE_COLUMN("wanted", ORE_TEXT_CHAIN_WANTED, ORE_FLOW),
    ORE_COLUMN("was_wanted", ORE_TEXT_CHAIN_WAS_WANTED, ORE_FLOW),
    ORE_COLUMN("left", ORE_TEXT_CHAIN_LEFT, ORE_FLOW),
    ORE_COLUMN("was_left", ORE_TEXT_CHAIN_WAS_LEFT, ORE_FLOW),
    ORE_COLUMN("group", ORE_TEXT_CHAIN_GROUP, ORE_COUNT),
    ORE_COLUMN("changed", ORE_TEXT_CHAIN_CHANGED, ORE_COUNT),
    ORE_COLUMN("scarce", ORE_TEXT_CHAIN_SCARCE, ORE_COUNT),
    ORE_COLUMN("local", ORE_TEXT_CHAIN_LOCAL, ORE_COUNT),
    ORE_COLUMN("doubt", ORE_TEXT_CHAIN_DOUBT, ORE_COUNT),
    {0}};
static const ore_column_def target_columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL_ID, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("market", ORE_TEXT_MARKET, ORE_TEXT_CELL),
    ORE_COLUMN("asked", ORE_TEXT_TARGET_HEADING, ORE_FLOW),
    ORE_COLUMN("own", ORE_TEXT_CHAIN_OWN, ORE_FLOW),
    ORE_COLUMN("sold", ORE_TEXT_CHAIN_SOLD, ORE_FLOW),
    ORE_COLUMN("gets", ORE_TEXT_CHAIN_GETS, ORE_FLOW),
    ORE_COLUMN("short", ORE_TEXT_CHAIN_SHORT, ORE_FLOW),
    ORE_COLUMN("weight", ORE_TEXT_CHAIN_WEIGHT, ORE_GENERAL),
    ORE_COLUMNS("from", count_steps, from_heading, ORE_FLOW),
    ORE_COLUMNS("step", count_steps, step_heading, ORE_GENERAL),
    ORE_COLUMN("lost", ORE_TEXT_CHAIN_LOST, ORE_SCORE, .total = true),
    {0}};
static const ore_column_def use_columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL_ID, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("kind", ORE_TEXT_KIND, ORE_TEXT_CELL),
    ORE_COLUMN("user", ORE_TEXT_CHAIN_USER, ORE_TEXT_CELL),
    ORE_COLUMN("full", ORE_TEXT_CHAIN_FEED_FULL, ORE_FLOW),
    ORE_COLUMN("most", ORE_TEXT_CHAIN_MOST, ORE_FLOW),
    ORE_COLUMN("first", ORE_TEXT_CHAIN_FIRST, ORE_FLOW),
    ORE_COLUMN("taken", ORE_TEXT_CHAIN_TAKEN, ORE_FLOW),
    ORE_COLUMN("wants", ORE_TEXT_CHAIN_WANTS, ORE_FLOW),
    ORE_COLUMN("keeps", ORE_TEXT_CHAIN_KEEPS, ORE_FLOW),
    ORE_COLUMN("gets", ORE_TEXT_CHAIN_GETS, ORE_FLOW),
    ORE_COLUMN("doubt", ORE_TEXT_CHAIN_DOUBT, ORE_COUNT),
    {0}};

ORE_TABLE(plants, "tblChainPlants", "chainplants", plant_columns);
ORE_TABLE(makes, "tblChainMakes", "chainmakes", make_columns);
ORE_TABLE(pools, "tblChainPools", "chainpools", pool_columns);
ORE_TABLE(targets, "tblChainTargets", "chaintargets", target_columns);
ORE_TABLE(uses, "tblChainUses", "chainuses", use_columns);

static void set_place(ore_sheet_row row, int material, int t)
{
    const ore_round *round = row.sheet->book->round;

    ore_cell_text(row, "material", round->materials[material].id);
    ore_cell_number(row, "year", round->horizon.first + t);
}

static ore_sheet_row begin(ore_sheet *sheet, const ore_sheet_table_def *def,
                           ore_text note)
{
    ore_sheet_begin(sheet, def, ore_book_text(sheet->book, note));
    return (ore_sheet_row){
        .sheet = sheet, .table = ore_sheet_newest(sheet), .nth = -1};
}

static void add_plants(ore_chain_rows *rows)
{
    const ore_chain *chain = rows->chain;
    const ore_round *round = chain->book->round;

    rows->plants = begin(rows->sheet, &plants, ORE_TEXT_CHAIN_PLANTS);
    for (int i = 0; i < chain->n_plants; i++) {
        const ore_chain_plant *plant = &chain->plants[i];
        const ore_sheet_row row = ore_sheet_next(rows->sheet);

        ore_cell_text(row, "project", round->projects[plant->project].id);
        ore_cell_number(row, "year", round->horizon.first + plant->t);
        ore_cell_number(row, "able", plant->able);
        ore_cell_number(row, "used", plant->used);
    }
}

static void add_makes(ore_chain_rows *rows)
{
    const ore_chain *chain = rows->chain;
    const ore_book *book = chain->book;
    const ore_round *round = book->round;

    rows->makes = begin(rows->sheet, &makes, ORE_TEXT_CHAIN_MAKES);
    for (int i = 0; i < chain->n_makes; i++) {
        const ore_chain_make *make = &chain->makes[i];
        const int p = chain->plants[make->plant].project;
        const ore_sheet_row row = ore_sheet_next(rows->sheet);

        ore_cell_text(row, "project", round->projects[p].id);
        set_place(row, make->material, make->t);
        ore_cell_text_or(
            row, "market",
            make->target >= 0
                ? round->markets[round->targets[make->target].market].id
                : NULL,
            ORE_TEXT_CHAIN_ANY);
        ore_cell_number(row, "full", make->full_tpa);
    }
}

static void add_pools(ore_chain_rows *rows)
{
    const ore_chain *chain = rows->chain;

    rows->pools = begin(rows->sheet, &pools, ORE_TEXT_CHAIN_POOLS);
    for (int i = 0; i < chain->n_pools; i++) {
        const ore_sheet_row row = ore_sheet_next(rows->sheet);

        set_place(row, chain->pools[i].material, chain->pools[i].t);
        ore_cell_number(row, "group", chain->group[chain->pools[i].material]);
        ore_cell_number(row, "ruled",
                        chain->pools[i].is_weightless ? 2.0
                        : chain->pools[i].is_ruled    ? 1.0
                                                      : 0.0);
        ore_cell_number(row, "rest", chain->pools[i].rest_tpa);
    }
}

static void add_steps(ore_sheet_row row, const ore_target *target, int t)
{
    for (int k = 0; k < count_steps(row.sheet); k++) {
        const ore_sheet_row nth = ore_cell_nth(row, k);
        const double before =
            k > 0 && k < target->n_steps ? target->steps[k - 1].weight : 0.0;
        const double weight = k < target->n_steps ? target->steps[k].weight
                              : k == 0            ? 1.0
                                                  : before;

        ore_cell_number(nth, "from",
                        k < target->n_steps
                            ? target->steps[k].from * target->target_tpa[t]
                            : 0.0);
        ore_cell_number(nth, "step", weight - before);
    }
}

static void add_targets(ore_chain_rows *rows)
{
    const ore_chain *chain = rows->chain;
    const ore_round *round = chain->book->round;

    rows->targets = begin(rows->sheet, &targets, ORE_TEXT_CHAIN_TARGETS);
    for (int i = 0; i < chain->n_targets; i++) {
        const ore_chain_target *own = &chain->targets[i];
        const ore_target *target = &round->targets[own->target];
        const ore_sheet_row row = ore_sheet_next(rows->sheet);

        set_place(row, target->material, own->t);
        ore_cell_text(row, "market", round->markets[target->market].id);
        ore_cell_number(row, "asked", target->target_tpa[own->t]);
        ore_cell_number(row, "own", own->own_tpa);
        ore_cell_number(row, "weight",
                        ore_chain_weight(round, own->target, own->t));
        add_steps(row, target, own->t);
    }
}

static void set_user(ore_sheet_row row, const ore_chain *chain,
                     const ore_chain_use *use)
{
    const ore_round *round = chain->book->round;

    switch (use->kind) {
    case ORE_CHAIN_FEED:
        ore_cell_word(row, "kind", ORE_TEXT_CHAIN_IS_PLANT);
        ore_cell_text(row, "user",
                      round->projects[chain->plants[use->index].project].id);
        break;
    case ORE_CHAIN_TARGET:
        ore_cell_word(row, "kind", ORE_TEXT_TARGET_HEADING);
        ore_cell_text(row, "user",
                      round->markets[round->targets[use->index].market].id);
        break;
    case ORE_CHAIN_STOCK:
        ore_cell_word(row, "kind", ORE_TEXT_STOCKPILE);
        ore_cell_text(row, "user", round->stockpiles[use->index].id);
        break;
    }
}

static void add_uses(ore_chain_rows *rows)
{
    const ore_chain *chain = rows->chain;

    rows->uses = begin(rows->sheet, &uses, ORE_TEXT_CHAIN_USES);
    for (int i = 0; i < chain->n_uses; i++) {
        const ore_chain_use *use = &chain->uses[i];
        const ore_sheet_row row = ore_sheet_next(rows->sheet);

        set_place(row, use->material, use->t);
        set_user(row, chain, use);
        ore_cell_number(row, "full", use->full_tpa);
        ore_cell_number(row, "most", use->most_tpa);
        ore_cell_number(row, "first", use->first_tpa);
        ore_cell_number(row, "taken", use->taken_tpa);
    }
}

void ore_fill_what_chain(ore_sheet *sheet)
{
    ore_chain *chain = ore_chain_new(sheet->book);
    ore_chain_rows rows = {.sheet = sheet, .chain = chain};

    ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_CHAIN_HOW);
    add_plants(&rows);
    add_makes(&rows);
    add_pools(&rows);
    add_targets(&rows);
    add_uses(&rows);
    ore_chain_write_formulas(&rows);
    ore_chain_free(chain);
    ore_what_if_finish_headline(sheet->book);
}
