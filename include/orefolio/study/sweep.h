/* A sweep: one round solved many times under other assumptions, as a folder.
 *
 *   DIR/sweep.json          what is to be solved, made once by `sweep plan`
 *   DIR/results/0001.json   a point that is finished: a result file
 *   DIR/scores/0001.json    what the recommended projects are worth there
 *
 * Points are independent of each other, so shards of them can run anywhere. */
#ifndef OREFOLIO_STUDY_SWEEP_H
#define OREFOLIO_STUDY_SWEEP_H

#include "orefolio/common.h"
#include "orefolio/round.h"

/** Bytes of a sweep.json, or of any result file, that can be read. */
enum { ORE_LARGEST_JSON = 64 * 1024 * 1024 };

/** Why a point is there. */
typedef enum ore_design_family {
    ORE_DESIGN_ROUND,    /**< the round itself; the first point */
    ORE_DESIGN_SCENARIO, /**< a scenario of the round */
    ORE_DESIGN_LOW,      /**< one uncertain figure at its 10th percentile */
    ORE_DESIGN_HIGH,     /**< at its 90th */
    ORE_DESIGN_FRONTIER, /**< a limit on another goal, by rising index */
    ORE_DESIGN_SAMPLE,   /**< all uncertain figures drawn */
    ORE_DESIGN_FAMILIES
} ore_design_family;

/** What a point changes in the round. */
typedef struct ore_design_point {
    const char *id; /**< "0001"; its result is results/ID.json */
    ore_design_family family;
    const char *name;     /**< of the scenario or the uncertain figure; "" */
    const char *scenario; /**< NULL = as the command line says */
    int n_sets;
    const char *const *sets; /**< [n_sets] "ADDRESS=VALUE", in order */
    int draw; /**< of a sample: its number in the stream of the seed, from 1, in
                   place of sets: those of the first point and its factors; 0 =
                   it has its sets */
} ore_design_point;

typedef struct ore_sweep {
    const char *round; /**< path of the round file, relative to the folder */
    const char *over;  /**< the frontier's other goal; NULL = no frontier */
    int n_samples, seed;
    int n_inputs;
    const ore_input *inputs; /**< of the round as it was planned */
    int n_points;
    const ore_design_point *points; /**< [n_points >= 1] */
    void *store;                    /**< owner of all this; of text and lists */
} ore_sweep;

/** An empty sweep with a store. The caller ends with ore_sweep_free, which NULL
 * is allowed for. */
ore_sweep *ore_sweep_new(void);
void ore_sweep_free(ore_sweep *sweep);

/** "round", "scenario", "low", …, as sweep.json has them; ends with NULL. */
extern const char *const ore_design_families[];

#endif
