/* priority: one nested list of projects, good for any appropriation. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "base/wrap.h"
#include "cli/command.h"
#include "cli/question.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "orefolio/tolerances.h"
#include "study/questions/priority.h"
#include "write/json/write_priority.h"

enum { name_columns = 16, line_columns = 79, indent = 4, figure_room = 48 };

static const char *case_name(const ore_priority_case *of)
{
    return ore_messages_are_japanese() ? of->of->label_ja : of->of->label;
}

/* What the list costs: exactly, less than what is not proven, or between. */
static void put_cost(char text[figure_room], ore_priority_cost cost)
{
    if (isnan(cost.most)) {
        snprintf(text, figure_room, cost.least > 0.0 ? "> %.4g" : "?",
                 cost.least);
    } else if (cost.least == cost.most) {
        snprintf(text, figure_room, "%.5g", cost.least);
    } else if (cost.least > 0.0) {
        snprintf(text, figure_room, "%.4g-%.4g", cost.least, cost.most);
    } else {
        snprintf(text, figure_room, "< %.4g", cost.most);
    }
}

/* A value; "~" where it is not proven best. */
static void put_value(char text[figure_room], const ore_result *result)
{
    const ore_goal_outcome *first = &result->goals[0];
    const bool is_proven =
        isfinite(first->bound) && first->gap <= ORE_TOLERANCE_PROVEN;

    snprintf(text, figure_room, "%s%.6g", is_proven ? "" : "~", first->value);
}

static void print_case(const ore_priority_case *of)
{
    const char *nothing = of->answer == ORE_ANSWER_IMPOSSIBLE ? "x" : "?";
    char own[figure_room], listed[figure_room], cost[figure_room];

    snprintf(own, sizeof own, "%s", nothing);
    snprintf(listed, sizeof listed, "%s", nothing);
    snprintf(cost, sizeof cost, "%s", nothing);
    if (of->own) {
        put_value(own, of->own);
    }
    if (of->own && of->listed) {
        snprintf(listed, sizeof listed, "%.6g", of->listed->goals[0].value);
        put_cost(cost, of->cost);
    }
    ore_print_padded(ore_shown(case_name(of)), name_columns);
    printf(" %10.1f %11.3g %12s %12s %12s\n", of->amount_m, of->of->probability,
           listed, own, cost);
}

/* Names of the projects that join the list in case i, after the heading. */
static void print_level(const ore_round *round, const ore_priority *priority,
                        int i, const char *heading)
{
    char *line = ore_copy(heading);
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        if (priority->first[p] == i) {
            char *more =
                ore_print("%s%s%s", line, n++ > 0 ? _("; ") : "",
                          ore_shown(ore_project_terminal_name(round, p)));

            free(line);
            line = more;
        }
    }
    if (n > 0) {
        char *wrapped = ore_wrapped(line, line_columns - indent);

        for (const char *at = wrapped; *at; at++) {
            if (*at == '\n') {
                printf("\n%*s", indent, "");
            } else if (*at != ' ' || at[1] != '\n') {
                putchar(*at);
            }
        }
        putchar('\n');
        free(wrapped);
    }
    free(line);
}

static void print_list(const ore_round *round, const ore_priority *priority)
{
    puts(_("the list, first to last:"));
    for (int i = 0; i < priority->n; i++) {
        char *heading =
            i == 0 ? ore_copy(_("  in every appropriation: "))
                   : ore_print(_("  from %s on: "),
                               ore_shown(case_name(&priority->cases[i])));

        print_level(round, priority, i, heading);
        free(heading);
    }
    print_level(round, priority, priority->n, _("  in none: "));
}

static void print_mean(const ore_round *round, const ore_priority *priority)
{
    char cost[figure_room];

    put_cost(cost, priority->cost);
    printf(_("one list for %d appropriations: %s %.8g in the mean\n"),
           priority->n, round->goals[0].name, priority->mean);
    if (priority->is_proven) {
        puts(_("no other list has a better mean"));
    } else {
        printf(_("no list has a better mean than %.8g\n"), priority->bound);
    }
    printf(_("planned anew in each: %.8g; the list costs %s\n"),
           priority->own_mean, cost);
}

static void print_all(const ore_round *round, const ore_priority *priority)
{
    if (priority->is_found) {
        print_mean(round, priority);
    }
    ore_print_padded(_("appropriation"), name_columns);
    ore_print_padded(_("amount"), -11);
    ore_print_padded(_("probability"), -12);
    ore_print_padded(_("by the list"), -13);
    ore_print_padded(_("planned anew"), -13);
    ore_print_padded(_("list costs"), -13);
    putchar('\n');
    for (int i = 0; i < priority->n; i++) {
        print_case(&priority->cases[i]);
    }
    puts(_("x: no portfolio; ?: not known in the time; ~: not proven best"));
    if (priority->is_found) {
        print_list(round, priority);
    }
}

static ore_status answer(const ore_options *options, const ore_inquiry *inquiry,
                         bool is_quiet, ore_diags *diags)
{
    const ore_where nowhere = {0};
    ore_priority *priority = ore_priority_find(inquiry);
    ore_status status = ORE_OK;

    if (!is_quiet) {
        print_all(inquiry->round, priority);
    }
    if (options->json) {
        status =
            ore_write_priority(inquiry->round, priority, options->json, diags);
    }
    if (priority->is_found && status == ORE_OK) {
        status =
            ore_question_write(options, inquiry->round, inquiry->result,
                               &(ore_answers){.priority = priority}, diags);
    }
    if (!priority->is_found && status == ORE_OK) {
        ore_error(diags, nowhere,
                  "no list was found whose portfolios keep all rules in each "
                  "appropriation that has any");
        status = ORE_NO_ANSWER;
    }
    ore_priority_free(priority);
    return status;
}

static ore_status run(const ore_options *options)
{
    return ore_question_run(options, &(ore_question){.answer = answer});
}

const ore_command ore_command_priority = {
    .name = "priority",
    .args = "ROUND.ini",
    .summary = "one list of projects, best in the mean of appropriations that "
               "are cut or raised",
    .example = "orefolio priority inputs/demo/round.ini --json priority.json",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_SOLVER | ORE_OPT_OUTPUT | ORE_OPT_HTML |
               ORE_OPT_LANGUAGE | ORE_OPT_RESULT | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_ROUND,
    .run = run,
};
