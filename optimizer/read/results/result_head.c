/* The head of a result file: what it is of, and how the run was asked for. */
#include "read/results/result_head.h"

#include <math.h>
#include <string.h>

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

/* The elements of a list, of `size` bytes each, up to the first that cannot be
 * taken; *n is how many. */
static void *take_list(ore_store *store, const ore_json_node *list, size_t size,
                       bool (*take)(ore_store *store,
                                    const ore_json_node *element, void *to),
                       int *n)
{
    const int count = ore_json_count(list);
    char *all = ore_store_alloc(store, count, size);

    for (*n = 0; *n < count; (*n)++) {
        const ore_json_node element = ore_json_element(list, *n);

        if (!take(store, &element, all + (size_t)*n * size)) {
            break;
        }
    }
    return all;
}

static bool take_set(ore_store *store, const ore_json_node *element, void *to)
{
    const char **set = to;

    if (!json_is_string(element->value)) {
        ore_error(element->file->diags, ore_json_where(element),
                  "expected a text 'ADDRESS=VALUE'");
        return false;
    }
    *set = ore_store_text(store, json_string_value(element->value));
    return true;
}

static bool take_input(ore_store *store, const ore_json_node *element, void *to)
{
    ore_input_stamp *stamp = to;

    if (!ore_json_get_text(element, "path", &stamp->path) ||
        !ore_json_get_text(element, "sha256", &stamp->sha256) ||
        !ore_json_get_whole(element, "rows", &stamp->rows)) {
        return false;
    }
    stamp->path = ore_store_text(store, stamp->path);
    stamp->sha256 = ore_store_text(store, stamp->sha256);
    return true;
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
    if (ore_json_optional(&options, "time_limit_s", &member)) {
        (void)ore_json_get_number(&options, "time_limit_s",
                                  &head->time_limit_s);
    }
    if (ore_json_optional(&options, "work_limit_s", &member)) {
        (void)ore_json_get_number(&options, "work_limit_s",
                                  &head->work_limit_s);
    }
    if (ore_json_optional(&options, "seed", &member)) {
        (void)ore_json_get_whole(&options, "seed", &head->seed);
    }
    if (ore_json_optional(&options, "jobs", &member)) {
        (void)ore_json_get_whole(&options, "jobs", &head->jobs);
    }
    head->baseline = copy_of(head->store, &options, "baseline");
    head->keep = copy_of(head->store, &options, "keep");
    head->respond = copy_of(head->store, &options, "respond");
}

static void read_head(const ore_json_node *root, void *data)
{
    ore_result_head *head = data;
    ore_where where;
    ore_json_node round, list;
    const char *name, *format = NULL;
    bool has_portfolio;

    if (ore_json_optional(root, "format", &list) &&
        ore_json_get_text(root, "format", &format)) {
        head->has_leaves = strcmp(format, "orefolio-tree/1") == 0;
    }
    head->has_reliability = ore_json_optional(root, "reliability", &list);
    if (ore_json_status(root, &head->status, &has_portfolio) &&
        ore_json_scenario(root, &name, &where) &&
        ore_json_member(root, "round", &round)) {
        head->scenario = ore_store_text(head->store, name);
        head->outcomes = copy_of(head->store, &round, "outcomes");
        if (ore_json_optional(&round, "sets", &list)) {
            head->sets = take_list(head->store, &list, sizeof *head->sets,
                                   take_set, &head->n_sets);
        }
        if (ore_json_member(&round, "inputs", &list)) {
            head->inputs = take_list(head->store, &list, sizeof *head->inputs,
                                     take_input, &head->n_inputs);
        }
        read_options(root, head);
    }
}

ore_status ore_read_result_head(const char *path, ore_diags *diags,
                                ore_result_head *head)
{
    *head = (ore_result_head){.gap = nan(""),
                              .time_limit_s = nan(""),
                              .work_limit_s = nan(""),
                              .seed = -1,
                              .jobs = -1,
                              .store = ore_store_new()};
    const ore_status status = ore_json_read(path, diags, read_head, head);

    if (status != ORE_OK) {
        ore_result_head_free(head);
    }
    return status;
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
    if (!options->outcomes) {
        options->outcomes = head->outcomes;
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
