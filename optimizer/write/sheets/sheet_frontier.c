/* Frontier: how much of the first goal every step of the other one buys, and
 * which projects come in where. */
#include <math.h>
#include <string.h>

#include "orefolio/goal.h"
#include "orefolio/study.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/book/sheet.h"

enum { POINT, WHICH, LIMIT, OTHER, CLOSED, FIRST, FUNDED, GAP, REMARK };

static void add_columns(ore_sheet *sheet, const ore_frontier *frontier)
{
    ore_book *book = sheet->book;
    const ore_objective *first = &book->round->goals[0];

    ore_add_column(sheet, ore_say(book, ORE_TEXT_POINT), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_WHICH_PORTFOLIO),
                   ORE_TEXT_CELL);
    ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_FRONTIER_LIMIT),
                        frontier->other);
    ore_add_goal_column(sheet, ore_goal_title(book, frontier->other),
                        frontier->other);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_GAP_CLOSED), ORE_SHARE);
    ore_add_goal_column(sheet, ore_goal_title(book, first), first);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECTS), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MIP_GAP), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_REMARK), ORE_TEXT_CELL);
}

/* How much better `a` is than `b` by one goal; less than written figures tell
 * apart is nothing. */
static double lead(const ore_objective *use, double a, double b)
{
    const double better = ore_objective_is_maximised(use) ? a - b : b - a;

    return fabs(better) <= 2e-6 * fmax(1.0, fabs(b)) ? 0.0 : better;
}

/* How a point stands to another one. */
typedef enum standing { OF_ITS_OWN, SAME, NO_BETTER } standing;

static standing compare(const ore_round *round, const ore_frontier *frontier,
                        int i, int k)
{
    const ore_run *own = &frontier->runs[i], *other = &frontier->runs[k];

    if (i == k || !own->has_portfolio || !other->has_portfolio) {
        return OF_ITS_OWN;
    }
    const double first = lead(&round->goals[0], other->value, own->value);
    const double second = lead(frontier->other, other->other, own->other);

    if (first == 0.0 && second == 0.0) {
        const bool is_same =
            memcmp(own->goes, other->goes,
                   (size_t)round->n_projects * sizeof *own->goes) == 0;

        /* Of equal ones the first stands. */
        return k > i ? OF_ITS_OWN : is_same ? SAME : NO_BETTER;
    }
    return first >= 0.0 && second >= 0.0 ? NO_BETTER : OF_ITS_OWN;
}

/* The point that makes point i one too many, and in what way. */
static standing find_standing(const ore_round *round,
                              const ore_frontier *frontier, int i, int *by)
{
    standing found = OF_ITS_OWN;

    for (int k = 0; k < frontier->n_runs && found != SAME; k++) {
        const standing own = compare(round, frontier, i, k);

        if (own == SAME || (own == NO_BETTER && found == OF_ITS_OWN)) {
            found = own;
            *by = k;
        }
    }
    return found;
}

static const char *remark(ore_book *book, const ore_frontier *frontier, int i)
{
    int by = i;
    const standing own = find_standing(book->round, frontier, i, &by);
    const char *const arguments[] = {ore_keep(book, "%d", by + 1), NULL};
    const char *stopped = ore_run_has_ended(&frontier->runs[i])
                              ? NULL
                              : ore_say(book, ORE_TEXT_MARK_STOPPED);
    const char *words =
        own == OF_ITS_OWN ? NULL
                          : ore_compose(book,
                                        own == SAME ? ORE_TEXT_POINT_SAME
                                                    : ORE_TEXT_POINT_NO_BETTER,
                                        arguments);

    return stopped && words
               ? ore_keep(book, "%s%s%s", stopped,
                          ore_say(book, ORE_TEXT_LIST_COMMA), words)
           : stopped ? stopped
           : words   ? words
                     : ore_say(book, ORE_TEXT_NO_UNIT);
}

/* Which portfolio point i is. */
static const char *which(ore_book *book, const ore_frontier *frontier, int i)
{
    if (i == frontier->n_runs - 1) {
        return ore_say(book, ORE_TEXT_RECOMMENDED);
    }
    return ore_compose(
        book,
        i > 0                                   ? ORE_TEXT_WITHIN_LIMIT
        : ore_run_has_ended(&frontier->runs[i]) ? ORE_TEXT_BEST_OF
                                                : ORE_TEXT_FOUND_BY,
        (const char *const[]){ore_goal_title(book, frontier->other), NULL});
}

static void add_run(ore_sheet *sheet, const ore_frontier *frontier, int i)
{
    ore_book *book = sheet->book;
    const ore_run *run = &frontier->runs[i];
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_number(&row[POINT], i + 1);
    ore_set_text(&row[WHICH], which(book, frontier, i));
    ore_set_figure(book, &row[LIMIT], run->limit);
    ore_set_figure(book, &row[OTHER], run->other);
    ore_set_figure(book, &row[CLOSED], run->closed);
    ore_set_figure(book, &row[FIRST], run->value);
    ore_set_number(&row[FUNDED], run->n_funded);
    ore_set_answer(book, &row[GAP], ORE_ANSWER_KNOWN, run->gap);
    ore_set_text(&row[REMARK], remark(book, frontier, i));
}

