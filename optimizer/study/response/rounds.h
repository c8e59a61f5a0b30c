/* The rounds that a response is made of: copies of a round with a baseline,
 * which must outlive them. */
#ifndef OPTIMIZER_STUDY_RESPONSE_ROUNDS_H
#define OPTIMIZER_STUDY_RESPONSE_ROUNDS_H

#include "orefolio/study/response.h"

/** Disruption w has happened (-1 = none has), and so much may be decided. */
ore_round *ore_response_round(const ore_round *round, int w,
                              ore_response_mode mode);

/** That round with the decisions of a result of it as its baseline, and none to
 * take; what it is edited to is its own. */
ore_round *ore_round_as_decided(const ore_round *round,
                                const ore_result *result);

/** Only what is missing of targets counts, a tonne in any year alike. */
void ore_edit_to_shortfall(ore_round *edited);

/** Of them, only what is missing of the material in `n` years from horizon year
 * t on. */
void ore_edit_to_gap(ore_round *edited, int material, int t, int n);

/** No supply of the material, and none of the plants that make it, is left in
 * the country, from the beginning of the horizon on. */
void ore_edit_lose_country(ore_round *edited, int material,
                           const char *country);

#endif
