/* Sensitivity: what the first goal comes to, and which decisions change, when
 * one uncertain figure alone is low or high and the round is solved again. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/study/study.h"
#include "write/book/columns.h"

/* By how much the first goal differs from the round itself; NAN where one of
 * the searches was stopped. */
static double change(const ore_study *study, const ore_run *run)
{
    return run && run->has_portfolio && run->status == ORE_OK &&
                   study->runs[0].status == ORE_OK
               ? run->value - study->runs[0].value
               : nan("");
}

/* How far apart the ends are, the round itself among them. */
static double width(const ore_study *study, const ore_swing *swing)
{
    const double low = change(study, swing->at_low);
    const double high = change(study, swing->at_high);

    return isnan(low) || isnan(high)
               ? nan("")
               : fmax(fmax(low, high), 0.0) - fmin(fmin(low, high), 0.0);
}

/* How far the first goal of a run may be from its true best. */
static double doubt(const ore_run *run)
{
    return run && run->has_portfolio ? run->gap * fabs(run->value) : 0.0;
}

/* The same of the changes: the wider end's and the round's together. */
static double doubt_of_changes(const ore_study *study, const ore_swing *swing)
{
    const double low = doubt(swing->at_low), high = doubt(swing->at_high);

    /* What is not known of one end is not known of both. */
    return doubt(&study->runs[0]) + (isnan(low) ? low : fmax(low, high)) +
           (isnan(high) ? high : 0.0);
}

typedef struct rated {
    const ore_swing *swing;
    double width; /* NAN last */
    int index;
} rated;

static int widest_first(const void *left, const void *right)
{
    const rated *a = left, *b = right;
    const double wide_a = isnan(a->width) ? -1.0 : a->width;
    const double wide_b = isnan(b->width) ? -1.0 : b->width;

    return wide_a != wide_b ? (wide_a < wide_b) - (wide_a > wide_b)
                            : a->index - b->index;
}

/* Projects that go ahead in the one and not in the other, at either end. */
static int count_changed(const ore_study *study, const ore_swing *swing,
                         int n_projects)
{
    int n = 0;

    for (int p = 0; p < n_projects; p++) {
        bool is_other = false;

        for (int side = 0; side < 2; side++) {
            const ore_run *run = side ? swing->at_high : swing->at_low;

            is_other |= run && run->has_portfolio &&
                        run->goes[p] != study->runs[0].goes[p];
        }
        n += is_other;
    }
    return n;
}

static const ore_column_def columns[] = {
    ORE_COLUMN("assumption", ORE_TEXT_ASSUMPTION, ORE_TEXT_CELL),
    ORE_COLUMN("address", ORE_TEXT_ADDRESS, ORE_TEXT_CELL),
    ORE_COLUMN("low", ORE_TEXT_LOW_FACTOR, ORE_SCORE),
    ORE_COLUMN("high", ORE_TEXT_HIGH_FACTOR, ORE_SCORE),
    ORE_GOAL_COLUMN("at_low", ORE_TEXT_CHANGE_AT_LOW, ore_book_first_goal),
    ORE_GOAL_COLUMN("at_high", ORE_TEXT_CHANGE_AT_HIGH, ore_book_first_goal),
    ORE_GOAL_COLUMN("swing", ORE_TEXT_SWING, ore_book_first_goal),
    ORE_GOAL_COLUMN("within", ORE_TEXT_PROVEN_WITHIN, ore_book_first_goal),
    ORE_COLUMN("changed", ORE_TEXT_PROJECTS_CHANGED, ORE_COUNT),
    {0}};

ORE_TABLE(table, "tblSens", "sensitivity", columns);

static void set_change(ore_sheet_row row, const char *id,
                       const ore_study *study, const ore_run *run)
{
    const double value = change(study, run);

    if (isfinite(value)) {
        ore_cell_number(row, id, value);
    } else {
        ore_cell_word(row, id,
                      !run ? ORE_TEXT_NOT_SOLVED_YET
                      : run->status == ORE_INFEASIBLE
                          ? ORE_TEXT_NOT_POSSIBLE
                          : ORE_TEXT_ANSWER_NOT_KNOWN);
    }
}

static void add_swing(ore_sheet *sheet, const ore_study *study, const rated *of)
{
    const ore_swing *swing = of->swing;
    const ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "assumption", swing->of);
    ore_cell_text(row, "address", swing->of->address);
    ore_cell_number(row, "low", swing->low);
    ore_cell_number(row, "high", swing->high);
    set_change(row, "at_low", study, swing->at_low);
    set_change(row, "at_high", study, swing->at_high);
    if (isnan(of->width)) {
        ore_cell_word(row, "swing", ORE_TEXT_NOT_APPLICABLE);
    } else {
        ore_cell_formula(row, "swing", of->width,
                         "=MAX({at_low..at_high},0)-MIN({at_low..at_high},0)");
    }
    ore_cell_answer(row, "within", ORE_ANSWER_KNOWN,
                    doubt_of_changes(study, swing));
    /* Without both ends there is no saying how many change. */
    ore_cell_answer(row, "changed", ORE_ANSWER_KNOWN,
                    isnan(of->width)
                        ? nan("")
                        : count_changed(study, swing, book->round->n_projects));
}

void ore_fill_sensitivity(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_study *study = book->options->study;
    const int n = study ? study->n_swings : 0;
    int n_wide = 0; /* rows with both ends, which come first */

    if (n == 0) {
        return;
    }
    rated *list = ore_alloc(n, sizeof *list);

    for (int i = 0; i < n; i++) {
        list[i] =
            (rated){&study->swings[i], width(study, &study->swings[i]), i};
    }
    qsort(list, (size_t)n, sizeof *list, widest_first);
    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_SENSITIVITY_NOTE,
                  ore_book_goal(book, &book->round->goals[0]));
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < n; i++) {
        add_swing(sheet, study, &list[i]);
        n_wide += !isnan(list[i].width);
    }
    free(list);
    if (n_wide == 0) {
        return;
    }
    ore_sheet_draw(
        sheet, ORE_CHART("sensitivity", "assumption", "at_low", "at_high",
                         ORE_CHART_SWINGS, .title = ORE_TEXT_SENSITIVITY_CHART,
                         .axis = ore_book_goal(book, ore_book_first_goal(book)),
                         .n_rows = n_wide));
}
