/* CompChecks: what must agree between the sheets of a comparison, and with the
 * results that they come from. */
#include <math.h>
#include <string.h>

#include "orefolio/model.h"
#include "write/columns.h"
#include "write/compare.h"
#include "write/figures.h"

enum { LEFT = 1, RIGHT, DIFFERENCE, TOLERANCE, RESULT };

/* Sums of figures that are rounded one by one agree to this; shares and goals
 * to the finer one. */
static const double of_sums = 1e-3, of_figures = 1e-6;

/* One side of a check: a formula and its value. NULL = a value. */
typedef struct side {
    const char *formula;
    double value;
} side;

static void set_side(ore_book *book, ore_cell *cell, side s)
{
    if (s.formula) {
        ore_set_formula(book, cell, s.value, "=%s", s.formula);
    } else {
        ore_set_number(cell, s.value);
    }
}

static void add_check(ore_sheet *sheet, const char *text, side left, side right,
                      double tolerance)
{
    ore_book *book = sheet->book;
    const double difference = left.value - right.value;
    const bool good = fabs(difference) <= tolerance;
    ore_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], text);
    set_side(book, &row[LEFT], left);
    set_side(book, &row[RIGHT], right);
    ore_set_formula(book, &row[DIFFERENCE], difference, "=%s-%s",
                    ore_here(sheet, LEFT), ore_here(sheet, RIGHT));
    ore_set_number(&row[TOLERANCE], tolerance);
    ore_set_text_formula(
        book, &row[RESULT], ore_say(book, good ? ORE_TEXT_OK : ORE_TEXT_CHECK),
        "=IF(ABS(%s)<=%s,\"%s\",\"%s\")", ore_here(sheet, DIFFERENCE),
        ore_here(sheet, TOLERANCE), ore_say(book, ORE_TEXT_OK),
        ore_say(book, ORE_TEXT_CHECK));
    book->all_checks_good = book->all_checks_good && good;
}

static const char *about(ore_book *book, ore_text text, int c)
{
    return ore_compose(book, text,
                       (const char *const[]){ore_case_label(book, c), NULL});
}

/* A figure of case c on Summary, in the row with that heading. */
static side summary_of(ore_book *book, const char *heading, int c)
{
    const ore_table *table = &book->sheets[ORE_SHEET_SUMMARY].tables[0];
    const int column = ore_case_column(ORE_SUMMARY_CASES, c);
    int row = 0;

    while (strcmp(table->cells[row * table->n_columns].text, heading) != 0) {
        row++;
    }
    return (side){ore_keep(book, "INDEX(%s,%d)",
                           ore_column_range(book, ORE_SHEET_SUMMARY, 0, column),
                           row + 1),
                  table->cells[row * table->n_columns + column].number};
}

/* The sum of case c's column of a sheet. */
static side sum_of(ore_book *book, ore_sheet_id id, int c)
{
    const int column = ore_case_column(1, c);

    return (side){
        ore_keep(book, "SUM(%s)", ore_column_range(book, id, 0, column)),
        ore_column_sum(&book->sheets[id].tables[0], column)};
}

/* Public support by instrument, as it is shown. */
static double support_of_instruments(const ore_book *book, int c)
{
    const ore_plan *plan = book->cases[c].plan;
    double sum_m = 0.0;

    for (int k = 0; k < plan->n_instruments; k++) {
        for (int year = plan->commit.first; year <= plan->commit.last; year++) {
            sum_m += ore_figure_face_m(plan, book->cases[c].result, k, year);
        }
    }
    return sum_m * book->money_rate;
}

static void add_support(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const side shown = summary_of(book, ore_say(book, ORE_TEXT_SUPPORT), c);

    add_check(sheet, about(book, ORE_TEXT_CHECK_CASE_YEARS, c), shown,
              sum_of(book, ORE_SHEET_FUNDING_CHANGE, c), of_sums);
    add_check(sheet, about(book, ORE_TEXT_CHECK_CASE_INSTRUMENTS, c), shown,
              (side){NULL, support_of_instruments(book, c)}, of_sums);
}

