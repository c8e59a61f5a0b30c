/* Solving, from outside: run the search in a worker, keep the best of what it
 * tells, and turn it into a result whatever becomes of the worker. */
#include "solve/solve.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/tolerances.h"
#include "solve/explain/conflict.h"
#include "solve/explain/leaf_reasons.h"
#include "solve/explain/reasons.h"
#include "solve/extract.h"
#include "solve/lp/lp.h"
#include "solve/presolve/scaling.h"
#include "solve/search.h"
#include "solve/stage.h"
#include "solve/starts.h"
#include "solve/worker.h"

/* What the search has told so far. */
typedef struct listener {
    const ore_program *program;
    const ore_scaling *scaling; /* what is told is in the search's units */
    const ore_solve_settings *settings;
    double start_s;
    double *point; /* [n_cols] the last one told is the best */
    bool has_point, infeasible, done;
    int goal; /* being searched */
    int nodes, iterations;
    ore_phase phase; /* since phase_since_s */
    double phase_since_s, phase_s[ORE_PHASES];
    double *value, *bound; /* [n_goals] at the goal's own end so far */
} listener;

/* The time since the last phase began was that phase's. */
static void enter(listener *l, ore_phase phase)
{
    const double now_s = ore_now_s();

    l->phase_s[l->phase] += now_s - l->phase_since_s;
    l->phase_since_s = now_s;
    l->phase = phase;
}

static void receive(void *data, const ore_message *message,
                    const double *doubles)
{
    listener *l = data;
    const double unit = l->scaling->goal_unit[message->goal];

    switch (message->kind) {
    case ORE_MESSAGE_POINT:
        memcpy(l->point, doubles, (size_t)message->count * sizeof *doubles);
        ore_unscale_point(l->scaling, l->point);
        l->has_point = true;
        l->value[message->goal] = unit * message->value;
        break;
    case ORE_MESSAGE_BOUND:
        l->bound[message->goal] = unit * message->bound;
        break;
    case ORE_MESSAGE_GOAL_DONE:
        l->value[message->goal] = unit * message->value;
        l->bound[message->goal] = unit * message->bound;
        break;
    case ORE_MESSAGE_INFEASIBLE: l->infeasible = true; break;
    case ORE_MESSAGE_DONE: l->done = true; break;
    case ORE_MESSAGE_PHASE:
        enter(l, (ore_phase)message->number);
        l->iterations = message->iterations;
        break;
    case ORE_MESSAGE_NUMBER: break;
    }
    l->goal = message->goal;
    l->nodes = message->nodes > l->nodes ? message->nodes : l->nodes;
}

static int count_projects(const listener *l)
{
    const ore_model *model = l->program->model;
    int count = 0;

    for (int j = 0; j < model->n_cols && l->has_point; j++) {
        count += model->cols[j].is_start && l->point[j] > 0.5;
    }
    return count;
}

static void tick(void *data)
{
    const listener *l = data;
    const ore_progress progress = {.elapsed_s = ore_now_s() - l->start_s,
                                   .limit_s = l->settings->time_limit_s,
                                   .phase = l->phase,
                                   .goal = l->goal,
                                   .best = l->has_point ? l->value[l->goal]
                                                        : nan(""),
                                   .bound = l->bound[l->goal],
                                   .n_projects = count_projects(l),
                                   .nodes = l->nodes};

    if (l->settings->on_progress) {
        l->settings->on_progress(l->settings->data, &progress);
    }
}

/* GLPK takes a column within 1e-5 of a whole number for whole, so its tree can
 * end with a bound that is below the true optimum by about as much. */
static const double proof_grain = ORE_TOLERANCE_PROVEN;

/* The gap at which goal g counts as proven. */
static double proven_gap(const listener *l, int g)
{
    const double own = l->program->round->goals[g].gap;
    const double asked =
        l->settings->gap_for_all || isnan(own) ? l->settings->gap : own;

    return fmax(asked, proof_grain);
}

/* The difference in goal `g` that says nothing: bounds and values are sums of
 * terms that may be larger, and wholes are whole within the proof's grain. */
static double grain_of(const listener *l, int g, double best)
{
    const ore_model *model = l->program->model;
    const double unit = l->scaling->goal_unit[g];
    double grain = ORE_TOLERANCE_EQUAL * fmax(unit, fabs(best));

    for (int e = 0; e < model->n_goal_entries; e++) {
        const ore_program_entry *entry = &model->goal_entries[e];

        const double term =
            model->cols[entry->col].kind == ORE_BINARY
                ? proof_grain * fabs(entry->coef)
                : 1e-6 * fabs(entry->coef * l->point[entry->col]);

        grain = entry->row == g ? fmax(grain, term) : grain;
    }
    return grain;
}

