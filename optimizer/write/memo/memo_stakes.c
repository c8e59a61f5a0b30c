/* Who pays and who gains, on the memo. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/stakes.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

static const char *percent(ore_book *book, double share)
{
    return ore_book_number(book, 100.0 * share, 0);
}

void ore_memo_stakes(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *list = "", *uneven = "";
    int n;
    ore_stake *stakes = ore_stakes_of(round, book->result, &n);

    for (int i = 0; i < n; i++) {
        const ore_stake *stake = &stakes[i];

        if (stake->funder < 0 || !stake->has_market ||
            isnan(stake->cost_share) || isnan(stake->gain_share)) {
            continue;
        }
        const char *name = ORE_LABEL(book, &round->funders[stake->funder]);
        const char *item = ore_book_compose(book, ORE_TEXT_MEMO_STAKE, name,
                                            percent(book, stake->cost_share),
                                            percent(book, stake->gain_share));
        const char *comma = ore_book_text(book, ORE_TEXT_LIST_COMMA);

        list = *list ? ore_book_print(book, "%s%s%s", list, comma, item) : item;
        if (ore_stake_is_uneven(stake)) {
            uneven = *uneven
                         ? ore_book_print(book, "%s%s%s", uneven, comma, name)
                         : name;
        }
    }
    free(stakes);
    if (*list) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_STAKES, list);
    }
    if (*uneven) {
        ore_sheet_say(sheet, ORE_STRONG, ORE_TEXT_MEMO_UNEVEN, uneven,
                      ore_book_text(book, ORE_TEXT_NAME_STAKES));
    }
}
