/* See shared_tree.h. One place for one node is enough: it is filled only while
 * somebody waits. */
#include "solve/tree/shared_tree.h"

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

/* Deeper nodes are kept. */
enum { most_steps = 1000 };
/* How often a waiting process looks. */
static const struct timespec pause = {.tv_nsec = 500000};

typedef struct shared_step {
    int candidate;
    bool is_up;
    double distance;
} shared_step;

struct ore_shared_tree {
    pthread_mutex_t lock;
    int n;         /* processes */
    int n_waiting; /* for a node, or gone */
    bool is_over;
    bool has_node; /* one that is handed over */
    double node_bound;
    int n_steps;
    shared_step steps[most_steps]; /* of the node, from its end to the root */
    double bound[];                /* [n] */
};

static size_t size_for(int n)
{
    return sizeof(ore_shared_tree) + (size_t)n * sizeof(double);
}

ore_shared_tree *ore_shared_tree_new(int n_processes, double bound)
{
    pthread_mutexattr_t how;
    ore_shared_tree *tree =
        mmap(NULL, size_for(n_processes), PROT_READ | PROT_WRITE,
             MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (tree == MAP_FAILED) {
        return NULL;
    }
    pthread_mutexattr_init(&how);
    pthread_mutexattr_setpshared(&how, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&how, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&tree->lock, &how);
    pthread_mutexattr_destroy(&how);
    tree->n = n_processes;
    tree->bound[0] = bound;
    for (int i = 1; i < n_processes; i++) {
        tree->bound[i] = HUGE_VAL;
    }
    return tree;
}

void ore_shared_tree_free(ore_shared_tree *tree)
{
    if (tree) {
        munmap(tree, size_for(tree->n));
    }
}

/* A process that dies takes its nodes along, and one that dies with the lock in
 * hand perhaps that which it handed over: its bound stands, so nothing false is
 * proven. */
static void lock(ore_shared_tree *tree)
{
    if (pthread_mutex_lock(&tree->lock) == EOWNERDEAD) {
        pthread_mutex_consistent(&tree->lock);
    }
}

static void unlock(ore_shared_tree *tree)
{
    pthread_mutex_unlock(&tree->lock);
}

double ore_shared_tree_bound(ore_shared_tree *tree, int number, double own)
{
    lock(tree);
    tree->bound[number] = own;
    double least = tree->has_node ? tree->node_bound : HUGE_VAL;

    for (int i = 0; i < tree->n; i++) {
        least = fmin(least, tree->bound[i]);
    }
    unlock(tree);
    return least;
}

static int count_steps(const ore_branching_decision *path)
{
    int count = 0;

    for (; path; path = path->up) {
        count++;
    }
    return count;
}

static void put_node(ore_shared_tree *tree, const ore_node *node)
{
    tree->n_steps = 0;
    for (const ore_branching_decision *step = node->path; step;
         step = step->up) {
        tree->steps[tree->n_steps++] =
            (shared_step){step->candidate, step->is_up, step->distance};
    }
    tree->node_bound = node->bound;
    tree->has_node = true;
}

static void get_node(ore_shared_tree *tree, ore_node *node)
{
    *node = (ore_node){.bound = tree->node_bound};
    for (int i = tree->n_steps - 1; i >= 0; i--) {
        node->path = ore_branching_decision_new(
            node->path, tree->steps[i].candidate, tree->steps[i].is_up,
            tree->steps[i].distance);
    }
    tree->has_node = false;
}

void ore_shared_tree_offer(ore_shared_tree *tree, ore_node_queue *open)
{
    ore_node node;

    lock(tree);
    if (tree->n_waiting > 0 && !tree->has_node &&
        ore_node_queue_take(open, &node)) {
        if (count_steps(node.path) <= most_steps) {
            put_node(tree, &node);
            ore_branching_decision_free(node.path);
        } else {
            ore_node_queue_add(open, node.path, node.bound, node.basis);
        }
        free(node.basis);
    }
    unlock(tree);
}

bool ore_shared_tree_take(ore_shared_tree *tree, int number, double lost,
                          bool (*go_on)(void *data), void *data, ore_node *node)
{
    bool found = false, over = false;

    lock(tree);
    tree->bound[number] = lost;
    tree->n_waiting++;
    unlock(tree);
    while (!found && !over) {
        lock(tree);
        tree->is_over |= tree->n_waiting >= tree->n && !tree->has_node;
        over = tree->is_over;
        if (!over && tree->has_node) {
            get_node(tree, node);
            tree->bound[number] = fmin(lost, node->bound);
            tree->n_waiting--;
            found = true;
        }
        unlock(tree);
        if (!found && !over) {
            over = !go_on(data);
            nanosleep(&pause, NULL);
        }
    }
    return found;
}

void ore_shared_tree_leave(ore_shared_tree *tree)
{
    lock(tree);
    tree->n_waiting++;
    unlock(tree);
}
