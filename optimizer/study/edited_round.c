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

void ore_edit_force(ore_round *edited, int p)
{
    ore_project *projects = ore_round_own(edited, edited->projects,
                                          edited->n_projects, sizeof *projects);

    projects[p].decision = ORE_MUST;
    edited->projects = projects;
}

void ore_edit_scale(ore_round *edited, int p, double factor)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options = ore_round_own(edited, edited->options,
                                        edited->n_options, sizeof *options);

    for (int o = 0; o < project->n_options; o++) {
        options[project->first_option + o].capex_m *= factor;
    }
    edited->options = options;
}
