/* The rows of WhatIfChain: tables first, with what is read off the portfolio;
 * then formulas, when every row has its place. */
#ifndef OPTIMIZER_WRITE_WHAT_IF_CHAIN_ROWS_H
#define OPTIMIZER_WRITE_WHAT_IF_CHAIN_ROWS_H

#include "write/what_if/chain.h"

/** Rows by index of the chain's arrays: the first of each table. */
typedef struct ore_chain_rows {
    ore_sheet *sheet;
    const ore_chain *chain;
    ore_sheet_row plants, makes, pools, uses, targets;
} ore_chain_rows;

static inline ore_sheet_row ore_chain_row(ore_sheet_row first, int i)
{
    first.at += i;
    return first;
}

/** "F5": a cell of row i of a table. */
const char *ore_chain_cell(ore_sheet_row first, int i, const char *id);
/** "F5,F9": a list and one more. */
const char *ore_chain_joined(ore_book *book, const char *list,
                             const char *more);
/** Index of the plant's use of the material; -1 = it does not need it. */
int ore_chain_feed(const ore_chain *chain, int plant, int material);

/** Write whether use i is in doubt beside its own material. */
void ore_chain_write_doubt(const ore_chain_rows *rows, int i);
/** Write the formulas of every table. */
void ore_chain_write_formulas(const ore_chain_rows *rows);

#endif
