/* The states of a round: its years, and those of disruptions again where goals
 * ask for them. */
#include "base/store.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "read/read.h"

static ore_state state_of(const ore_round *round, int year, int disruption)
{
    char *name = disruption < 0 ? ore_print("%d", year)
                                : ore_print("%d,%s", year,
                                            round->disruptions[disruption].id);

    return (ore_state){year - round->horizon.first, disruption,
                       ore_store_keep(round->store, name)};
}

static bool lasts(const ore_round *round, int w, int year)
{
    return w >= 0 && year >= round->disruptions[w].years.first &&
           year <= round->disruptions[w].years.last;
}

void ore_round_make_states(ore_round *round)
{
    const bool looks_ahead = ore_objective_named(round, "expected_shortfall") ||
                             ore_objective_named(round, "worst_shortfall") ||
                             ore_objective_named(round, "cvar_shortfall");
    const int hit = round->respond;
    ore_state *states = ore_store_alloc(
        round->store, (round->n_disruptions + 1) * round->n_years,
        sizeof(ore_state));
    int n = 0;

    for (int year = round->horizon.first; year <= round->horizon.last; year++) {
        states[n++] = state_of(round, year, lasts(round, hit, year) ? hit : -1);
    }
    for (int w = 0; w < round->n_disruptions && looks_ahead; w++) {
        const ore_years years = round->disruptions[w].years;

        for (int year = years.first; year <= years.last && w != hit; year++) {
            states[n++] = state_of(round, year, w);
        }
    }
    round->states = states;
    round->n_states = n;
}
