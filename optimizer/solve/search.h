/* The search: from a program to its best portfolio, goal by goal. */
#ifndef OPTIMIZER_SOLVE_SEARCH_H
#define OPTIMIZER_SOLVE_SEARCH_H

#include "solve/search_task.h"

/** With an ore_search as data: search goal after goal and tell what is found
 * (worker.h): points with their integers fixed and the rest at the optimum of
 * that choice, bounds, the end. */
void ore_search_run(void *data, int pipe);

#endif
