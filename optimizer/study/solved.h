/* Rounds that are solved in processes of their own (tasks.h). */
#ifndef OPTIMIZER_STUDY_SOLVED_H
#define OPTIMIZER_STUDY_SOLVED_H

#include "base/pack.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/statistics.h"
#include "solve/solve.h"

/** For a task: solve and verify the round, which was opened by the parent, by
 * one process, and pack what comes out. A breakdown is told. */
void ore_solved_work(const ore_round *round, ore_solve_settings settings,
                     ore_pack *reply);

/** For the parent: what came out. A process that broke down is told, and has an
 * empty result. The caller frees *result.
 *
 * @return the status that ore_solve_verified had. */
ore_status ore_solved_take(const ore_round *round, ore_pack *reply,
                           ore_result **result, ore_statistics *statistics);

/** A result of the round, to be had again of the same round; conflicts point
 * into the round. */
void ore_result_pack(const ore_round *round, const ore_result *result,
                     ore_pack *pack);
ore_result *ore_result_unpack(const ore_round *round, ore_pack *pack);

#endif
