/* What sheet Frontier remarks on a point. */
#ifndef OPTIMIZER_WRITE_STUDIES_FRONTIER_REMARK_H
#define OPTIMIZER_WRITE_STUDIES_FRONTIER_REMARK_H

#include "orefolio/study/study.h"
#include "write/book/book.h"

/** Whether it was stopped, whether another one is as good, whether it is the
 * knee, and what may lie before it. Lives as long as the book. */
const char *ore_frontier_remark(ore_book *book, const ore_frontier *frontier,
                                int i);

#endif
