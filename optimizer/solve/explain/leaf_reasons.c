/* See leaf_reasons.h. */
#include "solve/explain/leaf_reasons.h"

#include "orefolio/screen.h"

void ore_explain_leaves(const ore_program *program, ore_result *result)
{
    for (int k = 0; k < result->n_leaves; k++) {
        const ore_round *round = ore_program_part(program, k)->round;
        ore_result *leaf = result->leaves[k];

        for (int p = 0; p < round->n_projects; p++) {
            if (leaf->option[p] < 0) {
                leaf->reason[p] = ore_screen_reason(round, p);
            }
            if (leaf->option[p] < 0 &&
                leaf->reason[p].kind == ORE_REASON_NONE) {
                leaf->reason[p].kind = ORE_REASON_UNKNOWN;
            }
        }
    }
}
