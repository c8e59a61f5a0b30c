/* See edited_round.h. */
#include "study/edited_round.h"

void ore_edit_to_first_goal(ore_round *edited)
{
    edited->n_goals = 1;
}

void ore_edit_give_nothing(ore_round *edited)
{
    ore_objective *goals =
        ore_round_own(edited, edited->goals, edited->n_goals, sizeof *goals);

    goals[0].tolerance = 0.0;
    edited->goals = goals;
}

void ore_edit_decide(ore_round *edited, int p, ore_decision decision)
{
    ore_project *projects = ore_round_own(edited, edited->projects,
                                          edited->n_projects, sizeof *projects);

    projects[p].decision = decision;
    edited->projects = projects;
}

/* The options of the round, to be changed. */
static ore_option *own_options(ore_round *edited)
{
    ore_option *options = ore_round_own(edited, edited->options,
                                        edited->n_options, sizeof *options);

    edited->options = options;
    return options;
}

void ore_edit_success(ore_round *edited, int p, double probability)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options = own_options(edited);

    for (int o = 0; o < project->n_options; o++) {
        options[project->first_option + o].success_probability = probability;
    }
}

void ore_edit_output(ore_round *edited, int p, double factor)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options = own_options(edited);

    for (int o = 0; o < project->n_options; o++) {
        ore_option *option = &options[project->first_option + o];
        ore_flow *flows = ore_round_own(edited, option->flows, option->n_flows,
                                        sizeof *flows);

        for (int k = 0; k < option->n_flows; k++) {
            flows[k].output_tpa *= factor;
        }
        option->flows = flows;
    }
    ore_sale *sales =
        ore_round_own(edited, edited->sales, edited->n_sales, sizeof *sales);

    for (int k = 0; k < edited->n_sales; k++) {
        if (options[sales[k].option].project == p) {
            sales[k].output_tpa *= factor;
        }
    }
    edited->sales = sales;
}

void ore_edit_accounts(ore_round *edited, double factor)
{
    const int n_years = edited->n_budget_years;
    ore_budget *budgets = ore_round_own(edited, edited->budgets,
                                        edited->n_budgets, sizeof *budgets);

    for (int b = 0; b < edited->n_budgets; b++) {
        double *amount_m = ore_round_own(edited, budgets[b].amount_m, n_years,
                                         sizeof *amount_m);

        for (int y = 0; y < n_years; y++) {
            amount_m[y] *= factor;
        }
        budgets[b].amount_m = amount_m;
    }
    edited->budgets = budgets;
}

void ore_edit_scale(ore_round *edited, int p, double factor)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options = own_options(edited);

    for (int o = 0; o < project->n_options; o++) {
        options[project->first_option + o].capex_m *= factor;
    }
}
