/* Priority: one nested list of projects, and what it comes to in each
 * appropriation. */
#include <math.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("level", ORE_TEXT_PRIORITY_LEVEL, ORE_COUNT),
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("from", ORE_TEXT_PRIORITY_FROM, ORE_TEXT_CELL),
    ORE_COLUMN("chance", ORE_TEXT_PRIORITY_CHANCE, ORE_SHARE, .bar = true),
    {0}};

ORE_TABLE(table, "tblPriority", "priority", columns);

static const ore_column_def case_columns[] = {
    ORE_COLUMN("case", ORE_TEXT_APPROPRIATION, ORE_TEXT_CELL),
    ORE_COLUMN("amount", ORE_TEXT_APPROPRIATION_AMOUNT, ORE_MONEY),
    ORE_COLUMN("probability", ORE_TEXT_APPROPRIATION_PROBABILITY, ORE_SHARE),
    ORE_COLUMN("projects", ORE_TEXT_PROJECTS, ORE_COUNT),
    ORE_GOAL_COLUMN("listed", ORE_TEXT_BY_THE_LIST, ore_book_first_goal),
    ORE_GOAL_COLUMN("own", ORE_TEXT_PLANNED_ANEW, ore_book_first_goal),
    ORE_GOAL_COLUMN("least", ORE_TEXT_LIST_COSTS_LEAST, ore_book_first_goal),
    ORE_GOAL_COLUMN("most", ORE_TEXT_LIST_COSTS_MOST, ore_book_first_goal),
    {0}};

ORE_TABLE(cases, "tblAppropriations", "appropriations", case_columns);

static const char *case_label(const ore_book *book, const ore_priority_case *of)
{
    return ORE_LABEL(book, of->of);
}

static void add_case(ore_sheet *sheet, const ore_priority_case *of)
{
    const ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "case", case_label(book, of));
    ore_cell_number(row, "amount", of->amount_m);
    ore_cell_number(row, "probability", of->of->probability);
    if (!of->own || !of->listed) {
        ore_cell_answer(row, "listed", of->answer, nan(""));
        ore_cell_answer(row, "own", of->answer, nan(""));
        return;
    }
    ore_cell_number(row, "projects",
                    ore_figure_funded(book->round, of->listed));
    ore_cell_number(row, "listed", of->listed->goals[0].value);
    ore_cell_number(row, "own", of->own->goals[0].value);
    ore_cell_number(row, "least", of->cost.least);
    ore_cell_answer(row, "most", ORE_ANSWER_KNOWN, of->cost.most);
}

/* In what part of what may come it goes ahead. */
static double chance_of(const ore_priority *priority, int p)
{
    double sum = 0.0;

    for (int i = 0; i < priority->n; i++) {
        const ore_result *listed = priority->cases[i].listed;

        sum += listed && listed->option[p] >= 0
                   ? priority->cases[i].of->probability
                   : 0.0;
    }
    return fmin(1.0, sum);
}

static void add_project(ore_sheet *sheet, const ore_priority *priority, int p,
                        int level)
{
    const ore_sheet_row row = ore_sheet_next(sheet);
    const int i = priority->first[p];

    ore_cell_project(row, p);
    if (i < priority->n) {
        ore_cell_number(row, "level", level);
        ore_cell_text(row, "from",
                      case_label(sheet->book, &priority->cases[i]));
    } else {
        ore_cell_word(row, "from", ORE_TEXT_PRIORITY_NEVER);
    }
    ore_cell_number(row, "chance", chance_of(priority, p));
}

static void add_list(ore_sheet *sheet, const ore_priority *priority)
{
    const ore_round *round = sheet->book->round;
    int level = 0;

    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i <= priority->n; i++) {
        bool is_first = true;

        for (int p = 0; p < round->n_projects; p++) {
            if (priority->first[p] == i) {
                level += is_first;
                is_first = false;
                add_project(sheet, priority, p, level);
            }
        }
    }
}

static void add_lines(ore_sheet *sheet, const ore_priority *priority)
{
    ore_book *book = sheet->book;

    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_PRIORITY_MEAN,
                  ore_book_goal(book, ore_book_first_goal(book)),
                  ore_book_number(book, priority->mean, 3),
                  ore_book_number(book, priority->own_mean, 3));
    if (priority->is_proven) {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_PRIORITY_BEST);
    } else if (isfinite(priority->bound)) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_PRIORITY_BOUND,
                      ore_book_number(book, priority->bound, 3));
    }
}

void ore_fill_priority(ore_sheet *sheet)
{
    const ore_priority *priority =
        sheet->book->options->study->answers->priority;

    if (!priority) {
        return;
    }
    add_lines(sheet, priority);
    add_list(sheet, priority);
    ore_sheet_begin(sheet, &cases,
                    ore_book_text(sheet->book, ORE_TEXT_APPROPRIATIONS_NOTE));
    for (int i = 0; i < priority->n; i++) {
        add_case(sheet, &priority->cases[i]);
    }
}
