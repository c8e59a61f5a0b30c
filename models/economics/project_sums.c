/* Sums over what goes ahead, as columns. */
#include "economics/project_sums.h"

#include "orefolio/variables.h"

/* Whether s, counted from the first commitment year, is one of its years. */
static bool is_in_years(const ore_round *round, const ore_selection *selection,
                        int s)
{
    return ore_selects_year(selection, round->commit.first + s);
}

void ore_sum_starts(const ore_round *round, const ore_variables *variables,
                    const ore_selection *selection, const ore_expression *sum,
                    ore_option_figure *figure)
{
    for (int o = 0; o < round->n_options; o++) {
        if (!ore_selects_option(selection, round, o)) {
            continue;
        }
        for (int s = 0; s < round->n_commit; s++) {
            if (is_in_years(round, selection, s)) {
                ore_expression_add(
                    sum, figure(round, selection, o),
                    variables->start[ore_at_commit(round, o, s)]);
            }
        }
    }
}

void ore_sum_awards(const ore_round *round, const ore_variables *variables,
                    const ore_selection *selection, const ore_expression *sum,
                    ore_pair_figure *figure)
{
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_project *project = &round->projects[round->pairs[f].project];

        for (int at = 0; at < project->n_options * round->n_commit; at++) {
            const int o = project->first_option + at / round->n_commit;
            const int s = at % round->n_commit;

            if (is_in_years(round, selection, s) &&
                ore_selects_option(selection, round, o) &&
                ore_selects_pair(selection, round, f)) {
                ore_expression_add(
                    sum, figure(round, f, o, s),
                    ore_variables_award(round, variables, f, o, s));
            }
        }
    }
}