/* Projects of case c, counted on Selection and in its result. */
static void add_count(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_case *one = &book->cases[c];
    enum { CASES = 4 };

    add_check(
        sheet, about(book, ORE_TEXT_CHECK_CASE, c),
        (side){ore_total_cell(book, ORE_SHEET_SELECTION, 0, CASES + c),
               ore_column_sum(&book->sheets[ORE_SHEET_SELECTION].tables[0],
                              CASES + c)},
        (side){NULL, ore_figure_funded(one->plan, one->result)}, 0.0);
}

static void add_gaps(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    double sum = 0.0;

    for (int i = 0; i < book->plan->n_targets; i++) {
        const double share = ore_case_undelivered(book, c, i);

        sum += isnan(share) ? 0.0 : share;
    }
    add_check(sheet, about(book, ORE_TEXT_CHECK_CASE_GAPS, c),
              sum_of(book, ORE_SHEET_GAPS_CHANGE, c), (side){NULL, sum},
              of_figures);
}

static void add_goal(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_case *one = &book->cases[c];
    const ore_goal_use *use = &one->plan->goals[0];
    const char *heading =
        ore_compose(book, ORE_TEXT_GOAL_NAMED,
                    (const char *const[]){
                        ore_goal_title(book, &book->plan->goals[0]), NULL});
    const ore_goal *goal = ore_goal_of(use);
    const double rate = strcmp(goal->unit, "M") == 0 ? book->money_rate : 1.0;
    const double again = goal->value(one->plan, one->result, use) * rate;

    if (strcmp(use->name, book->plan->goals[0].name) == 0) {
        add_check(sheet, about(book, ORE_TEXT_CHECK_CASE_GOAL, c),
                  summary_of(book, heading, c), (side){NULL, again},
                  of_figures * fmax(1.0, fabs(again)));
    }
}

static void add_master(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const char *results = ore_column_range(book, ORE_SHEET_COMPARED, 0, RESULT);
    const ore_table *table = &sheet->tables[0];
    const int n = table->n_rows;
    double good = 0.0;

    for (int i = 0; i < n; i++) {
        good += ore_is_text(book, &table->cells[i * table->n_columns + RESULT],
                            ORE_TEXT_OK);
    }
    add_check(sheet, ore_say(book, ORE_TEXT_CHECK_ALL),
              (side){ore_keep(book, "COUNTIF(%s,\"%s\")", results,
                              ore_say(book, ORE_TEXT_OK)),
                     good},
              (side){ore_keep(book, "ROWS(%s)", results), n}, 0.0);
    ore_name_here(sheet, "All_checks", RESULT);
}

void ore_fill_compared(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    static const ore_text numbers[] = {ORE_TEXT_LEFT, ORE_TEXT_RIGHT,
                                       ORE_TEXT_DIFFERENCE};

    book->all_checks_good = true;
    ore_add_table(sheet, "tblCompChecks", "compchecks", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CHECK_HEADING), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        ore_add_column(sheet, ore_say(book, numbers[i]), ORE_SCORE);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOLERANCE_ABS), ORE_TOLERANCE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RESULT), ORE_TEXT_CELL);
    for (int c = 0; c < book->n_cases; c++) {
        if (book->cases[c].result->has_portfolio) {
            add_count(sheet, c);
            add_support(sheet, c);
            add_gaps(sheet, c);
            add_goal(sheet, c);
        }
    }
    add_master(sheet);
    sheet->marks[sheet->n_marks++] = (ore_mark){
        .first = RESULT, .last = RESULT, .text = ORE_TEXT_OK, .look = ORE_GOOD};
    sheet->marks[sheet->n_marks++] = (ore_mark){.first = RESULT,
                                                .last = RESULT,
                                                .text = ORE_TEXT_CHECK,
                                                .look = ORE_BAD};
}
