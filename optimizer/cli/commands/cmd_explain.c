/* explain: why a project is in the portfolio or not, and what would change it.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/question.h"
#include "orefolio/messages.h"
#include "study/questions/explain.h"
#include "write/json/write_explained.h"

/* The project of that id; -1 = there is none. *near is one that may be meant,
 * or NULL. */
static int find_project(const ore_round *round, const char *id,
                        const char **near)
{
    int p = round->n_projects - 1;

    *near = NULL;
    while (p >= 0 && strcmp(round->projects[p].id, id) != 0) {
        *near = ore_nearer(id, *near, round->projects[p].id);
        p--;
    }
    return p;
}

/* The projects of the command line, after the round, are those of the round. */
static ore_status check(const ore_options *options, const ore_round *round,
                        ore_diags *diags)
{
    const char *near;

    for (int i = 1; i < options->n_args; i++) {
        if (find_project(round, options->args[i], &near) < 0) {
            ore_error(
                diags, (ore_where){0}, "'%s' is no project of the round%s%s%s",
                ore_shown(options->args[i]), near ? _(", did you mean '") : "",
                near ? near : "", near ? _("'?") : "");
        }
    }
    return ore_diags_errors(diags) > 0 ? ORE_USAGE : ORE_OK;
}

static void print_goal(const ore_inquiry *a, const ore_explanation *own, int g)
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

static void print_other(const ore_inquiry *a, const ore_explanation *own)
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
        ore_print_entering(a->round, a->result, own->result, own->project,
                           _("    enters: "));
        ore_print_entering(a->round, own->result, a->result, own->project,
                           _("    leaves: "));
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

static void print_one(const ore_inquiry *a, const ore_explanation *own)
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

static ore_status answer(const ore_options *options, const ore_inquiry *inquiry,
                         bool is_quiet, ore_diags *diags)
{
    ore_explanation list[ORE_MAX_ARGS];
    const int n = options->n_args - 1;
    ore_status status = ORE_OK;
    const char *near;

    for (int i = 0; i < n; i++) {
        list[i] =
            (ore_explanation){.project = find_project(
                                  inquiry->round, options->args[i + 1], &near)};
    }
    ore_explain(inquiry, list, n);
    for (int i = 0; i < n && !is_quiet; i++) {
        print_one(inquiry, &list[i]);
    }
    if (options->json) {
        status = ore_write_explained(inquiry->round, inquiry->result, list, n,
                                     options->json, diags);
    }
    if (status == ORE_OK) {
        status = ore_question_write(
            options, inquiry->round, inquiry->result,
            &(ore_answers){.n_explanations = n, .explanations = list}, diags);
    }
    for (int i = 0; i < n; i++) {
        ore_result_free(list[i].result);
    }
    return status;
}

static ore_status run(const ore_options *options)
{
    return ore_question_run(options,
                            &(ore_question){.check = check, .answer = answer});
}

const ore_command ore_command_explain = {
    .name = "explain",
    .args = "ROUND.ini PROJECT...",
    .summary = "why a project is in the portfolio or not, and what changes it",
    .example = "orefolio explain inputs/demo/round.ini MINE_BR REC_JP",
    .min_args = 2,
    .max_args = ORE_MAX_ARGS,
    .accepts = ORE_OPT_SOLVER | ORE_OPT_OUTPUT | ORE_OPT_HTML |
               ORE_OPT_LANGUAGE | ORE_OPT_RESULT | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_ROUND,
    .run = run,
};
