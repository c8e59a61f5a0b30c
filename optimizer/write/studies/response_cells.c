/* See response_cells.h. */
#include "write/studies/response_cells.h"

#include <math.h>

#include "base/text.h"
#include "write/book/columns.h"
#include "write/sheets/screening_answers.h"

const char *const ore_response_columns[] = {[ORE_DO_NOTHING] = "nothing",
                                            [ORE_RESPOND] = "respond",
                                            [ORE_FORESIGHT] = "foresight"};

double ore_response_goal(const ore_response_case *of, int g)
{
    return of->result->has_portfolio ? of->result->goals[g].value : nan("");
}

static const ore_text action_texts[] = {
    [ORE_ACTION_COMMIT] = ORE_TEXT_ACTION_COMMIT,
    [ORE_ACTION_SPEED_UP] = ORE_TEXT_ACTION_SPEED_UP,
    [ORE_ACTION_DROP] = ORE_TEXT_ACTION_DROP,
    [ORE_ACTION_ANSWER] = ORE_TEXT_ACTION_ANSWER,
    [ORE_ACTION_BUY] = ORE_TEXT_ACTION_BUY,
    [ORE_ACTION_RELEASE] = ORE_TEXT_ACTION_RELEASE,
    [ORE_ACTION_LEND] = ORE_TEXT_ACTION_LEND,
    [ORE_ACTION_REPAY] = ORE_TEXT_ACTION_REPAY,
    [ORE_ACTION_DELIVER] = ORE_TEXT_ACTION_DELIVER};
_Static_assert(ORE_COUNT_OF(action_texts) == ORE_ACTION_KINDS,
               "a text for every kind");

/* "First: second shift: output from 2029 instead of 2031, closes 50 t of …" */
static const char *speed_up_of(ore_book *book, const ore_response_case *respond,
                               const ore_action *action)
{
    const ore_round *round = respond->round;
    const ore_years outputs =
        ore_speed_up_outputs(round, respond->result, action->of);
    const char *text =
        ore_book_compose(book, ORE_TEXT_ACTION_SPED,
                         ore_book_project(book, &round->projects[action->of]),
                         ore_book_digits(book, outputs.first),
                         ore_book_digits(book, outputs.last));

    return action->closes < 0
               ? text
               : ore_book_compose(
                     book, ORE_TEXT_ACTION_CLOSES, text,
                     ore_book_number(book, action->closes_t, 1),
                     ORE_LABEL(book, &round->materials[action->closes]));
}

/* What it is about, and the unit of its amount. */
static void set_subject(ore_sheet_row row, const ore_response_case *respond,
                        const ore_action *action)
{
    ore_book *book = row.sheet->book;
    const ore_round *round = respond->round;
    const int of = action->of;

    switch (action->kind) {
    case ORE_ACTION_COMMIT:
    case ORE_ACTION_DROP:
        ore_cell_text(row, "of", ore_book_project(book, &round->projects[of]));
        ore_cell_text(row, "unit", ore_book_unit(book, ORE_MONEY));
        break;
    case ORE_ACTION_SPEED_UP:
        ore_cell_text(row, "of", speed_up_of(book, respond, action));
        ore_cell_text(row, "unit", ore_book_unit(book, ORE_MONEY));
        break;
    case ORE_ACTION_ANSWER:
        ore_cell_text(row, "of", ORE_LABEL(book, &round->supplies[of]));
        ore_cell_word(row, "unit",
                      ore_sale_answer_text(respond->result->answer[of]));
        break;
    case ORE_ACTION_BUY:
    case ORE_ACTION_RELEASE:
    case ORE_ACTION_LEND:
    case ORE_ACTION_REPAY:
        ore_cell_text(row, "of", ORE_LABEL(book, &round->stockpiles[of]));
        ore_cell_text(row, "unit", "t");
        break;
    case ORE_ACTION_DELIVER:
        ore_cell_text(row, "of", ore_book_target(book, of));
        ore_cell_text(row, "unit", ore_book_unit(book, ORE_FLOW));
        break;
    default: break;
    }
}

void ore_cell_action(ore_sheet_row row, const ore_response_case *respond,
                     const ore_action *action)
{
    ore_cell_number(row, "from", action->years.first);
    ore_cell_number(row, "to", action->years.last);
    ore_cell_word(row, "action", action_texts[action->kind]);
    set_subject(row, respond, action);
    if (!isnan(action->amount)) {
        ore_cell_number(row, "amount", ore_rounded(action->amount, 1e3));
    }
    if (!isnan(action->cost_m)) {
        ore_cell_number(row, "cost", action->cost_m);
    }
    if (action->answer == ORE_ANSWER_KNOWN) {
        ore_cell_number(row, "worth", action->worth);
    } else if (action->answer == ORE_ANSWER_IMPOSSIBLE) {
        ore_cell_word(row, "worth", ORE_TEXT_RULE_NEEDS_IT);
    } else if (action->answer != ORE_ANSWER_NONE) {
        ore_cell_word(row, "worth", ORE_TEXT_NOT_KNOWN);
    }
}
