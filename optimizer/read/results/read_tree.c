/* Reading the result file of a round with events back: the portfolio of every
 * leaf. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/read.h"
#include "read/results/filling.h"

/* What is read, and for what. */
typedef struct reading {
    const ore_scenario_tree *tree;
    ore_filling *whole;
} reading;

/* Leaf k: the portfolio of the outcomes that the tree has there. */
static void read_leaf(const reading *r, const ore_json_node *node, int k)
{
    const ore_leaf *leaf = &r->tree->leaves[k];
    ore_filling to = ore_filling_new(leaf->round, r->whole->diags);
    ore_json_node result;
    const char *outcomes;

    r->whole->result->leaves[k] = to.result;
    if (ore_json_get_text(node, "outcomes", &outcomes) &&
        strcmp(outcomes, leaf->outcomes) != 0) {
        ore_error(to.diags, ore_json_where(node),
                  "the leaf is of outcomes '%s', expected '%s'",
                  ore_shown(outcomes), leaf->outcomes);
    } else if (ore_json_member(node, "result", &result)) {
        ore_fill_result(&to, &result);
    }
    free(to.ran);
    free(to.fared);
}

static void read_leaves(const reading *r, const ore_json_node *list)
{
    const int n = r->tree->n_leaves, count = ore_json_count(list);
    ore_result *whole = r->whole->result;

    if (count != n) {
        ore_error(r->whole->diags, ore_json_where(list),
                  "the file has %d leaves, but the round has %d", count, n);
        return;
    }
    whole->n_leaves = n;
    whole->leaves = ore_alloc(n, sizeof *whole->leaves);
    for (int k = 0; k < n; k++) {
        const ore_json_node element = ore_json_element(list, k);

        read_leaf(r, &element, k);
    }
}

static void read_root(const ore_json_node *root, void *data)
{
    const reading *r = data;
    ore_json_node leaves;

    ore_fill_outcome(r->whole, root);
    if (r->whole->result->has_portfolio &&
        ore_json_member(root, "leaves", &leaves)) {
        read_leaves(r, &leaves);
    }
}

ore_status ore_read_tree_result(const char *path, const ore_scenario_tree *tree,
                                ore_diags *diags, ore_result **result)
{
    ore_filling whole = ore_filling_new(tree->round, diags);
    reading r = {tree, &whole};
    const ore_status status = ore_json_read(path, diags, read_root, &r);

    if (status != ORE_OK) {
        ore_result_free(whole.result);
    }
    *result = status == ORE_OK ? whole.result : NULL;
    free(whole.ran);
    free(whole.fared);
    return status;
}
