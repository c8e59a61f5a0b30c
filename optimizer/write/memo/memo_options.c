/* Section 3 of the Memo: a few points of the frontier, as options. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/study/study.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/memo/memo.h"

enum { MOST_OPTIONS = 5 };

/* What a further 100 millions, or 10 billions of yen, buys. */
static const double further_m = 100.0;

static const ore_frontier *frontier_of(const ore_book *book)
{
    const ore_study *study = book->options->study;
    const ore_frontier *frontier = study ? study->frontier : NULL;

    return frontier && ore_goal_quantity(frontier->other) == ORE_MONEY &&
                   !ore_objective_is_maximised(frontier->other)
               ? frontier
               : NULL;
}

/* Whether point i closes more than every cheaper one: others are no options. */
static bool is_option(const ore_frontier *frontier, int i)
{
    const ore_run *run = &frontier->runs[i];
    bool is_one = run->has_portfolio && !isnan(run->closed);

    for (int k = 0; k < i && is_one; k++) {
        const ore_run *cheaper = &frontier->runs[k];

        is_one = !cheaper->has_portfolio || isnan(cheaper->closed) ||
                 run->closed > cheaper->closed + 5e-4;
    }
    /* What is recommended always is. */
    return is_one || (run->has_portfolio && i == frontier->recommended);
}

/* The points that are options, at most so many, evenly among those up to the
 * recommended one, the first and the last one always; how many. */
static int choose(const ore_frontier *frontier, int chosen[MOST_OPTIONS])
{
    int *all = ore_alloc(frontier->n_runs, sizeof *all);
    int n = 0;

    for (int i = 0; i <= frontier->recommended; i++) {
        if (is_option(frontier, i)) {
            all[n++] = i;
        }
    }
    const int wanted = n < MOST_OPTIONS ? n : MOST_OPTIONS;

    for (int k = 0; k < wanted; k++) {
        chosen[k] = all[wanted > 1 ? k * (n - 1) / (wanted - 1) : 0];
    }
    free(all);
    return wanted;
}

bool ore_memo_has_options(const ore_book *book)
{
    int chosen[MOST_OPTIONS];
    const ore_frontier *frontier = frontier_of(book);

    return frontier && choose(frontier, chosen) > 1;
}

static const char *cost_heading(const ore_sheet *sheet, int i)
{
    (void)i;
    return ore_book_goal(sheet->book, frontier_of(sheet->book)->other);
}

/* "Closed by a further USD 100 million" */
static const char *further_heading(const ore_sheet *sheet, int i)
{
    (void)i;
    return ore_book_compose(sheet->book, ORE_TEXT_OPTION_FURTHER,
                            ore_memo_amount(sheet->book, further_m));
}

static const ore_column_def columns[] = {
    ORE_COLUMN("option", ORE_TEXT_OPTION_LETTER, ORE_TEXT_CELL),
    {.id = "cost", .heading = cost_heading, .quantity = ORE_MONEY},
    ORE_COLUMN("closed", ORE_TEXT_OPTION_CLOSED, ORE_SHARE),
    ORE_COLUMN("projects", ORE_TEXT_PROJECTS, ORE_COUNT),
    {.id = "further", .heading = further_heading, .quantity = ORE_POINTS},
    ORE_COLUMN("state", ORE_TEXT_OPTION_STATE, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblOptions", "options", columns);

static void add_option(ore_sheet *sheet, const ore_run *run,
                       const ore_run *before, int letter)
{
    ore_book *book = sheet->book;
    const ore_frontier *frontier = frontier_of(book);
    const bool is_last = run == &frontier->runs[frontier->recommended];
    const char *name = ore_book_print(book, "%c", 'A' + letter);
    const ore_sheet_row row = ore_sheet_next(sheet);
    const double cost = run->other * book->money_rate;

    ore_cell_text(
        row, "option",
        is_last ? ore_book_compose(book, ORE_TEXT_OPTION_RECOMMENDED, name)
                : name);
    ore_cell_number(row, "cost", cost);
    ore_cell_figure(row, "closed", run->closed);
    ore_cell_number(row, "projects", run->n_funded);
    ore_cell_figure(row, "further",
                    before && run->other > before->other
                        ? (run->closed - before->closed) * further_m /
                              (cost - before->other * book->money_rate)
                        : nan(""));
    ore_cell_word(row, "state",
                  ore_run_has_ended(run) ? ORE_TEXT_OPTION_ENDED
                                         : ORE_TEXT_OPTION_STOPPED);
}

/* What the last step costs, and what it buys. */
static void say_last_step(ore_sheet *sheet, const ore_run *last,
                          const ore_run *before, int n)
{
    ore_book *book = sheet->book;

    ore_sheet_say(
        sheet, ORE_PLAIN, ORE_TEXT_OPTION_STEP,
        ore_book_print(book, "%c", 'A' + n - 1),
        ore_book_print(book, "%c", 'A' + n - 2),
        ore_memo_amount(book, (last->other - before->other) * book->money_rate),
        ore_book_number(book, 100.0 * (last->closed - before->closed), 1));
}

void ore_memo_options(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_frontier *frontier = frontier_of(book);
    int chosen[MOST_OPTIONS];
    const int n = frontier ? choose(frontier, chosen) : 0;

    ore_sheet_head(sheet, ORE_TEXT_MEMO_OPTIONS);
    if (n < 2) {
        ore_sheet_text(sheet, ORE_PLAIN,
                       frontier ? ORE_TEXT_MEMO_NO_OPTIONS
                                : ORE_TEXT_MEMO_OPTIONS_UNASKED);
        return;
    }
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < n; i++) {
        add_option(sheet, &frontier->runs[chosen[i]],
                   i > 0 ? &frontier->runs[chosen[i - 1]] : NULL, i);
    }
    say_last_step(sheet, &frontier->runs[chosen[n - 1]],
                  &frontier->runs[chosen[n - 2]], n);
    ore_sheet_draw(sheet,
                   ORE_CHART("options", "cost", "closed", "closed",
                             ORE_CHART_CURVE, .title = ORE_TEXT_OPTIONS_CHART,
                             .axis = ore_book_unit(book, ORE_SHARE),
                             .diamond_row = n - 1, .is_apart = true));
}