/* One project: in how many of the points, and from which one on. */
static void add_project(ore_sheet *sheet, const ore_frontier *frontier, int p)
{
    ore_book *book = sheet->book;
    const ore_run *first = NULL;
    int times = 0, of = 0;

    for (int i = 0; i < frontier->n_runs; i++) {
        const ore_run *run = &frontier->runs[i];

        of += run->has_portfolio;
        if (run->has_portfolio && run->goes[p]) {
            times++;
            first = first ? first : run;
        }
    }
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_project(book, row, p);
    ore_set_number(&row[ORE_PROJECT_COLUMNS], times);
    ore_set_number(&row[ORE_PROJECT_COLUMNS + 1], (double)times / of);
    if (first) {
        ore_set_number(&row[ORE_PROJECT_COLUMNS + 2], first->other);
        ore_set_number(&row[ORE_PROJECT_COLUMNS + 3], first->n_funded);
    } else {
        ore_set_text(&row[ORE_PROJECT_COLUMNS + 2],
                     ore_say(book, ORE_TEXT_NEVER));
        ore_set_text(&row[ORE_PROJECT_COLUMNS + 3],
                     ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
}

static void add_projects(ore_sheet *sheet, const ore_frontier *frontier)
{
    const ore_book *book = sheet->book;

    ore_add_table(sheet, "tblFrontierProjects", "frontierprojects",
                  ore_say(book, ORE_TEXT_FRONTIER_PROJECTS));
    ore_filter_table(sheet);
    ore_add_project_columns(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_POINTS_WITH), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SHARE_OF_POINTS), ORE_SHARE);
    ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_FIRST_AT),
                        frontier->other);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECTS_THERE), ORE_COUNT);
    for (int p = 0; p < book->round->n_projects; p++) {
        add_project(sheet, frontier, p);
    }
}

/* The curve: of the gaps that are closed where every point has some, else of
 * the first goal itself. */
static void add_chart(ore_sheet *sheet, const ore_frontier *frontier)
{
    ore_book *book = sheet->book;
    bool has_gaps = true;

    for (int i = 0; i < frontier->n_runs; i++) {
        has_gaps &= !frontier->runs[i].has_portfolio ||
                    isfinite(frontier->runs[i].closed);
    }
    sheet->charts[sheet->n_charts++] = (ore_chart){
        .kind = ORE_CHART_CURVE,
        .title = ORE_TEXT_FRONTIER_CHART,
        .axis = has_gaps ? ore_say(book, ORE_TEXT_GAP_CLOSED)
                         : ore_goal_title(book, &book->round->goals[0]),
        .category = OTHER,
        .first = has_gaps ? CLOSED : FIRST,
        .last = has_gaps ? CLOSED : FIRST,
        .diamond_row = sheet->tables[0].n_rows - 1};
}

/* "1, 3": points of the frontier, by a property. */
static const char *points_that(ore_book *book, const ore_frontier *frontier,
                               bool (*is_one)(const ore_round *round,
                                              const ore_frontier *frontier,
                                              int i))
{
    const char *list = "";

    for (int i = 0; i < frontier->n_runs; i++) {
        if (is_one(book->round, frontier, i)) {
            list = ore_keep(book, "%s%s%d", list,
                            *list ? ore_say(book, ORE_TEXT_YEAR_COMMA) : "",
                            i + 1);
        }
    }
    return list;
}

static bool is_missing(const ore_round *round, const ore_frontier *frontier,
                       int i)
{
    (void)round;
    return !frontier->runs[i].has_portfolio;
}

static bool is_stopped(const ore_round *round, const ore_frontier *frontier,
                       int i)
{
    (void)round;
    return frontier->runs[i].has_portfolio &&
           !ore_run_has_ended(&frontier->runs[i]);
}

static bool is_one_too_many(const ore_round *round,
                            const ore_frontier *frontier, int i)
{
    int by = i;

    return find_standing(round, frontier, i, &by) != OF_ITS_OWN;
}

static void add_lines(ore_sheet *sheet, const ore_frontier *frontier)
{
    ore_book *book = sheet->book;
    const char *arguments[] = {ore_goal_title(book, &book->round->goals[0]),
                               ore_goal_title(book, frontier->other), NULL};
    const struct {
        ore_text text;
        ore_look look;
        bool (*is_one)(const ore_round *round, const ore_frontier *frontier,
                       int i);
    } lines[] = {{ORE_TEXT_FRONTIER_TWICE, ORE_PLAIN, is_one_too_many},
                 {ORE_TEXT_FRONTIER_STOPPED, ORE_STRONG, is_stopped},
                 {ORE_TEXT_FRONTIER_WITHOUT, ORE_STRONG, is_missing}};

    ore_add_line(sheet, ORE_PLAIN,
                 ore_compose(book, ORE_TEXT_FRONTIER_NOTE, arguments));
    ore_add_line(
        sheet, ORE_PLAIN,
        ore_compose(book, ORE_TEXT_FRONTIER_BETWEEN,
                    (const char *const[]){
                        ore_keep(book, "%d", frontier->n_runs), NULL}));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const char *list = points_that(book, frontier, lines[i].is_one);

        if (*list) {
            ore_add_line(sheet, lines[i].look,
                         ore_compose(book, lines[i].text,
                                     (const char *const[]){list, NULL}));
        }
    }
}

void ore_fill_frontier(ore_sheet *sheet)
{
    const ore_study *study = sheet->book->options->study;
    const ore_frontier *frontier = study ? study->frontier : NULL;

    if (!frontier) {
        return;
    }
    sheet->is_upright = true;
    add_lines(sheet, frontier);
    ore_add_table(sheet, "tblFrontier", "frontier", NULL);
    add_columns(sheet, frontier);
    for (int i = 0; i < frontier->n_runs; i++) {
        if (frontier->runs[i].has_portfolio) {
            add_run(sheet, frontier, i);
        }
    }
    add_chart(sheet, frontier);
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, WHICH, WHICH, ORE_TEXT_RECOMMENDED, ORE_GOOD};
    add_projects(sheet, frontier);
}
