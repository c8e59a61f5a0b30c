/* See open_nodes.h: a heap by bound. */
#include "solve/tree/node_queue.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

/* Bytes that all bases together may take. */
static const size_t most_bytes = (size_t)256 << 20;

struct ore_open_nodes {
    int basis_size;
    size_t bytes;
    int n, room;
    ore_open_node *nodes; /* [n] none has a lower bound than its parent */
};

ore_step *ore_step_new(ore_step *up, int choice, bool is_up, double distance)
{
    ore_step *step = ore_alloc(1, sizeof *step);

    *step = (ore_step){up, 1, choice, is_up, distance};
    return step;
}

ore_step *ore_step_keep(ore_step *step)
{
    if (step) {
        step->users++;
    }
    return step;
}

void ore_step_free(ore_step *step)
{
    while (step && --step->users == 0) {
        ore_step *up = step->up;

        free(step);
        step = up;
    }
}

ore_open_nodes *ore_open_new(int basis_size)
{
    ore_open_nodes *open = ore_alloc(1, sizeof *open);

    open->basis_size = basis_size;
    return open;
}

static void drop(ore_open_nodes *open, const ore_open_node *node)
{
    open->bytes -= node->basis ? (size_t)open->basis_size : 0;
    free(node->basis);
    ore_step_free(node->path);
}

void ore_open_free(ore_open_nodes *open)
{
    for (int i = 0; i < open->n; i++) {
        drop(open, &open->nodes[i]);
    }
    free(open->nodes);
    free(open);
}

static void swap(ore_open_nodes *open, int i, int k)
{
    const ore_open_node node = open->nodes[i];

    open->nodes[i] = open->nodes[k];
    open->nodes[k] = node;
}

static void sink(ore_open_nodes *open, int i)
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

void ore_open_add(ore_open_nodes *open, ore_step *path, double bound,
                  const unsigned char *basis)
{
    ore_open_node node = {path, bound, NULL};
    int i = open->n;

    if (open->bytes + (size_t)open->basis_size <= most_bytes) {
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

bool ore_open_take(ore_open_nodes *open, ore_open_node *node)
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

void ore_open_cut(ore_open_nodes *open, double cutoff)
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

double ore_open_bound(const ore_open_nodes *open)
{
    return open->n > 0 ? open->nodes[0].bound : HUGE_VAL;
}
