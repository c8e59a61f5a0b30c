/* The first goal of a program, with its relaxation solved and cut: searches of
 * narrower programs, as where one more project must go ahead, begin there. */
#ifndef OPTIMIZER_SOLVE_PREPARED_H
#define OPTIMIZER_SOLVE_PREPARED_H

#include "solve/search_task.h"
#include "solve/stage.h"

/** Whether that is worth a process of its own. */
bool ore_prepare_pays(const ore_program *program);

/** Prepare the program, which is borrowed, with the work of about so many
 * seconds. Runs GLPK: to be called in a process of its own, where the clock of
 * searches is work from here on. Searches fork from it. */
ore_prepared *ore_prepare(const ore_program *program, double work_limit_s);
/** NULL is allowed. */
void ore_prepared_free(ore_prepared *prepared);

/** For a process that searches a program and ends: the prepared stage with that
 * program's bounds. NULL where it is not a narrower one, and without any that
 * is prepared. */
ore_stage *ore_prepared_stage(const ore_prepared *prepared,
                              const ore_search *search, int pipe);

#endif
