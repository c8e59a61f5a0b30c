/* What the sweep commands share: the folder, its round, its results. */
#ifndef OPTIMIZER_STUDY_SWEEP_SWEEP_FOLDER_H
#define OPTIMIZER_STUDY_SWEEP_SWEEP_FOLDER_H

#include "orefolio/study/sweep.h"
#include "read/read.h"
#include "read/results/read_score.h"
#include "study/runs.h"
#include "study/settings.h"
#include "study/sweep/draws.h"

/** A sweep that was opened. */
typedef struct ore_sweep_folder {
    const char *dir; /**< borrowed from the command line */
    ore_sweep *sweep;
    char *round;                 /**< path of the round file from here */
    ore_study_settings settings; /**< how its points are read and solved */
    ore_round *base;             /**< the first point, the round itself */
    ore_draws *draws;            /**< of its samples */
    ore_diags *diags;
} ore_sweep_folder;

/** Read the sweep in the folder `dir` and see that the round's files are as
 * they were when it was planned. Diagnostics are in folder->diags. The caller
 * ends with ore_sweep_close in any case. */
ORE_MUST_USE ore_status ore_sweep_open(const char *dir,
                                       const ore_study_settings *settings,
                                       ore_sweep_folder *folder);
/** Print the diagnostics and free everything; returns `status`. */
ore_status ore_sweep_close(ore_sweep_folder *folder, ore_status status);

/** The round as the point changes it. NULL and *status when it was refused. The
 * caller frees. */
ore_round *ore_sweep_open_point(const ore_sweep_folder *folder,
                                const ore_design_point *point,
                                ore_status *status);

/** Path of a point's result. The caller frees. */
char *ore_sweep_point_path(const ore_sweep_folder *folder,
                           const ore_design_point *point);
/** What has become of a point. */
typedef enum ore_design_point_state {
    ORE_POINT_MISSING,
    ORE_POINT_UNREADABLE,
    ORE_POINT_FINISHED
} ore_design_point_state;

/** What has become of the point, and unless `found` is NULL the status of its
 * result. One that does not read, as if it was cut off, is a warning: the point
 * is solved again. */
ore_design_point_state ore_sweep_point_state(const ore_sweep_folder *folder,
                                             const ore_design_point *point,
                                             ore_status *found);

/** Whether a point's file can be written, told before it is computed. A link in
 * its place, which would lead out of the folder, is removed. */
ORE_MUST_USE ore_status ore_sweep_claim_file(const ore_sweep_folder *folder,
                                             const char *path);

/** The round itself and its verified result, which has a portfolio; unless
 * ORE_OK there are diagnostics, and what is there is the caller's to free all
 * the same. */
ORE_MUST_USE ore_status ore_sweep_open_recommended(ore_sweep_folder *folder,
                                                   ore_round **round,
                                                   ore_result **result,
                                                   ore_statistics *statistics);

/** Path of a point's score. The caller frees. */
char *ore_sweep_score_path(const ore_sweep_folder *folder,
                           const ore_design_point *point);
/** The folder of scores; ORE_NO_OUTPUT after a diagnostic. */
ORE_MUST_USE ore_status ore_sweep_make_scores(const ore_sweep_folder *folder);
/** The point's score, held against the result of `round`; one that is not
 * there, or does not read, which is a warning, is not of the result. */
void ore_sweep_take_score(const ore_sweep_folder *folder,
                          const ore_design_point *point, const ore_round *round,
                          const ore_result *result, ore_score *score);

#endif
