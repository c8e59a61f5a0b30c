/* Where a re-solve may feed plants otherwise than WhatIfChain does, and what
 * the formulas of that sheet are put together with. */
#include "write/book/columns.h"
#include "write/what_if/chain_rows.h"

const char *ore_chain_cell(ore_sheet_row first, int i, const char *id)
{
    return ore_cell_address(ore_chain_row(first, i), id);
}

/* Index of the plant's use of the material; -1 = it does not need it. */
int ore_chain_feed(const ore_chain *chain, int plant, int material)
{
    const ore_chain_pool *pool =
        ore_chain_pool_of(chain, material, chain->plants[plant].t);

    for (int i = pool->first_use; i < pool->first_use + pool->n_uses; i++) {
        if (chain->uses[i].kind == ORE_CHAIN_FEED &&
            chain->uses[i].index == plant) {
            return i;
        }
    }
    return -1;
}

const char *ore_chain_joined(ore_book *book, const char *list, const char *more)
{
    return *list ? ore_book_print(book, "%s,%s", list, more) : more;
}

/* A plant may be fed otherwise, too, where what it makes is left over now, or
 * where other feed of it is in doubt. Of feed that comes later in the chain
 * only what is in doubt by itself counts, so that no doubt refers to itself. */
void ore_chain_write_doubt(const ore_chain_rows *rows, int i)
{
    const ore_chain *chain = rows->chain;
    ore_book *book = rows->sheet->book;
    const ore_chain_use *use = &chain->uses[i];
    const ore_sheet_row row = ore_chain_row(rows->uses, i);
    const char *list = "";

    for (int m = 0; m < book->round->n_materials && use->kind == ORE_CHAIN_FEED;
         m++) {
        const int pool = ore_chain_pool_index(chain, m, use->t);

        if (m != use->material && ore_chain_feed(chain, use->index, m) >= 0) {
            list = ore_chain_joined(
                book, list,
                ore_chain_cell(rows->pools, pool,
                               chain->place[m] < chain->place[use->material]
                                   ? "doubt"
                                   : "local"));
        }
        if (ore_chain_makes(chain, use->index, m)) {
            list = ore_chain_joined(
                book, list,
                ore_book_print(book, "2*(%s-%s>0.001)",
                               ore_chain_cell(rows->pools, pool, "left"),
                               ore_chain_cell(rows->pools, pool, "was_left")));
        }
    }
    if (*list) {
        ore_cell_formula(row, "doubt", 0.0, "=%s*MAX(%s)",
                         ore_chain_cell(rows->plants, use->index, "on"), list);
    } else {
        ore_cell_number(row, "doubt", 0.0);
    }
}
