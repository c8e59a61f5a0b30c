/* The search, goal by goal: relaxation, dive, a short tree, neighbourhoods,
 * the whole tree; then the goal is held and the next one begins. */
#include "solve/search.h"

#include <math.h>

#include "solve/concurrent.h"
#include "solve/heuristics/diving.h"
#include "solve/heuristics/lns.h"
#include "solve/heuristics/polish.h"
#include "solve/heuristics/rens.h"
#include "solve/heuristics/start_heuristic.h"
#include "solve/heuristics/warm_starts.h"
#include "solve/incumbent.h"
#include "solve/prepared.h"
#include "solve/presolve/symmetry.h"
#include "solve/presolve/tightening.h"
#include "solve/root.h"
#include "solve/stage.h"
#include "solve/tree/tree.h"
#include "solve/worker.h"

/* The first look at the tree: a small round is proven at once, before
 * neighbourhoods would have looked around. */
enum { small_integers = 150, first_look_nodes = 400 };
/* Neighbourhoods without success before the tree begins; then they take turns.
 */
enum { max_failures = 30 };

/* A good portfolio from the relaxation, with its cuts. */
static void seek_good(ore_stage *stage)
{
    const bool is_rounded = stage->objective.g == 0 && ore_rens(stage);

    if (!is_rounded && (!isfinite(stage->incumbent.value) ||
                        !(ore_stage_is_large(stage) ||
                          ore_stage_is_slow(stage) || stage->workers))) {
        ore_dive(stage);
    }
}

/* A portfolio of another round may be within the gap and yet miss what the
 * change to this one is worth: look around it. */
static void look_around_start(ore_stage *stage)
{
    stage->limits.is_eager = true;
    if (!ore_stage_done(stage)) {
        ore_stage_phase(stage, ORE_PHASE_HEURISTICS);
        ore_lns_run(stage, stage->search->n_looks, stage->limits.deadline_s);
    }
    stage->limits.is_eager = false;
}

/* Whether the portfolio that was begun with needs no search: it was searched
 * for before, or it is as good as asked, and proven the best when it is to be
 * looked around. */
static bool is_settled(ore_stage *stage)
{
    const ore_search *search = stage->search;

    stage->limits.is_eager = search->n_looks > 0;
    const bool settled = stage->objective.g == 0 &&
                         isfinite(stage->incumbent.value) &&
                         (search->takes_start || ore_stage_done(stage));

    stage->limits.is_eager = false;
    return settled;
}

/* Search the goal that is set; false when nothing satisfies the rows: the
 * whole tree was searched and is empty. */
static bool search_goal(ore_stage *stage)
{
    const ore_search *search = stage->search;

    ore_stage_phase(stage, ORE_PHASE_ROOT);
    if (is_settled(stage) || (search->first_only && stage->objective.g > 0)) {
        return true;
    }
    const bool is_begun = stage->objective.g == 0 && stage->is_begun;

    if (ore_stage_is_large(stage) && !stage->is_prepared && !is_begun) {
        ore_start_heuristic(stage);
    }
    bool empty = !ore_root(stage);

    if (!empty && is_begun && search->n_looks > 0) {
        look_around_start(stage);
    }
    if (!empty && !ore_stage_done(stage)) {
        ore_stage_phase(stage, ORE_PHASE_HEURISTICS);
        seek_good(stage);
    }
    if (!empty && !ore_stage_done(stage)) {
        empty = ore_model_count_integers(stage->model) <= small_integers &&
                ore_tree_solve(stage, first_look_nodes);
    }
    if (!empty && !ore_stage_done(stage) && isfinite(stage->incumbent.value)) {
        ore_stage_phase(stage, ORE_PHASE_HEURISTICS);
        ore_lns_run(stage, max_failures, stage->limits.deadline_s);
    }
    if (!empty && !ore_stage_done(stage)) {
        empty = ore_tree_solve(stage, 0);
    }
    return !empty || isfinite(stage->incumbent.value);
}

static void finish_goal(ore_stage *stage)
{
    const ore_round *round = stage->search->program->round;

    if (stage->incumbent.value - stage->incumbent.bound <=
        ore_stage_within_step(stage)) {
        stage->incumbent.bound = stage->incumbent.value;
    }
    const ore_message message = {
        .kind = ORE_MESSAGE_GOAL_DONE,
        .goal = stage->objective.g,
        .nodes = stage->effort.nodes,
        .value = stage->objective.sign * stage->incumbent.value,
        .bound = stage->objective.sign * stage->incumbent.bound};
    const double most =
        stage->incumbent.value +
        ore_hold_slack(stage->incumbent.value,
                       round->goals[stage->objective.g].tolerance);

    ore_send(stage->pipe, &message, NULL);
    stage->objective.held[stage->objective.g] = most;
    ore_lp_hold(stage->lp, stage->objective.g, stage->objective.sign, most);
}

static void tell_end(const ore_stage *stage, ore_message_kind kind)
{
    const ore_message message = {.kind = kind, .goal = stage->objective.g};

    ore_send(stage->pipe, &message, NULL);
}

/* The share of the time left that goal g may take: most for the first, and more
 * where later ones are not searched. */
static double goal_deadline_s(const ore_search *search, int g)
{
    const double now_s = ore_search_clock_s();
    const double left_s = fmax(0.0, search->deadline_s - now_s);
    const bool is_last = g + 1 == search->program->round->n_goals;

    return now_s + (is_last ? 1.0 : search->first_only ? 0.9 : 0.7) * left_s;
}

static void run_goals(ore_stage *stage)
{
    const ore_search *search = stage->search;

    for (int g = 0; g < search->program->round->n_goals; g++) {
        ore_stage_use_goal(stage, g);
        stage->limits.deadline_s = goal_deadline_s(search, g);
        stage->lns = (ore_lns){0};
        if (g > 0) {
            (void)ore_incumbent_try(stage, stage->incumbent.point);
        } else {
            ore_warm_start(stage);
            stage->is_begun = isfinite(stage->incumbent.value);
        }
        const bool possible = search_goal(stage);

        ore_concurrent_end(stage->workers);
        stage->workers = NULL;

        if (!isfinite(stage->incumbent.value)) {
            if (!possible) {
                tell_end(stage, ORE_MESSAGE_INFEASIBLE);
            }
            return;
        }
        finish_goal(stage);
        if (ore_stage_is_answered(stage)) {
            return;
        }
    }
    ore_stage_phase(stage, ORE_PHASE_POLISH);
    ore_polish(stage);
    ore_stage_phase(stage, ORE_PHASE_POLISH);
    tell_end(stage, ORE_MESSAGE_DONE);
}

static ore_stage *begin(const ore_search *search, int pipe)
{
    ore_stage *stage = ore_prepared_stage(search->prepared, search, pipe);

    if (!stage) {
        ore_model *model = ore_symmetry_broken(search->program);

        ore_tighten_by_probing(model);
        stage = ore_stage_new(search, model, pipe);
    }
    return stage;
}

void ore_search_run(void *data, int pipe)
{
    const ore_search *search = data;

    if (search->by_work) {
        ore_clock_by_work();
    }
    ore_stage *stage = begin(search, pipe);

    run_goals(stage);
    ore_stage_free(stage);
}
