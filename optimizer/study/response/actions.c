/* What a response does that doing nothing does not, and what each such action
 * is worth: how much worse the first goal is when it alone is left out, all
 * others stay, and flows and releases adapt. Rules about who pays and who gets
 * how much are left aside for that: any action alone may break them. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/asset_sales.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/timing.h"
#include "study/edited_round.h"
#include "study/response/cases.h"
#include "study/response/response.h"
#include "study/response/rounds.h"

/* Tonnes, and shares of a target, below which a difference is none. */
static const double min_t = 1e-3, min_share = 1e-3;

static void add(ore_response *response, ore_action action)
{
    response->actions = ore_resize(response->actions, response->n_actions + 1,
                                   sizeof *response->actions);
    action.closes = -1;
    response->actions[response->n_actions++] = action;
}

static ore_action_kind kind_of(const ore_project *project, bool goes)
{
    return !goes                ? ORE_ACTION_DROP
           : project->speeds_up ? ORE_ACTION_SPEED_UP
                                : ORE_ACTION_COMMIT;
}

static void add_projects(ore_response *response, const ore_round *round,
                         const ore_result *before, const ore_result *after)
{
    for (int p = 0; p < round->n_projects; p++) {
        const bool is_same = after->option[p] == before->option[p] &&
                             after->year[p] == before->year[p];

        if (is_same) {
            continue;
        }
        const bool goes = after->option[p] >= 0;
        const int year = goes ? after->year[p] : before->year[p];

        add(response,
            (ore_action){.kind = kind_of(&round->projects[p], goes),
                         .of = p,
                         .years = {year, year},
                         .amount = ore_figure_source_m(
                             round, goes ? after : before, p, NULL),
                         .cost_m = ore_figure_cost_m(round, after, p) -
                                   ore_figure_cost_m(round, before, p)});
    }
}

static double answer_cost_m(const ore_supply *supply, ore_sale_answer answer)
{
    return answer == ORE_SALE_LET_GO ? 0.0 : supply->answer_cost_m[answer];
}

static void add_answers(ore_response *response, const ore_round *round,
                        const ore_result *before, const ore_result *after)
{
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (after->answer[i] != before->answer[i]) {
            const int year = ore_sale_year(supply);

            add(response,
                (ore_action){.kind = ORE_ACTION_ANSWER,
                             .of = i,
                             .years = {year, year},
                             .amount = nan(""),
                             .cost_m =
                                 answer_cost_m(supply, after->answer[i]) -
                                 answer_cost_m(supply, before->answer[i])});
        }
    }
}

/* A quantity in the years of [n_years], as one action: the years in which it is
 * more than `least` of either sign, and its sum. False where there are none. */
static bool sum_up(const ore_round *round, const double *quantity,
                   ore_action *action)
{
    bool any = false;

    action->amount = 0.0;
    for (int t = 0; t < round->n_years; t++) {
        if (quantity[t] != 0.0) {
            const int year = round->horizon.first + t;

            action->years.first = any ? action->years.first : year;
            action->years.last = year;
            action->amount += quantity[t];
            any = true;
        }
    }
    return any;
}

static double tonnes(double t)
{
    return t > min_t ? t : 0.0;
}

/* Doing nothing has no loans. */
static void add_loans(ore_response *response, const ore_round *round,
                      const ore_result *after, int h)
{
    ore_action lend = {.kind = ORE_ACTION_LEND, .of = h, .cost_m = nan("")},
               repay = {.kind = ORE_ACTION_REPAY, .of = h, .cost_m = nan("")};
    double *quantity_t = ore_alloc(round->n_years, sizeof *quantity_t);

    for (int t = 0; t < round->n_years; t++) {
        quantity_t[t] = tonnes(after->lent_t[ore_at_state(round, h, t)]);
    }
    if (sum_up(round, quantity_t, &lend)) {
        add(response, lend);
    }
    for (int t = 0; t < round->n_years; t++) {
        quantity_t[t] = tonnes(after->repaid_t[ore_at_year(round, h, t)]);
    }
    if (sum_up(round, quantity_t, &repay)) {
        add(response, repay);
    }
    free(quantity_t);
}

