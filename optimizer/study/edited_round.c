/* See edited.h. */
#include "study/edited_round.h"

#include <math.h>
#include <string.h>

#include "base/store.h"
#include "orefolio/memory.h"
#include "orefolio/model.h"

static const double share_step = 0.05, parts_of_limit = 10.0;

ore_round *ore_edited_new(const ore_round *round)
{
    ore_round *edited = ore_alloc(1, sizeof *edited);

    *edited = *round;
    edited->store = ore_store_new();
    return edited;
}

/* An own copy of an array, for what is changed in it. */
static void *own(const ore_round *edited, const void *array, int n, size_t size)
{
    void *copy = ore_store_alloc(edited->store, n, size);

    memcpy(copy, array, (size_t)n * size);
    return copy;
}

void ore_edit_first_goal(ore_round *edited)
{
    edited->n_goals = 1;
}

void ore_edit_force(ore_round *edited, int p)
{
    ore_project *projects =
        own(edited, edited->projects, edited->n_projects, sizeof *projects);

    projects[p].decision = ORE_MUST;
    edited->projects = projects;
}

void ore_edit_scale(ore_round *edited, int p, double factor)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options =
        own(edited, edited->options, edited->n_options, sizeof *options);

    for (int o = 0; o < project->n_options; o++) {
        options[project->first_option + o].capex_m *= factor;
    }
    edited->options = options;
}

static void relax_budget(ore_round *edited, ore_limit limit, double step)
{
    ore_budget *budgets =
        own(edited, edited->budgets, edited->n_budgets, sizeof *budgets);
    double *amount_m = own(edited, budgets[limit.of].amount_m,
                           edited->n_budget_years, sizeof *amount_m);

    amount_m[limit.s] += step;
    budgets[limit.of].amount_m = amount_m;
    edited->budgets = budgets;
}

static void relax_ceiling(ore_round *edited, ore_limit limit, double step)
{
    ore_instrument *all =
        own(edited, edited->instruments, edited->n_instruments, sizeof *all);
    ore_instrument *instrument = &all[limit.of];

    if (limit.kind == ORE_LIMIT_CEILING_TOTAL) {
        instrument->ceiling_total_m += step;
    } else {
        double *ceiling_m = own(edited, instrument->ceiling_m, edited->n_commit,
                                sizeof *ceiling_m);

        ceiling_m[limit.s] += step;
        instrument->ceiling_m = ceiling_m;
    }
    edited->instruments = all;
}

static void relax_funder(ore_round *edited, ore_limit limit, double step)
{
    ore_funder *funders =
        own(edited, edited->funders, edited->n_funders, sizeof *funders);
    ore_funder *funder = &funders[limit.of];

    if (limit.kind == ORE_LIMIT_SHARE_MAX) {
        funder->budget_cost_share_max =
            fmin(1.0, funder->budget_cost_share_max + step);
    } else {
        funder->budget_cost_share_min =
            fmax(0.0, funder->budget_cost_share_min - step);
    }
    edited->funders = funders;
}

static void relax_rule(ore_round *edited, ore_limit limit, double step)
{
    ore_rule *rules =
        own(edited, edited->rules, edited->n_rules, sizeof *rules);
    ore_rule *rule = &rules[limit.of];

    if (limit.kind == ORE_LIMIT_RULE_MAX) {
        rule->max += step;
    } else if (limit.kind == ORE_LIMIT_RULE_MIN) {
        rule->min -= step;
    } else if (limit.kind == ORE_LIMIT_RULE_MAX_SHARE) {
        rule->max_share = fmin(1.0, rule->max_share + step);
    } else {
        rule->min_share = fmax(0.0, rule->min_share - step);
    }
    edited->rules = rules;
}

static void relax_goal(ore_round *edited, ore_limit limit, double step)
{
    const ore_objective **limits = own(edited, edited->limits, edited->n_limits,
                                       sizeof(const ore_objective *));
    ore_objective *use = own(edited, limits[limit.of], 1, sizeof *use);

    use->limit += ore_objective_is_maximised(use) ? -step : step;
    limits[limit.of] = use;
    edited->limits = limits;
}

void ore_edit_relax(ore_round *edited, ore_limit limit, double step)
{
    switch (limit.kind) {
    case ORE_LIMIT_ACCOUNT: relax_budget(edited, limit, step); break;
    case ORE_LIMIT_CEILING:
    case ORE_LIMIT_CEILING_TOTAL: relax_ceiling(edited, limit, step); break;
    case ORE_LIMIT_SHARE_MAX:
    case ORE_LIMIT_SHARE_MIN: relax_funder(edited, limit, step); break;
    case ORE_LIMIT_RULE_MAX:
    case ORE_LIMIT_RULE_MAX_SHARE:
    case ORE_LIMIT_RULE_MIN_SHARE:
    case ORE_LIMIT_RULE_MIN: relax_rule(edited, limit, step); break;
    case ORE_LIMIT_GOAL: relax_goal(edited, limit, step); break;
    }
}

/* A tenth of a limit that is there. */
static double part_of(double limit)
{
    return isfinite(limit) ? fabs(limit) / parts_of_limit : 0.0;
}

static double rule_step(const ore_rule *rule, double limit)
{
    return !isfinite(limit)                     ? 0.0
           : rule->measure == ORE_MEASURE_COUNT ? 1.0
                                                : part_of(limit);
}

double ore_limit_step(const ore_round *round, ore_limit limit)
{
    switch (limit.kind) {
    case ORE_LIMIT_ACCOUNT:
        return part_of(round->budgets[limit.of].amount_m[limit.s]);
    case ORE_LIMIT_CEILING:
        return part_of(round->instruments[limit.of].ceiling_m[limit.s]);
    case ORE_LIMIT_CEILING_TOTAL:
        return part_of(round->instruments[limit.of].ceiling_total_m);
    case ORE_LIMIT_SHARE_MAX:
        return round->funders[limit.of].budget_cost_share_max < 1.0 ? share_step
                                                                    : 0.0;
    case ORE_LIMIT_SHARE_MIN:
        return round->funders[limit.of].budget_cost_share_min > 0.0 ? share_step
                                                                    : 0.0;
    case ORE_LIMIT_RULE_MAX:
        return rule_step(&round->rules[limit.of], round->rules[limit.of].max);
    case ORE_LIMIT_RULE_MIN:
        return rule_step(&round->rules[limit.of], round->rules[limit.of].min);
    case ORE_LIMIT_RULE_MAX_SHARE:
        return isfinite(round->rules[limit.of].max_share) ? share_step : 0.0;
    case ORE_LIMIT_RULE_MIN_SHARE:
        return isfinite(round->rules[limit.of].min_share) ? share_step : 0.0;
    case ORE_LIMIT_GOAL: return part_of(round->limits[limit.of]->limit);
    }
    return 0.0;
}
