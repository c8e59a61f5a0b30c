/* Shares of a commitment's face that several kinds of instruments have in
 * common. */
#ifndef MODELS_ECONOMICS_FACE_SHARES_H
#define MODELS_ECONOMICS_FACE_SHARES_H

#include "orefolio/instrument.h"

/** All of it. */
double ore_face_share_all(const ore_instrument *instrument);
/** Nothing. */
double ore_face_share_none(const ore_instrument *instrument);
/** What the instrument covers: its `coverage`. */
double ore_face_share_covered(const ore_instrument *instrument);

#endif
