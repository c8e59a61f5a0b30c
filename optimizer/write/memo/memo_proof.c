/* The Memo's sentences about what the search proved. */
#include "write/book/columns.h"
#include "write/book/proof.h"

/* A gap up to this of a later goal is not worth a sentence. */
static const double told_gap = 5e-3;

static void say(ore_sheet *sheet, ore_text text, const char *const *arguments)
{
    ore_add_line(sheet, ORE_PLAIN, ore_compose(sheet->book, text, arguments));
}

/* What the search proved of the first goal. What a tolerance gives to later
 * goals is no failure of it. */
static void say_first_goal(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_objective *use = &book->round->goals[0];
    const ore_goal_outcome *outcome = &book->result->goals[0];
    const bool is_given = book->result->status == ORE_OK &&
                          use->tolerance > 0.0 && book->round->n_goals > 1;
    const char *arguments[] = {
        ore_goal_title(book, use), ore_spelled_gap(book, outcome->gap),
        ore_spelled(book, 100.0 * use->tolerance, 2), NULL};

    switch (ore_proof_of(outcome)) {
    case ORE_PROOF_NONE: say(sheet, ORE_TEXT_MEMO_NO_BOUND, arguments); break;
    case ORE_PROOF_BEST: say(sheet, ORE_TEXT_MEMO_OPTIMAL, arguments); break;
    case ORE_PROOF_WITHIN:
        say(sheet, is_given ? ORE_TEXT_MEMO_GIVEN : ORE_TEXT_MEMO_WITHIN,
            arguments);
        break;
    }
}

/* How near the first goal is to the best, and later ones that are not. */
void ore_say_proof(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    say_first_goal(sheet);
    for (int g = 1; g < round->n_goals; g++) {
        const ore_goal_outcome *outcome = &book->result->goals[g];
        const bool has_bound = ore_proof_of(outcome) != ORE_PROOF_NONE;

        if (!has_bound || outcome->gap > told_gap) {
            say(sheet,
                has_bound ? ORE_TEXT_MEMO_NEXT_GOAL
                          : ORE_TEXT_MEMO_NEXT_NO_BOUND,
                (const char *const[]){ore_goal_title(book, &round->goals[g]),
                                      ore_spelled_gap(book, outcome->gap),
                                      NULL});
        }
    }
}
