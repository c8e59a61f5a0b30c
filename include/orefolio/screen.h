/* Which project options may start in which year, and why not. */
#ifndef OREFOLIO_SCREEN_H
#define OREFOLIO_SCREEN_H

#include "orefolio/result.h"
#include "orefolio/round.h"

/** Whether project `p` stays as the baseline has it: its option, its year, and
 * at least the faces committed to it. So do committed projects (or all, or
 * none, as round->keep says), and in a response whatever was committed before
 * the disruption. */
bool ore_is_kept(const ore_round *round, int p);

/** Whether the answer to the open sale of supply `i` stays as the baseline has
 * it: in a response, to sales before the disruption; to all with --keep all. */
bool ore_is_answer_kept(const ore_round *round, int i);

/** Whether option `o` may be committed in commitment year `s` (from 0), by
 * status, screening and window. On false, `why` (NULL allowed) is the reason:
 * ORE_REASON_OUT, _SCREENED or _WINDOW. */
bool ore_may_start(const ore_round *round, int o, int s, ore_reason_kind *why);

/** Why project `p` can start in no year, its sentences the caller's to free; of
 * kind ORE_REASON_NONE without any when it can. */
ore_reason ore_screen_reason(const ore_round *round, int p);

#endif
