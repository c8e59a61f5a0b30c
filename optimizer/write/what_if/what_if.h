/* The sheets WhatIf and WhatIfMoney in parts: their tables, and what these
 * share. */
#ifndef OPTIMIZER_WRITE_WHAT_IF_WHAT_IF_H
#define OPTIMIZER_WRITE_WHAT_IF_WHAT_IF_H

#include "write/book/sheet.h"

/** The option and the commitment year of project p there: the chosen ones, or
 * the first it may have. */
int ore_what_if_option(const ore_book *book, int p);
int ore_what_if_year(const ore_book *book, int p);

/** Add to WhatIf its first table, and write its formulas once all sheets that
 * they read are filled. */
void ore_what_if_headline(ore_sheet *sheet);
void ore_what_if_finish_headline(ore_book *book);
/** The cell that counts changes, as other sheets name it. */
const char *ore_what_if_changed(ore_book *book);

/** Add to WhatIf what follows from its switches and from the commitments. */
void ore_what_if_results(ore_sheet *sheet);
/** Add the accounts that are charged when money is committed. */
void ore_what_if_accounts(ore_sheet *sheet);
/** Add the rules that its formulas do not test. */
void ore_what_if_rules(ore_sheet *sheet);

/** The last column of financing and accounts: "OK" unless what is over a limit,
 * a formula, is more than noise. */
#define ORE_WHAT_IF_RESULT                                                     \
    ORE_COLUMN("result", ORE_TEXT_RESULT, ORE_LETTER,                          \
               .marks = {{ORE_TEXT_CHECK, ORE_BAD}, {ORE_TEXT_OK, ORE_GOOD}})
void ore_what_if_result(ore_sheet_row row, const char *over);

#endif
