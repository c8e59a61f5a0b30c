/* check: read a round and say what was understood. */
#include <math.h>
#include <stdio.h>

#include "cli/command.h"
#include "orefolio/accounting.h"
#include "orefolio/messages.h"
#include "orefolio/study/tree_study.h"
#include "study/events/open_tree.h"
#include "study/reach.h"

/* What account b has in commitment years. */
static double appropriated_m(const ore_round *round, int b)
{
    double sum_m = 0.0;

    for (int s = 0; s < round->n_commit; s++) {
        sum_m += round->budgets[b].amount_m[s];
    }
    return sum_m;
}

static void print_budgets(const ore_round *round)
{
    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];

        printf(_("budget %s:"), budget->id);
        for (int s = 0; s < round->n_commit; s++) {
            printf(" %d:%.10g", round->commit.first + s, budget->amount_m[s]);
        }
        printf(_(", in all %.10g M %s\n"), appropriated_m(round, b),
               round->currency);
    }
}

static void print_gaps(const ore_round *round)
{
    const int t = round->n_years - 1;

    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];
        printf(_("gap before %s in %s %d: %.10g of %.10g t/yr\n"),
               round->materials[target->material].id,
               round->markets[target->market].id, round->horizon.last,
               ore_figure_gap_before_tpa(round, i, t), target->target_tpa[t]);
    }
}

/* What a unit of face costs. */
static void print_rates(const ore_round *round)
{
    for (int k = 0; k < round->n_instruments; k++) {
        const ore_instrument *instrument = &round->instruments[k];

        printf(_("instrument %s: "), instrument->id);
        if (isnan(instrument->subsidy_rate)) {
            printf(_("%s, charged by strike and prices\n"),
                   instrument->kind->name);
        } else if (instrument->gain_rate < 0.0) {
            printf(_("%s, %.4g of its face by its terms, charged as 0\n"),
                   instrument->kind->name, instrument->gain_rate);
        } else {
            printf(_("%s, %.4g of its face is charged%s\n"),
                   instrument->kind->name, instrument->subsidy_rate,
                   instrument->budget < 0 ? _(" to no account") : "");
        }
    }
}

/* What was assumed of files that are not plain UTF-8 with commas. */
static void print_assumptions(const ore_round *round)
{
    for (int i = 0; i < round->n_inputs; i++) {
        if (round->inputs[i].read_as) {
            printf(_("file %s: read as %s\n"), round->inputs[i].path,
                   round->inputs[i].read_as);
        }
    }
}

/* What funders can pay: all of their accounts, and the shares that they have
 * agreed on, those of the others included. */
static void print_burden(const ore_round *round)
{
    double all_m = 0.0, min = 0.0, max = 0.0;

    for (int b = 0; b < round->n_budgets; b++) {
        all_m += appropriated_m(round, b);
    }
    for (int u = 0; u < round->n_funders; u++) {
        min += round->funders[u].budget_cost_share_min;
        max += round->funders[u].budget_cost_share_max;
    }
    for (int u = 0; u < round->n_funders && round->n_funders > 1; u++) {
        const ore_funder *funder = &round->funders[u];
        const double low = fmax(funder->budget_cost_share_min,
                                1.0 - (max - funder->budget_cost_share_max));
        const double high = fmin(funder->budget_cost_share_max,
                                 1.0 - (min - funder->budget_cost_share_min));
        double own_m = 0.0;

        for (int b = 0; b < round->n_budgets; b++) {
            own_m +=
                round->budgets[b].funder == u ? appropriated_m(round, b) : 0.0;
        }
        printf(_("funder %s: pays %.4g to %.4g %% of the budget cost; its "
                 "accounts are %.10g M %s, %.4g %% of all\n"),
               funder->id, 100.0 * fmax(0.0, low), 100.0 * fmin(1.0, high),
               own_m, round->currency,
               all_m > 0.0 ? 100.0 * own_m / all_m : 0.0);
    }
}

/* Floors that no portfolio keeps, however much money there is. */
static void print_out_of_reach(const ore_round *round)
{
    for (int i = 0; i < round->n_rules; i++) {
        const ore_rule *rule = &round->rules[i];
        const double breach = ore_reach_least_breach(round, i);

        if (breach > 0.0) {
            printf(_("%s:%d: rule %s is out of reach: with every project and "
                     "unlimited accounts its floor is missed by %.3g %% "
                     "of the limit; lower it, or give it a penalty\n"),
                   rule->where.file, rule->where.line, rule->id,
                   100.0 * breach);
        }
    }
}

