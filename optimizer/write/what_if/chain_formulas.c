/* The formulas of WhatIfChain. Each refers to rows of the same sheet; the order
 * of materials keeps them from referring to themselves. At the recommended
 * portfolio they come to its figures. */
#include <math.h>

#include "write/book/columns.h"
#include "write/what_if/chain_rows.h"
#include "write/what_if/what_if.h"

/* "F5:F9" of rows `first` and the n - 1 after it. */
static const char *piece(ore_book *book, ore_sheet_row rows, int first, int n,
                         const char *id)
{
    return ore_book_print(book, "%s:%s", ore_chain_cell(rows, first, id),
                          ore_chain_cell(rows, first + n - 1, id));
}

/* The numbers of such a piece. */
static double sum_of(ore_sheet_row rows, int first, int n, const char *id)
{
    double sum = 0.0;

    for (int i = 0; i < n; i++) {
        sum += ore_cell_at(ore_chain_row(rows, first + i), id)->number;
    }
    return sum;
}

static double figure(ore_sheet_row rows, int i, const char *id)
{
    return ore_cell_at(ore_chain_row(rows, i), id)->number;
}

/* Whether what the plant makes of the material comes before its feed, in a
 * circle. */
static bool is_circular(const ore_chain *chain, const ore_chain_make *make)
{
    for (int m = 0; m < chain->book->round->n_materials; m++) {
        if (ore_chain_feed(chain, make->plant, m) >= 0 &&
            chain->place[m] >= chain->place[make->material]) {
            return true;
        }
    }
    return false;
}

/* Shares of capacity that the plant's feed allows, of materials before `place`:
 * ",gets/full" for each. */
static const char *feed_shares(const ore_chain_rows *rows, int plant, int place)
{
    const ore_chain *chain = rows->chain;
    ore_book *book = rows->sheet->book;
    const char *list = "";

    for (int m = 0; m < book->round->n_materials; m++) {
        const int feed = ore_chain_feed(chain, plant, m);

        if (feed >= 0 && chain->place[m] < place) {
            list = ore_book_print(book, "%s,%s/%s", list,
                                  ore_chain_cell(rows->uses, feed, "gets"),
                                  ore_chain_cell(rows->uses, feed, "full"));
        }
    }
    return list;
}

static void write_plant(const ore_chain_rows *rows, int i)
{
    const ore_chain *chain = rows->chain;
    ore_book *book = rows->sheet->book;
    const ore_chain_plant *plant = &chain->plants[i];
    const bool on = book->result->option[plant->project] >= 0;
    const ore_sheet_row row = ore_chain_row(rows->plants, i);
    const char *doubts = "";

    for (int m = 0; m < book->round->n_materials; m++) {
        if (ore_chain_feed(chain, i, m) >= 0) {
            doubts = ore_chain_joined(
                book, doubts,
                ore_chain_cell(rows->pools,
                               ore_chain_pool_index(chain, m, plant->t),
                               "doubt"));
        }
    }
    ore_cell_formula(
        row, "on", on,
        "=SUMIF({whatprojects.project},{project},{whatprojects.on})");
    ore_cell_formula(row, "runs", plant->used, "={on}*MIN({able}%s)",
                     feed_shares(rows, i, book->round->n_materials));
    if (*doubts) {
        ore_cell_formula(row, "doubt", 0.0, "={on}*MAX(%s)", doubts);
    } else {
        ore_cell_number(row, "doubt", 0.0);
    }
}

static void write_make(const ore_chain_rows *rows, int i)
{
    const ore_chain *chain = rows->chain;
    const ore_chain_make *make = &chain->makes[i];
    const double made_tpa = make->full_tpa * chain->plants[make->plant].used;
    const ore_sheet_row row = ore_chain_row(rows->makes, i);
    const char *on = ore_chain_cell(rows->plants, make->plant, "on");
    const char *used = ore_chain_cell(rows->plants, make->plant, "used");

    if (is_circular(chain, make)) {
        ore_cell_formula(row, "makes", made_tpa, "={full}*%s*%s", on, used);
        ore_cell_number(row, "doubt", 0.0);
    } else {
        ore_cell_formula(row, "makes", made_tpa, "={full}*%s",
                         ore_chain_cell(rows->plants, make->plant, "runs"));
        ore_cell_formula(row, "doubt", 0.0, "=%s",
                         ore_chain_cell(rows->plants, make->plant, "doubt"));
    }
}

