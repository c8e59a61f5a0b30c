/* The head of a result file: what it is of, and how the run was asked for. */
#include "read/results/result_head.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/read.h"

/* The words of a status. */
static const struct {
    const char *word;
    ore_status status;
    bool has_portfolio;
} statuses[] = {
    {"optimal", ORE_OK, true},
    {"gap", ORE_STOPPED, true},
    {"infeasible", ORE_INFEASIBLE, false},
    {"none", ORE_NO_ANSWER, false},
};

/* Index of the root's status among them; -1 after an error. */
static int status_of(const ore_json_node *root)
{
    const char *word;

    if (!ore_json_get_text(root, "status", &word)) {
        return -1;
    }
    for (int i = 0; i < ORE_COUNT_OF(statuses); i++) {
        if (strcmp(statuses[i].word, word) == 0) {
            return i;
        }
    }
    ore_json_unknown(root, "status", word, "optimal, gap, infeasible or none");
    return -1;
}

bool ore_json_status(const ore_json_node *root, ore_status *status,
                     bool *has_portfolio)
{
    const int i = status_of(root);

    if (i >= 0) {
        *status = statuses[i].status;
        *has_portfolio = statuses[i].has_portfolio;
    }
    return i >= 0;
}

bool ore_json_scenario(const ore_json_node *root, const char **name,
                       ore_where *where)
{
    ore_json_node round, member;

    if (!ore_json_member(root, "round", &round) ||
        !ore_json_get_text(&round, "scenario", name) ||
        !ore_json_optional(&round, "scenario", &member)) {
        return false;
    }
    *where = ore_json_where(&member);
    return true;
}

/* A copy of the text, NULL when the member is not there or is no text. */
static const char *copy_of(ore_store *store, const ore_json_node *parent,
                           const char *key)
{
    ore_json_node member;
    const char *text = NULL;

    return ore_json_optional(parent, key, &member) &&
                   ore_json_get_text(parent, key, &text)
               ? ore_store_text(store, text)
               : NULL;
}

static void read_sets(const ore_json_node *round, ore_result_head *head)
{
    ore_json_node sets;

    if (!ore_json_optional(round, "sets", &sets)) {
        return;
    }
    const int n = ore_json_count(&sets);

    head->sets = ore_store_alloc(head->store, n, sizeof *head->sets);
    for (int i = 0; i < n; i++) {
        const ore_json_node set = ore_json_element(&sets, i);

        if (!json_is_string(set.value)) {
            ore_error(set.file->diags, ore_json_where(&set),
                      "expected a text 'ADDRESS=VALUE'");
            return;
        }
        head->sets[head->n_sets++] =
            ore_store_text(head->store, json_string_value(set.value));
    }
}

static void read_inputs(const ore_json_node *round, ore_result_head *head)
{
    ore_json_node inputs;

    if (!ore_json_member(round, "inputs", &inputs)) {
        return;
    }
    const int n = ore_json_count(&inputs);

    head->inputs = ore_store_alloc(head->store, n, sizeof *head->inputs);
    for (int i = 0; i < n; i++) {
        const ore_json_node input = ore_json_element(&inputs, i);
        const char *path, *sha256;
        int rows;

        if (!ore_json_get_text(&input, "path", &path) ||
            !ore_json_get_text(&input, "sha256", &sha256) ||
            !ore_json_get_whole(&input, "rows", &rows)) {
            return;
        }
        head->inputs[head->n_inputs++] =
            (ore_input_stamp){ore_store_text(head->store, path),
                              ore_store_text(head->store, sha256), rows};
    }
}

/* Files of earlier versions do not tell the options. */
static void read_options(const ore_json_node *root, ore_result_head *head)
{
    ore_json_node options, member;

    if (!ore_json_optional(root, "options", &options)) {
        return;
    }
    (void)ore_json_get_number(&options, "gap", &head->gap);
    if (ore_json_optional(&options, "gap_for_all", &member)) {
        head->gap_for_all = json_is_true(member.value);
    }
    head->baseline = copy_of(head->store, &options, "baseline");
    head->keep = copy_of(head->store, &options, "keep");
    head->respond = copy_of(head->store, &options, "respond");
}

static void read_head(const ore_json_node *root, ore_result_head *head)
{
    ore_where where;
    ore_json_node round;
    const char *name;
    bool has_portfolio;

    if (ore_json_status(root, &head->status, &has_portfolio) &&
        ore_json_scenario(root, &name, &where) &&
        ore_json_member(root, "round", &round)) {
        head->scenario = ore_store_text(head->store, name);
        read_sets(&round, head);
        read_inputs(&round, head);
        read_options(root, head);
    }
}

ore_status ore_read_result_head(const char *path, ore_diags *diags,
                                ore_result_head *head)
{
    ore_json_file file = {path, NULL, diags};
    json_t *value = NULL;
    const int errors = ore_diags_errors(diags);
    const ore_status status = ore_json_load(&file, &value);

    *head = (ore_result_head){.gap = nan("")};
    if (status != ORE_OK) {
        return status;
    }
    head->store = ore_store_new();
    const ore_json_node root = {&file, NULL, NULL, -1, value};

    read_head(&root, head);
    json_decref(value);
    ore_json_unload(&file);
    if (ore_diags_errors(diags) > errors) {
        ore_result_head_free(head);
        return ORE_BAD_INPUT;
    }
    return ORE_OK;
}

void ore_result_head_free(ore_result_head *head)
{
    ore_store_free(head->store);
    *head = (ore_result_head){.gap = nan("")};
}

void ore_replay(const ore_result_head *head, ore_read_options *options)
{
    if (!options->scenario && strcmp(head->scenario, "base") != 0) {
        options->scenario = head->scenario;
    }
    if (options->n_sets == 0) {
        options->n_sets = head->n_sets;
        options->sets = head->sets;
    }
    if (!options->baseline) {
        options->baseline = head->baseline;
        options->keep = options->keep ? options->keep : head->keep;
        options->respond = options->respond ? options->respond : head->respond;
    }
}
