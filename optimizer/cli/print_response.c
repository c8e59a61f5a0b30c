/* See print_response.h. */
#include "cli/print_response.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/wrap.h"
#include "cli/question.h"
#include "orefolio/asset_sales.h"
#include "orefolio/goal.h"
#include "orefolio/messages.h"
#include "orefolio/tolerances.h"

enum { name_width = 26, figure_width = 12 };

static const char *label_of(const char *en, const char *ja)
{
    return ore_shown(ore_messages_are_japanese() ? ja : en);
}

#define LABEL(of) label_of((of)->label, (of)->label_ja)

static void print_cell(const char *text)
{
    ore_print_padded(text, -figure_width);
}

static void print_name(const char *text)
{
    ore_print_padded(text, name_width);
    if (ore_terminal_columns(text) >= name_width) {
        putchar(' ');
    }
}

/* A figure; "~" where it is not proven best, "-" where there is none. */
static void print_figure(double value, bool is_proven)
{
    char text[40];

    if (isnan(value)) {
        snprintf(text, sizeof text, "-");
    } else {
        snprintf(text, sizeof text, "%s%.5g", is_proven ? "" : "~", value);
    }
    print_cell(text);
}

static void print_goal(const ore_response_case *of, int g)
{
    if (of->result->has_portfolio) {
        const ore_goal_outcome *outcome = &of->result->goals[g];

        print_figure(outcome->value, isfinite(outcome->bound) &&
                                         outcome->gap <= ORE_TOLERANCE_PROVEN);
    } else {
        print_figure(nan(""), true);
    }
}

/* The planned portfolio, then the three. */
static const ore_response_case *column(const ore_playbook *book,
                                       const ore_response *response, int k)
{
    return k == 0 ? &book->planned : &response->cases[k - 1];
}

static void print_columns(const ore_playbook *book,
                          const ore_response *response)
{
    const ore_round *round = book->round;

    print_name("");
    print_cell(_("planned"));
    print_cell(_("do nothing"));
    print_cell(_("respond"));
    print_cell(_("foresight"));
    putchar('\n');
    for (int g = 0; g < round->n_goals; g++) {
        print_name(round->goals[g].name);
        for (int k = 0; k <= ORE_RESPONSE_COLUMNS; k++) {
            print_goal(column(book, response, k), g);
        }
        putchar('\n');
    }
    if (ore_round_goal_number(round, "budget_cost") < 0) {
        print_name(_("budget cost, M"));
        for (int k = 0; k <= ORE_RESPONSE_COLUMNS; k++) {
            print_figure(ore_response_cost_m(column(book, response, k)), true);
        }
        putchar('\n');
    }
    for (int i = 0; i < response->n_times; i++) {
        const int m = response->times[i].material;

        print_name(LABEL(&round->materials[m]));
        for (int k = 0; k <= ORE_RESPONSE_COLUMNS; k++) {
            print_figure(ore_response_mean_gap_tpa(
                             response, column(book, response, k), m),
                         true);
        }
        putchar('\n');
    }
    if (response->n_times > 0) {
        puts(_("(materials: t/yr lacking, on average of its years)"));
    }
}

static void print_gains(const ore_response *response)
{
    const double respond = ore_response_gain(response, ORE_RESPOND);
    const double foresight = ore_response_gain(response, ORE_FORESIGHT);
    const char *goal = response->cases[0].round->goals[0].name;

    if (isnan(respond)) {
        puts(_("what a response gains is not known: there is no portfolio to "
               "hold it against"));
    } else if (respond <= 0.0) {
        printf(_("no response was found that gains anything in %s"), goal);
        putchar('\n');
    } else {
        printf(_("the response gains %.4g of %s"), respond, goal);
        if (!isnan(foresight)) {
            printf(_("; with foresight it would have been %.4g"), foresight);
        }
        putchar('\n');
    }
    if (response->is_without_promises) {
        puts(_("no portfolio keeps what rules promise markets in this "
               "disruption: all columns are without these rules"));
    }
}

static void print_years(ore_years years)
{
    if (years.first == years.last) {
        printf("  %d       ", years.first);
    } else {
        printf("  %d-%d  ", years.first, years.last);
    }
}

/* "speed up First (second shift): output from 2029 instead of 2031" */
static void print_speed_up(const ore_round *round, const ore_result *result,
                           const ore_action *action)
{
    const ore_project *own = &round->projects[action->of];
    const ore_option *option = &round->options[own->first_option];
    const int sped = round->options[own->sped_option].project;
    const ore_years outputs = ore_speed_up_outputs(round, result, action->of);

    printf(_("speed up %s (%s): output from %d instead of %d, %.4g M of "
             "support"),
           ore_shown(ore_project_terminal_name(round, sped)),
           option->label ? LABEL(option) : ore_shown(option->id), outputs.first,
           outputs.last, action->amount);
}

