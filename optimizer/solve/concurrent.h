/* Further processes that look for portfolios beside the search, each from the
 * relaxation on with a seed of its own. All see one board with the best. */
#ifndef OPTIMIZER_SOLVE_CONCURRENT_H
#define OPTIMIZER_SOLVE_CONCURRENT_H

#include "solve/stage.h"

/** Start the helpers of this goal, whose relaxation was just solved: as many as
 * the search may have jobs, less itself. With one job, or without memory for a
 * board, there is no team, and the search goes on alone. */
void ore_team_start(ore_stage *stage);
/** Put the stage's best portfolio up, or take the board's when that is better;
 * without a team nothing happens. */
void ore_team_share(ore_stage *stage);
/** End the helpers. */
void ore_team_end(ore_stage *stage);

#endif
