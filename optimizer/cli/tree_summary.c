/* See tree_summary.h. */
#include "cli/tree_summary.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/question.h"
#include "cli/summary.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "orefolio/study/tree_steps.h"

static void print_commitments(const ore_tree_study *study,
                              const ore_tree_step *step)
{
    const ore_round *round = study->tree->leaves[step->leaf].round;
    const ore_result *result = study->result->leaves[step->leaf];
    bool is_first = true;

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0 && result->year[p] == step->year) {
            printf("%s%s", is_first ? "" : _("; "),
                   ore_shown(ore_project_terminal_name(round, p)));
            is_first = false;
        }
    }
    putchar('\n');
}

static void print_step(const ore_tree_study *study, const ore_tree_step *step)
{
    char *news = ore_news_text(study->tree, step, ore_messages_are_japanese());

    if (step->is_certain) {
        printf(_("%d, whatever happens: "), step->year);
    } else {
        printf(_("%d, if %s (%.4g %%): "), step->year, ore_shown(news),
               100.0 * step->probability);
    }
    print_commitments(study, step);
    free(news);
}

/* "at most 3.2 M USD"; the caller frees. */
static char *gain_text(const ore_round *round, ore_gain gain)
{
    const char *unit = ore_objective_goal(&round->goals[0])->unit;
    const bool is_money = strcmp(unit, "M") == 0;
    char *shown = ore_print("%s%s", is_money ? "M " : "",
                            is_money ? round->currency : _(unit));
    char *text =
        !isfinite(gain.min)   ? ore_copy(_("there is no portfolio without it"))
        : !isfinite(gain.max) ? ore_copy(_("not known"))
        : gain.max - gain.min <= 1e-4 * gain.max + 1e-6
            ? ore_print("%.6g %s", gain.max, shown)
        : gain.min <= 0.0
            ? ore_print(_("at most %.6g %s"), gain.max, shown)
            : ore_print(_("%.6g to %.6g %s"), gain.min, gain.max, shown);

    free(shown);
    return text;
}

static void print_gain(const ore_round *round, const char *what,
                       const ore_proven *narrower, const ore_proven *wider)
{
    char *text = gain_text(round, ore_gain_of(round, narrower, wider));

    printf("%s: %s\n", what, text);
    free(text);
}

static void print_values(const ore_tree_study *study)
{
    const ore_round *round = study->tree->round;

    printf(_("in the first goal, %s:\n"), round->goals[0].name);
    print_gain(round, _("  perfect information is worth"), &study->best,
               &study->foresight);
    print_gain(round, _("  deciding with the news in mind is worth"),
               &study->plan, &study->best);
    for (int i = 0; i < study->n_surveys; i++) {
        const ore_survey *survey = &study->surveys[i];
        char *what = ore_print(
            _("  %s is worth"),
            ore_shown(ore_project_terminal_name(round, survey->project)));

        print_gain(round, what, &survey->without, &study->best);
        free(what);
    }
}

void ore_print_tree(const ore_tree_study *study)
{
    const ore_round *round = study->tree->round;
    ore_tree_steps steps = ore_tree_steps_of(study->tree, study->result);

    printf(_("events: %d, leaves: %d; goals are expected over the leaves\n"),
           round->n_events, study->tree->n_leaves);
    ore_print_goals(round, study->result);
    for (int i = 0; i < steps.n; i++) {
        print_step(study, &steps.steps[i]);
    }
    print_values(study);
    ore_tree_steps_free(&steps);
}
