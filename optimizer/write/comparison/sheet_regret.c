/* Regret: what every case's portfolio loses on the first goal when another
 * case comes true, against that case's own (Savage 1951). */
#include <math.h>

#include "orefolio/goal.h"
#include "write/book/columns.h"
#include "write/book/compare.h"
#include "write/book/proof.h"

/* How much worse the portfolio of case i is in case j than j's own: NAN = it is
 * not possible there, HUGE_VAL = not known. Against a search that was stopped
 * nothing is known. */
static double loss(const ore_book *book, int i, int j)
{
    const ore_objective *goal = &book->round->goals[0];
    const ore_result *own = book->cases[j].result;
    const double *elsewhere = book->cases[i].elsewhere;

    if (!elsewhere) {
        return HUGE_VAL;
    }
    if (isnan(elsewhere[j])) {
        return nan("");
    }
    if (isinf(elsewhere[j]) || !ore_has_ended(own)) {
        return HUGE_VAL;
    }
    return fmax(0.0, (ore_objective_is_maximised(goal) ? -1.0 : 1.0) *
                         (elsewhere[j] - own->goals[0].value));
}

/* The losses of a row: how many are not possible and not known, and the largest
 * of the others. */
typedef struct losses {
    int n_impossible, n_open;
    double most;
} losses;

static losses add_losses(ore_sheet *sheet, ore_sheet_cell *row, int i)
{
    const ore_book *book = sheet->book;
    losses found = {0};

    for (int j = 0; j < book->n_cases; j++) {
        ore_sheet_cell *cell = &row[1 + j];

        if (!book->cases[j].result->has_portfolio) {
            /* A case that nothing satisfies says nothing of portfolios. */
            ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_APPLICABLE));
            continue;
        }
        const double lost = loss(book, i, j);

        if (isnan(lost)) {
            ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_POSSIBLE));
            found.n_impossible++;
        } else if (isinf(lost)) {
            ore_set_text(cell, ore_say(book, ORE_TEXT_ANSWER_NOT_KNOWN));
            found.n_open++;
        } else {
            ore_set_number(cell, lost);
            found.most = fmax(found.most, lost);
        }
    }
    return found;
}

static void add_case(ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;
    const int last = book->n_cases;
    const char *impossible = ore_say(book, ORE_TEXT_NOT_POSSIBLE);
    const char *open = ore_say(book, ORE_TEXT_ANSWER_NOT_KNOWN);
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], ore_case_label(book, i));

    const losses found = add_losses(sheet, row, i);
    const char *from = ore_here(sheet, 1), *to = ore_here(sheet, last);

    ore_set_formula(book, &row[last + 1], found.n_impossible,
                    "=COUNTIF(%s:%s,\"%s\")", from, to, impossible);
    ore_set_formula(book, &row[last + 2], found.n_open,
                    "=COUNTIF(%s:%s,\"%s\")", from, to, open);
    /* The largest of some is not the largest. */
    if (found.n_open > 0) {
        ore_set_text_formula(book, &row[last + 3], open,
                             "=IF(%s>0,\"%s\",MAX(%s:%s))",
                             ore_here(sheet, last + 2), open, from, to);
    } else {
        ore_set_formula(book, &row[last + 3], found.most, "=MAX(%s:%s)", from,
                        to);
    }
}

void ore_fill_regret(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_objective *goal = &book->round->goals[0];

    if (book->n_cases < 2) {
        return;
    }
    ore_say_unended(sheet);
    ore_add_line(sheet, ORE_PLAIN, ore_say(book, ORE_TEXT_REGRET_NOTE));
    ore_add_table(sheet, "tblRegret", "regret", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PORTFOLIO_OF), ORE_TEXT_CELL);
    for (int j = 0; j < book->n_cases; j++) {
        ore_add_goal_column(
            sheet,
            ore_compose(book, ORE_TEXT_IF_CASE,
                        (const char *const[]){ore_case_label(book, j), NULL}),
            goal);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_IMPOSSIBLE_IN), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_NOT_KNOWN_IN), ORE_COUNT);
    ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_LARGEST_REGRET), goal);
    for (int i = 0; i < book->n_cases; i++) {
        if (book->cases[i].result->has_portfolio) {
            add_case(sheet, i);
        }
    }
}
