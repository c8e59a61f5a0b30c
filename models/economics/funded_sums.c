/* Sums over what goes ahead, of a written result, and how large they can be. */
#include <math.h>

#include "economics/project_sums.h"
#include "orefolio/accounting.h"

/* Whether project p goes ahead in a year, and as an option, of the
 * selection. */
static bool is_counted(const ore_round *round, const ore_result *result,
                       const ore_selection *selection, int p)
{
    return result->option[p] >= 0 &&
           ore_selects_year(selection, result->year[p]) &&
           ore_selects_option(selection, round, result->option[p]);
}

double ore_sum_funded(const ore_round *round, const ore_result *result,
                      const ore_selection *selection, ore_option_figure *figure)
{
    double total = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        if (is_counted(round, result, selection, p)) {
            total += figure(round, selection, result->option[p]);
        }
    }
    return total;
}

double ore_most_funded(const ore_round *round, const ore_selection *selection,
                       ore_option_figure *figure)
{
    double total = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        double most = 0.0;

        for (int o = project->first_option;
             o < project->first_option + project->n_options; o++) {
            if (ore_selects_option(selection, round, o)) {
                most = fmax(most, fabs(figure(round, selection, o)));
            }
        }
        total += most;
    }
    return total;
}

double ore_sum_committed(const ore_round *round, const ore_result *result,
                         const ore_selection *selection,
                         ore_pair_figure *figure)
{
    double total = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];

        if (!is_counted(round, result, selection, p)) {
            continue;
        }
        for (int f = project->first_pair;
             f < project->first_pair + project->n_pairs; f++) {
            if (ore_selects_pair(selection, round, f)) {
                total += result->face_m[f] *
                         figure(round, f, result->option[p],
                                ore_start_index(round, result, p));
            }
        }
    }
    return total;
}

double ore_most_committed(const ore_round *round,
                          const ore_selection *selection,
                          ore_pair_figure *figure)
{
    double total = 0.0;

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_project *project = &round->projects[round->pairs[f].project];
        double most = 0.0;

        for (int at = 0; at < project->n_options * round->n_commit; at++) {
            const int o = project->first_option + at / round->n_commit;
            const int s = at % round->n_commit;

            most = fmax(most, fabs(figure(round, f, o, s)) *
                                  ore_award_max_m(round, f, o, s));
        }
        total += ore_selects_pair(selection, round, f) ? most : 0.0;
    }
    return total;
}
