/* See node_queue.h: a heap by bound. */
#include "solve/tree/node_queue.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

/* Bytes that all bases together may take. */
static const size_t max_bytes = (size_t)256 << 20;

struct ore_node_queue {
    int basis_size;
    size_t bytes;
    int n, room;
    ore_node *nodes; /* [n] none has a lower bound than its parent */
};

ore_branching_decision *ore_branching_decision_new(ore_branching_decision *up,
                                                   int candidate, bool is_up,
                                                   double distance)
{
    ore_branching_decision *step = ore_alloc(1, sizeof *step);

    *step = (ore_branching_decision){up, 1, candidate, is_up, distance};
    return step;
}

ore_branching_decision *
ore_branching_decision_keep(ore_branching_decision *step)
{
    if (step) {
        step->users++;
    }
    return step;
}

void ore_branching_decision_free(ore_branching_decision *step)
{
    while (step && --step->users == 0) {
        ore_branching_decision *up = step->up;

        free(step);
        step = up;
    }
}

ore_node_queue *ore_node_queue_new(int basis_size)
{
    ore_node_queue *open = ore_alloc(1, sizeof *open);

    open->basis_size = basis_size;
    return open;
}

static void drop(ore_node_queue *open, const ore_node *node)
{
    open->bytes -= node->basis ? (size_t)open->basis_size : 0;
    free(node->basis);
    ore_branching_decision_free(node->path);
}

void ore_node_queue_free(ore_node_queue *open)
{
    for (int i = 0; i < open->n; i++) {
        drop(open, &open->nodes[i]);
    }
    free(open->nodes);
    free(open);
}

static void swap(ore_node_queue *open, int i, int k)
{
    const ore_node node = open->nodes[i];

    open->nodes[i] = open->nodes[k];
    open->nodes[k] = node;
}

static void sink(ore_node_queue *open, int i)
{
    for (;;) {
        int least = i;

        for (int k = 2 * i + 1; k <= 2 * i + 2 && k < open->n; k++) {
            if (open->nodes[k].bound < open->nodes[least].bound) {
                least = k;
            }
        }
        if (least == i) {
            return;
        }
        swap(open, i, least);
        i = least;
    }
}

void ore_node_queue_add(ore_node_queue *open, ore_branching_decision *path,
                        double bound, const unsigned char *basis)
{
    ore_node node = {path, bound, NULL};
    int i = open->n;

    if (open->bytes + (size_t)open->basis_size <= max_bytes) {
        node.basis = ore_alloc(open->basis_size, 1);
        memcpy(node.basis, basis, (size_t)open->basis_size);
        open->bytes += (size_t)open->basis_size;
    }
    if (open->n == open->room) {
        open->room = 2 * open->room + 64;
        open->nodes = ore_resize(open->nodes, open->room, sizeof *open->nodes);
    }
    open->nodes[open->n++] = node;
    for (; i > 0 && open->nodes[i].bound < open->nodes[(i - 1) / 2].bound;
         i = (i - 1) / 2) {
        swap(open, i, (i - 1) / 2);
    }
}

bool ore_node_queue_take(ore_node_queue *open, ore_node *node)
{
    if (open->n == 0) {
        return false;
    }
    *node = open->nodes[0];
    open->bytes -= node->basis ? (size_t)open->basis_size : 0;
    open->nodes[0] = open->nodes[--open->n];
    sink(open, 0);
    return true;
}

void ore_node_queue_prune(ore_node_queue *open, double cutoff)
{
    int kept = 0;

    for (int i = 0; i < open->n; i++) {
        if (open->nodes[i].bound < cutoff) {
            open->nodes[kept++] = open->nodes[i];
        } else {
            drop(open, &open->nodes[i]);
        }
    }
    open->n = kept;
    for (int i = kept / 2 - 1; i >= 0; i--) {
        sink(open, i);
    }
}

double ore_node_queue_bound(const ore_node_queue *open)
{
    return open->n > 0 ? open->nodes[0].bound : HUGE_VAL;
}
