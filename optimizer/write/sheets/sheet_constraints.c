/* Constraints: every limit that a family lists, beside what the portfolio uses
 * of it. */
#include <math.h>

#include "orefolio/goal.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

static ore_text status_of(const ore_limit *limit)
{
    switch (ore_limit_state_of(limit)) {
    case ORE_LIMIT_BROKEN: return ORE_TEXT_BROKEN;
    case ORE_LIMIT_BINDING: return ORE_TEXT_BINDING;
    case ORE_LIMIT_SLACK: break;
    }
    return ORE_TEXT_NOT_BINDING;
}

/* What moving the limit gains; NULL = it has no step. */
static const ore_relaxation *relaxed_of(const ore_book *book,
                                        const ore_limit *limit)
{
    const ore_trade_offs *all = book->options->re_solved;

    for (int i = 0; i < all->n_relaxed; i++) {
        if (ore_limits_same(&all->relaxed[i].limit, limit)) {
            return &all->relaxed[i];
        }
    }
    return NULL;
}

static void set_relaxed(const ore_book *book, ore_sheet_cell *row,
                        ore_quantity quantity, const ore_limit *limit)
{
    const ore_relaxation none = {.answer = ORE_ANSWER_NONE};
    const ore_relaxation *found = relaxed_of(book, limit);
    const ore_relaxation *r = found ? found : &none;

    if (found) {
        ore_set_amount(&row[ORE_CONSTRAINTS_STEP], quantity, r->limit.step);
    } else {
        ore_set_answer(book, &row[ORE_CONSTRAINTS_STEP], r->answer, 0.0);
    }
    ore_set_answer(book, &row[ORE_CONSTRAINTS_GAIN], r->answer, r->gain);
    ore_set_answer(book, &row[ORE_CONSTRAINTS_ROOM], r->answer, r->room);
}

/* Slack that is rounding is none, and not shown as -0.0. */
static void set_slack(ore_sheet *sheet, ore_sheet_cell *row, bool is_floor,
                      double slack)
{
    const char *more = ore_here(sheet, is_floor ? ORE_CONSTRAINTS_USED
                                                : ORE_CONSTRAINTS_LIMIT);
    const char *less = ore_here(sheet, is_floor ? ORE_CONSTRAINTS_LIMIT
                                                : ORE_CONSTRAINTS_USED);
    ore_set_formula(sheet->book, &row[ORE_CONSTRAINTS_SLACK],
                    fabs(slack) < 1e-9 ? 0.0 : slack,
                    "=IF(ABS(%s-%s)<1E-9,0,%s-%s)", more, less, more, less);
}

static ore_quantity quantity_of(const ore_limit *limit)
{
    switch (limit->unit) {
    case ORE_LIMIT_MONEY: return ORE_MONEY;
    case ORE_LIMIT_COUNT: return ORE_COUNT;
    case ORE_LIMIT_SHARE: return ORE_SHARE;
    case ORE_LIMIT_FLOW: return ORE_FLOW;
    case ORE_LIMIT_OBJECTIVE: return ore_goal_quantity(limit->objective);
    case ORE_LIMIT_SCORE: break;
    }
    return ORE_SCORE;
}

static const char *text_of(ore_book *book, const ore_limit *limit)
{
    if (limit->objective) {
        return ore_goal_title(book, limit->objective);
    }
    const char *label = ore_label(book, limit->label, limit->label_ja);

    return limit->country ? ore_join(book, ORE_TEXT_LABEL_OF, label,
                                     ore_word(book, limit->country))
                          : label;
}

static const char *unit_of(const ore_book *book, const ore_limit *limit,
                           ore_quantity quantity)
{
    const ore_goal *goal =
        limit->objective ? ore_objective_goal(limit->objective) : NULL;
    const char *unit = goal && quantity != ORE_MONEY
                           ? ore_label(book, goal->unit, goal->unit_ja)
                           : ore_unit(book, quantity);

    return *unit ? unit : ore_say(book, ORE_TEXT_UNIT_COUNT);
}

static void add_limit(ore_sheet *sheet, const ore_limit *limit)
{
    ore_book *book = sheet->book;
    const ore_family *family = limit->family;
    const ore_quantity quantity = quantity_of(limit);
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], text_of(book, limit));
    ore_set_text(&row[1],
                 ore_label(book, family->limit_label, family->limit_label_ja));
    if (limit->year) {
        ore_set_number(&row[2], limit->year);
    } else {
        ore_set_text(&row[2], ore_say(book, ORE_TEXT_WHOLE_ROUND));
    }
    ore_set_text(&row[3], unit_of(book, limit, quantity));
    ore_set_text(&row[4], ore_say(book, limit->is_floor ? ORE_TEXT_AT_LEAST
                                                        : ORE_TEXT_AT_MOST));
    ore_set_amount(&row[ORE_CONSTRAINTS_LIMIT], quantity, limit->limit);
    ore_set_amount(&row[ORE_CONSTRAINTS_USED], quantity, limit->used);
    row[ORE_CONSTRAINTS_SLACK].quantity = quantity;
    set_slack(sheet, row, limit->is_floor, ore_limit_left(limit));
    ore_set_text(&row[ORE_CONSTRAINTS_STATUS], ore_say(book, status_of(limit)));
    if (book->options->re_solved) {
        set_relaxed(book, row, quantity, limit);
    }
}

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_column(sheet, ore_say(book, ORE_TEXT_CONSTRAINT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_KIND), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_UNIT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SENSE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_LIMIT), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_USED), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SLACK), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_STATUS), ORE_TEXT_CELL);
    if (book->options->re_solved) {
        ore_add_column(sheet, ore_say(book, ORE_TEXT_STEP), ORE_COUNT);
        ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_GAIN_IF_RELAXED),
                            &book->round->goals[0]);
        ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_PROVEN_WITHIN),
                            &book->round->goals[0]);
    }
}

void ore_fill_constraints(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    ore_limits limits = ore_limits_of(round, book->result);

    if (book->options->re_solved) {
        ore_add_line(
            sheet, ORE_GREY,
            ore_compose(book, ORE_TEXT_RELAXED_LINE,
                        (const char *const[]){
                            ore_goal_title(book, &round->goals[0]), NULL}));
    }
    ore_add_table(sheet, "tblConstraints", "constraints", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int i = 0; i < limits.n; i++) {
        if (!isnan(limits.list[i].used)) {
            add_limit(sheet, &limits.list[i]);
        }
    }
    ore_limits_free(&limits);
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, ORE_CONSTRAINTS_STATUS, ORE_CONSTRAINTS_STATUS,
                   ORE_TEXT_BINDING, ORE_BUILD};
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, ORE_CONSTRAINTS_STATUS, ORE_CONSTRAINTS_STATUS,
                   ORE_TEXT_BROKEN, ORE_BAD};
}
