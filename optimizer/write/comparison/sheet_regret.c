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
    if (isinf(elsewhere[j]) || !ore_result_has_ended(own)) {
        return HUGE_VAL;
    }
    return fmax(0.0, (ore_objective_is_maximised(goal) ? -1.0 : 1.0) *
                         (elsewhere[j] - own->goals[0].value));
}

/* The losses of a row: how many are not possible and not known, and the largest
 * of the others. */
typedef struct losses {
    int n_impossible, n_open;
    double max;
} losses;

static losses add_losses(ore_sheet_row row, int i)
{
    const ore_book *book = row.sheet->book;
    losses found = {0};

    for (int j = 0; j < book->n_cases; j++) {
        const ore_sheet_row cell = ore_cell_nth(row, j);

        if (!book->cases[j].result->has_portfolio) {
            /* A case that nothing satisfies says nothing of portfolios. */
            ore_cell_word(cell, "loss", ORE_TEXT_NOT_APPLICABLE);
            continue;
        }
        const double lost = loss(book, i, j);

        if (isnan(lost)) {
            ore_cell_word(cell, "loss", ORE_TEXT_NOT_POSSIBLE);
            found.n_impossible++;
        } else if (isinf(lost)) {
            ore_cell_word(cell, "loss", ORE_TEXT_ANSWER_NOT_KNOWN);
            found.n_open++;
        } else {
            ore_cell_number(cell, "loss", lost);
            found.max = fmax(found.max, lost);
        }
    }
    return found;
}

static const char *if_heading(const ore_sheet *sheet, int i)
{
    return ore_book_compose(sheet->book, ORE_TEXT_IF_CASE,
                            ore_case_label(sheet->book, i));
}

static const ore_column_def columns[] = {
    ORE_COLUMN("portfolio", ORE_TEXT_PORTFOLIO_OF, ORE_TEXT_CELL),
    {.id = "loss",
     .goal = ore_book_first_goal,
     .count = ore_case_columns,
     .heading = if_heading},
    ORE_COLUMN("impossible", ORE_TEXT_IMPOSSIBLE_IN, ORE_COUNT),
    ORE_COLUMN("open", ORE_TEXT_NOT_KNOWN_IN, ORE_COUNT),
    ORE_GOAL_COLUMN("largest", ORE_TEXT_LARGEST_REGRET, ore_book_first_goal),
    {0}};

ORE_TABLE(table, "tblRegret", "regret", columns);

static void add_case(ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;
    const char *impossible = ore_book_text(book, ORE_TEXT_NOT_POSSIBLE);
    const char *open = ore_book_text(book, ORE_TEXT_ANSWER_NOT_KNOWN);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "portfolio", ore_case_label(book, i));
    const losses found = add_losses(row, i);

    ore_cell_formula(row, "impossible", found.n_impossible,
                     "=COUNTIF({loss},\"%s\")", impossible);
    ore_cell_formula(row, "open", found.n_open, "=COUNTIF({loss},\"%s\")",
                     open);
    /* The largest of some is not the largest. */
    if (found.n_open > 0) {
        ore_cell_text_formula(row, "largest", open,
                              "=IF({open}>0,\"%s\",MAX({loss}))", open);
    } else {
        ore_cell_formula(row, "largest", found.max, "=MAX({loss})");
    }
}

void ore_fill_regret(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    if (book->n_cases < 2) {
        return;
    }
    ore_sheet_say_unended(sheet);
    ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_REGRET_NOTE);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < book->n_cases; i++) {
        if (book->cases[i].result->has_portfolio) {
            add_case(sheet, i);
        }
    }
}
