/* The Memo of a round without a portfolio: none satisfies it, or none was found
 * before the search was stopped. */
#include "write/book/columns.h"
#include "write/memo/memo.h"

enum { NAMED = 10 }; /* limits that are named */

static void say_conflicts(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_result *result = book->result;
    const int n = result->n_conflicts;

    ore_sheet_head(sheet, ORE_TEXT_MEMO_CONFLICTS);
    if (n == 0) {
        ore_sheet_text(sheet, ORE_PLAIN,
                       result->is_irreducible ? ORE_TEXT_CONFLICTS_NO_LIMIT
                                              : ORE_TEXT_CONFLICTS_UNKNOWN);
        return;
    }
    for (int i = 0; i < n && i < NAMED; i++) {
        ore_sheet_line(sheet, ORE_PLAIN, ore_book_conflict(book, i));
    }
    if (n > NAMED) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_CONFLICTS_MORE,
                      ore_book_digits(book, n - NAMED),
                      ore_book_text(book, ORE_TEXT_NAME_CONFLICTS));
    }
    ore_sheet_text(sheet, ORE_PLAIN,
                   result->is_irreducible ? ORE_TEXT_CONFLICTS_ALL_NEEDED
                                          : ORE_TEXT_CONFLICTS_SOME_NEEDED);
}

void ore_memo_none(ore_sheet *sheet)
{
    const bool is_proven = sheet->book->result->status == ORE_INFEASIBLE;

    ore_sheet_head(sheet, ORE_TEXT_MEMO_DECISION);
    ore_sheet_text(sheet, ORE_STRONG,
                   is_proven ? ORE_TEXT_MEMO_INFEASIBLE
                             : ORE_TEXT_MEMO_NONE_FOUND);
    if (is_proven) {
        say_conflicts(sheet);
    }
    ore_sheet_head(sheet, ORE_TEXT_MEMO_CERTAINTY_NONE);
    ore_sheet_text(sheet, ORE_PLAIN,
                   is_proven ? ORE_TEXT_MEMO_INFEASIBLE_PROOF
                             : ORE_TEXT_MEMO_NONE_PROOF);
}
