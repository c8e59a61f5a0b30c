/* A result file against the one that its round and portfolio give. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/formats/json_node.h"
#include "read/read.h"

enum { ENOUGH = 20 }; /* errors */

/* Figures are written with 12 to 15 digits by any version. */
static const double same_within = 1e-9;

/* Members of the root that only the run itself can tell. */
static const char *const of_the_run[] = {"program", "options", "solver", NULL};
/* Members of the root that were found by solving again. */
static const char *const re_solved[] = {"trade_offs",
                                        "left_out",
                                        "frontier",
                                        "runs",
                                        "sensitivity",
                                        "conflicts",
                                        "conflicts_irreducible",
                                        "values",
                                        NULL};

static bool is_one_of(const char *const *names, const char *name)
{
    for (; *names; names++) {
        if (strcmp(*names, name) == 0) {
            return true;
        }
    }
    return false;
}

/* "budgets[2].used"; the caller frees. */
static char *address_of(const ore_json_node *node)
{
    if (!node->parent) {
        return ore_copy("");
    }
    char *parent = address_of(node->parent);
    char *whole =
        node->key ? ore_print("%s%s%s", parent, *parent ? "." : "", node->key)
                  : ore_print("%s[%d]", parent, node->index);

    free(parent);
    return whole;
}

/* The value in one line, cut to what a message can hold; the caller frees. */
static char *value_text(const json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT |
                                       JSON_REAL_PRECISION(12));

    if (!text) {
        ore_out_of_memory();
    }
    return text;
}

static void tell_difference(const ore_json_node *node, const json_t *expected)
{
    char *address = address_of(node);
    char *is = value_text(node->value), *should = value_text(expected);

    ore_error(node->file->diags, ore_json_where(node),
              "%s is %.60s, but the round and the portfolio give %.60s",
              ore_shown(address), ore_shown(is), should);
    free(address);
    free(is);
    free(should);
}

static bool is_same_scalar(const json_t *a, const json_t *b)
{
    if (json_is_number(a) && json_is_number(b)) {
        const double x = json_number_value(a), y = json_number_value(b);

        return fabs(x - y) <= same_within * fmax(1.0, fmax(fabs(x), fabs(y)));
    }
    return json_equal(a, b);
}

static void compare(const ore_json_node *node, const json_t *expected);

static void compare_arrays(const ore_json_node *node, const json_t *expected)
{
    const size_t n = json_array_size(node->value);

    if (n != json_array_size(expected)) {
        char *address = address_of(node);

        ore_error(node->file->diags, ore_json_where(node),
                  "%s has %zu elements, but the round and the portfolio give "
                  "%zu",
                  ore_shown(address), n, json_array_size(expected));
        free(address);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const ore_json_node element = ore_json_element(node, (int)i);

        compare(&element, json_array_get(expected, i));
    }
}

/* Whether the member is no figure of the round and the portfolio. */
static bool is_passed_over(const ore_json_node *node, const char *key)
{
    const bool is_reason = strcmp(key, "reason") == 0 ||
                           strcmp(key, "reason_ja") == 0 ||
                           strcmp(key, "kind") == 0;

    if (!node->parent) {
        return is_one_of(of_the_run, key) || is_one_of(re_solved, key);
    }
    /* The last digits of a sum; and what the hashes are held against. */
    if (strcmp(key, "worst_violation") == 0 || strcmp(key, "inputs") == 0) {
        return true;
    }
    /* verify/claims.c looks at reasons. */
    return is_reason && node->parent->key &&
           strcmp(node->parent->key, "rejected") == 0;
}

static void compare_objects(const ore_json_node *node, const json_t *expected)
{
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)(uintptr_t)expected, key, value)
    {
        ore_json_node member;

        if (is_passed_over(node, key)) {
            continue;
        }
        member = (ore_json_node){node->file, node, key, -1,
                                 json_object_get(node->value, key)};
        if (member.value) {
            compare(&member, value);
        } else {
            ore_error(node->file->diags, ore_json_where(node),
                      "member '%s' is missing", key);
        }
    }
    json_object_foreach((json_t *)(uintptr_t)node->value, key, value)
    {
        if (!json_object_get(expected, key) && !is_passed_over(node, key)) {
            const ore_json_node member = {node->file, node, key, -1, value};

            ore_error(node->file->diags, ore_json_where(&member),
                      "unknown member '%s'", ore_shown(key));
        }
    }
}

static void compare(const ore_json_node *node, const json_t *expected)
{
    if (ore_diags_errors(node->file->diags) >= ENOUGH) {
        return;
    }
    if (json_is_object(node->value) && json_is_object(expected)) {
        compare_objects(node, expected);
    } else if (json_is_array(node->value) && json_is_array(expected)) {
        compare_arrays(node, expected);
    } else if (!is_same_scalar(node->value, expected)) {
        tell_difference(node, expected);
    }
}

/* Which parts were re-solved; the caller frees. */
static char *names_of_re_solved(const json_t *root)
{
    char *names = ore_copy("");

    for (int i = 0; re_solved[i]; i++) {
        if (json_object_get(root, re_solved[i])) {
            char *longer =
                ore_print("%s%s%s", names, *names ? ", " : "", re_solved[i]);

            free(names);
            names = longer;
        }
    }
    return names;
}

/* What a file is held against, and what was found. */
typedef struct comparison {
    const char *expected;
    char *unchecked; /* NULL = the file was not read */
} comparison;

static void compare_root(const ore_json_node *root, void *data)
{
    comparison *c = data;
    json_t *wanted = json_loads(c->expected, 0, NULL);

    if (!wanted) {
        ore_out_of_memory();
    }
    compare(root, wanted);
    c->unchecked = names_of_re_solved(root->value);
    json_decref(wanted);
}

ore_status ore_compare_result(const char *path, const char *expected,
                              ore_diags *diags, char **unchecked)
{
    comparison c = {expected, NULL};
    const ore_status status = ore_json_read(path, diags, compare_root, &c);

    *unchecked = c.unchecked;
    return c.unchecked && status != ORE_OK ? ORE_UNVERIFIED : status;
}