static void print_what(const ore_round *round, const ore_result *result,
                       const ore_action *action)
{
    const int of = action->of;

    switch (action->kind) {
    case ORE_ACTION_COMMIT:
        printf(_("commit %s, %.4g M of support"),
               ore_shown(ore_project_terminal_name(round, of)), action->amount);
        break;
    case ORE_ACTION_SPEED_UP: print_speed_up(round, result, action); break;
    case ORE_ACTION_DROP:
        printf(_("do without %s"),
               ore_shown(ore_project_terminal_name(round, of)));
        break;
    case ORE_ACTION_ANSWER:
        printf(_("answer the sale of %s: %s"), LABEL(&round->supplies[of]),
               _(ore_sale_answer_words[result->answer[of]]));
        break;
    case ORE_ACTION_BUY:
        printf(_("%s buys %+.4g t"), LABEL(&round->stockpiles[of]),
               action->amount);
        break;
    case ORE_ACTION_RELEASE:
        printf(_("%s releases %.4g t"), LABEL(&round->stockpiles[of]),
               action->amount);
        break;
    case ORE_ACTION_LEND:
        printf(_("%s lends %.4g t to others"), LABEL(&round->stockpiles[of]),
               action->amount);
        break;
    case ORE_ACTION_REPAY:
        printf(_("%s is paid back %.4g t"), LABEL(&round->stockpiles[of]),
               action->amount);
        break;
    case ORE_ACTION_DELIVER: {
        const ore_target *target = &round->targets[of];

        printf(_("%+.4g t/yr of %s to %s"), action->amount,
               LABEL(&round->materials[target->material]),
               LABEL(&round->markets[target->market]));
        break;
    }
    default: break;
    }
}

static void print_actions(const ore_response *response)
{
    const ore_response_case *respond = &response->cases[ORE_RESPOND];

    if (response->n_actions > 0) {
        puts(_("what the response does:"));
    }
    for (int i = 0; i < response->n_actions; i++) {
        const ore_action *action = &response->actions[i];

        print_years(action->years);
        print_what(respond->round, respond->result, action);
        if (action->closes >= 0) {
            printf(_(", closes %.4g t of the gap of %s"), action->closes_t,
                   LABEL(&respond->round->materials[action->closes]));
        }
        if (!isnan(action->cost_m) && action->cost_m != 0.0) {
            printf(_(", cost %+.4g M"), action->cost_m);
        }
        if (action->answer == ORE_ANSWER_KNOWN) {
            printf(_("; without it %+.4g"), action->worth);
        } else if (action->answer == ORE_ANSWER_IMPOSSIBLE) {
            fputs(_("; without it a rule breaks"), stdout);
        } else if (action->answer != ORE_ANSWER_NONE) {
            fputs(_("; what it is worth is not known"), stdout);
        }
        putchar('\n');
    }
}

static void print_length(int years)
{
    if (years < 0) {
        fputs(_("not within the horizon"), stdout);
    } else {
        printf(_("%d yr"), years);
    }
}

static void print_times(const ore_response *response)
{
    const ore_round *round = response->cases[0].round;

    if (response->n_times > 0) {
        puts(_("how long each material holds out, and until its gap is as it "
               "was planned:"));
    }
    for (int i = 0; i < response->n_times; i++) {
        const ore_material_times *times = &response->times[i];

        printf("  ");
        print_name(LABEL(&round->materials[times->material]));
        if (times->answer == ORE_ANSWER_KNOWN) {
            print_length(times->survive_years);
        } else {
            fputs(_("not known"), stdout);
        }
        fputs("; ", stdout);
        print_length(times->recover_years[ORE_DO_NOTHING]);
        if (times->recover_years[ORE_RESPOND] !=
            times->recover_years[ORE_DO_NOTHING]) {
            fputs(_(", with the response "), stdout);
            print_length(times->recover_years[ORE_RESPOND]);
        }
        putchar('\n');
    }
}

static void print_losses(const ore_playbook *book)
{
    const ore_round *round = book->round;

    if (book->n_losses > 0) {
        puts(_("without its largest supplier, what each material lacks "
               "(t/yr, on average of the years):"));
    }
    for (int i = 0; i < book->n_losses; i++) {
        const ore_country_loss *loss = &book->losses[i];

        printf("  ");
        print_name(LABEL(&round->materials[loss->material]));
        if (!loss->country) {
            puts(_("nobody supplies it"));
        } else if (loss->answer == ORE_ANSWER_KNOWN) {
            printf(_("%s, %.0f %% of supply: %.5g instead of %.5g\n"),
                   ore_shown(loss->country), 100.0 * loss->share,
                   loss->lost_tpa, loss->gap_tpa);
        } else {
            printf(_("%s, %.0f %% of supply: not known\n"),
                   ore_shown(loss->country), 100.0 * loss->share);
        }
    }
}

static void print_heading(const ore_response *response)
{
    const ore_round *round = response->cases[0].round;
    const ore_disruption *hit = &round->disruptions[response->disruption];

    printf("%s, %d-%d: %s\n", hit->id, hit->years.first, hit->years.last,
           LABEL(hit));
}

/* One line of a playbook: the first goal. */
static void print_line(const ore_playbook *book, const ore_response *response)
{
    print_name(book->round->disruptions[response->disruption].id);
    for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
        print_goal(&response->cases[k], 0);
    }
    print_figure(response->n_actions, true);
    putchar('\n');
}

static void print_lines(const ore_playbook *book)
{
    print_name(book->round->goals[0].name);
    print_cell(_("do nothing"));
    print_cell(_("respond"));
    print_cell(_("foresight"));
    print_cell(_("actions"));
    putchar('\n');
    for (int i = 0; i < book->n; i++) {
        print_line(book, &book->list[i]);
    }
}

void ore_print_playbook(const ore_playbook *book)
{
    if (book->round->respond < 0) {
        print_lines(book);
    } else {
        print_heading(&book->list[0]);
        print_columns(book, &book->list[0]);
        print_gains(&book->list[0]);
        print_actions(&book->list[0]);
        print_times(&book->list[0]);
    }
    print_losses(book);
    puts(_("-: no portfolio; ~: not proven best"));
}
