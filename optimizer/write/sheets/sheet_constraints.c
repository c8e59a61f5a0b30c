/* Constraints: every limit that a family lists, beside what the portfolio uses
 * of it. */
#include <math.h>

#include "orefolio/goal.h"
#include "orefolio/rules.h"
#include "write/book/columns.h"

static ore_text status_of(const ore_limit *limit)
{
    switch (ore_limit_state_of(limit)) {
    case ORE_LIMIT_BROKEN:
        return limit->penalty > 0.0 ? ORE_TEXT_BREACHED : ORE_TEXT_BROKEN;
    case ORE_LIMIT_BINDING: return ORE_TEXT_BINDING;
    case ORE_LIMIT_SLACK: break;
    }
    return ore_limit_is_full(limit) ? ORE_TEXT_FULLY_USED
                                    : ORE_TEXT_NOT_BINDING;
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

static void set_relaxed(ore_sheet_row row, ore_quantity quantity,
                        const ore_limit *limit)
{
    const ore_relaxation none = {.answer = ORE_ANSWER_NONE};
    const ore_relaxation *found = relaxed_of(row.sheet->book, limit);
    const ore_relaxation *r = found ? found : &none;

    if (found) {
        ore_cell_amount(row, "step", quantity, r->limit.step);
    } else {
        ore_cell_answer(row, "step", r->answer, 0.0);
    }
    ore_cell_answer(row, "gain", r->answer, r->marginal_gain);
    ore_cell_answer(row, "within", r->answer, r->uncertainty);
}

/* Slack that is rounding is none, and not shown as -0.0. */
static void set_slack(ore_sheet_row row, bool is_floor, double slack)
{
    ore_cell_formula(row, "slack", fabs(slack) < 1e-9 ? 0.0 : slack,
                     is_floor
                         ? "=IF(ABS({used}-{limit})<1E-9,0,{used}-{limit})"
                         : "=IF(ABS({limit}-{used})<1E-9,0,{limit}-{used})");
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
        return ore_book_goal(book, limit->objective);
    }
    const char *label = ORE_LABEL(book, limit), *values = "";

    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        if (limit->only[w]) {
            const char *value =
                ore_book_value(book, (ore_filter_word)w, limit->only[w]);

            values = *values ? ore_book_compose(book, ORE_TEXT_LABEL_AND,
                                                values, value)
                             : value;
        }
    }
    return *values ? ore_book_compose(book, ORE_TEXT_LABEL_OF, label, values)
                   : label;
}

static bool has_soft_rules(const ore_book *book)
{
    return ore_has_soft_rules(book->round);
}

static const ore_column_def columns[] = {
    ORE_COLUMN("constraint", ORE_TEXT_CONSTRAINT, ORE_TEXT_CELL),
    ORE_COLUMN("kind", ORE_TEXT_KIND, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_ACCOUNT_YEAR_COLUMN,
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("sense", ORE_TEXT_SENSE, ORE_TEXT_CELL),
    ORE_COLUMN("limit", ORE_TEXT_LIMIT, ORE_COUNT),
    ORE_COLUMN("used", ORE_TEXT_USED, ORE_COUNT),
    ORE_COLUMN("part", ORE_TEXT_PART_USED, ORE_SHARE, .bar = true),
    ORE_COLUMN("slack", ORE_TEXT_SLACK, ORE_COUNT),
    ORE_COLUMN("status", ORE_TEXT_STATUS, ORE_TEXT_CELL,
               .marks = {{ORE_TEXT_BINDING, ORE_BUILD},
                         {ORE_TEXT_FULLY_USED, ORE_BUILD},
                         {ORE_TEXT_BROKEN, ORE_BAD},
                         {ORE_TEXT_BREACHED, ORE_BUILD}}),
    ORE_COLUMN("penalty", ORE_TEXT_PENALTY, ORE_SCORE,
               .is_shown = has_soft_rules),
    ORE_COLUMN("breach", ORE_TEXT_BREACH, ORE_SHARE,
               .is_shown = has_soft_rules),
    ORE_COLUMN("step", ORE_TEXT_STEP, ORE_COUNT,
               .is_shown = ore_book_is_re_solved),
    ORE_GOAL_COLUMN("gain", ORE_TEXT_GAIN_IF_RELAXED, ore_book_first_goal,
                    .is_shown = ore_book_is_re_solved),
    ORE_GOAL_COLUMN("within", ORE_TEXT_PROVEN_WITHIN, ore_book_first_goal,
                    .is_shown = ore_book_is_re_solved),
    {0}};

ORE_TABLE(table, "tblConstraints", "constraints", columns, .is_filtered = true);

static void add_limit(ore_sheet *sheet, const ore_limit *limit)
{
    ore_book *book = sheet->book;
    const ore_family *family = limit->family;
    const ore_quantity quantity = quantity_of(limit);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "constraint", text_of(book, limit));
    ore_cell_text(row, "kind",
                  ore_book_own_word(book, family->limit_label,
                                    "family.%s.limit", family->name));
    if (limit->year) {
        ore_cell_number(row, "year", limit->year);
    } else {
        ore_cell_word(row, "year", ORE_TEXT_WHOLE_ROUND);
    }
    ore_cell_account_year(row,
                          limit->year && ore_limit_is_account(limit)
                              ? &book->round->budgets[limit->of]
                              : NULL,
                          limit->year);
    ore_cell_text_or(row, "unit",
                     limit->objective
                         ? ore_book_goal_unit(book, limit->objective)
                         : ore_book_unit(book, quantity),
                     ORE_TEXT_UNIT_COUNT);
    ore_cell_word(row, "sense",
                  limit->is_floor ? ORE_TEXT_AT_LEAST : ORE_TEXT_AT_MOST);
    ore_cell_amount(row, "limit", quantity, limit->limit);
    ore_cell_amount(row, "used", quantity, limit->used);
    if (limit->limit > 0.0) {
        ore_cell_formula(row, "part", limit->used / limit->limit,
                         "={used}/{limit}");
    } else {
        ore_cell_figure(row, "part", nan(""));
    }
    ore_cell_at(row, "slack")->quantity = quantity;
    set_slack(row, limit->is_floor, ore_limit_left(limit));
    ore_cell_word(row, "status", status_of(limit));
    if (has_soft_rules(book) && limit->penalty > 0.0) {
        ore_cell_number(row, "penalty", limit->penalty);
        ore_cell_number(row, "breach", limit->breach);
    }
    if (ore_book_is_re_solved(book)) {
        set_relaxed(row, quantity, limit);
    }
}

void ore_fill_constraints(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    ore_limits limits = ore_limits_of(round, book->result);

    if (ore_book_is_re_solved(book)) {
        ore_sheet_say(sheet, ORE_GREY, ORE_TEXT_RELAXED_LINE,
                      ore_book_goal(book, &round->goals[0]));
    }
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < limits.n; i++) {
        if (!isnan(limits.list[i].used)) {
            add_limit(sheet, &limits.list[i]);
        }
    }
    ore_limits_free(&limits);
}
