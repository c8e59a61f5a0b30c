/* The Memo's sentences about what the search proved. */
#include "orefolio/study/tree_study.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/memo/memo.h"

/* A gap up to this of a later goal is not worth a sentence. */
static const double told_gap = 5e-3;

/* What was proven of goal g: of a round with events, as it is expected over the
 * leaves; nothing is proven of one of them. */
static const ore_goal_outcome *proven_of(const ore_book *book, int g)
{
    const ore_study *study = book->options->study;

    return study && study->tree ? &study->tree->result->goals[g]
                                : &book->result->goals[g];
}

/* What the search proved of the first goal. What a tolerance gives to later
 * goals is no failure of it. */
static void say_first_goal(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_objective *use = &book->round->goals[0];
    const ore_goal_outcome *outcome = proven_of(book, 0);
    const bool is_given = book->result->status == ORE_OK &&
                          use->tolerance > 0.0 && book->round->n_goals > 1;
    const char *arguments[] = {
        ore_book_goal(book, use), ore_book_gap(book, outcome->gap),
        ore_book_number(book, 100.0 * use->tolerance, 2), NULL};

    switch (ore_proof_of(outcome)) {
    case ORE_PROOF_NONE:
        ore_sheet_say_list(sheet, ORE_PLAIN, ORE_TEXT_MEMO_NO_BOUND, arguments);
        break;
    case ORE_PROOF_BEST:
        ore_sheet_say_list(sheet, ORE_PLAIN, ORE_TEXT_MEMO_OPTIMAL, arguments);
        break;
    case ORE_PROOF_WITHIN:
        ore_sheet_say_list(
            sheet, ORE_PLAIN,
            is_given ? ORE_TEXT_MEMO_GIVEN : ORE_TEXT_MEMO_WITHIN, arguments);
        break;
    }
}

/* How near the first goal is to the best, and later ones that are not. */
void ore_memo_proof(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    if (book->options->study && book->options->study->tree) {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_MEMO_TREE_PROOF);
    }
    say_first_goal(sheet);
    for (int g = 1; g < round->n_goals; g++) {
        const ore_goal_outcome *outcome = proven_of(book, g);
        const bool has_bound = ore_proof_of(outcome) != ORE_PROOF_NONE;

        if (!has_bound || outcome->gap > told_gap) {
            ore_sheet_say(sheet, ORE_PLAIN,
                          has_bound ? ORE_TEXT_MEMO_NEXT_GOAL
                                    : ORE_TEXT_MEMO_NEXT_NO_BOUND,
                          ore_book_goal(book, &round->goals[g]),
                          ore_book_gap(book, outcome->gap));
        }
    }
}
