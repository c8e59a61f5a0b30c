/* See orefolio/study/told_results.h. */
#include "orefolio/study/told_results.h"

const char *ore_told_name(ore_told_kind kind)
{
    static const char *const names[ORE_TOLDS] = {
        [ORE_TOLD_ROUND] = "round",
        [ORE_TOLD_INPUT] = "input",
        [ORE_TOLD_STATUS] = "status",
        [ORE_TOLD_GOAL] = "goal",
        [ORE_TOLD_DECISION] = "decision",
        [ORE_TOLD_SUPPORT] = "support",
        [ORE_TOLD_AVAILABLE] = "account_available",
        [ORE_TOLD_USED] = "account_used"};

    return names[kind];
}

const ore_told *ore_told_of(const ore_told_results *results, int d)
{
    const ore_told_difference *difference = &results->differences[d];

    return difference->after >= 0 ? &results->told[1][difference->after]
                                  : &results->told[0][difference->before];
}