/* Goal g of the point, before its figures are rounded to those that are
 * written. */
static double unrounded_value(const listener *l, int g)
{
    const ore_model *model = l->program->model;
    double value = 0.0;

    for (int e = 0; e < model->n_goal_entries; e++) {
        if (model->goal_entries[e].row == g) {
            value += model->goal_entries[e].coef *
                     l->point[model->goal_entries[e].col];
        }
    }
    return value;
}

/* Each leaf has its own value of goal g, of which nothing is proven. */
static void settle_leaves(const ore_program *program, int g, ore_result *result)
{
    for (int k = 0; k < result->n_leaves; k++) {
        result->leaves[k]->goals[g] =
            (ore_goal_outcome){ore_program_value(ore_program_part(program, k),
                                                 g, result->leaves[k]),
                               nan(""), nan("")};
        result->leaves[k]->status = result->status;
    }
}

/* A relative difference that comes of adding up alone. */
static const double rounding = 1e-12;

/* Value, bound and gap of goal g as they are written: the gap is that of the
 * value at the written figures, not of what the search took it for. A point
 * that is better than the bound shows that the bound proves nothing; written
 * figures may be so by their rounding. */
static void settle_goal(const listener *l, int g, ore_result *result)
{
    const ore_objective *use = &l->program->round->goals[g];
    ore_goal_outcome *outcome = &result->goals[g];
    const double sign = ore_objective_is_maximised(use) ? -1.0 : 1.0;
    const double exact = unrounded_value(l, g);

    outcome->value = ore_program_value(l->program, g, result);
    outcome->bound = l->bound[g];
    if (!isfinite(l->bound[g]) ||
        sign * (exact - l->bound[g]) < -grain_of(l, g, exact)) {
        outcome->bound = outcome->gap = nan("");
        return;
    }
    const double off = sign * (outcome->value - outcome->bound);

    outcome->bound = off < 0.0 ? outcome->value : outcome->bound;
    outcome->gap = fmax(0.0, off) / fmax(fabs(outcome->value), 1e-9);
    outcome->gap = outcome->gap < rounding ? 0.0 : outcome->gap;
    if (outcome->gap > proof_grain && off <= grain_of(l, g, outcome->value)) {
        outcome->gap = 1e-6;
        outcome->bound = outcome->value - sign * 1e-6 * fabs(outcome->value);
    }
}

/* Whether goal g came within its gap, and the written value is no worse than
 * the search found, but for what the goal's tolerance gives to later ones. */
static bool is_within_gap(const listener *l, int g, const ore_result *result)
{
    const ore_objective *use = &l->program->round->goals[g];
    const double sign = ore_objective_is_maximised(use) ? -1.0 : 1.0;
    const double value = result->goals[g].value,
                 unit = l->scaling->goal_unit[g];
    const double best = sign * fmin(sign * value, sign * l->value[g]);
    const double enough =
        fmax(grain_of(l, g, best), proven_gap(l, g) * fabs(best));
    const double given = unit * ore_hold_slack(best / unit, use->tolerance);

    return isfinite(result->goals[g].bound) &&
           sign * (best - l->bound[g]) <= enough &&
           sign * (value - best) <= given + enough;
}

/* Values, bounds and gaps of every goal; whether all are within the gap. */
static bool settle_goals(const listener *l, ore_result *result)
{
    bool within = true;

    for (int g = 0; g < l->program->round->n_goals; g++) {
        settle_goal(l, g, result);
        within &= is_within_gap(l, g, result);
    }
    return within;
}

static void settle_result(const listener *l, ore_worker_end end,
                          ore_result *result)
{
    if (l->has_point) {
        ore_extract_result(l->program, l->point, result);
        const bool within = settle_goals(l, result);

        result->status = within && l->done ? ORE_OK : ORE_STOPPED;
        for (int g = 0; g < l->program->round->n_goals; g++) {
            settle_leaves(l->program, g, result);
        }
    } else if (l->infeasible) {
        result->status = ORE_INFEASIBLE;
    } else {
        result->status =
            end == ORE_WORKER_CRASHED ? ORE_INTERNAL : ORE_NO_ANSWER;
    }
}

/* The rules in conflict when it is not known which of them are. */
static void drop_conflicts(ore_result *result)
{
    for (int i = 0; i < result->n_conflicts; i++) {
        free(result->conflict_text[i]);
        free(result->conflict_text_ja[i]);
    }
    result->n_conflicts = 0;
}

/* A process that failed has not told all: what the others found is kept, and is
 * no answer that another run gives again. */
