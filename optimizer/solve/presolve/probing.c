/* See probing.h. A relaxation splits tickets: it may lean on a project that no
 * whole ones pay for, and no cut at the root tells (Savelsbergh 1994 calls it
 * probing). The rows of one project alone are a program of a few dozen columns.
 */
#include "solve/presolve/probing.h"

#include <math.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "solve/lp/lp.h"

/* Beyond this the answer is "perhaps", which rules nothing out. */
enum { max_nodes = 1000 };

struct ore_prober {
    const ore_program *program;
    ore_blocks blocks;
    int *place;      /* [n_cols] of the program in the block in hand */
    int project;     /* whose block it is; -1 = none */
    ore_model block; /* names are borrowed */
    ore_lp *lp;
    double *point; /* [block.n_cols] */
};

ore_prober *ore_prober_new(const ore_program *program)
{
    ore_prober *prober = ore_alloc(1, sizeof *prober);

    prober->program = program;
    prober->blocks = ore_blocks_new(program);
    prober->place = ore_alloc(program->model->n_cols, sizeof *prober->place);
    prober->project = -1;
    return prober;
}

static void close_block(ore_prober *prober)
{
    if (prober->project >= 0) {
        ore_lp_free(prober->lp);
        free(prober->block.cols);
        free(prober->block.rows);
        free(prober->block.row_start);
        free(prober->block.entries);
        free(prober->point);
    }
    prober->project = -1;
    prober->block = (ore_model){0};
}

void ore_prober_free(ore_prober *prober)
{
    close_block(prober);
    ore_blocks_free(&prober->blocks);
    free(prober->place);
    free(prober);
}

static void copy_columns(ore_prober *prober, int p)
{
    const int *cols = prober->blocks.cols + prober->blocks.first_col[p];
    ore_model *block = &prober->block;

    block->n_cols =
        prober->blocks.first_col[p + 1] - prober->blocks.first_col[p];
    block->cols = ore_alloc(block->n_cols, sizeof *block->cols);
    for (int j = 0; j < block->n_cols; j++) {
        block->cols[j] = prober->program->model->cols[cols[j]];
        prober->place[cols[j]] = j;
    }
}

static void copy_rows(ore_prober *prober, int p)
{
    const ore_model *model = prober->program->model;
    const int *rows = prober->blocks.rows + prober->blocks.first_row[p];
    const int n = prober->blocks.first_row[p + 1] - prober->blocks.first_row[p];
    ore_model *block = &prober->block;
    int n_entries = 0;

    for (int i = 0; i < n; i++) {
        n_entries += model->row_start[rows[i] + 1] - model->row_start[rows[i]];
    }
    block->rows = ore_alloc(n, sizeof *block->rows);
    block->row_start = ore_alloc(n + 1, sizeof *block->row_start);
    block->entries = ore_alloc(n_entries, sizeof *block->entries);
    for (int i = 0; i < n; i++) {
        block->rows[i] = model->rows[rows[i]];
        for (int e = model->row_start[rows[i]];
             e < model->row_start[rows[i] + 1]; e++) {
            const ore_program_entry *entry = &model->entries[e];

            block->entries[block->n_entries++] =
                (ore_program_entry){i, prober->place[entry->col], entry->coef};
        }
        block->row_start[i + 1] = block->n_entries;
    }
    block->n_rows = n;
}

static void open_block(ore_prober *prober, int p)
{
    if (prober->project != p) {
        close_block(prober);
        copy_columns(prober, p);
        copy_rows(prober, p);
        prober->lp = ore_lp_new(&prober->block, ore_now_s() + 1e6);
        prober->point = ore_alloc(prober->block.n_cols, sizeof(double));
        prober->project = p;
    }
}

/* False when nothing is possible within the bounds that the block has. */
static bool is_possible(ore_prober *prober)
{
    ore_tree tree = {.first = true,
                     .cutoff = HUGE_VAL,
                     .node_limit = max_nodes,
                     .point = prober->point};
    const ore_lp_end end = ore_lp_solve_surely(prober->lp);

    if (end == ORE_LP_OPTIMAL) {
        ore_lp_tree(prober->lp, &tree);
        return tree.found || !tree.complete;
    }
    return end != ORE_LP_INFEASIBLE;
}

bool ore_probe_start(ore_prober *prober, int p, int start)
{
    open_block(prober, p);
    ore_lp_reset(prober->lp);
    ore_lp_bounds(prober->lp, prober->place[start], 1.0, 1.0);
    return is_possible(prober);
}

bool ore_probe_bounds(ore_prober *prober, int p, const double *lo,
                      const double *hi)
{
    const int *cols = prober->blocks.cols + prober->blocks.first_col[p];

    open_block(prober, p);
    for (int j = 0; j < prober->block.n_cols; j++) {
        ore_lp_bounds(prober->lp, j, lo[cols[j]], hi[cols[j]]);
    }
    return is_possible(prober);
}

bool ore_probe_project(ore_prober *prober, int p)
{
    const ore_program *program = prober->program;
    const int *cols = prober->blocks.cols;
    bool possible = false;

    for (int i = prober->blocks.first_col[p];
         i < prober->blocks.first_col[p + 1] && !possible; i++) {
        possible = program->model->cols[cols[i]].is_start &&
                   ore_probe_start(prober, p, cols[i]);
    }
    return possible;
}