static void add_stocks(ore_response *response, const ore_round *round,
                       const ore_result *before, const ore_result *after)
{
    double *quantity_t = ore_alloc(round->n_years, sizeof *quantity_t);

    for (int h = 0; h < round->n_stockpiles; h++) {
        ore_action buy = {.kind = ORE_ACTION_BUY, .of = h, .cost_m = 0.0};
        ore_action release = {
            .kind = ORE_ACTION_RELEASE, .of = h, .cost_m = nan("")};

        for (int t = 0; t < round->n_years; t++) {
            const int at = ore_at_year(round, h, t);
            const double more_t = after->bought_t[at] - before->bought_t[at];

            quantity_t[t] = fabs(more_t) > min_t ? more_t : 0.0;
            buy.cost_m += quantity_t[t] *
                          ore_stock_cost_m(round, &round->stockpiles[h], t);
        }
        if (sum_up(round, quantity_t, &buy)) {
            add(response, buy);
        }
        for (int t = 0; t < round->n_years; t++) {
            quantity_t[t] =
                tonnes(after->released_t[ore_at_state(round, h, t)]);
        }
        if (sum_up(round, quantity_t, &release)) {
            add(response, release);
        }
        add_loans(response, round, after, h);
    }
    free(quantity_t);
}

static bool is_hit(const ore_response *response, int material)
{
    bool is = false;

    for (int i = 0; i < response->n_times; i++) {
        is = is || response->times[i].material == material;
    }
    return is;
}

/* Of the materials that lack something: other markets have what the projects
 * bring. */
static void add_deliveries(ore_response *response, const ore_round *round,
                           const ore_result *before, const ore_result *after)
{
    double *more_tpa = ore_alloc(round->n_years, sizeof *more_tpa);

    for (int i = 0; i < round->n_targets; i++) {
        ore_action deliver = {
            .kind = ORE_ACTION_DELIVER, .of = i, .cost_m = nan("")};
        int n = 0;

        for (int t = 0;
             t < round->n_years && is_hit(response, round->targets[i].material);
             t++) {
            const int at = ore_at_state(round, i, t);
            const double more =
                after->delivered_tpa[at] - before->delivered_tpa[at];
            const bool is_some =
                fabs(more) >
                fmax(min_t, min_share * round->targets[i].target_tpa[t]);

            more_tpa[t] = is_some ? more : 0.0;
            n += is_some;
        }
        if (n > 0 && sum_up(round, more_tpa, &deliver)) {
            deliver.amount /= n;
            add(response, deliver);
        }
    }
    free(more_tpa);
}

void ore_response_list_actions(ore_response *response)
{
    const ore_response_case *nothing = &response->cases[ORE_DO_NOTHING],
                            *respond = &response->cases[ORE_RESPOND];
    const ore_round *round = respond->round;

    if (nothing->result->has_portfolio && respond->result->has_portfolio) {
        add_projects(response, round, nothing->result, respond->result);
        add_answers(response, round, nothing->result, respond->result);
        add_stocks(response, round, nothing->result, respond->result);
        add_deliveries(response, round, nothing->result, respond->result);
    }
}

/* The round as the response decides it, without rules of sharing. */
static ore_round *decided_round(const ore_response *response)
{
    const ore_response_case *respond = &response->cases[ORE_RESPOND];
    ore_round *copy = ore_round_as_decided(respond->round, respond->result);

    copy->baseline.lends = true;
    ore_edit_drop_promises(copy);
    ore_edit_drop_sharing(copy);
    return copy;
}

/* Project p, with its money, as it was before. */
static void undo_project(ore_round *copy, const ore_result *before, int p)
{
    ore_baseline *decided = &copy->baseline;
    int *option =
        ore_round_own(copy, decided->option, copy->n_projects, sizeof *option);
    int *year =
        ore_round_own(copy, decided->year, copy->n_projects, sizeof *year);
    double *face_m =
        ore_round_own(copy, decided->face_m, copy->n_pairs, sizeof *face_m);
    const ore_project *project = &copy->projects[p];

    option[p] = before->option[p];
    year[p] = before->year[p];
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        face_m[f] = before->face_m[f];
    }
    decided->option = option;
    decided->year = year;
    decided->face_m = face_m;
}

static void undo_answer(ore_round *copy, const ore_result *before, int i)
{
    int *answer = ore_round_own(copy, copy->baseline.answer, copy->n_supplies,
                                sizeof *answer);

    answer[i] = (int)before->answer[i];
    copy->baseline.answer = answer;
}

