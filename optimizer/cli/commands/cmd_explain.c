/* explain: why a project is in the portfolio or not, and what would change it.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/portfolio.h"
#include "orefolio/goal.h"
#include "orefolio/messages.h"
#include "study/questions/explain.h"
#include "write/json/write_explained.h"

typedef struct asking {
    const ore_options *options;
    const ore_round *round;
    ore_result *result;
    ore_explanation list[ORE_MAX_ARGS];
    int n;
    ore_diags *diags;
} asking;

/* The projects of the command line, after the round. */
static ore_status find_projects(asking *a)
{
    for (int i = 1; i < a->options->n_args; i++) {
        const char *id = a->options->args[i], *near = NULL;
        int p = a->round->n_projects - 1;

        while (p >= 0 && strcmp(a->round->projects[p].id, id) != 0) {
            near = ore_nearer(id, near, a->round->projects[p].id);
            p--;
        }
        if (p < 0) {
            ore_error(a->diags, (ore_where){0},
                      "'%s' is no project of the round%s%s%s", ore_shown(id),
                      near ? _(", did you mean '") : "", near ? near : "",
                      near ? _("'?") : "");
        } else {
            a->list[a->n++].project = p;
        }
    }
    return ore_diags_errors(a->diags) > 0 ? ORE_USAGE : ORE_OK;
}

static void print_goal(const asking *a, const ore_explanation *own, int g)
{
    const ore_goal_outcome *mine = &a->result->goals[g];
    double within;
    const double loss =
        ore_explained_loss(a->round, a->result, own->result, g, &within);

    printf(_("    %s: %.6g instead of %.6g, "), a->round->goals[g].name,
           own->result->goals[g].value, mine->value);
    if (isnan(within)) {
        puts(_("how far apart their best is, is not known"));
    } else if (within > 0.0 && fabs(loss) <= within) {
        printf(_("a difference of less than %.4g at best\n"), within);
    } else if (loss == 0.0) {
        puts(_("the same"));
    } else {
        printf(loss > 0.0 ? _("%.6g worse") : _("%.6g better"), fabs(loss));
        if (within > 0.0) {
            printf(_(", proven to within %.4g"), within);
        }
        putchar('\n');
    }
}

static void print_moves(const asking *a, const ore_result *from,
                        const ore_result *to, int but, const char *heading)
{
    int n = 0;

    for (int p = 0; p < a->round->n_projects; p++) {
        if (p != but && from->option[p] < 0 && to->option[p] >= 0) {
            printf("%s%s", n++ > 0 ? _("; ") : heading,
                   ore_shown(ore_project_terminal_name(a->round, p)));
        }
    }
    if (n > 0) {
        putchar('\n');
    }
}

static void print_other(const asking *a, const ore_explanation *own)
{
    const bool goes = a->result->option[own->project] >= 0;

    switch (own->answer) {
    case ORE_ANSWER_NONE:
        puts(_("  its status or screening decides, not the solver"));
        break;
    case ORE_ANSWER_IMPOSSIBLE:
        puts(goes ? _("  no portfolio can do without it")
                  : _("  no portfolio can have it"));
        break;
    case ORE_ANSWER_UNKNOWN:
    case ORE_ANSWER_UNASKED:
        puts(_("  what else there would be is not known in the time"));
        break;
    case ORE_ANSWER_KNOWN:
        puts(goes ? _("  without it:") : _("  if it had to go ahead:"));
        for (int g = 0; g < a->round->n_goals; g++) {
            print_goal(a, own, g);
        }
        print_moves(a, a->result, own->result, own->project, _("    enters: "));
        print_moves(a, own->result, a->result, own->project, _("    leaves: "));
        break;
    }
}

