/* See branch.h. Where little is known of a candidate yet, a few iterations of
 * the simplex method on either side say what it is worth (reliability
 * branching, Achterberg, Koch & Martin 2005). */
#include "solve/tree/branch.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/tree/node_queue.h"
#include "solve/tree/pseudo_costs.h"

/* Points this near to whole ones are told; nearer than the second, there is
 * nothing left to branch on. */
static const double whole_within = ORE_TOLERANCE_INTEGRALITY,
                    exact_within = 1e-9;

enum {
    try_iterations = 60 /* on either side */
};
static const double tried_share = 0.5; /* of all iterations */

typedef struct search {
    ore_lp *lp;
    ore_branching *how;
    ore_candidates *candidates;
    double *point; /* [n_cols] of the node in hand */
    double root;   /* value of the relaxation */
    int spent_on_tries;
    double lost; /* least value of a point that did not prove as good */
    ore_node_queue *open;
    ore_branching_decision *path; /* to the node in hand */
    unsigned char *basis; /* of the node in hand, for both of its sides */
} search;

static void set_choice(const search *s, int c, double lo, double hi)
{
    ore_candidate_bounds(s->candidates, c, s->lp, lo, hi);
}

static void free_choice(const search *s, int c)
{
    set_choice(s, c, s->candidates->list[c].lo, s->candidates->list[c].hi);
}

static double value_of(const search *s, int c)
{
    return ore_candidate_value(s->candidates, c, s->point);
}

/* A binary that costs more than is left to gain at the root stays where it is.
 * Holds for every node. */
static void narrow(search *s)
{
    for (int c = 0; c < s->candidates->n; c++) {
        ore_candidate *it = &s->candidates->list[c];

        if (it->lo == it->hi || s->root + fabs(it->cost) < s->how->cutoff) {
            continue;
        }
        if (it->cost > 0.0) {
            it->hi = it->lo;
        } else {
            it->lo = it->hi;
        }
        set_choice(s, c, it->lo, it->hi);
    }
}

static void lower_cutoff(search *s, double cutoff)
{
    if (cutoff < s->how->cutoff) {
        s->how->cutoff = cutoff;
        ore_lp_ceiling(s->lp, cutoff);
        narrow(s);
        ore_node_queue_prune(s->open, cutoff);
    }
}

/* Try one side of the candidate out: the value that the relaxation comes to in
 * a few iterations; HUGE_VAL = nothing of use is there, which is proven. */
static double try_side(search *s, int c, bool is_up)
{
    const double whole = is_up ? 1.0 : 0.0;
    const int before = ore_lp_iterations(s->lp);

    set_choice(s, c, whole, whole);
    ore_lp_iteration_limit(s->lp, try_iterations);
    const ore_lp_end end = ore_lp_solve(s->lp);
    const double value =
        end == ORE_LP_INFEASIBLE ? HUGE_VAL : ore_lp_value(s->lp);

    ore_lp_iteration_limit(s->lp, 0);
    free_choice(s, c);
    ore_lp_set_basis(s->lp, s->basis);
    s->spent_on_tries += ore_lp_iterations(s->lp) - before;
    return value;
}

/* A side of the candidate that can be ruled out is told by *down, *up =
 * HUGE_VAL.
 */
static void try_out(search *s, int c, double node_value, double *down,
                    double *up)
{
    const double value = value_of(s, c);

    *down = try_side(s, c, false);
    *up = try_side(s, c, true);
    if (isfinite(*down)) {
        ore_candidate_update(s->candidates, c, false, *down - node_value,
                             value);
    }
    if (isfinite(*up)) {
        ore_candidate_update(s->candidates, c, true, *up - node_value,
                             1.0 - value);
    }
}

/* Whether the node in hand has decided the candidate already: a basic column
 * may be off its bound by the tolerance of the LP, and no branching ends that.
 */