/* When news comes, and what it changes. */
static void print_event(const ore_round *round, const ore_event *event)
{
    if (event->project < 0) {
        printf(_("event %s, known in %d:"), event->id, event->known_in);
    } else {
        printf(_("event %s, found by %s with a lag of %d:"), event->id,
               round->projects[event->project].id, event->lag_years);
    }
    for (int i = 0; i < event->n_outcomes; i++) {
        const ore_outcome *outcome = &round->outcomes[event->first_outcome + i];

        printf("%s %s %.4g %%", i > 0 ? "," : "", outcome->id,
               100.0 * outcome->probability);
        if (outcome->n_changes == 0) {
            fputs(_(" (changes nothing)"), stdout);
        }
    }
    if (event->remainder > 0.0) {
        printf(_(", as in the tables %.4g %%"), 100.0 * event->remainder);
    }
    putchar('\n');
}

/* The rounds of all leaves are read, so that what is wrong with one is told. */
static ore_status check_events(const ore_options *options,
                               const ore_round *round)
{
    ore_status status = ORE_OK;
    ore_diags *diags = ore_diags_new();

    for (int e = 0; e < round->n_events; e++) {
        print_event(round, &round->events[e]);
    }
    if (round->n_events > 0) {
        ore_scenario_tree *tree = ore_scenario_tree_open(
            &options->study.read, options->args[0], round, diags, &status);

        if (tree) {
            printf(_("leaves: %d; decisions up to %d are the same in all of "
                     "them\n"),
                   tree->n_leaves, ore_tree_signed_until(tree));
        }
        ore_scenario_tree_free(tree);
    }
    return ore_diags_tell(diags, status);
}

static ore_status run(const ore_options *options)
{
    ore_status status = ORE_OK;
    ore_round *round = ore_round_open(options, options->args[0], &status);

    if (!round || options->quiet) {
        ore_round_free(round);
        return status;
    }
    double capex_m = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        capex_m += round->options[round->projects[p].first_option].capex_m;
    }
    printf(_("round: %s\n"),
           ore_messages_are_japanese() ? round->name_ja : round->name);
    printf(_("years: commitments %d-%d, supply %d-%d\n"), round->commit.first,
           round->commit.last, round->horizon.first, round->horizon.last);
    printf(_("projects: %d with %d options, capital cost %.10g M %s\n"),
           round->n_projects, round->n_options, capex_m, round->currency);
    printf(_("instruments: %d of %d funders on %d budgets, %d offers\n"),
           round->n_instruments, round->n_funders, round->n_budgets,
           round->n_pairs);
    printf(_("materials: %d in %d markets, %d targets, %d rows of supply\n"),
           round->n_materials, round->n_markets, round->n_targets,
           round->n_supplies);
    printf(_("links: %d, rules: %d\n"), round->n_links, round->n_rules);
    printf(_("goals:"));
    for (int g = 0; g < round->n_goals; g++) {
        printf(" %s", round->goals[g].name);
    }
    putchar('\n');
    if (round->n_speed_ups > 0) {
        printf(_("speed-ups of what is committed: %d, offered by respond and "
                 "--respond only\n"),
               round->n_speed_ups);
    }
    for (int u = 0; u < round->n_uncertains; u++) {
        const ore_uncertain *uncertain = &round->uncertains[u];

        printf(_("uncertain %s: %d figures, factors %g to %g (10th and 90th "
                 "percentile)\n"),
               uncertain->id, uncertain->n_figures,
               ore_swing_factor(uncertain, false),
               ore_swing_factor(uncertain, true));
    }
    print_rates(round);
    print_budgets(round);
    print_burden(round);
    print_gaps(round);
    print_out_of_reach(round);
    print_assumptions(round);
    status = check_events(options, round);
    ore_round_free(round);
    return status;
}

const ore_command ore_command_check = {
    .name = "check",
    .args = "ROUND.ini",
    .summary = "validate a round; print what was understood",
    .example = "orefolio check inputs/demo/round.ini",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_STRICT | ORE_OPT_OUTSIDE | ORE_OPT_ROUND,
    .knows_events = true,
    .run = run,
};
