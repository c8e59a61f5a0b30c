/* Section 6 of the Memo: how far the answer can be trusted. */
#include <string.h>

#include "orefolio/statistics.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

/* How many rows of the input say how reliable they are. */
static void say_reliability(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    int n_rows = 0, n_graded = 0;

    for (int i = 0; i < round->n_inputs; i++) {
        n_rows += round->inputs[i].rows;
    }
    for (int i = 0; i < round->n_evidence; i++) {
        n_graded += *round->evidence[i].reliability != '\0';
    }
    if (n_rows > n_graded) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_UNGRADED,
                      ore_book_number(book, n_rows - n_graded, 0),
                      ore_book_number(book, n_rows, 0));
    }
}

void ore_memo_certainty(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_statistics *statistics = ore_statistics_of(book->options);

    ore_sheet_head(sheet, ORE_TEXT_MEMO_CERTAINTY);
    ore_memo_proof(sheet);
    ore_memo_runs(sheet);
    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_VERIFIED,
                  ore_book_number(book, statistics->rows_checked, 0),
                  ore_book_number(book, statistics->rules_checked, 0));
    say_reliability(sheet);
    ore_memo_single_figures(sheet);
}
