/* See write_response.h. */
#include "write/json/write_response.h"

#include <math.h>

#include "orefolio/asset_sales.h"
#include "write/json/json_parts.h"

static const char *const column_keys[] = {[ORE_DO_NOTHING] = "do_nothing",
                                          [ORE_RESPOND] = "respond",
                                          [ORE_FORESIGHT] = "foresight"};
_Static_assert(ORE_COUNT_OF(column_keys) == ORE_RESPONSE_COLUMNS,
               "a key for every column");

static json_t *gaps_json(const ore_response_case *of)
{
    const ore_round *round = of->round;
    json_t *list = json_array();

    for (int m = 0; m < round->n_materials; m++) {
        for (int t = 0; t < round->n_years; t++) {
            const double target_tpa = ore_material_target_tpa(round, m, t);

            if (target_tpa > 0.0) {
                json_t *gap = json_object();

                ore_json_set(gap, "material",
                             ore_json_text(round->materials[m].id));
                ore_json_set(gap, "year",
                             json_integer(round->horizon.first + t));
                ore_json_set(gap, "target_tpa", ore_json_figure(target_tpa));
                ore_json_set(gap, "gap_tpa",
                             ore_json_figure(ore_response_gap_tpa(of, m, t)));
                (void)json_array_append_new(list, gap);
            }
        }
    }
    return list;
}

static json_t *case_json(const ore_response_case *of)
{
    json_t *object = json_object();
    const bool has_portfolio = of->result->has_portfolio;

    ore_json_set(object, "feasible",
                 has_portfolio                  ? json_true()
                 : of->status == ORE_INFEASIBLE ? json_false()
                                                : json_null());
    if (has_portfolio) {
        ore_json_set(object, "cost", ore_json_figure(ore_response_cost_m(of)));
        ore_json_set(object, "goals", ore_json_goals(of->round, of->result));
        ore_json_set(object, "gaps", gaps_json(of));
    }
    return object;
}

/* By the project and the row that speeds it up. */
static void set_speed_up(const ore_round *round, const ore_result *result,
                         const ore_action *action, json_t *object)
{
    const ore_project *own = &round->projects[action->of];
    const ore_years outputs = ore_speed_up_outputs(round, result, action->of);

    ore_json_set(object, "project", ore_json_text(own->speeds_up));
    ore_json_set(object, "option",
                 ore_json_text(round->options[own->first_option].id));
    ore_json_set(object, "support", ore_json_figure(action->amount));
    ore_json_set(object, "output_from", json_integer(outputs.first));
    ore_json_set(object, "instead_of", json_integer(outputs.last));
}

/* What the action is about, by the ids of the round. */
static void set_subject(const ore_round *round, const ore_result *result,
                        const ore_action *action, json_t *object)
{
    const int of = action->of;

    switch (action->kind) {
    case ORE_ACTION_COMMIT:
    case ORE_ACTION_DROP:
        ore_json_set(object, "project", ore_json_text(round->projects[of].id));
        ore_json_set(object, "support", ore_json_figure(action->amount));
        break;
    case ORE_ACTION_SPEED_UP:
        set_speed_up(round, result, action, object);
        break;
    case ORE_ACTION_ANSWER:
        ore_json_set(object, "asset", ore_json_text(round->supplies[of].asset));
        ore_json_set(object, "answer",
                     ore_json_text(ore_sale_answer_words[result->answer[of]]));
        break;
    case ORE_ACTION_BUY:
    case ORE_ACTION_RELEASE:
    case ORE_ACTION_LEND:
    case ORE_ACTION_REPAY:
        ore_json_set(object, "stockpile",
                     ore_json_text(round->stockpiles[of].id));
        ore_json_set(object, "tonnes", ore_json_figure(action->amount));
        break;
    case ORE_ACTION_DELIVER:
        ore_json_set(
            object, "material",
            ore_json_text(round->materials[round->targets[of].material].id));
        ore_json_set(
            object, "market",
            ore_json_text(round->markets[round->targets[of].market].id));
        ore_json_set(object, "more_tpa", ore_json_figure(action->amount));
        break;
    default: break;
    }
}