static void print_flip(const ore_explanation *own, ore_flip_kind kind,
                       bool goes)
{
    static const char *const formats[ORE_FLIPS] = {
        [ORE_FLIP_COST] = "    at %.4g of its capital cost\n",
        [ORE_FLIP_SUCCESS] = "    at a probability of success of %.4g\n",
        [ORE_FLIP_OUTPUT] = "    at %.4g of its output\n",
        [ORE_FLIP_ACCOUNTS] = "    with %.4g of all accounts\n"};
    static const char *const nevers[2][ORE_FLIPS] = {
        {[ORE_FLIP_COST] = "    at no capital cost down to an eighth\n",
         [ORE_FLIP_SUCCESS] = "    at no probability of success\n",
         [ORE_FLIP_OUTPUT] = "    at no output up to twice its own\n",
         [ORE_FLIP_ACCOUNTS] = "    with no accounts up to twice their own\n"},
        {[ORE_FLIP_COST] = "    at no capital cost up to twice its own\n",
         [ORE_FLIP_SUCCESS] =
             "    at no probability of success down to an eighth of its own\n",
         [ORE_FLIP_OUTPUT] = "    at no output down to an eighth\n",
         [ORE_FLIP_ACCOUNTS] = "    with no accounts, down to none\n"}};
    static const char *const unknown[ORE_FLIPS] = {
        [ORE_FLIP_COST] = "    at which capital cost is not known\n",
        [ORE_FLIP_SUCCESS] =
            "    at which probability of success is not known\n",
        [ORE_FLIP_OUTPUT] = "    at which output is not known\n",
        [ORE_FLIP_ACCOUNTS] = "    with which accounts is not known\n"};
    const ore_flip *flip = &own->flips[kind];

    if (flip->answer == ORE_ANSWER_KNOWN) {
        printf(_(formats[kind]), flip->at);
    } else if (flip->answer == ORE_ANSWER_IMPOSSIBLE) {
        fputs(_(nevers[goes][kind]), stdout);
    } else if (flip->answer != ORE_ANSWER_NONE) {
        fputs(_(unknown[kind]), stdout);
    }
}

static void print_one(const asking *a, const ore_explanation *own)
{
    const int p = own->project;
    const bool goes = a->result->option[p] >= 0;
    const ore_reason *reason = &a->result->reason[p];

    printf(goes ? _("%s %s: funded\n") : _("%s %s: not funded\n"),
           a->round->projects[p].id,
           ore_shown(ore_project_terminal_name(a->round, p)));
    if (!goes && reason->detail) {
        printf("  %s\n", ore_messages_are_japanese() && reason->detail_ja
                             ? reason->detail_ja
                             : reason->detail);
    }
    print_other(a, own);
    if (own->answer != ORE_ANSWER_NONE) {
        puts(goes ? _("  it would drop out:") : _("  it would be chosen:"));
        for (int kind = 0; kind < ORE_FLIPS; kind++) {
            print_flip(own, (ore_flip_kind)kind, goes);
        }
    }
}

static ore_status ask(asking *a)
{
    ore_study_settings study = a->options->study;
    const double from_s = ore_now_s();
    ore_status status =
        ore_portfolio_find(a->options, a->round, a->diags, &a->result);

    if ((status != ORE_OK && status != ORE_STOPPED) || !a->result ||
        !a->result->has_portfolio) {
        return status;
    }
    const ore_explaining asked =
        ore_portfolio_questions(&study, a->round, a->result, from_s);

    ore_explain(&asked, a->list, a->n);
    for (int i = 0;
         i < a->n && !ore_stdout_is_taken(a->options) && !a->options->quiet;
         i++) {
        print_one(a, &a->list[i]);
    }
    if (a->options->json) {
        const ore_status written = ore_write_explained(
            a->round, a->result, a->list, a->n, a->options->json, a->diags);

        status = written == ORE_OK ? status : written;
    }
    return status;
}

static ore_status ask_all(const ore_options *options, const ore_round *round,
                          ore_diags *diags)
{
    asking a = {.options = options, .round = round, .diags = diags};
    ore_status status = find_projects(&a);

    if (status == ORE_OK) {
        status = ask(&a);
    }
    for (int i = 0; i < a.n; i++) {
        ore_result_free(a.list[i].result);
    }
    ore_result_free(a.result);
    return status;
}

static ore_status run(const ore_options *options)
{
    return ore_question_run(options, ask_all);
}

const ore_command ore_command_explain = {
    .name = "explain",
    .args = "ROUND.ini PROJECT...",
    .summary = "why a project is in the portfolio or not, and what changes it",
    .example = "orefolio explain inputs/demo/round.ini MINE_BR REC_JP",
    .min_args = 2,
    .max_args = ORE_MAX_ARGS,
    .accepts = ORE_OPT_SOLVER | ORE_OPT_RESULT | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_ROUND,
    .run = run,
};
