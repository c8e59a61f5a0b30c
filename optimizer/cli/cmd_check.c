/* check: read a round and say what was understood. */
#include <math.h>
#include <stdio.h>

#include "cli/command.h"
#include "orefolio/model.h"
#include "write/figures.h"

static void print_budgets(const ore_plan *plan)
{
    for (int b = 0; b < plan->n_budgets; b++) {
        const ore_budget *budget = &plan->budgets[b];
        double sum_m = 0.0;

        printf("budget %s:", budget->id);
        for (int s = 0; s < plan->n_commit; s++) {
            sum_m += budget->amount_m[s];
            printf(" %d:%.10g", plan->commit.first + s, budget->amount_m[s]);
        }
        printf(", in all %.10g M %s\n", sum_m, plan->currency);
    }
}

static void print_gaps(const ore_plan *plan)
{
    const int t = plan->n_years - 1;

    for (int i = 0; i < plan->n_targets; i++) {
        const ore_target *target = &plan->targets[i];
        printf("gap before %s in %s %d: %.10g of %.10g t/yr\n",
               plan->materials[target->material].id,
               plan->markets[target->market].id, plan->horizon.last,
               ore_figure_gap_before_tpa(plan, i, t), target->target_tpa[t]);
    }
}

/* What a unit of face costs. */
static void print_rates(const ore_plan *plan)
{
    for (int k = 0; k < plan->n_instruments; k++) {
        const ore_instrument *instrument = &plan->instruments[k];

        printf("instrument %s: ", instrument->id);
        if (isnan(instrument->subsidy_rate)) {
            printf("%s, charged by strike and prices\n",
                   instrument->kind->name);
        } else if (instrument->gain_rate < 0.0) {
            printf("%s, %.4g of its face by its terms, charged as 0\n",
                   instrument->kind->name, instrument->gain_rate);
        } else {
            printf("%s, %.4g of its face is charged%s\n",
                   instrument->kind->name, instrument->subsidy_rate,
                   instrument->budget < 0 ? " to no account" : "");
        }
    }
}

/* What was assumed of files that are not plain UTF-8 with commas. */
static void print_assumptions(const ore_plan *plan)
{
    for (int i = 0; i < plan->n_inputs; i++) {
        if (plan->inputs[i].read_as) {
            printf("file %s: read as %s\n", plan->inputs[i].path,
                   plan->inputs[i].read_as);
        }
    }
}

static ore_status run(const ore_options *options)
{
    ore_status status = ORE_OK;
    ore_plan *plan = ore_open_round(options, options->args[0], &status);

    if (!plan || options->quiet) {
        ore_plan_free(plan);
        return status;
    }
    double capex_m = 0.0;

    for (int p = 0; p < plan->n_projects; p++) {
        capex_m += plan->options[plan->projects[p].first_option].capex_m;
    }
    printf("round: %s\n", plan->name);
    printf("years: commitments %d-%d, supply %d-%d\n", plan->commit.first,
           plan->commit.last, plan->horizon.first, plan->horizon.last);
    printf("projects: %d with %d options, capital cost %.10g M %s\n",
           plan->n_projects, plan->n_options, capex_m, plan->currency);
    printf("instruments: %d of %d funders on %d budgets, %d offers\n",
           plan->n_instruments, plan->n_funders, plan->n_budgets,
           plan->n_offers);
    printf("materials: %d in %d markets, %d targets, %d rows of supply\n",
           plan->n_materials, plan->n_markets, plan->n_targets,
           plan->n_supplies);
    printf("links: %d, rules: %d\n", plan->n_links, plan->n_rules);
    printf("goals:");
    for (int g = 0; g < plan->n_goals; g++) {
        printf(" %s", plan->goals[g].name);
    }
    putchar('\n');
    for (int u = 0; u < plan->n_uncertains; u++) {
        const ore_uncertain *uncertain = &plan->uncertains[u];

        printf("uncertain %s: %d figures, factors %g to %g (10th and 90th "
               "percentile)\n",
               uncertain->id, uncertain->n_figures,
               ore_swing_factor(uncertain, false),
               ore_swing_factor(uncertain, true));
    }
    print_rates(plan);
    print_budgets(plan);
    print_gaps(plan);
    print_assumptions(plan);
    ore_plan_free(plan);
    return ORE_OK;
}

const ore_command ore_command_check = {
    .name = "check",
    .args = "ROUND.ini",
    .summary = "validate a round; print what was understood",
    .example = "orefolio check inputs/demo/round.ini",
    .least_args = 1,
    .most_args = 1,
    .accepts = ORE_OPT_STRICT | ORE_OPT_OUTSIDE | ORE_OPT_ROUND,
    .run = run,
};
