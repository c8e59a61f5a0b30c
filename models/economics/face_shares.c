/* See face_shares.h. */
#include "economics/face_shares.h"

double ore_face_share_all(const ore_instrument *instrument)
{
    (void)instrument;
    return 1.0;
}

double ore_face_share_none(const ore_instrument *instrument)
{
    (void)instrument;
    return 0.0;
}

double ore_face_share_covered(const ore_instrument *instrument)
{
    return instrument->coverage;
}
