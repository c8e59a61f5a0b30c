/* States, sales, optional supply and stockpiles of a result file. */
#include <string.h>

#include "base/text.h"
#include "orefolio/asset_sales.h"
#include "orefolio/messages.h"
#include "read/results/filling.h"

bool ore_fill_state(const ore_filling *to, const ore_json_node *node, int *j)
{
    const ore_round *round = to->round;
    const char *id = NULL;
    ore_json_node member;
    int year;

    if (!ore_fill_year(to, node, round->horizon, &year) ||
        (ore_json_optional(node, "disruption", &member) &&
         !ore_json_get_text(node, "disruption", &id))) {
        return false;
    }
    for (*j = 0; *j < round->n_states; (*j)++) {
        const ore_state *state = &round->states[*j];
        const char *lasts = state->disruption < 0
                                ? NULL
                                : round->disruptions[state->disruption].id;

        if (round->horizon.first + state->t == year &&
            (id ? lasts && strcmp(lasts, id) == 0 : !lasts)) {
            return true;
        }
    }
    ore_error(to->diags, ore_json_where(node),
              "year %d %s%s is not looked at in this round", year,
              id ? _("of disruption ") : _("without a disruption"),
              id ? ore_shown(id) : "");
    return false;
}

void ore_fill_sale(const ore_filling *to, const ore_json_node *node)
{
    const ore_round *round = to->round;
    const char *material, *market;
    double sold_tpa;
    int p, j;

    if (!ore_fill_project(to, node, &p) || !ore_fill_state(to, node, &j) ||
        !ore_json_get_text(node, "material", &material) ||
        !ore_json_get_text(node, "market", &market) ||
        !ore_json_get_number(node, "sold_tpa", &sold_tpa)) {
        return;
    }
    for (int k = 0; k < round->n_sales; k++) {
        const ore_sale *sale = &round->sales[k];

        if (sale->option == to->result->option[p] &&
            strcmp(round->materials[sale->material].id, material) == 0 &&
            strcmp(round->markets[sale->market].id, market) == 0) {
            to->result->sold_tpa[k * round->n_states + j] =
                ore_round_figure(sold_tpa);
            return;
        }
    }
    ore_error(to->diags, ore_json_where(node),
              "project '%s' sells no '%s' to '%s' in the round",
              round->projects[p].id, ore_shown(material), ore_shown(market));
}

/* The text of a member that may be missing; "" without it. */
static const char *text_of(const ore_json_node *node, const char *name)
{
    const char *text = "";
    ore_json_node member;

    return ore_json_optional(node, name, &member) &&
                   ore_json_get_text(node, name, &text)
               ? text
               : "";
}

int ore_json_supply(const ore_round *round, const ore_json_node *node,
                    bool is_open, const char **material, const char **country)
{
    if (!ore_json_get_text(node, "material", material) ||
        !ore_json_get_text(node, "country", country)) {
        *material = *country = NULL;
        return -1;
    }
    const char *market = text_of(node, "market");
    const char *asset = text_of(node, "asset");

    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];
        const char *own =
            supply->market < 0 ? "" : round->markets[supply->market].id;

        if ((is_open ? supply->is_open : supply->is_optional) &&
            strcmp(supply->country, *country) == 0 &&
            strcmp(supply->asset, asset) == 0 && strcmp(own, market) == 0 &&
            strcmp(round->materials[supply->material].id, *material) == 0) {
            return i;
        }
    }
    return -1;
}

void ore_fill_purchase(const ore_filling *to, const ore_json_node *node)
{
    const ore_round *round = to->round;
    const char *material, *country;
    double taken_tpa;
    int year;

    if (!ore_fill_year(to, node, round->horizon, &year) ||
        !ore_json_get_number(node, "taken_tpa", &taken_tpa)) {
        return;
    }
    const int i = ore_json_supply(round, node, false, &material, &country);

    if (i >= 0) {
        to->result
            ->taken_tpa[ore_at_year(round, i, year - round->horizon.first)] =
            ore_round_figure(taken_tpa);
    } else if (material) {
        ore_error(to->diags, ore_json_where(node),
                  "no optional supply of '%s' from '%s' in the round",
                  ore_shown(material), ore_shown(country));
    }
}

void ore_fill_sale_answer(const ore_filling *to, const ore_json_node *node)
{
    const ore_round *round = to->round;
    const char *material, *country, *word;
    const int i = ore_json_supply(round, node, true, &material, &country);

    if (!material || !ore_json_get_text(node, "answer", &word)) {
        return;
    }
    if (i < 0) {
        ore_error(to->diags, ore_json_where(node),
                  "no open sale of '%s' from '%s' in the round",
                  ore_shown(material), ore_shown(country));
        return;
    }
    const int answer = ore_sale_answer_of(word);

    if (answer < 0) {
        ore_json_unknown(node, "answer", word, "an answer to a sale");
    } else {
        to->result->answer[i] = (ore_sale_answer)answer;
    }
}

void ore_fill_stockpile(const ore_filling *to, const ore_json_node *node)
{
    const ore_round *round = to->round;
    const char *id;
    ore_json_node member;
    double tonnes;
    int j;

    if (!ore_json_get_text(node, "stockpile", &id) ||
        !ore_fill_state(to, node, &j)) {
        return;
    }
    for (int h = 0; h < round->n_stockpiles; h++) {
        if (strcmp(round->stockpiles[h].id, id) != 0) {
            continue;
        }
        const int year = h * round->n_years + round->states[j].t;

        if (ore_json_optional(node, "bought_t", &member)) {
            if (ore_json_get_number(node, "bought_t", &tonnes)) {
                to->result->bought_t[year] = ore_round_figure(tonnes);
            }
        } else if (ore_json_optional(node, "repaid_t", &member)) {
            if (ore_json_get_number(node, "repaid_t", &tonnes)) {
                to->result->repaid_t[year] = ore_round_figure(tonnes);
            }
        } else if (ore_json_optional(node, "lent_t", &member)) {
            if (ore_json_get_number(node, "lent_t", &tonnes)) {
                to->result->lent_t[h * round->n_states + j] =
                    ore_round_figure(tonnes);
            }
        } else if (ore_json_get_number(node, "released_t", &tonnes)) {
            to->result->released_t[h * round->n_states + j] =
                ore_round_figure(tonnes);
        }
        return;
    }
    ore_json_unknown(node, "stockpile", id, "a stockpile of the round");
}
