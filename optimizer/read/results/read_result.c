/* Reading a result file back: the portfolio of an earlier run of the round,
 * for `verify`, baselines and comparisons. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/asset_sales.h"
#include "orefolio/memory.h"
#include "read/read.h"
#include "read/results/filling.h"
#include "read/results/result_head.h"

enum { ENOUGH = 100 }; /* errors */

/* Older files have neither the kind of reason nor the reason in Japanese. */
static void read_reason(const ore_json_node *node, const char *text,
                        ore_reason *reason)
{
    ore_json_node member;
    const char *word = NULL, *text_ja = NULL;

    reason->detail = ore_copy(text);
    if (ore_json_optional(node, "reason_ja", &member) &&
        ore_json_get_text(node, "reason_ja", &text_ja)) {
        reason->detail_ja = ore_copy(text_ja);
    }
    if (!ore_json_optional(node, "kind", &member) ||
        !ore_json_get_text(node, "kind", &word)) {
        return;
    }
    for (int i = 0; i < ORE_REASONS; i++) {
        if (strcmp(word, ore_reason_words[i]) == 0) {
            reason->kind = (ore_reason_kind)i;
            return;
        }
    }
    ore_json_unknown(node, "kind", word,
                     "out, screened, window, unfundable, excluded, budget, "
                     "no-gain, outranked, unknown or none");
}

static void read_rejected(const ore_filling *to, const ore_json_node *node)
{
    const char *text;
    int p;

    if (ore_fill_project(to, node, &p) &&
        ore_json_get_text(node, "reason", &text)) {
        ore_reason *reason = &to->result->reason[p];

        if (to->result->option[p] >= 0 || reason->detail) {
            ore_error(to->diags, ore_json_where(node),
                      "project '%s' comes twice", to->round->projects[p].id);
            return;
        }
        read_reason(node, text, reason);
    }
}

static void read_operation(const ore_filling *to, const ore_json_node *node)
{
    int p, j;
    double share;

    if (!ore_fill_project(to, node, &p) || !ore_fill_state(to, node, &j) ||
        !ore_json_get_number(node, "utilisation", &share)) {
        return;
    }
    const int at = p * to->round->n_states + j;

    if (to->ran[at]) {
        ore_error(to->diags, ore_json_where(node),
                  "project '%s' comes twice in %d", to->round->projects[p].id,
                  to->round->horizon.first + to->round->states[j].t);
    }
    to->ran[at] = true;
    to->result->utilisation[at] = ore_rounded(share, 1e15);
}

static int find_target(const ore_round *round, const char *material,
                       const char *market)
{
    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];

        if (strcmp(round->materials[target->material].id, material) == 0 &&
            strcmp(round->markets[target->market].id, market) == 0) {
            return i;
        }
    }
    return -1;
}

static void read_delivery(const ore_filling *to, const ore_json_node *node)
{
    const char *material, *market;
    double delivered_tpa, shortfall_tpa;
    int j;

    if (!ore_json_get_text(node, "material", &material) ||
        !ore_json_get_text(node, "market", &market) ||
        !ore_fill_state(to, node, &j) ||
        !ore_json_get_number(node, "delivered_tpa", &delivered_tpa) ||
        !ore_json_get_number(node, "shortfall_tpa", &shortfall_tpa)) {
        return;
    }
    const int i = find_target(to->round, material, market);

    if (i < 0) {
        ore_error(to->diags, ore_json_where(node),
                  "no target of '%s' for market '%s' in the round",
                  ore_shown(material), ore_shown(market));
        return;
    }
    const int at = i * to->round->n_states + j;

    if (to->fared[at]) {
        ore_error(to->diags, ore_json_where(node),
                  "'%s' for market '%s' comes twice in %d", ore_shown(material),
                  ore_shown(market),
                  to->round->horizon.first + to->round->states[j].t);
    }
    to->fared[at] = true;
    to->result->delivered_tpa[at] = ore_round_figure(delivered_tpa);
    to->result->shortfall_tpa[at] = ore_round_figure(shortfall_tpa);
}

/* Goals that the round does not have (any more) are passed over. */
static void read_goal(const ore_filling *to, const ore_json_node *node)
{
    const char *name;
    ore_json_node value;

    if (!ore_json_get_text(node, "name", &name)) {
        return;
    }
    for (int g = 0; g < to->round->n_goals; g++) {
        ore_goal_outcome *goal = &to->result->goals[g];

        if (strcmp(to->round->goals[g].name, name) == 0) {
            if (ore_json_optional(node, "value", &value)) {
                (void)ore_json_get_number(node, "value", &goal->value);
            }
            goal->bound = goal->gap = nan("");
            if (ore_json_optional(node, "bound", &value)) {
                (void)ore_json_get_number(node, "bound", &goal->bound);
            }
            if (ore_json_optional(node, "gap", &value)) {
                (void)ore_json_get_number(node, "gap", &goal->gap);
            }
        }
    }
}