static bool is_decided(const search *s, int c)
{
    for (const ore_branching_decision *step = s->path; step; step = step->up) {
        if (step->candidate == c) {
            return true;
        }
    }
    return s->candidates->list[c].lo == s->candidates->list[c].hi;
}

/* The candidate to branch on, -1 = none. *ruled_out: 0 its down side has
 * nothing, 1 its up side, -1 neither is known to. */
static int choose(search *s, double node_value, double within, int *ruled_out)
{
    int n, best = -1;
    int *list = ore_candidates_fractional(s->candidates, s->point, within, &n);
    double most = -1.0;

    *ruled_out = -1;
    for (int i = 0, tried = 0; i < n; i++) {
        const int c = list[i];

        if (is_decided(s, c)) {
            continue;
        }
        if (!ore_candidate_is_reliable(s->candidates, c) &&
            tried < s->how->max_tried &&
            s->spent_on_tries < 1000 + tried_share * ore_lp_iterations(s->lp)) {
            double down, up;

            tried++;
            try_out(s, c, node_value, &down, &up);
            if (!isfinite(down) || !isfinite(up)) {
                *ruled_out = isfinite(down) ? 1 : 0;
                best = c;
                break;
            }
        }
        const double now =
            ore_candidate_score(s->candidates, c, value_of(s, c));

        if (now > most) {
            most = now;
            best = c;
        }
        if (tried == 0 && i >= s->how->max_tried) {
            break;
        }
    }
    free(list);
    return best;
}

/* From the node in hand to one side of the candidate. */
static void go_down(search *s, int c, bool is_up, double distance)
{
    s->path = ore_branching_decision_new(s->path, c, is_up, distance);
    set_choice(s, c, is_up, is_up);
}

/* To an open node: back to the root's bounds, then down its path. */
static void jump(search *s, ore_node *node)
{
    for (const ore_branching_decision *step = s->path; step; step = step->up) {
        free_choice(s, step->candidate);
    }
    ore_branching_decision_free(s->path);
    s->path = node->path;
    for (const ore_branching_decision *step = s->path; step; step = step->up) {
        set_choice(s, step->candidate, step->is_up, step->is_up);
    }
    if (node->basis) {
        ore_lp_set_basis(s->lp, node->basis);
        free(node->basis);
    }
}

/* Solve the node in hand; what goes wrong once is tried afresh. */
static ore_lp_end solve(search *s)
{
    ore_lp_end end = ore_lp_solve(s->lp);

    if (end == ORE_LP_UNFINISHED && !ore_lp_is_out_of_time(s->lp)) {
        ore_lp_forget(s->lp);
        end = ore_lp_solve(s->lp);
    }
    return end;
}

/* The point is whole: told; whether that settles the node. */
static bool settle(search *s, double value)
{
    lower_cutoff(s, s->how->on_point(s->how->data, s->point));
    return value >= s->how->cutoff - exact_within * fmax(1.0, fabs(value));
}

/* Branch at the node in hand, which has been solved: its other side joins the
 * open nodes. False when nothing is left below it. */
static bool branch(search *s, double *value)
{
    int ruled_out = -1;

    ore_lp_point(s->lp, s->point);
    ore_lp_get_basis(s->lp, s->basis);
    int c = choose(s, *value, whole_within, &ruled_out);

    if (c < 0) {
        if (settle(s, *value)) {
            return false;
        }
        c = choose(s, *value, exact_within, &ruled_out);
    }
    if (c < 0) {
        s->lost = fmin(s->lost, *value);
        return false;
    }
    const double at = value_of(s, c);
    const bool is_up = ruled_out >= 0 ? ruled_out == 0 : at >= 0.5;

    const double distance = is_up ? 1.0 - at : at;

    if (ruled_out < 0) {
        ore_node_queue_add(
            s->open,
            ore_branching_decision_new(ore_branching_decision_keep(s->path), c,
                                       !is_up, 1.0 - distance),
            *value, s->basis);
    }
    go_down(s, c, is_up, distance);
    return true;
}

