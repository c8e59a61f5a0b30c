/* The Memo of a round without a portfolio: none satisfies it, or none was found
 * before the search was stopped. */
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/study/repair.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

/* Limits and repairs that are named. */
enum { NAMED = 10, REPAIRS = 3 };

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

/* A repair in one line: its changes, joined. The caller frees. */
static char *line_of(const ore_book *book, const ore_repair *repair)
{
    char *line = ore_repair_text(book->round, repair, 0, book->is_japanese);

    for (int k = 1; k < repair->n; k++) {
        char *next = ore_repair_text(book->round, repair, k, book->is_japanese);
        char *longer = ore_print("%s; %s", line, next);

        free(line);
        free(next);
        line = longer;
    }
    return line;
}

static void say_repairs(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_study *study = book->options->study;
    const ore_repairs *repairs = study ? study->repairs : NULL;

    if (!repairs || repairs->n == 0) {
        return;
    }
    ore_sheet_text(sheet, ORE_STRONG, ORE_TEXT_REPAIRS_HEAD);
    for (int i = 0; i < repairs->n && i < REPAIRS; i++) {
        char *line = line_of(book, &repairs->list[i]);

        ore_sheet_line(sheet, ORE_PLAIN, line);
        free(line);
    }
    if (repairs->n > REPAIRS) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_REPAIRS_NAMED,
                      ore_book_digits(book, repairs->n - REPAIRS),
                      ore_book_text(book, ORE_TEXT_NAME_REPAIRS));
    }
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
        say_repairs(sheet);
    }
    ore_sheet_head(sheet, ORE_TEXT_MEMO_CERTAINTY_NONE);
    ore_sheet_text(sheet, ORE_PLAIN,
                   is_proven ? ORE_TEXT_MEMO_INFEASIBLE_PROOF
                             : ORE_TEXT_MEMO_NONE_PROOF);
}
