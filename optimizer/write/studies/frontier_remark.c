/* See frontier_remark.h. */
#include "write/studies/frontier_remark.h"

#include <math.h>

#include "write/book/columns.h"
#include "write/book/proof.h"

/* The list and one more remark. */
static const char *also(ore_book *book, const char *list, const char *words)
{
    return *list
               ? ore_book_print(book, "%s%s%s", list,
                                ore_book_text(book, ORE_TEXT_LIST_COMMA), words)
               : words;
}

/* What may lie before point i, as far as it is known. */
static const char *opening(ore_book *book, double may_be)
{
    const char *const arguments[] = {
        ore_book_goal(book, ore_book_first_goal(book)),
        ore_book_number(book, may_be, 3), NULL};

    return isfinite(may_be) ? ore_book_compose_list(
                                  book, ORE_TEXT_POINT_OPEN_BOUND, arguments)
                            : ore_book_text(book, ORE_TEXT_POINT_OPEN);
}

const char *ore_frontier_remark(ore_book *book, const ore_frontier *frontier,
                                int i)
{
    int by = i;
    const ore_standing own =
        ore_frontier_standing(book->round, frontier, i, &by);
    const char *list = "";

    if (!ore_run_has_ended(&frontier->runs[i])) {
        list = also(book, list, ore_book_text(book, ORE_TEXT_MARK_STOPPED));
    }
    if (own != ORE_OF_ITS_OWN) {
        list = also(book, list,
                    ore_book_compose(book,
                                     own == ORE_SAME ? ORE_TEXT_POINT_SAME
                                                     : ORE_TEXT_POINT_NO_BETTER,
                                     ore_book_digits(book, by + 1)));
    }
    if (ore_frontier_knee(book->round, frontier) == i) {
        list = also(book, list, ore_book_text(book, ORE_TEXT_POINT_KNEE));
    }
    if (frontier->may_be && !isnan(frontier->may_be[i])) {
        list = also(book, list, opening(book, frontier->may_be[i]));
    }
    return *list ? list : ore_book_text(book, ORE_TEXT_NO_UNIT);
}