static void write_use(const ore_chain_rows *rows, const ore_chain_pool *pool,
                      int i)
{
    const ore_chain *chain = rows->chain;
    ore_book *book = rows->sheet->book;
    const ore_chain_use *use = &chain->uses[i];
    const int before = i - pool->first_use;
    const ore_sheet_row row = ore_chain_row(rows->uses, i);
    const char *there = ore_chain_cell(
        rows->pools, ore_chain_pool_index(chain, use->material, use->t),
        "there");

    ore_cell_number(row, "keeps", use->taken_tpa);
    ore_cell_number(row, "gets", use->taken_tpa);
    if (before > 0) {
        const char *kept =
            piece(book, rows->uses, pool->first_use, before, "keeps");

        ore_cell_formula(row, "keeps", use->taken_tpa,
                         "=MIN({first},{wants},MAX(0,%s-SUM(%s)))", there,
                         kept);
        ore_cell_formula(
            row, "gets", use->taken_tpa,
            "={keeps}+MIN({wants}-{keeps},MAX(0,%s-SUM(%s)-(SUM(%s)-SUM(%s))))",
            there,
            piece(book, rows->uses, pool->first_use, pool->n_uses, "keeps"),
            piece(book, rows->uses, pool->first_use, before, "gets"), kept);
    } else {
        ore_cell_formula(row, "keeps", use->taken_tpa,
                         "=MIN({first},{wants},%s)", there);
        ore_cell_formula(
            row, "gets", use->taken_tpa,
            "={keeps}+MIN({wants}-{keeps},MAX(0,%s-SUM(%s)))", there,
            piece(book, rows->uses, pool->first_use, pool->n_uses, "keeps"));
    }
}

static int target_row(const ore_chain *chain, const ore_chain_use *use)
{
    int i = 0;

    while (chain->targets[i].target != use->index ||
           chain->targets[i].t != use->t) {
        i++;
    }
    return i;
}

static void write_wants(const ore_chain_rows *rows, int i)
{
    const ore_chain *chain = rows->chain;
    const ore_chain_use *use = &chain->uses[i];
    const ore_sheet_row row = ore_chain_row(rows->uses, i);

    if (use->kind == ORE_CHAIN_STOCK) {
        ore_cell_formula(row, "wants", use->most_tpa, "={most}");
        return;
    }
    if (use->kind == ORE_CHAIN_TARGET) {
        const int k = target_row(chain, use);

        ore_cell_formula(
            row, "wants",
            use->is_held ? use->most_tpa
                         : fmax(0.0, figure(rows->targets, k, "asked") -
                                         figure(rows->targets, k, "own") -
                                         figure(rows->targets, k, "sold")),
            use->is_held ? "=MIN({most},MAX(0,%s-%s-%s))" : "=MAX(0,%s-%s-%s)",
            ore_chain_cell(rows->targets, k, "asked"),
            ore_chain_cell(rows->targets, k, "own"),
            ore_chain_cell(rows->targets, k, "sold"));
        return;
    }
    const ore_chain_plant *plant = &chain->plants[use->index];
    const bool on = chain->book->result->option[plant->project] >= 0;
    double share = on;

    for (int m = 0; m < chain->book->round->n_materials; m++) {
        const int feed = ore_chain_feed(chain, use->index, m);

        if (feed >= 0 && chain->place[m] < chain->place[use->material]) {
            share = fmin(share, chain->uses[feed].taken_tpa /
                                    chain->uses[feed].full_tpa);
        }
    }
    const char *is_on = ore_chain_cell(rows->plants, use->index, "on");

    ore_cell_formula(
        row, "wants", fmin(on * use->most_tpa, use->full_tpa * share),
        "=MIN({most}*%s,{full}*MIN(%s%s))", is_on, is_on,
        feed_shares(rows, use->index, chain->place[use->material]));
}

static void write_target(const ore_chain_rows *rows, int i)
{
    const ore_chain *chain = rows->chain;
    ore_book *book = rows->sheet->book;
    const ore_chain_target *target = &chain->targets[i];
    const ore_sheet_row row = ore_chain_row(rows->targets, i);

    if (target->n_makes > 0) {
        ore_cell_formula(
            row, "sold",
            sum_of(rows->makes, target->first_make, target->n_makes, "makes"),
            "=SUM(%s)",
            piece(book, rows->makes, target->first_make, target->n_makes,
                  "makes"));
    } else {
        ore_cell_number(row, "sold", 0.0);
    }
}

static void finish_target(const ore_chain_rows *rows, int i)
{
    const ore_chain *chain = rows->chain;
    const ore_chain_target *target = &chain->targets[i];
    const ore_chain_pool *pool = ore_chain_pool_of(
        chain, chain->book->round->targets[target->target].material, target->t);
    const ore_sheet_row row = ore_chain_row(rows->targets, i);
    double lost = 0.0;
    int use = pool->first_use;

    while (chain->uses[use].kind != ORE_CHAIN_TARGET ||
           chain->uses[use].index != target->target) {
        use++;
    }
    const double short_tpa = fmax(0.0, figure(rows->targets, i, "asked") -
                                           figure(rows->targets, i, "own") -
                                           figure(rows->targets, i, "sold") -
                                           chain->uses[use].taken_tpa);

    for (int k = 0; k < ore_column_last(row.table, "step") -
                            ore_column_first(row.table, "step") + 1;
         k++) {
        const ore_sheet_row nth = ore_cell_nth(row, k);

        lost += ore_cell_at(nth, "step")->number *
                fmax(0.0, short_tpa - ore_cell_at(nth, "from")->number);
    }
    ore_cell_formula(row, "gets", chain->uses[use].taken_tpa, "=%s",
                     ore_chain_cell(rows->uses, use, "gets"));
    ore_cell_formula(row, "short", short_tpa,
                     "=MAX(0,{asked}-{own}-{sold}-{gets})");
    ore_cell_formula(row, "lost", lost * ore_cell_at(row, "weight")->number,
                     "={weight}*SUMPRODUCT({step},({short}>{from})*({short}-"
                     "{from}))");
}