static json_t *actions_json(const ore_response *response)
{
    const ore_response_case *respond = &response->cases[ORE_RESPOND];
    json_t *list = json_array();

    for (int i = 0; i < response->n_actions; i++) {
        const ore_action *action = &response->actions[i];
        json_t *object = json_object();

        ore_json_set(object, "action",
                     ore_json_text(ore_action_words[action->kind]));
        set_subject(respond->round, respond->result, action, object);
        if (action->closes >= 0) {
            ore_json_set(
                object, "closes_material",
                ore_json_text(respond->round->materials[action->closes].id));
            ore_json_set(object, "closes_t", ore_json_figure(action->closes_t));
        }
        ore_json_set(object, "from", json_integer(action->years.first));
        ore_json_set(object, "to", json_integer(action->years.last));
        if (!isnan(action->cost_m)) {
            ore_json_set(object, "cost", ore_json_figure(action->cost_m));
        }
        if (action->answer != ORE_ANSWER_NONE) {
            ore_json_set(object, "without",
                         ore_json_text(ore_json_answer(action->answer)));
        }
        if (action->answer == ORE_ANSWER_KNOWN) {
            ore_json_set(object, "worth", ore_json_figure(action->worth));
        }
        (void)json_array_append_new(list, object);
    }
    return list;
}

static json_t *years_json(int years)
{
    return years < 0 ? json_null() : json_integer(years);
}

static json_t *times_json(const ore_response *response)
{
    const ore_round *round = response->cases[0].round;
    json_t *list = json_array();

    for (int i = 0; i < response->n_times; i++) {
        const ore_material_times *times = &response->times[i];
        json_t *object = json_object(), *recover = json_object();

        ore_json_set(object, "material",
                     ore_json_text(round->materials[times->material].id));
        ore_json_set(object, "survive_years",
                     times->answer == ORE_ANSWER_KNOWN
                         ? json_integer(times->survive_years)
                         : json_null());
        for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
            ore_json_set(recover, column_keys[k],
                         years_json(times->recover_years[k]));
        }
        ore_json_set(object, "recover_years", recover);
        (void)json_array_append_new(list, object);
    }
    return list;
}

static json_t *response_json(const ore_response *response)
{
    const ore_round *round = response->cases[0].round;
    const ore_disruption *hit = &round->disruptions[response->disruption];
    json_t *object = json_object(), *columns = json_object();

    ore_json_set(object, "disruption", ore_json_text(hit->id));
    ore_json_set(object, "from", json_integer(hit->years.first));
    ore_json_set(object, "to", json_integer(hit->years.last));
    ore_json_set(object, "without_promises",
                 json_boolean(response->is_without_promises));
    for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
        ore_json_set(columns, column_keys[k], case_json(&response->cases[k]));
    }
    ore_json_set(object, "columns", columns);
    ore_json_set(object, "gain",
                 ore_json_figure(ore_response_gain(response, ORE_RESPOND)));
    ore_json_set(object, "gain_with_foresight",
                 ore_json_figure(ore_response_gain(response, ORE_FORESIGHT)));
    ore_json_set(object, "actions", actions_json(response));
    ore_json_set(object, "times", times_json(response));
    return object;
}

static json_t *losses_json(const ore_playbook *book)
{
    json_t *list = json_array();

    for (int i = 0; i < book->n_losses; i++) {
        const ore_country_loss *loss = &book->losses[i];
        json_t *object = json_object();

        ore_json_set(object, "material",
                     ore_json_text(book->round->materials[loss->material].id));
        ore_json_set(object, "country", ore_json_text(loss->country));
        ore_json_set(object, "share", ore_json_figure(loss->share));
        ore_json_set(object, "answer",
                     ore_json_text(ore_json_answer(loss->answer)));
        if (loss->answer == ORE_ANSWER_KNOWN) {
            ore_json_set(object, "gap_tpa", ore_json_figure(loss->gap_tpa));
            ore_json_set(object, "lost_tpa", ore_json_figure(loss->lost_tpa));
        }
        (void)json_array_append_new(list, object);
    }
    return list;
}

ore_status ore_write_response(const ore_playbook *book, const char *path,
                              ore_diags *diags)
{
    json_t *root = json_object(), *list = json_array();

    ore_json_set(root, "format", ore_json_text("orefolio-response/1"));
    ore_json_set(root, "round", ore_json_text(book->round->name));
    ore_json_set(root, "currency", ore_json_text(book->round->currency));
    ore_json_set(root, "planned", case_json(&book->planned));
    for (int i = 0; i < book->n; i++) {
        (void)json_array_append_new(list, response_json(&book->list[i]));
    }
    ore_json_set(root, "disruptions", list);
    ore_json_set(root, "without_largest_supplier", losses_json(book));
    return ore_json_write(root, path, diags);
}
