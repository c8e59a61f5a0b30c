/* face: commitments at face, contingent ones included. */
#include "registry.h"

static double per_face(const ore_round *round, int f, int o, int s)
{
    (void)round;
    (void)f;
    (void)o;
    (void)s;
    return 1.0;
}

const ore_measure ore_measure_face = {
    .name = "face",
    .summary = "commitments at face, contingent ones included",
    .unit = ORE_LIMIT_MONEY,
    .span = ORE_SPAN_COMMIT,
    .words =
        ore_project_words | ORE_WORD_BIT(INSTRUMENT) | ORE_WORD_BIT(FUNDER),
    .per_face = per_face,
};
