/* Prices: every goal at each step of every limit that moves one, and curves of
 * the first goal that any of them moves. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/family.h"
#include "write/book/columns.h"

enum { N_STEPS = ORE_PRICE_POINTS + 1, MAX_CURVES = 6 };

/* What the curves are of. */
typedef struct drawing {
    int goal; /* -1 = nothing moves any */
    int n;
    const ore_price_curve *curves[MAX_CURVES]; /* [n] */
} drawing;

/* The result at step k from the tightest on; NULL = none is known. */
static const ore_result *at_step(const ore_book *book,
                                 const ore_price_curve *curve, int k)
{
    return k == ORE_PRICE_STEPS
               ? book->result
               : curve->points[k - (k > ORE_PRICE_STEPS)].result;
}

static bool moves(const ore_book *book, const ore_price_curve *curve, int g)
{
    const double own = book->result->goals[g].value;

    for (int k = 0; k < N_STEPS; k++) {
        const ore_result *other = at_step(book, curve, k);

        if (other &&
            fabs(other->goals[g].value - own) > 1e-5 * fmax(1.0, fabs(own))) {
            return true;
        }
    }
    return false;
}

/* Whether it moves any goal, or is not known everywhere. */
static bool is_told(const ore_book *book, const ore_price_curve *curve)
{
    for (int k = 0; k < ORE_PRICE_POINTS; k++) {
        if (!curve->points[k].result) {
            return true;
        }
    }
    for (int g = 0; g < book->round->n_goals; g++) {
        if (moves(book, curve, g)) {
            return true;
        }
    }
    return false;
}

/* "DPA: Budget, 2026": label, kind and year. Of a rule on each value the figure
 * moves for all of them. */
static const char *name_of(ore_book *book, const ore_price_curve *curve)
{
    const ore_limit *limit = &curve->limit;
    const char *kind =
        ore_book_own_word(book, limit->family->limit_label, "family.%s.limit",
                          limit->family->name);
    const char *label = limit->objective ? ore_book_goal(book, limit->objective)
                                         : ORE_LABEL(book, limit);
    const char *name = ore_book_compose(book, ORE_TEXT_LABEL_OF, label, kind);

    return limit->year > 0
               ? ore_book_compose(book, ORE_TEXT_LABEL_IN, name,
                                  ore_book_digits(book, limit->year))
               : name;
}

static int step_count(const ore_sheet *sheet)
{
    (void)sheet;
    return N_STEPS;
}

static const char *step_heading(const ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;

    const int steps = i - ORE_PRICE_STEPS;

    return steps == 0 ? ore_book_text(book, ORE_TEXT_PRICE_NOW)
                      : ore_book_compose(book,
                                         steps < 0 ? ORE_TEXT_PRICE_TIGHTER
                                                   : ORE_TEXT_PRICE_WIDER,
                                         ore_book_digits(book, abs(steps)));
}

static const ore_column_def columns[] = {
    ORE_COLUMN("limit", ORE_TEXT_LIMIT, ORE_TEXT_CELL),
    ORE_COLUMN("step", ORE_TEXT_PRICE_STEP, ORE_GENERAL),
    ORE_COLUMN("goal", ORE_TEXT_ASKED_GOAL, ORE_TEXT_CELL),
    ORE_COLUMNS("at", step_count, step_heading, ORE_SCORE),
    {0}};

ORE_TABLE(table, "tblPrices", "prices", columns);

static int curve_count(const ore_sheet *sheet)
{
    const drawing *drawn = sheet->context;

    return drawn->n;
}

static const char *curve_heading(const ore_sheet *sheet, int i)
{
    const drawing *drawn = sheet->context;

    return name_of(sheet->book, drawn->curves[i]);
}

static const ore_column_def curve_columns[] = {
    ORE_COLUMN("steps", ORE_TEXT_PRICE_STEPS, ORE_GENERAL),
    ORE_COLUMNS("value", curve_count, curve_heading, ORE_SCORE),
    {0}};

ORE_TABLE(curves_table, "tblPriceCurves", "pricecurves", curve_columns);

static void add_goal(ore_sheet *sheet, const ore_price_curve *curve, int g)
{
    ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "limit", name_of(book, curve));
    ore_cell_number(row, "step", curve->limit.step);
    ore_cell_text(row, "goal", ore_book_goal(book, &book->round->goals[g]));
    for (int k = 0; k < N_STEPS; k++) {
        const ore_result *other = at_step(book, curve, k);
        const ore_sheet_row cell = ore_cell_nth(row, k);

        if (other) {
            ore_cell_number(cell, "at", other->goals[g].value);
        } else {
            ore_cell_answer(cell, "at",
                            curve->points[k - (k > ORE_PRICE_STEPS)].answer,
                            nan(""));
        }
    }
}

/* The first goal that a limit moves, and those that do. */
static drawing choose(const ore_book *book)
{
    const ore_answers *answers = book->options->study->answers;
    drawing drawn = {.goal = -1};

    for (int g = 0; g < book->round->n_goals && drawn.n == 0; g++) {
        for (int i = 0; i < answers->n_curves && drawn.n < MAX_CURVES; i++) {
            if (moves(book, &answers->curves[i], g)) {
                drawn.curves[drawn.n++] = &answers->curves[i];
                drawn.goal = g;
            }
        }
    }
    return drawn;
}

static void add_curves(ore_sheet *sheet, const drawing *drawn)
{
    ore_book *book = sheet->book;
    const char *goal = ore_book_goal(book, &book->round->goals[drawn->goal]);

    sheet->context = drawn;
    ore_sheet_begin(sheet, &curves_table,
                    ore_book_compose(book, ORE_TEXT_PRICES_CURVES, goal));
    sheet->context = NULL;
    for (int k = 0; k < N_STEPS; k++) {
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_number(row, "steps", k - ORE_PRICE_STEPS);
        for (int i = 0; i < drawn->n; i++) {
            const ore_result *other = at_step(book, drawn->curves[i], k);

            if (other) {
                ore_cell_number(ore_cell_nth(row, i), "value",
                                other->goals[drawn->goal].value -
                                    book->result->goals[drawn->goal].value);
            }
        }
    }
}

void ore_fill_prices(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_answers *answers = book->options->study->answers;
    drawing drawn;
    int n_idle = 0;

    if (answers->n_curves == 0) {
        return;
    }
    drawn = choose(book);
    for (int i = 0; i < answers->n_curves; i++) {
        n_idle += !is_told(book, &answers->curves[i]);
    }
    if (drawn.n > 0) {
        ore_sheet_draw_here(
            sheet, ORE_CHART("pricecurves", "steps", "value", "value",
                             ORE_CHART_LINES, .title = ORE_TEXT_PRICES_CHART,
                             .axis = ore_book_goal(
                                 book, &book->round->goals[drawn.goal])));
    }
    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_PRICES_NOTE,
                  ore_book_digits(book, n_idle));
    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_ASKED_MONEY,
                  book->round->currency);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < answers->n_curves; i++) {
        for (int g = 0; g < book->round->n_goals; g++) {
            if (is_told(book, &answers->curves[i])) {
                add_goal(sheet, &answers->curves[i], g);
            }
        }
    }
    if (drawn.n > 0) {
        add_curves(sheet, &drawn);
    }
}
