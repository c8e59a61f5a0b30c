/* The Memo's sentences about limits: those that bind, and the one that is most
 * worth moving, when that was re-solved and the gain is more than the proof
 * leaves open. */
#include <math.h>
#include <string.h>

#include "orefolio/family.h"
#include "orefolio/goal.h"
#include "write/book/columns.h"

/* The row of Constraints with the largest gain; NULL = none gains. */
static const ore_sheet_cell *best_row(const ore_sheet_table *limits)
{
    const ore_sheet_cell *best = NULL;

    for (int i = 0; i < limits->n_rows; i++) {
        const ore_sheet_cell *row = &limits->cells[i * limits->n_columns];
        const ore_sheet_cell *gain = &row[ORE_CONSTRAINTS_GAIN];
        const ore_sheet_cell *room = &row[ORE_CONSTRAINTS_ROOM];

        if (gain->is_number && room->is_number && gain->number > room->number &&
            (!best || gain->number > best[ORE_CONSTRAINTS_GAIN].number)) {
            best = row;
        }
    }
    return best;
}

static const char *amount(ore_book *book, const ore_sheet_cell *cell)
{
    const bool is_share = cell->quantity == ORE_SHARE;

    return ore_spelled(book, (is_share ? 100.0 : 1.0) * cell->number,
                       cell->quantity == ORE_COUNT ? 0 : 1);
}

static void say_gain(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_goal *goal = ore_objective_goal(&book->round->goals[0]);
    const ore_sheet_table *limits =
        &book->sheets[ORE_SHEET_CONSTRAINTS].tables[0];
    const ore_sheet_cell *row =
        book->options->re_solved ? best_row(limits) : NULL;

    if (!row) {
        return;
    }
    const char *name =
        row[2].is_number ? ore_keep(book, "%s %.0f", row[0].text, row[2].number)
                         : row[0].text;
    const char *unit = strcmp(goal->unit, "M") == 0
                           ? ore_unit(book, ORE_MONEY)
                           : ore_label(book, goal->unit, goal->unit_ja);

    ore_add_line(
        sheet, ORE_PLAIN,
        ore_compose(book, ORE_TEXT_MEMO_GAIN,
                    (const char *const[]){
                        name, amount(book, &row[ORE_CONSTRAINTS_STEP]),
                        row[3].text,
                        ore_goal_title(book, &book->round->goals[0]),
                        ore_spelled(book, row[ORE_CONSTRAINTS_GAIN].number, 2),
                        unit, NULL}));
}

/* The list so far and an account: its name once, then its years. */
static const char *listed(ore_book *book, const char *list,
                          const ore_limit *last, const ore_limit *limit)
{
    const bool is_same = last && last->of == limit->of;
    const char *comma =
        ore_say(book, is_same ? ORE_TEXT_YEAR_COMMA : ORE_TEXT_LIST_COMMA);

    return is_same ? ore_keep(book, "%s%s%d", list, comma, limit->year)
                   : ore_keep(book, "%s%s%s %d", list, *list ? comma : "",
                              ore_label(book, limit->label, limit->label_ja),
                              limit->year);
}

void ore_say_limits(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    ore_limits limits = ore_limits_of(book->round, book->result);
    const ore_limit *last = NULL;
    const char *accounts = "";
    int n_others = 0;

    for (int i = 0; i < limits.n; i++) {
        const ore_limit *limit = &limits.list[i];

        if (isnan(limit->used) ||
            ore_limit_state_of(limit) != ORE_LIMIT_BINDING) {
            continue;
        }
        if (strcmp(limit->figure, "budget amount") == 0) {
            accounts = listed(book, accounts, last, limit);
            last = limit;
        } else {
            n_others++;
        }
    }
    ore_add_line(sheet, ORE_PLAIN,
                 ore_compose(book,
                             *accounts ? ORE_TEXT_MEMO_BINDS
                                       : ORE_TEXT_MEMO_NO_BUDGET_BINDS,
                             (const char *const[]){accounts, NULL}));
    if (n_others > 0) {
        ore_add_line(
            sheet, ORE_PLAIN,
            ore_compose(book, ORE_TEXT_MEMO_OTHERS_BIND,
                        (const char *const[]){
                            ore_spelled(book, n_others, 0),
                            ore_say(book, ORE_TEXT_NAME_CONSTRAINTS), NULL}));
    }
    ore_limits_free(&limits);
    say_gain(sheet);
}