static void settle_trouble(ore_result *result)
{
    const char *why = NULL;
    const ore_status status = ore_worker_trouble(&why);

    if (status == ORE_OK) {
        return;
    }
    free(result->trouble);
    result->trouble = ore_copy(why);
    if (result->has_portfolio) {
        result->status = ORE_STOPPED;
    } else if (result->status == ORE_INFEASIBLE) {
        drop_conflicts(result);
    } else {
        result->status = status;
    }
}

/* How large the program was and what it took. */
static void measure(const listener *l, ore_statistics *statistics)
{
    ore_model_measure(l->program->model, statistics);
    statistics->nodes = l->nodes;
    statistics->iterations = l->iterations;
    statistics->work_s = (double)l->iterations * l->program->model->n_entries /
                         ORE_WORK_A_SECOND;
    statistics->seconds = ore_now_s() - l->start_s;
    memcpy(statistics->phase_s, l->phase_s, sizeof l->phase_s);
}

static listener *listen_new(const ore_program *program,
                            const ore_scaling *scaling,
                            const ore_solve_settings *settings)
{
    const int n_goals = program->round->n_goals;
    listener *l = ore_alloc(1, sizeof *l);

    l->program = program;
    l->scaling = scaling;
    l->settings = settings;
    l->start_s = l->phase_since_s = ore_now_s();
    l->phase = ORE_PHASE_ROOT;
    l->point = ore_alloc(program->model->n_cols, sizeof *l->point);
    l->value = ore_alloc(n_goals, sizeof *l->value);
    l->bound = ore_alloc(n_goals, sizeof *l->bound);
    for (int g = 0; g < n_goals; g++) {
        l->value[g] = l->bound[g] = nan("");
    }
    return l;
}

static void listen_free(listener *l)
{
    free(l->point);
    free(l->value);
    free(l->bound);
    free(l);
}

ore_status ore_solve(const ore_program *program,
                     const ore_solve_settings *settings, ore_result **result,
                     ore_statistics *statistics)
{
    ore_scaling *scaling = ore_scaling_new(program);
    listener *l = listen_new(program, scaling, settings);
    const double limit_s = l->start_s + settings->time_limit_s;
    /* The reasons of those left out are part of the answer and of its time. */
    const double search_until_s =
        limit_s -
        (settings->is_bare ? 0.0 : fmin(2.0, 0.1 * settings->time_limit_s));
    ore_starts starts =
        ore_starts_of(scaling, settings->starts, settings->n_starts);
    ore_search search = {
        .program = &scaling->program,
        .col_unit = scaling->col_unit,
        .n_looks = settings->n_looks,
        .takes_start = settings->takes_start,
        .first_only = settings->first_only,
        .prepared = settings->prepared,
        .n_starts = starts.n,
        .starts = starts.points,
        .known_bound = settings->has_bound
                           ? settings->known_bound / scaling->goal_unit[0]
                           : nan(""),
        .has_cutoff = settings->has_cutoff,
        .good = settings->good / scaling->goal_unit[0],
        .bad = settings->bad / scaling->goal_unit[0],
        .gap = fmax(settings->gap, ORE_TOLERANCE_WRITTEN),
        .gap_for_all = settings->gap_for_all,
        .deadline_s = settings->work_limit_s > 0.0 ? settings->work_limit_s
                                                   : search_until_s,
        .by_work = settings->work_limit_s > 0.0,
        .seed = settings->seed,
        .jobs = settings->jobs};
    const ore_worker child = {.work = ore_search_run,
                              .data = &search,
                              .deadline_s = search_until_s + 0.3,
                              .receive = receive,
                              .tick = tick,
                              .listener = l};

    *result = ore_result_new(program->round);
    const bool is_outermost = ore_interrupts_begin();

    const ore_worker_end end = ore_worker_run(&child);

    enter(l, ORE_PHASE_REASON);
    settle_result(l, end, *result);
    if ((*result)->status == ORE_INFEASIBLE && !settings->is_bare &&
        !ore_interrupted()) {
        ore_explain_conflict(scaling, program->model, limit_s, *result);
    }
    if ((*result)->has_portfolio && !settings->is_bare && !program->joined) {
        ore_explain_reasons(scaling, limit_s, *result);
    }
    ore_explain_leaves(program, *result);
    settle_trouble(*result);
    ore_interrupts_end(is_outermost);
    enter(l, ORE_PHASE_REASON);
    measure(l, statistics);
    if (settings->on_progress) {
        settings->on_progress(settings->data, NULL);
    }
    listen_free(l);
    ore_starts_free(&starts);
    ore_scaling_free(scaling);
    return (*result)->status;
}

const char *ore_solver_name(void)
{
    return ore_lp_solver_name();
}
