/* Alternatives: portfolios nearly as good as the recommended one, and the role
 * of each project. */
#include <math.h>

#include "orefolio/accounting.h"
#include "write/answers/lists.h"
#include "write/book/columns.h"

static const char *first_heading(const ore_sheet *sheet, int i)
{
    (void)i;
    return ore_book_goal(sheet->book, ore_book_first_goal(sheet->book));
}

static const ore_column_def columns[] = {
    ORE_COLUMN("alternative", ORE_TEXT_ALTERNATIVE, ORE_COUNT),
    {.id = "first", .heading = first_heading, .goal = ore_book_first_goal},
    ORE_COLUMN("projects", ORE_TEXT_PROJECTS, ORE_COUNT),
    ORE_COLUMN("cost", ORE_TEXT_ALTERNATIVE_COST, ORE_MONEY),
    ORE_COLUMN("with", ORE_TEXT_ALTERNATIVE_WITH, ORE_TEXT_CELL),
    ORE_COLUMN("without", ORE_TEXT_ALTERNATIVE_WITHOUT, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblAlternatives", "alternatives", columns);

static const ore_column_def role_columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("funded", ORE_TEXT_ASKED_OWN, ORE_TEXT_CELL),
    ORE_COLUMN("role", ORE_TEXT_ROLE, ORE_TEXT_CELL,
               .marks = {{ORE_TEXT_CORE, ORE_GOOD}}),
    ORE_COLUMN("times", ORE_TEXT_ALTERNATIVE_TIMES, ORE_COUNT),
    {0}};

ORE_TABLE(roles, "tblRoles", "roles", role_columns, .is_filtered = true);

static const ore_column_def pair_columns[] = {
    ORE_COLUMN("first", ORE_TEXT_PAIR_FIRST, ORE_TEXT_CELL),
    ORE_COLUMN("kind", ORE_TEXT_PAIR_KIND, ORE_TEXT_CELL),
    ORE_COLUMN("second", ORE_TEXT_PAIR_SECOND, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(pairs, "tblPairs", "pairs", pair_columns);

static double cost_m(const ore_round *round, const ore_result *result)
{
    double sum_m = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        sum_m += ore_figure_cost_m(round, result, p);
    }
    return sum_m;
}

static void add_alternative(ore_sheet *sheet, const ore_result *own, int i)
{
    ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_number(row, "alternative", i + 1);
    ore_cell_number(row, "first", own->goals[0].value);
    ore_cell_number(row, "projects", ore_figure_funded(book->round, own));
    ore_cell_number(row, "cost", cost_m(book->round, own));
    ore_cell_text(row, "with", ore_book_entering(book, book->result, own));
    ore_cell_text(row, "without", ore_book_entering(book, own, book->result));
}

static void add_role(ore_sheet *sheet, const ore_alternatives *all, int p)
{
    static const ore_text words[ORE_ROLES] = {
        [ORE_ROLE_UNKNOWN] = ORE_TEXT_ANSWER_NOT_KNOWN,
        [ORE_ROLE_CORE] = ORE_TEXT_CORE,
        [ORE_ROLE_BORDERLINE] = ORE_TEXT_BORDERLINE,
        [ORE_ROLE_EXTERIOR] = ORE_TEXT_EXTERIOR};
    const ore_sheet_row row = ore_sheet_next(sheet);
    int times = 0;

    for (int i = 0; i < all->n; i++) {
        times += all->list[i]->option[p] >= 0;
    }
    ore_cell_project(row, p);
    ore_cell_word(row, "funded",
                  sheet->book->result->option[p] >= 0 ? ORE_TEXT_ASKED_YES
                                                      : ORE_TEXT_ASKED_NO);
    ore_cell_word(row, "role", words[all->roles[p]]);
    ore_cell_number(row, "times", times);
}

static void add_pairs(ore_sheet *sheet, const ore_alternatives *all)
{
    static const ore_text words[ORE_PAIR_KINDS] = {
        [ORE_PAIR_TOGETHER] = ORE_TEXT_PAIR_TOGETHER,
        [ORE_PAIR_NEEDS] = ORE_TEXT_PAIR_NEEDS,
        [ORE_PAIR_ONE_OF] = ORE_TEXT_PAIR_ONE_OF,
        [ORE_PAIR_EXCLUSIVE] = ORE_TEXT_PAIR_EXCLUSIVE,
        [ORE_PAIR_ANY] = ORE_TEXT_PAIR_ANY};
    const ore_round *round = sheet->book->round;

    if (all->n_pairs > 0) {
        ore_sheet_begin(sheet, &pairs,
                        ore_book_text(sheet->book, ORE_TEXT_PAIRS));
    } else {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_PAIRS_NONE);
    }
    for (int i = 0; i < all->n_pairs; i++) {
        const ore_project_pair *pair = &all->pairs[i];
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_text(
            row, "first",
            ore_book_project(sheet->book, &round->projects[pair->first]));
        ore_cell_word(row, "kind", words[pair->kind]);
        ore_cell_text(
            row, "second",
            ore_book_project(sheet->book, &round->projects[pair->second]));
    }
    if (all->n_unknown_pairs > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_PAIRS_UNKNOWN,
                      ore_book_number(sheet->book, all->n_unknown_pairs, 0));
    }
}

void ore_fill_alternatives(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_alternatives *all = book->options->study->answers->alternatives;

    if (!all) {
        return;
    }
    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_ALTERNATIVES_WITHIN,
                  ore_book_goal(book, ore_book_first_goal(book)),
                  ore_book_number(book, all->worst, 3),
                  ore_book_number(book, book->result->goals[0].value, 3));
    if (all->n == 0) {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_ALTERNATIVES_NONE);
    } else {
        ore_sheet_begin(sheet, &table, NULL);
    }
    for (int i = 0; i < all->n; i++) {
        add_alternative(sheet, all->list[i], i);
    }
    if (all->has_pairs) {
        add_pairs(sheet, all);
    }
    ore_sheet_begin(sheet, &roles,
                    ore_book_text(book, ORE_TEXT_ALTERNATIVE_ROLES));
    for (int p = 0; p < book->round->n_projects; p++) {
        add_role(sheet, all, p);
    }
}
