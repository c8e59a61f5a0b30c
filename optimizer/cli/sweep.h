/* What the sweep commands share: the folder, its round, its results. */
#ifndef OPTIMIZER_CLI_SWEEP_H
#define OPTIMIZER_CLI_SWEEP_H

#include "cli/points.h"
#include "orefolio/sweep.h"
#include "read/read_score.h"

/** A sweep that was opened. */
typedef struct ore_sweep_folder {
    const char *dir; /**< borrowed from the command line */
    ore_sweep *sweep;
    char *round;         /**< path of the round file from here */
    ore_options options; /**< those of the command line */
    ore_diags *diags;
} ore_sweep_folder;

/** Read the sweep in folder args[0] and see that the round's files are as they
 * were when it was planned. Diagnostics are in folder->diags. The caller ends
 * with ore_close_sweep in any case. */
ORE_MUST_USE ore_status ore_open_sweep(const ore_options *options,
                                       ore_sweep_folder *folder);
/** Print the diagnostics and free everything; returns `status`. */
ore_status ore_close_sweep(ore_sweep_folder *folder, ore_status status);

/** Path of a point's result. The caller frees. */
char *ore_point_path(const ore_sweep_folder *folder, const ore_point *point);
/** Whether it is there: the point is finished. */
bool ore_is_finished(const ore_sweep_folder *folder, const ore_point *point);

/** Print what a point is called: "0041  sample 30: ". */
void ore_print_point(const ore_point *point);

/** The round itself and its verified result, which has a portfolio; unless
 * ORE_OK there are diagnostics, and what is there is the caller's to free all
 * the same. */
ORE_MUST_USE ore_status ore_open_recommended(ore_sweep_folder *folder,
                                             ore_plan **plan,
                                             ore_result **result);

/** Path of a point's score. The caller frees. */
char *ore_score_path(const ore_sweep_folder *folder, const ore_point *point);
/** The folder of scores; ORE_NO_OUTPUT after a diagnostic. */
ORE_MUST_USE ore_status ore_make_scores(const ore_sweep_folder *folder);
/** The point's score, held against the result of `plan`; one that is not there
 * is not of the result. */
ORE_MUST_USE ore_status ore_take_score(const ore_sweep_folder *folder,
                                       const ore_point *point,
                                       const ore_plan *plan,
                                       const ore_result *result,
                                       ore_score *score);

#endif