/* The rise of the bound by the last step, to be learnt from. */
static void learn_step(search *s, double before, double after)
{
    const ore_branching_decision *step = s->path;

    if (step && isfinite(before)) {
        ore_candidate_update(s->candidates, step->candidate, step->is_up,
                             after - before, step->distance);
    }
}

/* The node in hand, solved and branched on; false when it is done with. */
static bool visit(search *s, double *bound)
{
    const ore_lp_end end = solve(s);

    if (end == ORE_LP_UNFINISHED) {
        s->lost = fmin(s->lost, *bound);
        return false;
    }
    if (end == ORE_LP_INFEASIBLE) {
        return false;
    }
    const double value = ore_lp_value(s->lp);

    learn_step(s, *bound, value);
    *bound = fmax(*bound, value);
    return value < s->how->cutoff && branch(s, bound);
}

/* What is proven: of what is open here, and in other processes. */
static double proven(const search *s, double bound)
{
    const double own =
        fmin(fmin(bound, ore_node_queue_bound(s->open)), s->lost);

    return s->how->shared
               ? ore_shared_tree_bound(s->how->shared, s->how->process, own)
               : own;
}

/* Tell of a node with this bound, and hear of others; false when it is time to
 * stop. */
static bool tell(search *s, double bound)
{
    double cutoff = s->how->cutoff;

    if (s->how->shared) {
        ore_shared_tree_offer(s->how->shared, s->open);
    }
    s->how->bound = fmin(proven(s, bound), s->how->cutoff);
    if (ore_lp_is_out_of_time(s->lp) ||
        s->how->on_node(s->how->data, s->how->bound, s->how->nodes, &cutoff) ||
        (s->how->node_limit > 0 && s->how->nodes >= s->how->node_limit)) {
        return false;
    }
    lower_cutoff(s, cutoff);
    return true;
}

/* Whether to wait longer for a node of another process. */
static bool go_on_waiting(void *data)
{
    search *s = data;

    return tell(s, HUGE_VAL);
}

/* The next open node, of this process or of another. */
static bool next_node(search *s, ore_node *node)
{
    return ore_node_queue_take(s->open, node) ||
           (s->how->shared &&
            ore_shared_tree_take(s->how->shared, s->how->process, s->lost,
                                 go_on_waiting, s, node));
}

static void walk(search *s)
{
    double bound = s->root;
    bool is_down = s->how->process == 0; /* a node is in hand */

    for (;;) {
        if (!is_down) {
            ore_node node;

            if (!next_node(s, &node)) {
                break;
            }
            bound = node.bound;
            jump(s, &node);
        }
        if (!tell(s, bound)) {
            if (s->how->shared) {
                ore_shared_tree_leave(s->how->shared);
            }
            return;
        }
        s->how->nodes++;
        is_down = visit(s, &bound);
    }
    /* Of a shared tree, what others have lost or given up is open. */
    s->how->bound = proven(s, HUGE_VAL);
    s->how->complete = s->how->bound >= fmin(s->lost, s->how->cutoff);
}

void ore_branch(ore_lp *lp, const ore_model *model, ore_branching *how)
{
    search s = {
        .lp = lp, .how = how, .root = ore_lp_value(lp), .lost = HUGE_VAL};

    how->complete = false;
    how->nodes = 0;
    s.point = ore_alloc(model->n_cols, sizeof *s.point);
    s.basis = ore_alloc(ore_lp_basis_size(lp), sizeof *s.basis);
    s.open = ore_node_queue_new(ore_lp_basis_size(lp));
    s.candidates = ore_candidates_new(model, lp);
    ore_lp_ceiling(lp, how->cutoff);
    narrow(&s);
    ore_lp_point(lp, s.point);
    walk(&s);
    ore_lp_ceiling(lp, HUGE_VAL);
    ore_node_queue_free(s.open);
    ore_branching_decision_free(s.path);
    ore_candidates_free(s.candidates);
    free(s.point);
    free(s.basis);
}
