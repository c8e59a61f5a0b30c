/* See read_told.h. */
#include "read/results/read_told.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/store.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "read/formats/json_node.h"

/* A file being read. */
typedef struct telling {
    ore_store *store;
    ore_told *told;
    int n, room;
} telling;

static ore_told *add(telling *t, ore_told_kind kind, const char *of)
{
    t->told = ore_grow(t->told, t->n, &t->room, sizeof *t->told);
    t->told[t->n] =
        (ore_told){.kind = kind, .of = ore_store_text(t->store, of)};
    return &t->told[t->n++];
}

static void tell_text(telling *t, ore_told_kind kind, const ore_json_node *node,
                      const char *key)
{
    const char *text;

    if (ore_json_get_text(node, key, &text)) {
        add(t, kind, key)->text = ore_store_text(t->store, text);
    }
}

static void tell_input(telling *t, const ore_json_node *node)
{
    const char *path, *hash;

    if (ore_json_get_text(node, "path", &path) &&
        ore_json_get_text(node, "sha256", &hash)) {
        add(t, ORE_TOLD_INPUT, path)->text = ore_store_text(t->store, hash);
    }
}

static void tell_goal(telling *t, const ore_json_node *node)
{
    const char *name;
    ore_json_node value;
    double number;

    /* Without a portfolio goals have no value. */
    if (ore_json_get_text(node, "name", &name) &&
        ore_json_optional(node, "value", &value) &&
        json_is_number(value.value) &&
        ore_json_get_number(node, "value", &number)) {
        add(t, ORE_TOLD_GOAL, name)->number = number;
    }
}

static double sum_of_commitments(const ore_json_node *node)
{
    ore_json_node list;
    double sum = 0.0, face;

    if (ore_json_member(node, "commitments", &list)) {
        for (int i = 0; i < ore_json_count(&list); i++) {
            const ore_json_node element = ore_json_element(&list, i);

            if (ore_json_get_number(&element, "face", &face)) {
                sum += face;
            }
        }
    }
    return sum;
}

static void tell_funded(telling *t, const ore_json_node *node)
{
    const char *project, *option;
    int year;

    if (ore_json_get_text(node, "project", &project) &&
        ore_json_get_text(node, "option", &option) &&
        ore_json_get_whole(node, "year", &year)) {
        char *text = ore_print("%d, %s", year, option);

        add(t, ORE_TOLD_DECISION, project)->text =
            ore_store_text(t->store, text);
        free(text);
        add(t, ORE_TOLD_SUPPORT, project)->number = sum_of_commitments(node);
    }
}

static void tell_rejected(telling *t, const ore_json_node *node)
{
    const char *project;

    if (ore_json_get_text(node, "project", &project)) {
        add(t, ORE_TOLD_DECISION, project)->text = "";
    }
}

static void tell_account(telling *t, const ore_json_node *node)
{
    const char *budget;
    double available, used;
    int year;

    if (ore_json_get_text(node, "budget", &budget) &&
        ore_json_get_whole(node, "year", &year) &&
        ore_json_get_number(node, "available", &available) &&
        ore_json_get_number(node, "used", &used)) {
        ore_told *told = add(t, ORE_TOLD_AVAILABLE, budget);

        told->year = year;
        told->number = available;
        told = add(t, ORE_TOLD_USED, budget);
        told->year = year;
        told->number = used;
    }
}

static void tell_list(telling *t, const ore_json_node *parent, const char *key,
                      void (*tell)(telling *, const ore_json_node *))
{
    ore_json_node list;

    if (ore_json_optional(parent, key, &list)) {
        for (int i = 0; i < ore_json_count(&list); i++) {
            const ore_json_node element = ore_json_element(&list, i);

            tell(t, &element);
        }
    }
}

static void tell_root(const ore_json_node *root, void *data)
{
    telling *t = data;
    const char *format;
    ore_json_node round;

    if (!ore_json_get_text(root, "format", &format)) {
        return;
    }
    if (strcmp(format, "orefolio-result/1") != 0) {
        ore_json_unknown(root, "format", format, "'orefolio-result/1'");
        return;
    }
    if (ore_json_member(root, "round", &round)) {
        tell_text(t, ORE_TOLD_ROUND, &round, "name");
        tell_text(t, ORE_TOLD_ROUND, &round, "scenario");
        tell_list(t, &round, "inputs", tell_input);
    }
    tell_text(t, ORE_TOLD_STATUS, root, "status");
    tell_list(t, root, "goals", tell_goal);
    tell_list(t, root, "portfolio", tell_funded);
    tell_list(t, root, "rejected", tell_rejected);
    tell_list(t, root, "budgets", tell_account);
}

static bool is_of_same(const ore_told *a, const ore_told *b)
{
    return a->kind == b->kind && a->year == b->year &&
           strcmp(a->of, b->of) == 0;
}

static bool tells_same(const ore_told *a, const ore_told *b)
{
    return a->text ? strcmp(a->text, b->text) == 0
                   : fabs(a->number - b->number) <=
                         ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(a->number));
}

/* Number of the one of `side` that tells of the same; -1 = none does. */
static int find(const ore_told_results *results, int side, const ore_told *one)
{
    for (int i = 0; i < results->n[side]; i++) {
        if (is_of_same(&results->told[side][i], one)) {
            return i;
        }
    }
    return -1;
}

static void add_difference(ore_told_results *results, int before, int after)
{
    results->differences[results->n_differences++] =
        (ore_told_difference){before, after};
}

static void compare_kind(ore_told_results *results, ore_told_kind kind)
{
    for (int i = 0; i < results->n[0]; i++) {
        const ore_told *one = &results->told[0][i];
        const int other = one->kind == kind ? find(results, 1, one) : -1;

        if (one->kind == kind &&
            (other < 0 || !tells_same(one, &results->told[1][other]))) {
            add_difference(results, i, other);
        }
    }
    for (int i = 0; i < results->n[1]; i++) {
        const ore_told *one = &results->told[1][i];

        if (one->kind == kind && find(results, 0, one) < 0) {
            add_difference(results, -1, i);
        }
    }
}

void ore_told_results_free(ore_told_results *results)
{
    free(results->told[0]);
    free(results->told[1]);
    free(results->differences);
    ore_store_free(results->store);
}

ore_status ore_told_results_read(const char *before, const char *after,
                                 ore_diags *diags, ore_told_results *results)
{
    ore_status status = ORE_OK;

    *results =
        (ore_told_results){.paths = {before, after}, .store = ore_store_new()};
    for (int side = 0; side < 2 && status == ORE_OK; side++) {
        telling t = {.store = results->store};

        status = ore_json_read(results->paths[side], diags, tell_root, &t);
        results->told[side] = t.told;
        results->n[side] = t.n;
    }
    if (status != ORE_OK) {
        ore_told_results_free(results);
        return status;
    }
    results->differences =
        ore_alloc(results->n[0] + results->n[1], sizeof *results->differences);
    for (int kind = 0; kind < ORE_TOLDS; kind++) {
        compare_kind(results, (ore_told_kind)kind);
    }
    return ORE_OK;
}
