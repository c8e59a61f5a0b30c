/* The Memo's sentence about the limit that is most worth moving, when that was
 * re-solved and the gain is more than the proof leaves open. */
#include <string.h>

#include "orefolio/model.h"
#include "write/columns.h"

/* The row of Constraints with the largest gain; NULL = none gains. */
static const ore_cell *best_row(const ore_table *limits)
{
    const ore_cell *best = NULL;

    for (int i = 0; i < limits->n_rows; i++) {
        const ore_cell *row = &limits->cells[i * limits->n_columns];
        const ore_cell *gain = &row[ORE_CONSTRAINTS_GAIN];
        const ore_cell *room = &row[ORE_CONSTRAINTS_ROOM];

        if (gain->is_number && room->is_number && gain->number > room->number &&
            (!best || gain->number > best[ORE_CONSTRAINTS_GAIN].number)) {
            best = row;
        }
    }
    return best;
}

static const char *amount(ore_book *book, const ore_cell *cell)
{
    const bool is_share = cell->quantity == ORE_SHARE;

    return ore_spelled(book, (is_share ? 100.0 : 1.0) * cell->number,
                       cell->quantity == ORE_COUNT ? 0 : 1);
}

void ore_say_gain(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_goal *goal = ore_goal_of(&book->plan->goals[0]);
    const ore_table *limits = &book->sheets[ORE_SHEET_CONSTRAINTS].tables[0];
    const ore_cell *row = book->options->re_solved ? best_row(limits) : NULL;

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
                        ore_goal_title(book, &book->plan->goals[0]),
                        ore_spelled(book, row[ORE_CONSTRAINTS_GAIN].number, 2),
                        unit, NULL}));
}
