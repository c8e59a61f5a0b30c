/* See read_sweep.h. */
#include "read/results/read_sweep.h"

#include <stdlib.h>
#include <string.h>

#include "base/store.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "read/formats/json_node.h"

enum { MAX_DIGITS = 9 };

/* A copy of the text member `key`; NULL when it is absent or null. */
static const char *text_of(const ore_sweep *sweep, const ore_json_node *parent,
                           const char *key)
{
    ore_json_node member;
    const char *text = NULL;

    if (ore_json_optional(parent, key, &member)) {
        (void)ore_json_get_text(parent, key, &text);
    }
    return text ? ore_store_text(sweep->store, text) : NULL;
}

static void read_family(const ore_json_node *node, ore_design_point *point)
{
    const char *word;

    if (!ore_json_get_text(node, "family", &word)) {
        return;
    }
    for (int i = 0; i < ORE_DESIGN_FAMILIES; i++) {
        if (strcmp(word, ore_design_families[i]) == 0) {
            point->family = (ore_design_family)i;
            return;
        }
    }
    ore_json_unknown(node, "family", word,
                     "round, scenario, low, high, frontier or sample");
}

static void read_sets(const ore_sweep *sweep, const ore_json_node *node,
                      ore_diags *diags, ore_design_point *point)
{
    ore_json_node list;

    if (!ore_json_member(node, "sets", &list)) {
        return;
    }
    const int count = ore_json_count(&list);
    const char **sets = ore_store_alloc(sweep->store, count, sizeof *sets);

    for (int i = 0; i < count; i++) {
        const ore_json_node element = ore_json_element(&list, i);
        const char *text = json_string_value(element.value);

        if (!text) {
            ore_error(diags, ore_json_where(&element),
                      "expected a text ADDRESS=VALUE");
        }
        sets[i] = ore_store_text(sweep->store, text ? text : "");
    }
    point->sets = sets;
    point->n_sets = count;
}

/* The draw of a sample, in place of its sets; false when it has none. */
static bool read_draw(const ore_sweep *sweep, const ore_json_node *node,
                      ore_diags *diags, ore_design_point *point)
{
    ore_json_node draw;

    if (point->family != ORE_DESIGN_SAMPLE ||
        !ore_json_optional(node, "draw", &draw)) {
        return false;
    }
    if (ore_json_get_whole(node, "draw", &point->draw) &&
        (point->draw < 1 || point->draw > sweep->n_samples)) {
        ore_error(diags, ore_json_where(&draw),
                  "draw is %d, expected 1 to %d, the number of samples",
                  point->draw, sweep->n_samples);
    }
    return true;
}

/* Ids are names of files: digits alone. */
static void read_point(const ore_sweep *sweep, const ore_json_node *node,
                       ore_diags *diags, ore_design_point *point)
{
    const char *id = "";

    if (ore_json_get_text(node, "id", &id) &&
        (!*id || strlen(id) > MAX_DIGITS ||
         strspn(id, "0123456789") != strlen(id))) {
        ore_json_unknown(node, "id", id, "a number");
    }
    point->id = ore_store_text(sweep->store, id);
    point->name = text_of(sweep, node, "name");
    point->name = point->name ? point->name : "";
    point->scenario = text_of(sweep, node, "scenario");
    read_family(node, point);
    if (!read_draw(sweep, node, diags, point)) {
        read_sets(sweep, node, diags, point);
    }
}

typedef struct numbered {
    const char *id;
    int at;
} numbered;

static int by_id(const void *left, const void *right)
{
    const numbered *a = left, *b = right;
    const int order = strcmp(a->id, b->id);

    return order ? order : a->at - b->at;
}

