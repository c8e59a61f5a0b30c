/* See polishing.h. */
#include "solve/heuristics/polishing.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "solve/incumbent.h"
#include "solve/tree/branch.h"

/* Others are looked for this far, and when they save this part. */
enum { max_nodes = 100 };
static const double max_work = 0.5 * ORE_WORK_A_SECOND;
static const double min_saving = 1e-7;

/* Whether the integers of `candidate` are within the bounds. */
static bool is_within(const ore_polishing *s, const double *candidate)
{
    for (int j = 0; j < s->stage->model->n_cols; j++) {
        const double whole = round(candidate[j]);

        if (s->stage->model->cols[j].kind == ORE_BINARY &&
            (whole < s->bounds.lo[j] || whole > s->bounds.hi[j])) {
            return false;
        }
    }
    return true;
}

bool ore_polishing_solve(const ore_polishing *s, const double *candidate)
{
    const ore_presolved *presolved = s->sub->presolved;

    if (!is_within(s, candidate)) {
        return false;
    }
    for (int j = 0; j < presolved->model.n_cols; j++) {
        if (presolved->model.cols[j].kind == ORE_BINARY) {
            const double whole = round(candidate[presolved->whole_column[j]]);

            ore_lp_bounds(s->sub->lp, j, whole, whole);
        }
    }
    ore_lp_deadline(s->sub->lp, s->stage->limits.deadline_s + 1.0);
    return ore_lp_solve(s->sub->lp) == ORE_LP_OPTIMAL;
}

void ore_polishing_keep(const ore_polishing *s)
{
    ore_subproblem_point(s->sub, s->point);
    ore_incumbent_keep(s->stage, s->point);
}

typedef struct change {
    const ore_polishing *s;
    const ore_subproblem *sub;
    double cost;   /* of the financing so far */
    double *point; /* [n_cols] */
} change;

static double change_cutoff(const change *c)
{
    return c->cost - min_saving * fmax(1.0, fabs(c->cost)) - c->sub->offset;
}

static double take_change(void *data, const double *point)
{
    change *c = data;

    ore_postsolve(c->sub->presolved, point, c->point);
    if (ore_polishing_solve(c->s, c->point) &&
        ore_subproblem_value(c->s->sub) < c->cost) {
        c->cost = ore_subproblem_value(c->s->sub);
        ore_polishing_keep(c->s);
    }
    return change_cutoff(c);
}

static bool take_node(void *data, double bound, int nodes, double *cutoff)
{
    const change *c = data;

    (void)bound;
    (void)nodes;
    (void)cutoff;
    c->s->stage->effort.nodes++;
    return ore_search_clock_s() > c->s->stage->limits.deadline_s ||
           ore_lp_work(c->sub->lp) > max_work;
}

void ore_polish_by_tree(const ore_polishing *s, ore_bounds *bounds,
                        const double *costs, double cost)
{
    ore_stage *stage = s->stage;
    ore_subproblem *sub = ore_subproblem_without_goal(stage, bounds);
    change c = {s, sub, cost, ore_alloc(stage->model->n_cols, sizeof(double))};
    ore_branching how = {.cutoff = change_cutoff(&c),
                         .max_tried = 8,
                         .node_limit = max_nodes,
                         .on_point = take_change,
                         .on_node = take_node,
                         .data = &c};

    ore_subproblem_hold_first(stage, sub,
                              stage->search->program->round->n_goals);
    ore_subproblem_costs(sub, costs);
    if (ore_lp_solve(sub->lp) == ORE_LP_OPTIMAL) {
        ore_branch(sub->lp, &sub->presolved->model, &how);
    }
    ore_subproblem_free(stage, sub);
    free(c.point);
}
