/* Memo: the decision on one page, in plain sentences made from the figures. */
#include <stdlib.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

/* The first digits of what the input files hash to, one after another: the
 * same inputs have the same ones. */
static const char *inputs_id(ore_book *book)
{
    enum { DIGITS = 7 };
    const ore_round *round = book->round;
    unsigned long long mixed = 14695981039346656037u; /* FNV-1a, 64 bits */

    for (int i = 0; i < round->n_inputs; i++) {
        for (const char *at = round->inputs[i].sha256; *at; at++) {
            mixed = (mixed ^ (unsigned char)*at) * 1099511628211u;
        }
    }
    return ore_book_print(book, "%0*llx", DIGITS, mixed >> (64 - 4 * DIGITS));
}

/* "Decision by 14 July 2026 | draft | orefolio 0.2, inputs 26a9920 | not
 * independently reviewed" */
static void say_status(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *deadline =
        round->decide_by
            ? ore_book_compose(book, ORE_TEXT_MEMO_DEADLINE,
                               ore_memo_date(book, round->decide_by))
            : "";
    const char *review =
        round->reviewed_by
            ? ore_book_compose(book, ORE_TEXT_MEMO_REVIEWED, round->reviewed_by)
            : ore_book_text(book, ORE_TEXT_MEMO_NOT_REVIEWED);

    const char *date = book->options->date;
    const char *draft = date && *date
                            ? ore_book_compose(book, ORE_TEXT_MEMO_DRAFT_OF,
                                               ore_memo_date(book, date))
                            : ore_book_text(book, ORE_TEXT_MEMO_DRAFT);

    ore_sheet_say(sheet, ORE_GREY, ORE_TEXT_MEMO_STATUS, deadline, draft,
                  book->options->version, inputs_id(book), review);
    if (round->use_by) {
        ore_sheet_say(sheet, ORE_GREY, ORE_TEXT_MEMO_USE_BY,
                      ore_memo_date(book, round->use_by));
    }
}

void ore_fill_memo(ore_sheet *sheet)
{
    sheet->is_upright = true;
    say_status(sheet);
    if (!sheet->book->result->has_portfolio) {
        ore_memo_none(sheet);
        return;
    }
    ore_memo_decision(sheet);
    ore_memo_news(sheet);
    ore_memo_recommendation(sheet);
    ore_memo_response(sheet);
    ore_memo_options(sheet);
    ore_memo_gains(sheet);
    ore_memo_risks(sheet);
    ore_memo_certainty(sheet);
}