/* Two points with one id would write one result file. */
static void check_ids(const ore_json_node *list, const ore_design_point *points,
                      int count, ore_diags *diags)
{
    numbered *sorted = ore_alloc(count, sizeof *sorted);

    for (int i = 0; i < count; i++) {
        sorted[i] = (numbered){points[i].id, i};
    }
    if (count > 0) {
        qsort(sorted, (size_t)count, sizeof *sorted, by_id);
    }
    for (int i = 1; i < count; i++) {
        if (*sorted[i].id && strcmp(sorted[i].id, sorted[i - 1].id) == 0) {
            const ore_json_node element = ore_json_element(list, sorted[i].at);

            ore_error(diags, ore_json_where(&element),
                      "id '%s' comes twice among the points",
                      ore_shown(sorted[i].id));
        }
    }
    free(sorted);
}

static void read_points(const ore_json_node *root, ore_diags *diags,
                        ore_sweep *sweep)
{
    ore_json_node list;

    if (!ore_json_member(root, "points", &list)) {
        return;
    }
    const int count = ore_json_count(&list);
    ore_design_point *points =
        ore_store_alloc(sweep->store, count, sizeof *points);

    for (int i = 0; i < count; i++) {
        const ore_json_node element = ore_json_element(&list, i);

        read_point(sweep, &element, diags, &points[i]);
    }
    check_ids(&list, points, count, diags);
    sweep->points = points;
    sweep->n_points = count;
    if (count == 0 || points[0].family != ORE_DESIGN_ROUND) {
        ore_error(diags, ore_json_where(&list),
                  "expected the round itself as the first point");
    }
}

static void read_inputs(const ore_json_node *root, ore_sweep *sweep)
{
    ore_json_node list;

    if (!ore_json_member(root, "inputs", &list)) {
        return;
    }
    const int count = ore_json_count(&list);
    ore_input *inputs = ore_store_alloc(sweep->store, count, sizeof *inputs);

    for (int i = 0; i < count; i++) {
        const ore_json_node element = ore_json_element(&list, i);
        const char *hash = text_of(sweep, &element, "sha256");

        inputs[i].path = text_of(sweep, &element, "path");
        inputs[i].path = inputs[i].path ? inputs[i].path : "";
        strncpy(inputs[i].sha256, hash ? hash : "",
                sizeof inputs[i].sha256 - 1);
        (void)ore_json_get_whole(&element, "rows", &inputs[i].rows);
    }
    sweep->inputs = inputs;
    sweep->n_inputs = count;
}

/* A whole number that counts something. */
static void read_count(const ore_json_node *parent, const char *key,
                       ore_diags *diags, int *count)
{
    ore_json_node member;

    if (ore_json_get_whole(parent, key, count) && *count < 0 &&
        ore_json_member(parent, key, &member)) {
        ore_error(diags, ore_json_where(&member),
                  "%s is %d, expected a number >= 0", key, *count);
    }
}

static void read_root(const ore_json_node *root, void *data)
{
    ore_sweep *sweep = data;
    ore_diags *diags = root->file->diags;
    const char *format;

    if (!ore_json_get_text(root, "format", &format)) {
        return;
    }
    if (strcmp(format, "orefolio-sweep/1") != 0) {
        ore_json_unknown(root, "format", format, "'orefolio-sweep/1'");
        return;
    }
    if (ore_json_get_text(root, "round", &sweep->round)) {
        sweep->round = ore_store_text(sweep->store, sweep->round);
    }
    sweep->over = text_of(sweep, root, "over");
    read_count(root, "samples", diags, &sweep->n_samples);
    read_count(root, "seed", diags, &sweep->seed);
    read_inputs(root, sweep);
    read_points(root, diags, sweep);
}

ore_status ore_read_sweep(const char *path, ore_diags *diags, ore_sweep **sweep)
{
    ore_sweep *read = ore_sweep_new();
    const ore_status status = ore_json_read(path, diags, read_root, read);

    if (status != ORE_OK) {
        ore_sweep_free(read);
    }
    *sweep = status == ORE_OK ? read : NULL;
    return status;
}
