/* See write_causes.h. */
#include "write/json/write_causes.h"

#include "write/json/json_parts.h"

static json_t *place_json(ore_where where)
{
    json_t *object = json_object();

    if (!where.file) {
        json_decref(object);
        return json_null();
    }
    ore_json_set(object, "file", ore_json_text(where.file));
    ore_json_set(object, "line", json_integer(where.line));
    return object;
}

static json_t *change_json(const ore_causes_told *told, int c)
{
    const ore_input_change *change = &told->changes[c];
    const int cause = told->causes->cause_of[c];
    json_t *object = json_object();

    ore_json_set(object, "address", ore_json_text(change->address));
    ore_json_set(object, "what",
                 ore_json_text(!change->is_whole ? "figure"
                               : change->before  ? "went"
                                                 : "came"));
    if (!change->is_whole) {
        ore_json_set(object, "before", ore_json_text(change->before));
        ore_json_set(object, "after", ore_json_text(change->after));
    }
    ore_json_set(object, "before_at", place_json(change->old_where));
    ore_json_set(object, "after_at", place_json(change->new_where));
    ore_json_set(object, "replayed", json_boolean(!change->is_idle));
    ore_json_set(object, "cause",
                 cause >= 0 ? json_integer(cause + 1) : json_null());
    return object;
}

static json_t *decided_json(const ore_decided *decided)
{
    json_t *object = json_object();

    ore_json_set(object, "funded", json_boolean(decided->option != NULL));
    if (decided->option) {
        ore_json_set(object, "option", ore_json_text(decided->option));
        ore_json_set(object, "year", json_integer(decided->year));
    }
    return object;
}

static json_t *decision_json(const ore_causes_told *told, int d)
{
    const ore_causes *causes = told->causes;
    const ore_changed_decision *decision = &causes->decisions[d];
    json_t *object = json_object(), *shares = json_array();

    ore_json_set(
        object, "project",
        ore_json_text(decision->new_project >= 0
                          ? told->after->projects[decision->new_project].id
                          : told->before->projects[decision->old_project].id));
    ore_json_set(object, "before", decided_json(&decision->before));
    ore_json_set(object, "after", decided_json(&decision->after));
    for (int k = 0; k < causes->n_causes; k++) {
        (void)json_array_append_new(
            shares,
            causes->answer == ORE_ANSWER_KNOWN
                ? ore_json_figure(causes->share[d * causes->n_causes + k])
                : json_null());
    }
    ore_json_set(object, "shares", shares);
    return object;
}

static json_t *cause_json(const ore_causes *causes, int k)
{
    json_t *object = json_object();

    ore_json_set(object, "cause", json_integer(k + 1));
    ore_json_set(object, "needed",
                 causes->is_found ? json_boolean(causes->is_needed[k])
                                  : json_null());
    ore_json_set(object, "first_goal",
                 causes->answer == ORE_ANSWER_KNOWN
                     ? ore_json_figure(causes->goal_share[k])
                     : json_null());
    return object;
}

static void set_lists(const ore_causes_told *told, json_t *root)
{
    const ore_causes *causes = told->causes;
    json_t *changes = json_array(), *decisions = json_array(),
           *list = json_array();

    for (int c = 0; c < causes->n_changes; c++) {
        (void)json_array_append_new(changes, change_json(told, c));
    }
    for (int d = 0; d < causes->n_decisions; d++) {
        (void)json_array_append_new(decisions, decision_json(told, d));
    }
    for (int k = 0; k < causes->n_causes; k++) {
        (void)json_array_append_new(list, cause_json(causes, k));
    }
    ore_json_set(root, "changes", changes);
    ore_json_set(root, "causes", list);
    ore_json_set(root, "decisions", decisions);
}

ore_status ore_write_causes(const ore_causes_told *told, const char *path,
                            ore_diags *diags)
{
    const ore_causes *causes = told->causes;
    json_t *root = json_object();

    ore_json_set(root, "format", ore_json_text("orefolio-diff/1"));
    ore_json_set(root, "round_before", ore_json_text(told->before->name));
    ore_json_set(root, "round_after", ore_json_text(told->after->name));
    ore_json_set(root, "goals_before",
                 ore_json_goals(told->before, causes->before));
    ore_json_set(root, "goals_after",
                 ore_json_goals(told->after, causes->after));
    set_lists(told, root);
    ore_json_set(root, "explained", json_boolean(causes->is_found));
    ore_json_set(root, "least", json_boolean(causes->is_least));
    ore_json_set(root, "shares",
                 ore_json_text(ore_json_answer(causes->answer)));
    ore_json_set(root, "replays", json_integer(causes->n_replays));
    ore_json_set(root, "not_proven", json_integer(causes->n_open));
    return ore_json_write(root, path, diags);
}
