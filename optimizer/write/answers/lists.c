/* See lists.h. */
#include "write/answers/lists.h"

const char *ore_book_entering(ore_book *book, const ore_result *from,
                              const ore_result *to)
{
    const ore_round *round = book->round;
    const char *list = "";

    for (int p = 0; p < round->n_projects; p++) {
        if (from->option[p] < 0 && to->option[p] >= 0) {
            list = ore_book_print(
                book, "%s%s%s", list,
                *list ? ore_book_text(book, ORE_TEXT_LIST_COMMA) : "",
                ore_book_project(book, &round->projects[p]));
        }
    }
    return list;
}
