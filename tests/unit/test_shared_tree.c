/* A tree on several processes: nodes go where somebody waits, bounds are of
 * all, and the end is seen by all. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "orefolio/common.h"
#include "solve/tree/shared_tree.h"

/* Waits for long, but not for ever. */
static bool go_on(void *data)
{
    static int n_asked;

    (void)data;
    return ++n_asked < 20000;
}

static bool give_up(void *data)
{
    (void)data;
    return false;
}

/* Two steps down: candidate 7 up, then candidate 3 down. */
static ore_branching_decision *two_steps(void)
{
    ore_branching_decision *first =
        ore_branching_decision_new(NULL, 7, true, 0.25);

    return ore_branching_decision_new(first, 3, false, 0.5);
}

static bool is_two_steps(const ore_branching_decision *path)
{
    return path && path->candidate == 3 && !path->is_up &&
           path->distance == 0.5 && path->up && path->up->candidate == 7 &&
           path->up->is_up && path->up->distance == 0.25 && !path->up->up;
}

static void test_one_process_ends_when_nothing_is_open(void **unused)
{
    ore_shared_tree *tree = ore_shared_tree_new(1, 3.0);
    ore_node node;

    (void)unused;
    assert_non_null(tree);
    assert_true(ore_shared_tree_bound(tree, 0, 5.0) == 5.0);
    assert_false(ore_shared_tree_take(tree, 0, HUGE_VAL, go_on, NULL, &node));
    assert_true(isinf(ore_shared_tree_bound(tree, 0, HUGE_VAL)));
    ore_shared_tree_free(tree);
}

static void test_a_lost_node_stays_in_the_bound(void **unused)
{
    ore_shared_tree *tree = ore_shared_tree_new(1, 3.0);
    ore_node node;

    (void)unused;
    assert_false(ore_shared_tree_take(tree, 0, 4.0, go_on, NULL, &node));
    assert_true(ore_shared_tree_bound(tree, 0, 4.0) == 4.0);
    ore_shared_tree_free(tree);
}

static void test_nothing_is_handed_over_unasked(void **unused)
{
    ore_shared_tree *tree = ore_shared_tree_new(2, 0.0);
    ore_node_queue *open = ore_node_queue_new(1);

    (void)unused;
    ore_node_queue_add(open, two_steps(), 2.0, (const unsigned char *)"b");
    ore_shared_tree_offer(tree, open);
    assert_true(ore_node_queue_bound(open) == 2.0);
    ore_node_queue_free(open);
    ore_shared_tree_free(tree);
}

/* What the second process does: take one node, search it, wait for more. */
static int second(ore_shared_tree *tree)
{
    ore_node node;

    if (!ore_shared_tree_take(tree, 1, HUGE_VAL, go_on, NULL, &node)) {
        return 1;
    }
    if (node.bound != 2.0 || node.basis || !is_two_steps(node.path)) {
        return 2;
    }
    /* Until it says otherwise, the node is open and its bound counts. */
    if (ore_shared_tree_bound(tree, 1, 2.5) != 2.5) {
        return 3;
    }
    ore_branching_decision_free(node.path);
    return ore_shared_tree_take(tree, 1, HUGE_VAL, go_on, NULL, &node) ? 4 : 0;
}

static void test_a_waiting_process_gets_the_best_node(void **unused)
{
    ore_shared_tree *tree = ore_shared_tree_new(2, 0.0);
    ore_node_queue *open = ore_node_queue_new(1);
    ore_node node;
    int status = 0;

    (void)unused;
    ore_node_queue_add(open, two_steps(), 2.0, (const unsigned char *)"b");
    ore_node_queue_add(open, NULL, 9.0, (const unsigned char *)"b");
    (void)ore_shared_tree_bound(tree, 0, HUGE_VAL);
    const pid_t pid = fork();

    if (pid == 0) {
        _exit(second(tree));
    }
    while (ore_node_queue_bound(open) < 9.0) {
        ore_shared_tree_offer(tree, open);
    }
    /* Who asks first gets it: leave it to the second process. */
    while (ore_shared_tree_bound(tree, 0, HUGE_VAL) == 2.0) {
    }
    assert_false(ore_shared_tree_take(tree, 0, HUGE_VAL, go_on, NULL, &node));
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    ore_node_queue_free(open);
    ore_shared_tree_free(tree);
}

static void test_who_gives_up_leaves_its_bound(void **unused)
{
    ore_shared_tree *tree = ore_shared_tree_new(2, 0.0);
    ore_node node;

    (void)unused;
    (void)ore_shared_tree_bound(tree, 1, 6.0);
    ore_shared_tree_leave(tree);
    assert_false(ore_shared_tree_take(tree, 0, HUGE_VAL, go_on, NULL, &node));
    assert_true(ore_shared_tree_bound(tree, 0, HUGE_VAL) == 6.0);
    ore_shared_tree_free(tree);
}

static void test_waiting_can_be_ended(void **unused)
{
    ore_shared_tree *tree = ore_shared_tree_new(2, 0.0);
    ore_node node;

    (void)unused;
    assert_false(ore_shared_tree_take(tree, 0, HUGE_VAL, give_up, NULL, &node));
    ore_shared_tree_free(tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_process_ends_when_nothing_is_open),
        cmocka_unit_test(test_a_lost_node_stays_in_the_bound),
        cmocka_unit_test(test_nothing_is_handed_over_unasked),
        cmocka_unit_test(test_a_waiting_process_gets_the_best_node),
        cmocka_unit_test(test_who_gives_up_leaves_its_bound),
        cmocka_unit_test(test_waiting_can_be_ended),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
