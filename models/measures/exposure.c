/* exposure: what can be lost on commitments. */
#include "orefolio/instrument.h"
#include "registry.h"

static double per_face(const ore_round *round, int f, int o, int s)
{
    const ore_instrument *instrument =
        &round->instruments[round->pairs[f].instrument];

    (void)o;
    (void)s;
    return instrument->kind->exposure_share(instrument);
}

const ore_measure ore_measure_exposure = {
    .name = "exposure",
    .summary = "what can be lost on commitments",
    .unit = ORE_LIMIT_MONEY,
    .span = ORE_SPAN_COMMIT,
    .words =
        ore_project_words | ORE_WORD_BIT(INSTRUMENT) | ORE_WORD_BIT(FUNDER),
    .per_face = per_face,
};
