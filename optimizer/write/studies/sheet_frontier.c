/* Frontier: how much of the first goal every step of the other one buys, and
 * which projects come in where. */
#include <math.h>

#include "orefolio/goal.h"
#include "orefolio/study/study.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/studies/frontier_remark.h"

static const ore_objective *other_goal(const ore_book *book)
{
    return book->options->study->frontier->other;
}

static const char *other_heading(const ore_sheet *sheet, int i)
{
    (void)i;
    return ore_book_goal(sheet->book, other_goal(sheet->book));
}

static const char *first_heading(const ore_sheet *sheet, int i)
{
    (void)i;
    return ore_book_goal(sheet->book, ore_book_first_goal(sheet->book));
}

/* Limits are those of some points: where every one is sought, they only tell
 * how it was found. */
static bool has_limits(const ore_book *book)
{
    return !book->options->study->frontier->may_be;
}

static const ore_column_def columns[] = {
    ORE_COLUMN("point", ORE_TEXT_POINT, ORE_COUNT),
    ORE_COLUMN("which", ORE_TEXT_WHICH_PORTFOLIO, ORE_TEXT_CELL,
               .marks = {{ORE_TEXT_RECOMMENDED, ORE_GOOD}}),
    ORE_GOAL_COLUMN("limit", ORE_TEXT_FRONTIER_LIMIT, other_goal,
                    .is_shown = has_limits),
    {.id = "other", .heading = other_heading, .goal = other_goal},
    ORE_COLUMN("closed", ORE_TEXT_GAP_CLOSED, ORE_SHARE),
    {.id = "first", .heading = first_heading, .goal = ore_book_first_goal},
    ORE_COLUMN("projects", ORE_TEXT_PROJECTS, ORE_COUNT),
    ORE_COLUMN("gap", ORE_TEXT_MIP_GAP, ORE_SHARE),
    ORE_COLUMN("remark", ORE_TEXT_REMARK, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblFrontier", "frontier", columns);

/* Which portfolio point i is. */
static const char *which(ore_book *book, const ore_frontier *frontier, int i)
{
    if (i == frontier->recommended) {
        return ore_book_text(book, ORE_TEXT_RECOMMENDED);
    }
    if (i > 0 && frontier->may_be) {
        return ore_book_text(book, ore_run_has_ended(&frontier->runs[i])
                                       ? ORE_TEXT_ON_FRONTIER
                                       : ORE_TEXT_POINT_UNPROVEN);
    }
    return ore_book_compose(book,
                            i > 0 ? ORE_TEXT_WITHIN_LIMIT
                            : ore_run_has_ended(&frontier->runs[i])
                                ? ORE_TEXT_BEST_OF
                                : ORE_TEXT_FOUND_BY,
                            ore_book_goal(book, frontier->other));
}

static void add_run(ore_sheet *sheet, const ore_frontier *frontier, int i)
{
    ore_book *book = sheet->book;
    const ore_run *run = &frontier->runs[i];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_number(row, "point", i + 1);
    ore_cell_text(row, "which", which(book, frontier, i));
    if (has_limits(book)) {
        ore_cell_figure(row, "limit", run->limit);
    }
    ore_cell_figure(row, "other", run->other);
    ore_cell_figure(row, "closed", run->closed);
    ore_cell_figure(row, "first", run->value);
    ore_cell_number(row, "projects", run->n_funded);
    ore_cell_answer(row, "gap", ORE_ANSWER_KNOWN, run->gap);
    ore_cell_text(row, "remark", ore_frontier_remark(book, frontier, i));
}

static const ore_column_def project_columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("points", ORE_TEXT_POINTS_WITH, ORE_COUNT),
    ORE_COLUMN("share", ORE_TEXT_SHARE_OF_POINTS, ORE_SHARE),
    ORE_GOAL_COLUMN("first_at", ORE_TEXT_FIRST_AT, other_goal),
    ORE_COLUMN("projects", ORE_TEXT_PROJECTS_THERE, ORE_COUNT),
    {0}};

ORE_TABLE(projects, "tblFrontierProjects", "frontierprojects", project_columns,
          .is_filtered = true);

/* One project: in how many of the points, and from which one on. */
static void add_project(ore_sheet *sheet, const ore_frontier *frontier, int p)
{
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
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, p);
    ore_cell_number(row, "points", times);
    ore_cell_number(row, "share", (double)times / of);
    if (first) {
        ore_cell_number(row, "first_at", first->other);
        ore_cell_number(row, "projects", first->n_funded);
    } else {
        ore_cell_word(row, "first_at", ORE_TEXT_NEVER);
        ore_cell_word(row, "projects", ORE_TEXT_NOT_APPLICABLE);
    }
}

static void add_projects(ore_sheet *sheet, const ore_frontier *frontier)
{
    const ore_book *book = sheet->book;

    ore_sheet_begin(sheet, &projects,
                    ore_book_text(book, ORE_TEXT_FRONTIER_PROJECTS));
    for (int p = 0; p < book->round->n_projects; p++) {
        add_project(sheet, frontier, p);
    }
}

static const ore_column_def step_columns[] = {
    {.id = "other", .heading = other_heading, .goal = other_goal},
    ORE_COLUMN("closed", ORE_TEXT_GAP_CLOSED, ORE_SHARE),
    {.id = "first", .heading = first_heading, .goal = ore_book_first_goal},
    {0}};

ORE_TABLE(steps, "tblFrontierSteps", "frontiersteps", step_columns);

static void add_corner(ore_sheet *sheet, const ore_run *at, const ore_run *by)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_figure(row, "other", at->other);
    ore_cell_figure(row, "closed", by->closed);
    ore_cell_figure(row, "first", by->value);
}

