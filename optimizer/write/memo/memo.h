/* The parts of the Memo. */
#ifndef OPTIMIZER_WRITE_MEMO_MEMO_H
#define OPTIMIZER_WRITE_MEMO_MEMO_H

#include "write/book/sheet.h"

/** "USD 12.3 million" of an amount as it is shown. */
const char *ore_memo_amount(ore_book *book, double value_m);

/** What each funder pays and gains, and who pays far more than it gains. */
void ore_memo_stakes(ore_sheet *sheet);
/** Sentences about limits that bind, and the one most worth moving. */
void ore_memo_limits(ore_sheet *sheet);
/** Sentences on how near the goals are proven to be to their best. */
void ore_memo_proof(ore_sheet *sheet);
/** Sentences about other runs of the round, when there are any: what less money
 * would buy; how sure the projects are; what is not weighed. */
void ore_memo_frontier(ore_sheet *sheet);
void ore_memo_runs(ore_sheet *sheet);
void ore_memo_single_figures(ore_sheet *sheet);
/** The table of key figures at the end. */
void ore_memo_figures(ore_sheet *sheet);

#endif
