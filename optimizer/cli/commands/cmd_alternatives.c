/* alternatives: portfolios that are nearly as good as the recommended one, and
 * what part each project has in them. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/question.h"
#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/messages.h"
#include "study/questions/alternatives.h"
#include "write/json/write_alternatives.h"

static const double default_margin = 0.01;
enum { default_count = 20 };

/* Projects of one role, on a line. */
static void print_role(const ore_round *round, const ore_alternatives *all,
                       ore_role role, const char *heading)
{
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        if (all->roles[p] == role) {
            printf("%s%s", n++ > 0 ? ", " : heading, round->projects[p].id);
        }
    }
    if (n > 0) {
        putchar('\n');
    }
}

/* What is proven of pairs, a line each. */
static void print_pairs(const ore_round *round, const ore_alternatives *all)
{
    static const char *const lines[ORE_PAIR_KINDS] = {
        [ORE_PAIR_TOGETHER] = "%s and %s: both or neither\n",
        [ORE_PAIR_NEEDS] = "%s: never without %s\n",
        [ORE_PAIR_ONE_OF] = "%s and %s: exactly one of them\n",
        [ORE_PAIR_EXCLUSIVE] = "%s and %s: never both\n",
        [ORE_PAIR_ANY] = "%s and %s: at least one of them\n"};

    for (int i = 0; i < all->n_pairs; i++) {
        const ore_project_pair *pair = &all->pairs[i];

        printf(_(lines[pair->kind]), round->projects[pair->first].id,
               round->projects[pair->second].id);
    }
    if (all->n_pairs == 0) {
        puts(_("no two projects that come together or exclude each other"));
    }
    if (all->n_unknown_pairs > 0) {
        printf(_("of %d pairs not all is known\n"), all->n_unknown_pairs);
    }
}

static void print_all(const ore_round *round, const ore_result *result,
                      const ore_alternatives *all)
{
    printf(ore_objective_is_maximised(&round->goals[0])
               ? _("portfolios with %s at least %.6g, where the recommended "
                   "one has %.6g\n")
               : _("portfolios with %s at most %.6g, where the recommended "
                   "one has %.6g\n"),
           round->goals[0].name, all->worst, result->goals[0].value);
    print_role(round, all, ORE_ROLE_CORE, _("core, in every one: "));
    print_role(round, all, ORE_ROLE_BORDERLINE, _("borderline, in some: "));
    print_role(round, all, ORE_ROLE_EXTERIOR, _("exterior, in none: "));
    print_role(round, all, ORE_ROLE_UNKNOWN, _("not known: "));
    if (all->has_pairs) {
        print_pairs(round, all);
    }
    for (int i = 0; i < all->n; i++) {
        const ore_result *own = all->list[i];
        double cost_m = 0.0;

        for (int p = 0; p < round->n_projects; p++) {
            cost_m += ore_figure_cost_m(round, own, p);
        }
        printf(_("%2d: %s %.6g, %d projects, budget cost %.1f M\n"), i + 1,
               round->goals[0].name, own->goals[0].value,
               ore_figure_funded(round, own), cost_m);
        ore_print_entering(round, result, own, -1, _("    with: "));
        ore_print_entering(round, own, result, -1, _("    without: "));
    }
    if (all->n == 0) {
        puts(_("no alternative found"));
    }
}

static ore_alternatives_wish wish_of(const ore_options *options)
{
    const char *by = options->by ? options->by : "projects";

    return (ore_alternatives_wish){
        .margin = isnan(options->within) ? default_margin : options->within,
        .count = options->count > 0 ? options->count : default_count,
        .by = strcmp(by, "money") == 0     ? ORE_DIFFERENCE_MONEY
              : strcmp(by, "country") == 0 ? ORE_DIFFERENCE_COUNTRY
                                           : ORE_DIFFERENCE_PROJECTS,
        .pairs = options->pairs};
}

static ore_status answer(const ore_options *options, const ore_inquiry *inquiry,
                         bool is_quiet, ore_diags *diags)
{
    const ore_alternatives_wish wish = wish_of(options);
    ore_alternatives *all = ore_alternatives_find(inquiry, &wish);
    ore_status status = ORE_OK;

    if (!is_quiet) {
        print_all(inquiry->round, inquiry->result, all);
    }
    if (options->json) {
        status = ore_write_alternatives(inquiry->round, inquiry->result, all,
                                        options->json, diags);
    }
    if (status == ORE_OK) {
        status = ore_question_write(options, inquiry->round, inquiry->result,
                                    &(ore_answers){.alternatives = all}, diags);
    }
    ore_alternatives_free(all);
    return status;
}

static ore_status run(const ore_options *options)
{
    return ore_question_run(options, &(ore_question){.answer = answer});
}

const ore_command ore_command_alternatives = {
    .name = "alternatives",
    .args = "ROUND.ini",
    .summary = "portfolios that are nearly as good, and the role of each "
               "project in them",
    .example = "orefolio alternatives inputs/demo/round.ini --within 0.02 "
               "--count 5 --pairs",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_SOLVER | ORE_OPT_OUTPUT | ORE_OPT_HTML |
               ORE_OPT_LANGUAGE | ORE_OPT_RESULT | ORE_OPT_ALTERNATIVES |
               ORE_OPT_STRICT | ORE_OPT_OUTSIDE | ORE_OPT_ROUND,
    .run = run,
};
