/* The processes that search a goal beside this one (--jobs). */
#ifndef OPTIMIZER_SOLVE_STAGE_WORKERS_H
#define OPTIMIZER_SOLVE_STAGE_WORKERS_H

#include "solve/stage.h"

/** End the workers of the stage, if there are any, and start others in their
 * place, each a fork of this process that calls `run` with `data` and
 * its number, from 1, and shares the incumbent. */
void ore_stage_workers(ore_stage *stage, void (*run)(void *data, int number),
                       void *data);

#endif
