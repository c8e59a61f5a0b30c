/* budget_cost: what commitments charge to accounts. */
#include "orefolio/instrument.h"
#include "registry.h"

static double per_face(const ore_round *round, int f, int o, int s)
{
    return ore_charge_rate(round, f, o, s);
}

const ore_measure ore_measure_budget_cost = {
    .name = "budget_cost",
    .summary = "what commitments charge to accounts",
    .unit = ORE_LIMIT_MONEY,
    .span = ORE_SPAN_COMMIT,
    .words =
        ore_project_words | ORE_WORD_BIT(INSTRUMENT) | ORE_WORD_BIT(FUNDER),
    .per_face = per_face,
};
