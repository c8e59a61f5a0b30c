/* What a reason says, in every language of the program. */
#ifndef OPTIMIZER_SOLVE_EXPLAIN_REASON_TEXTS_H
#define OPTIMIZER_SOLVE_EXPLAIN_REASON_TEXTS_H

#include "orefolio/program.h"
#include "orefolio/result.h"

/** Give the reason its kind and its texts; ORE_REASON_EXCLUDED names whatever
 * families of the program ask something of the portfolio. `share`: what the
 * first goal gains at most, of its value, for ORE_REASON_NO_GAIN. */
void ore_reason_text(const ore_program *program, ore_reason_kind kind,
                     double share, ore_reason *reason);

#endif
