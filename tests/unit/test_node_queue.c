/* The nodes put off: the least bound first, paths shared, the cutoff kept. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "solve/tree/node_queue.h"

static const unsigned char basis[] = {1, 2, 3, 4};

static void add(ore_node_queue *open, ore_branching_decision *up, int choice,
                double bound)
{
    ore_node_queue_add(open,
                       ore_branching_decision_new(
                           ore_branching_decision_keep(up), choice, true, 0.5),
                       bound, basis);
}

static ore_node_queue *seven_nodes(void)
{
    static const double bounds[] = {5.0, 3.0, 8.0, 1.0, 9.0, 2.0, 7.0};
    ore_node_queue *open = ore_node_queue_new(sizeof basis);
    ore_branching_decision *root =
        ore_branching_decision_new(NULL, 100, false, 0.5);

    for (int i = 0; i < 7; i++) {
        add(open, root, i, bounds[i]);
    }
    ore_branching_decision_free(root);
    return open;
}

/* Take every node: their bounds, in order, are the expected ones. */
static void expect_bounds(ore_node_queue *open, const double *bounds, int n)
{
    ore_node node;

    for (int i = 0; i < n; i++) {
        assert_true(ore_node_queue_bound(open) == bounds[i]);
        assert_true(ore_node_queue_take(open, &node));
        assert_true(node.bound == bounds[i]);
        assert_memory_equal(node.basis, basis, sizeof basis);
        assert_int_equal(node.path->up->candidate, 100);
        free(node.basis);
        ore_branching_decision_free(node.path);
    }
    assert_false(ore_node_queue_take(open, &node));
    assert_true(isinf(ore_node_queue_bound(open)));
}

static void test_takes_the_least_bound_first(void **unused)
{
    static const double in_order[] = {1.0, 2.0, 3.0, 5.0, 7.0, 8.0, 9.0};
    ore_node_queue *open = seven_nodes();

    (void)unused;
    expect_bounds(open, in_order, 7);
    ore_node_queue_free(open);
}

static void test_a_cutoff_drops_what_is_no_better(void **unused)
{
    static const double left[] = {1.0, 2.0, 3.0};
    ore_node_queue *open = seven_nodes();

    (void)unused;
    ore_node_queue_prune(open, 5.0);
    expect_bounds(open, left, 3);
    ore_node_queue_free(open);
}

static void test_what_is_left_is_freed(void **unused)
{
    ore_node_queue *open = seven_nodes();

    (void)unused;
    ore_node_queue_free(open); /* the sanitizer sees what is not */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_takes_the_least_bound_first),
        cmocka_unit_test(test_a_cutoff_drops_what_is_no_better),
        cmocka_unit_test(test_what_is_left_is_freed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
