/* Lists of projects that the sheets of answers share. */
#ifndef OPTIMIZER_WRITE_ANSWERS_LISTS_H
#define OPTIMIZER_WRITE_ANSWERS_LISTS_H

#include "write/book/book.h"

/** Names of the projects that go ahead in `to` and not in `from`; "" for none.
 * Lives as long as the book. */
const char *ore_book_entering(ore_book *book, const ore_result *from,
                              const ore_result *to);

#endif
