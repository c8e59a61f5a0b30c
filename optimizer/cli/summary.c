/* See summary.h. */
#include "cli/summary.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/goal.h"
#include "orefolio/messages.h"
#include "orefolio/tolerances.h"

/* `gives`: later goals may have used up a tolerance of this one, so that its
 * gap is larger than the one asked for. */
static const char *proof_of(const ore_result *result,
                            const ore_goal_outcome *outcome, bool gives)
{
    if (outcome->gap <= ORE_TOLERANCE_PROVEN) {
        return _("proven best");
    }
    return result->status != ORE_OK ? _("the best found until it was stopped")
           : gives
               ? _("proven within the precision asked for and its tolerance")
               : _("proven within the precision asked for");
}

void ore_print_goals(const ore_round *round, const ore_result *result)
{
    for (int g = 0; g < round->n_goals; g++) {
        const ore_goal_outcome *outcome = &result->goals[g];
        const ore_goal *goal = ore_objective_goal(&round->goals[g]);

        printf("%s: %.6f %s%s, %s\n", round->goals[g].name, outcome->value,
               strcmp(goal->unit, "M") == 0 ? "M " : "",
               strcmp(goal->unit, "M") == 0 ? round->currency : _(goal->unit),
               proof_of(result, outcome,
                        g + 1 < round->n_goals &&
                            round->goals[g].tolerance > 0.0));
        if (!isfinite(outcome->gap)) {
            puts(_("    no bound is proven yet"));
        } else if (outcome->gap > ORE_TOLERANCE_PROVEN) {
            printf(_("    bound %.6f, distance to proven best %.4f %%\n"),
                   outcome->bound, 100.0 * outcome->gap);
        }
    }
}

/* For --verbose: how large the program was, what was looked at, and what the
 * time went to. */
void ore_print_effort(const ore_statistics *statistics)
{
    fprintf(stderr,
            _("program: %d rows, %d columns (%d integer), %d coefficients; "
              "%ld nodes and %ld iterations in %.1f s; %d rows and %d rules "
              "verified, worst violation %.2g\nseconds:"),
            statistics->rows, statistics->columns, statistics->integers,
            statistics->nonzeros, statistics->nodes, statistics->iterations,
            statistics->seconds, statistics->rows_checked,
            statistics->rules_checked, statistics->worst_violation);
    for (ore_phase phase = ORE_PHASE_READ; phase < ORE_PHASES; phase++) {
        fprintf(stderr, "%s %s %.2f", phase > ORE_PHASE_READ ? "," : "",
                _(ore_phase_name(phase)), statistics->phase_s[phase]);
    }
    fputc('\n', stderr);
}

static const char *label_of(const ore_market *market)
{
    return ore_shown(ore_messages_are_japanese() ? market->label_ja
                                                 : market->label);
}

void ore_print_reliability(const ore_reliability *draws)
{
    if (!draws) {
        return;
    }
    printf(_("reliability: in %d draws shortfall is at most %.6g in one of "
             "ten, %.6g in five, %.6g in nine; planned %.6g\n"),
           draws->n_known, draws->loss.p10, draws->loss.p50, draws->loss.p90,
           draws->planned_loss);
    for (int i = 0; i < draws->n_markets; i++) {
        const ore_market_odds *own = &draws->markets[i];
        const ore_market *market = &draws->round->markets[own->market];

        if (own->n_planned > 0) {
            printf(_("    end products of %s that the plan meets: all are met "
                     "with probability %.0f %%\n"),
                   label_of(market), 100.0 * own->holds);
        }
    }
    if (draws->n_known < draws->n_draws) {
        printf(_("    in %d more draws no flows were found\n"),
               draws->n_draws - draws->n_known);
    }
}