/* Whether the material is one of a chain with others. */
static bool is_chain(const ore_chain *chain, const ore_chain_pool *pool)
{
    for (int m = 0; m < chain->book->round->n_materials; m++) {
        if (m != pool->material &&
            chain->group[m] == chain->group[pool->material]) {
            return true;
        }
    }
    return false;
}

/* 1: only the division among markets is in doubt; 2: what there is may go to
 * other plants, or comes from plants of which that is true. */
static void write_pool(const ore_chain_rows *rows, int i)
{
    const ore_chain *chain = rows->chain;
    ore_book *book = rows->sheet->book;
    const ore_chain_pool *pool = &chain->pools[i];
    const ore_sheet_row row = ore_chain_row(rows->pools, i);
    const double there = pool->rest_tpa + sum_of(rows->makes, pool->first_make,
                                                 pool->n_makes, "makes");
    const double wanted =
        sum_of(rows->uses, pool->first_use, pool->n_uses, "wants");
    const char *made =
        pool->n_makes > 0
            ? piece(book, rows->makes, pool->first_make, pool->n_makes, "makes")
            : NULL;
    const char *doubts =
        pool->n_makes > 0
            ? piece(book, rows->makes, pool->first_make, pool->n_makes, "doubt")
            : "0";

    ore_cell_number(row, "was_there", there);
    ore_cell_number(row, "was_wanted", wanted);
    ore_cell_formula(row, "there", there, made ? "={rest}+SUM(%s)" : "={rest}",
                     made);
    if (pool->n_uses == 0) {
        ore_cell_number(row, "wanted", 0.0);
        ore_cell_formula(row, "left", there, "={there}");
        ore_cell_number(row, "was_left", there);
        ore_cell_number(row, "changed", 0.0);
        ore_cell_number(row, "scarce", 0.0);
        ore_cell_number(row, "local", 0.0);
        ore_cell_formula(row, "doubt", 0.0, "=MAX(%s)", doubts);
        return;
    }
    ore_cell_formula(
        row, "wanted", wanted, "=SUM(%s)",
        piece(book, rows->uses, pool->first_use, pool->n_uses, "wants"));
    ore_cell_formula(
        row, "left",
        fmax(0.0, round(1e6 * (there - sum_of(rows->uses, pool->first_use,
                                              pool->n_uses, "gets"))) /
                      1e6),
        "=MAX(0,ROUND({there}-SUM(%s),6))",
        piece(book, rows->uses, pool->first_use, pool->n_uses, "gets"));
    ore_cell_number(row, "was_left", ore_cell_at(row, "left")->number);
    ore_cell_formula(
        row, "doubt", 0.0, "=MAX({local},%s,%s)", doubts,
        piece(book, rows->uses, pool->first_use, pool->n_uses, "doubt"));
    ore_cell_formula(row, "changed", 0.0,
                     "=(ABS({there}-{was_there})"
                     "+ABS({wanted}-{was_wanted})>0.001)*1");
    ore_cell_formula(row, "scarce",
                     wanted > there + ORE_CHAIN_GRAIN_TPA ? 1.0 : 0.0,
                     "=MAX(({wanted}>{there}+0.001)*1,"
                     "({was_wanted}>{was_there}+0.001)*1)");
    /* Where there is enough in all of its chain, nobody competes. */
    ore_cell_formula(
        row, "local", 0.0,
        "=MAX(2*({ruled}=2)*(%s>0),2*({ruled}=1)*{changed},"
        "%d*(SUMIFS({chainpools.changed},{chainpools.group},{group},"
        "{chainpools.year},{year})>0)*(SUMIFS({chainpools.scarce},"
        "{chainpools.group},{group},{chainpools.year},{year})>0))",
        ore_what_if_changed(book), is_chain(chain, pool) ? 2 : 1);
}

void ore_chain_write_formulas(const ore_chain_rows *rows)
{
    const ore_chain *chain = rows->chain;

    for (int i = 0; i < chain->n_plants; i++) {
        write_plant(rows, i);
    }
    for (int i = 0; i < chain->n_makes; i++) {
        write_make(rows, i);
    }
    for (int i = 0; i < chain->n_targets; i++) {
        write_target(rows, i);
    }
    for (int i = 0; i < chain->n_uses; i++) {
        write_wants(rows, i);
    }
    for (int i = 0; i < chain->n_pools; i++) {
        const ore_chain_pool *pool = &chain->pools[i];

        for (int k = 0; k < pool->n_uses; k++) {
            write_use(rows, pool, pool->first_use + k);
            ore_chain_write_doubt(rows, pool->first_use + k);
        }
        write_pool(rows, i);
    }
    for (int i = 0; i < chain->n_targets; i++) {
        finish_target(rows, i);
    }
}