/* Every element of member `key`, unless there is no portfolio. */
static void read_list(const ore_filling *to, const ore_json_node *root,
                      const char *key,
                      void (*read)(const ore_filling *, const ore_json_node *))
{
    ore_json_node list;

    if (ore_json_member(root, key, &list)) {
        const int count = ore_json_count(&list);

        /* A file of another round would only repeat itself. */
        for (int i = 0; i < count && ore_diags_errors(to->diags) < ENOUGH;
             i++) {
            const ore_json_node element = ore_json_element(&list, i);

            read(to, &element);
        }
    }
}

static void read_status(const ore_filling *to, const ore_json_node *root)
{
    (void)ore_json_status(root, &to->result->status,
                          &to->result->has_portfolio);
}

/* Figures of another scenario would only look wrong. */
static bool is_same_scenario(const ore_filling *to, const ore_json_node *root)
{
    const char *ours = to->round->scenario, *theirs;
    ore_where where;

    if (!ore_json_scenario(root, &theirs, &where)) {
        return false;
    }
    if (strcmp(ours, theirs) != 0) {
        ore_error(to->diags, where,
                  "the result is of scenario '%s', but the round is read as "
                  "'%s'; --scenario chooses",
                  ore_shown(theirs), ours);
        return false;
    }
    return true;
}

/* A status without a portfolio, and yet one is there. */
static void refuse_portfolio(const ore_filling *to, const ore_json_node *root)
{
    ore_json_node portfolio;

    if (!to->result->has_portfolio &&
        ore_json_optional(root, "portfolio", &portfolio) &&
        ore_json_count(&portfolio) > 0) {
        ore_error(to->diags, ore_json_where(&portfolio),
                  "the status says that there is no portfolio, but one is "
                  "given");
    }
}

void ore_fill_outcome(const ore_filling *to, const ore_json_node *root)
{
    read_status(to, root);
    read_list(to, root, "goals", read_goal);
}

void ore_fill_result(const ore_filling *to, const ore_json_node *root)
{
    const char *format;

    if (!ore_json_get_text(root, "format", &format)) {
        return;
    }
    if (strcmp(format, "orefolio-result/1") != 0) {
        ore_json_unknown(root, "format", format, "'orefolio-result/1'");
        return;
    }
    if (!is_same_scenario(to, root)) {
        return;
    }
    ore_fill_outcome(to, root);
    const bool has_portfolio = to->result->has_portfolio;

    read_list(to, root, "portfolio", ore_fill_chosen);
    refuse_portfolio(to, root);
    read_list(to, root, "rejected", read_rejected);
    read_list(to, root, "shortfall", read_delivery);
    read_list(to, root, "operations", read_operation);
    if (has_portfolio && to->round->n_sales > 0) {
        read_list(to, root, "sales", ore_fill_sale);
    }
    if (has_portfolio && ore_has_optional_supply(to->round)) {
        read_list(to, root, "purchases", ore_fill_purchase);
    }
    if (has_portfolio && ore_has_open_sales(to->round)) {
        read_list(to, root, "sale_answers", ore_fill_sale_answer);
    }
    if (has_portfolio && to->round->n_stockpiles > 0) {
        read_list(to, root, "stockpiles", ore_fill_stockpile);
    }
}

static void read_root(const ore_json_node *root, void *data)
{
    ore_fill_result(data, root);
}

ore_filling ore_filling_new(const ore_round *round, ore_diags *diags)
{
    ore_filling to = {round, ore_result_new(round), diags, NULL, NULL};

    to.ran = ore_alloc(round->n_projects * round->n_states, sizeof *to.ran);
    to.fared = ore_alloc(round->n_targets * round->n_states, sizeof *to.fared);
    return to;
}

ore_status ore_read_result(const char *path, const ore_round *round,
                           ore_diags *diags, ore_result **result)
{
    ore_filling to = ore_filling_new(round, diags);
    const ore_status status = ore_json_read(path, diags, read_root, &to);

    if (status != ORE_OK) {
        ore_result_free(to.result);
    }
    *result = status == ORE_OK ? to.result : NULL;
    free(to.ran);
    free(to.fared);
    return status;
}