/* What a point is on the line: nothing, a step, or, of a recommended one that
 * another beats, a place under the line. */
typedef enum place { NOT_SHOWN, STEP, BELOW } place;

static place place_of(const ore_round *round, const ore_frontier *frontier,
                      int i)
{
    int by = i;

    if (!frontier->runs[i].has_portfolio) {
        return NOT_SHOWN;
    }
    if (ore_frontier_standing(round, frontier, i, &by) == ORE_OF_ITS_OWN) {
        return STEP;
    }
    return i != frontier->recommended ? NOT_SHOWN
           : frontier->may_be         ? BELOW
                                      : STEP;
}

/* Between two points nothing better is known than the lower one: a step. */
static void add_steps(ore_sheet *sheet, const ore_frontier *frontier)
{
    const ore_run *before = NULL;

    ore_sheet_begin(sheet, &steps,
                    ore_book_text(sheet->book, ORE_TEXT_FRONTIER_STEPS));
    for (int i = 0; i < frontier->n_runs; i++) {
        const ore_run *run = &frontier->runs[i];
        const place at = place_of(sheet->book->round, frontier, i);

        if (at != NOT_SHOWN && before) {
            add_corner(sheet, run, before);
        }
        if (at != NOT_SHOWN) {
            add_corner(sheet, run, run);
        }
        if (at == BELOW && before) {
            add_corner(sheet, run, before);
        }
        before = at == STEP ? run : before;
    }
}

/* The row of the recommended point: before it each step has a row, and a corner
 * from the second one on. */
static int row_of_recommended(const ore_round *round,
                              const ore_frontier *frontier)
{
    int n = 0;

    for (int i = 0; i < frontier->recommended; i++) {
        n += place_of(round, frontier, i) == STEP;
    }
    return 2 * n;
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
    ore_sheet_draw_here(
        sheet,
        ORE_CHART("frontiersteps", "other", has_gaps ? "closed" : "first",
                  has_gaps ? "closed" : "first", ORE_CHART_CURVE,
                  .title = ORE_TEXT_FRONTIER_CHART,
                  .axis = has_gaps
                              ? ore_book_text(book, ORE_TEXT_GAP_CLOSED)
                              : ore_book_goal(book, ore_book_first_goal(book)),
                  .diamond_row = row_of_recommended(book->round, frontier)));
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
            list = ore_book_print(
                book, "%s%s%d", list,
                *list ? ore_book_text(book, ORE_TEXT_YEAR_COMMA) : "", i + 1);
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

/* Whether others may lie before the point. */
static bool is_open(const ore_round *round, const ore_frontier *frontier, int i)
{
    (void)round;
    return frontier->may_be && !isnan(frontier->may_be[i]);
}

static bool is_one_too_many(const ore_round *round,
                            const ore_frontier *frontier, int i)
{
    int by = i;

    return ore_frontier_standing(round, frontier, i, &by) != ORE_OF_ITS_OWN;
}

/* What is known of portfolios that are not in the list. */
static void say_completeness(ore_sheet *sheet, const ore_frontier *frontier)
{
    ore_book *book = sheet->book;
    const char *first = ore_book_goal(book, &book->round->goals[0]),
               *other = ore_book_goal(book, frontier->other);

    if (!frontier->may_be) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_FRONTIER_BETWEEN,
                      ore_book_digits(book, frontier->n_runs));
        return;
    }
    if (ore_frontier_is_complete(frontier)) {
        ore_sheet_text(sheet, ORE_STRONG, ORE_TEXT_FRONTIER_COMPLETE);
        return;
    }
    ore_sheet_text(sheet, ORE_STRONG, ORE_TEXT_FRONTIER_INCOMPLETE);
    if (!frontier->is_first_proven) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_FRONTIER_FIRST_OPEN, other);
    }
    if (!frontier->is_last_proven) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_FRONTIER_LAST_OPEN, first);
    }
}

static void add_lines(ore_sheet *sheet, const ore_frontier *frontier)
{
    ore_book *book = sheet->book;
    const char *arguments[] = {ore_book_goal(book, &book->round->goals[0]),
                               ore_book_goal(book, frontier->other), NULL};
    const struct {
        ore_text text;
        ore_cell_look look;
        bool (*is_one)(const ore_round *round, const ore_frontier *frontier,
                       int i);
    } lines[] = {{ORE_TEXT_FRONTIER_TWICE, ORE_PLAIN, is_one_too_many},
                 {ORE_TEXT_FRONTIER_STOPPED, ORE_STRONG, is_stopped},
                 {ORE_TEXT_FRONTIER_WITHOUT, ORE_STRONG, is_missing},
                 {ORE_TEXT_FRONTIER_OPEN, ORE_PLAIN, is_open}};

    ore_sheet_line(sheet, ORE_PLAIN,
                   ore_book_compose_list(book,
                                         frontier->may_be
                                             ? ORE_TEXT_FRONTIER_EVERY
                                             : ORE_TEXT_FRONTIER_NOTE,
                                         arguments));
    say_completeness(sheet, frontier);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const char *list = points_that(book, frontier, lines[i].is_one);

        if (*list) {
            ore_sheet_say(sheet, lines[i].look, lines[i].text, list);
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
    add_chart(sheet, frontier);
    add_lines(sheet, frontier);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < frontier->n_runs; i++) {
        if (frontier->runs[i].has_portfolio) {
            add_run(sheet, frontier, i);
        }
    }
    add_steps(sheet, frontier);
    add_projects(sheet, frontier);
}
