/* The sheets WhatIf and WhatIfMoney in parts: their tables, and what these
 * share. */
#ifndef OPTIMIZER_WRITE_WHAT_IF_WHAT_IF_H
#define OPTIMIZER_WRITE_WHAT_IF_WHAT_IF_H

#include "write/book/sheet.h"

/** Columns of the commitments, the table of WhatIfMoney. */
enum {
    ORE_WHAT_INSTRUMENT = 1,
    ORE_WHAT_LABEL,
    ORE_WHAT_ACCOUNT,
    ORE_WHAT_ACCOUNT_LABEL,
    ORE_WHAT_YEAR,
    ORE_WHAT_FACE,
    ORE_WHAT_RATE,
    ORE_WHAT_WEIGHT,
    ORE_WHAT_ON,
    ORE_WHAT_SUPPORT,
    ORE_WHAT_PUBLIC,
    ORE_WHAT_COST
};

/** Columns of the results of financing and accounts. */
enum { ORE_WHAT_FINANCED = 10, ORE_WHAT_COVERED = 9 };

/** Add to WhatIf what follows from its switches and from the commitments. */
void ore_add_what_results(ore_sheet *sheet);
/** Add the accounts that are charged when money is committed. */
void ore_add_what_accounts(ore_sheet *sheet);

/** A column of a table of WhatIf, and of the commitments. */
const char *ore_what_range(ore_book *book, int table, int column);
const char *ore_commitments_range(ore_book *book, int column);
/** "OK" unless the amount over a limit is more than noise. */
void ore_set_what_result(ore_sheet *sheet, ore_sheet_cell *cell,
                         const char *over);

#endif