static void undo_purchases(ore_round *copy, const ore_result *before, int h)
{
    double *bought_t =
        ore_round_own(copy, copy->baseline.bought_t,
                      copy->n_stockpiles * copy->n_years, sizeof *bought_t);

    for (int t = 0; t < copy->n_years; t++) {
        const int at = ore_at_year(copy, h, t);

        bought_t[at] = before->bought_t[at];
    }
    copy->baseline.bought_t = bought_t;
}

static void forbid_loans(ore_round *copy, int h)
{
    ore_stockpile *stockpiles = ore_round_own(
        copy, copy->stockpiles, copy->n_stockpiles, sizeof *stockpiles);

    stockpiles[h].loan_max_t = 0.0;
    copy->stockpiles = stockpiles;
}

static void forbid_release(ore_round *copy, int h)
{
    ore_stockpile *stockpiles = ore_round_own(
        copy, copy->stockpiles, copy->n_stockpiles, sizeof *stockpiles);

    stockpiles[h].release_max_tpa = 0.0;
    copy->stockpiles = stockpiles;
}

/* The same but for the action. */
static ore_round *without(const ore_response *response,
                          const ore_action *action)
{
    const ore_result *before = response->cases[ORE_DO_NOTHING].result;
    ore_round *copy = decided_round(response);

    switch (action->kind) {
    case ORE_ACTION_COMMIT:
    case ORE_ACTION_SPEED_UP:
    case ORE_ACTION_DROP: undo_project(copy, before, action->of); break;
    case ORE_ACTION_ANSWER: undo_answer(copy, before, action->of); break;
    case ORE_ACTION_BUY: undo_purchases(copy, before, action->of); break;
    case ORE_ACTION_RELEASE: forbid_release(copy, action->of); break;
    case ORE_ACTION_LEND: forbid_loans(copy, action->of); break;
    default: break;
    }
    return copy;
}

/* What the first goal loses from one to the other. */
static double loss(const ore_response_case *from, const ore_response_case *to)
{
    const double more =
        to->result->goals[0].value - from->result->goals[0].value;

    return ore_objective_is_maximised(&from->round->goals[0]) ? -more : more;
}

/* What is lacking of a material over the horizon, t. */
static double lacking_t(const ore_response_case *of, int material)
{
    double sum_t = 0.0;

    for (int t = 0; t < of->round->n_years; t++) {
        sum_t += ore_response_gap_tpa(of, material, t);
    }
    return sum_t;
}

static void find_closed(const ore_response_case *with,
                        const ore_response_case *without, ore_action *action)
{
    for (int m = 0; m < with->round->n_materials; m++) {
        const double more_t = lacking_t(without, m) - lacking_t(with, m);

        if (more_t > fmax(min_t, action->closes_t)) {
            action->closes = m;
            action->closes_t = more_t;
        }
    }
}

void ore_response_value_actions(const ore_inquiry *asked,
                                ore_response *response)
{
    const int n = response->n_actions;
    ore_response_case *cases = ore_alloc(n + 1, sizeof *cases);
    ore_response_task *tasks = ore_alloc(n + 1, sizeof *tasks);
    int n_tasks = 0;

    for (int i = 0; i < n; i++) {
        if (response->actions[i].kind != ORE_ACTION_DELIVER &&
            response->actions[i].kind != ORE_ACTION_REPAY) {
            cases[i].round = without(response, &response->actions[i]);
            tasks[n_tasks++] =
                (ore_response_task){.into = &cases[i], .is_bare = true};
        }
    }
    if (n_tasks > 0) {
        cases[n].round = decided_round(response);
        tasks[n_tasks++] =
            (ore_response_task){.into = &cases[n], .is_bare = true};
    }
    ore_response_solve(asked, tasks, n_tasks, "actions");
    for (int i = 0; i < n; i++) {
        ore_action *action = &response->actions[i];

        if (cases[i].round) {
            const ore_answer whole = ore_response_answer(&cases[n]);

            action->answer = whole == ORE_ANSWER_KNOWN
                                 ? ore_response_answer(&cases[i])
                                 : whole;
        }
        if (action->answer == ORE_ANSWER_KNOWN) {
            action->worth = loss(&cases[n], &cases[i]);
            if (action->kind == ORE_ACTION_SPEED_UP ||
                action->kind == ORE_ACTION_LEND) {
                find_closed(&cases[n], &cases[i], action);
            }
        }
        ore_response_case_free(&cases[i]);
    }
    ore_response_case_free(&cases[n]);
    free(cases);
    free(tasks);
}
