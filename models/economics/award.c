/* The most that an instrument may give a project. */
#include <math.h>

#include "orefolio/filter.h"
#include "orefolio/instrument.h"

double ore_award_max_m(const ore_round *round, int f, int o, int s)
{
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const struct ore_instrument_kind *kind = instrument->kind;
    const double exposure_share = kind->exposure_share(instrument);
    const double ceiling_m =
        fmin(instrument->ceiling_m[s], instrument->ceiling_total_m);
    double max_m = fmin(pair->max_m,
                        instrument->share_max * ore_max_face_m(round, f, o, s));

    if (!ore_filter_option(&instrument->applies_to, round,
                           &round->options[o])) {
        return 0.0;
    }
    if (exposure_share > 0.0) {
        max_m = fmin(max_m, ceiling_m / exposure_share);
    }
    return max_m;
}
