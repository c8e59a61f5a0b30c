/* The Memo's sentences about limits: those that bind, and the one that is most
 * worth moving, when that was re-solved and the gain is more than the proof
 * leaves open. */
#include <math.h>
#include <string.h>

#include "orefolio/family.h"
#include "orefolio/goal.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

/* The row of Constraints with the largest gain, in *best; false: none gains. */
static bool find_best(const ore_book *book, ore_sheet_row *best)
{
    double max = -HUGE_VAL;

    for (ore_sheet_row row = ore_book_row(book, "constraints", 0);
         row.at < row.table->n_rows; row.at++) {
        const ore_sheet_cell *gain = ore_cell_at(row, "gain");
        const ore_sheet_cell *within = ore_cell_at(row, "within");

        if (gain->is_number && within->is_number &&
            gain->number > within->number && gain->number > max) {
            max = gain->number;
            *best = row;
        }
    }
    return isfinite(max);
}

static const char *amount(ore_book *book, const ore_sheet_cell *cell)
{
    const bool is_share = cell->quantity == ORE_SHARE;

    return ore_book_number(book, (is_share ? 100.0 : 1.0) * cell->number,
                           cell->quantity == ORE_COUNT ? 0 : 1);
}

static void say_gain(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_objective *first = ore_book_first_goal(book);
    ore_sheet_row row;

    if (!ore_book_is_re_solved(book) || !find_best(book, &row)) {
        return;
    }
    const char *name = ore_cell_at(row, "constraint")->text;
    const ore_sheet_cell *year = ore_cell_at(row, "year");

    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_GAIN,
                  year->is_number
                      ? ore_book_print(book, "%s %.0f", name, year->number)
                      : name,
                  amount(book, ore_cell_at(row, "step")),
                  ore_cell_at(row, "unit")->text, ore_book_goal(book, first),
                  ore_book_number(book, ore_cell_at(row, "gain")->number, 2),
                  ore_book_goal_unit(book, first));
}

/* What the promises to markets cost, in the first goal and in money. */
static void say_floors(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_objective *first = ore_book_first_goal(book);

    if (!ore_book_is_re_solved(book) ||
        book->options->re_solved->floors.answer != ORE_ANSWER_KNOWN) {
        return;
    }
    const ore_floors_price *floors = &book->options->re_solved->floors;
    const bool is_known = isfinite(floors->uncertainty);

    ore_sheet_say(
        sheet, ORE_PLAIN,
        floors->cost_m < 0.0 ? ORE_TEXT_MEMO_FLOORS_LESS
                             : ORE_TEXT_MEMO_FLOORS_MORE,
        ore_book_goal(book, first),
        ore_book_number(book, floors->marginal_gain, 2),
        ore_book_goal_unit(book, first),
        is_known ? ore_book_number(book, floors->uncertainty, 2)
                 : ore_book_text(book, ORE_TEXT_ANSWER_NOT_KNOWN),
        ore_memo_amount(book, book->money_rate * fabs(floors->cost_m)));
}

/* The list so far and an account: its name once, then its years. */
static const char *listed(ore_book *book, const char *list,
                          const ore_limit *last, const ore_limit *limit)
{
    const bool is_same = last && last->of == limit->of;
    const char *year = ore_book_account_year(
        book, &book->round->budgets[limit->of], limit->year);
    const char *comma = ore_book_text(book, is_same ? ORE_TEXT_YEAR_COMMA
                                                    : ORE_TEXT_LIST_COMMA);

    return is_same ? ore_book_print(book, "%s%s%s", list, comma, year)
                   : ore_book_print(book, "%s%s%s %s", list, *list ? comma : "",
                                    ORE_LABEL(book, limit), year);
}

/* Soft rules that are missed, by their names. */
static void say_breaches(ore_sheet *sheet, const ore_limits *limits)
{
    static const double missed = 1e-6;
    ore_book *book = sheet->book;
    const char *list = "", *last = "";

    for (int i = 0; i < limits->n; i++) {
        const ore_limit *limit = &limits->list[i];

        if (limit->penalty > 0.0 && limit->breach > missed &&
            strcmp(limit->id, last) != 0) {
            const char *label = ORE_LABEL(book, limit);

            list = *list ? ore_book_print(
                               book, "%s%s%s", list,
                               ore_book_text(book, ORE_TEXT_LIST_COMMA), label)
                         : label;
            last = limit->id;
        }
    }
    if (*list) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_BREACHES, list,
                      ore_book_text(book, ORE_TEXT_NAME_CONSTRAINTS));
    }
}

void ore_memo_limits(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    ore_limits limits = ore_limits_of(book->round, book->result);
    const ore_limit *last = NULL;
    const char *accounts = "";
    int n_others = 0;

    for (int i = 0; i < limits.n; i++) {
        const ore_limit *limit = &limits.list[i];

        const bool binds = !isnan(limit->used) &&
                           (ore_limit_state_of(limit) == ORE_LIMIT_BINDING ||
                            ore_limit_is_full(limit));

        if (!binds) {
            continue;
        }
        if (ore_limit_is_account(limit)) {
            accounts = listed(book, accounts, last, limit);
            last = limit;
        } else {
            n_others++;
        }
    }
    ore_sheet_say(sheet, ORE_PLAIN,
                  *accounts ? ORE_TEXT_MEMO_BINDS
                            : ORE_TEXT_MEMO_NO_BUDGET_BINDS,
                  accounts);
    if (n_others > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_OTHERS_BIND,
                      ore_book_number(book, n_others, 0),
                      ore_book_text(book, ORE_TEXT_NAME_CONSTRAINTS));
    }
    say_breaches(sheet, &limits);
    ore_limits_free(&limits);
    say_gain(sheet);
    say_floors(sheet);
}
