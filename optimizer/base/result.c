/* An empty result of a round's shape. */
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/result.h"
#include "orefolio/statistics.h"

const char *const ore_reason_words[] = {[ORE_REASON_NONE] = "none",
                                        [ORE_REASON_OUT] = "out",
                                        [ORE_REASON_SCREENED] = "screened",
                                        [ORE_REASON_WINDOW] = "window",
                                        [ORE_REASON_UNFUNDABLE] = "unfundable",
                                        [ORE_REASON_EXCLUDED] = "excluded",
                                        [ORE_REASON_BUDGET] = "budget",
                                        [ORE_REASON_NO_GAIN] = "no-gain",
                                        [ORE_REASON_OUTRANKED] = "outranked",
                                        [ORE_REASON_UNKNOWN] = "unknown"};
_Static_assert(ORE_COUNT_OF(ore_reason_words) == ORE_REASONS,
               "a word for every reason");

ore_result *ore_result_new(const ore_round *round)
{
    ore_result *result = ore_alloc(1, sizeof *result);
    const int n_projects = round->n_projects;
    const int n_states = round->n_states;
    const int n_flows = round->n_targets * n_states;

    result->status = ORE_NO_ANSWER;
    result->option = ore_alloc(n_projects, sizeof *result->option);
    for (int p = 0; p < n_projects; p++) {
        result->option[p] = -1;
    }
    result->year = ore_alloc(n_projects, sizeof *result->year);
    result->face_m = ore_alloc(round->n_pairs, sizeof *result->face_m);
    result->equity_m = ore_alloc(n_projects, sizeof *result->equity_m);
    result->debt_m = ore_alloc(n_projects, sizeof *result->debt_m);
    result->utilisation =
        ore_alloc(n_projects * n_states, sizeof *result->utilisation);
    result->delivered_tpa = ore_alloc(n_flows, sizeof *result->delivered_tpa);
    result->shortfall_tpa = ore_alloc(n_flows, sizeof *result->shortfall_tpa);
    result->taken_tpa = ore_alloc(round->n_supplies * round->n_years,
                                  sizeof *result->taken_tpa);
    result->answer = ore_alloc(round->n_supplies, sizeof *result->answer);
    result->sold_tpa =
        ore_alloc(round->n_sales * n_states, sizeof *result->sold_tpa);
    result->bought_t = ore_alloc(round->n_stockpiles * round->n_years,
                                 sizeof *result->bought_t);
    result->released_t =
        ore_alloc(round->n_stockpiles * n_states, sizeof *result->released_t);
    result->lent_t =
        ore_alloc(round->n_stockpiles * n_states, sizeof *result->lent_t);
    result->repaid_t = ore_alloc(round->n_stockpiles * round->n_years,
                                 sizeof *result->repaid_t);
    result->reason = ore_alloc(n_projects, sizeof *result->reason);
    result->n_reasons = n_projects;
    result->goals = ore_alloc(round->n_goals, sizeof *result->goals);
    return result;
}

void ore_result_free(ore_result *result)
{
    if (!result) {
        return;
    }
    for (int p = 0; p < result->n_reasons; p++) {
        free(result->reason[p].detail);
        free(result->reason[p].detail_ja);
    }
    for (int i = 0; i < result->n_conflicts; i++) {
        free(result->conflict_text[i]);
        free(result->conflict_text_ja[i]);
    }
    for (int k = 0; k < result->n_leaves; k++) {
        ore_result_free(result->leaves[k]);
    }
    free(result->leaves);
    free(result->trouble);
    free(result->option);
    free(result->year);
    free(result->face_m);
    free(result->equity_m);
    free(result->debt_m);
    free(result->utilisation);
    free(result->delivered_tpa);
    free(result->shortfall_tpa);
    free(result->taken_tpa);
    free(result->answer);
    free(result->sold_tpa);
    free(result->bought_t);
    free(result->released_t);
    free(result->lent_t);
    free(result->repaid_t);
    free(result->reason);
    free(result->goals);
    free(result->conflict_where);
    free(result->conflict_text);
    free(result->conflict_text_ja);
    free(result);
}

const char *ore_phase_name(ore_phase phase)
{
    static const char *const names[ORE_PHASES] = {
        [ORE_PHASE_READ] = "reading",
        [ORE_PHASE_BUILD] = "building",
        [ORE_PHASE_ROOT] = "root LP",
        [ORE_PHASE_CUT] = "cuts",
        [ORE_PHASE_HEURISTICS] = "heuristics",
        [ORE_PHASE_TREE] = "branch and bound",
        [ORE_PHASE_POLISH] = "polishing",
        [ORE_PHASE_REASON] = "explaining",
        [ORE_PHASE_VERIFY] = "verifying",
        [ORE_PHASE_WRITE] = "writing"};

    return names[phase];
}
