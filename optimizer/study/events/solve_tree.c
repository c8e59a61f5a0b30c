/* See solve_tree.h. */
#include "study/events/solve_tree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "solve/worker.h"
#include "study/edited_round.h"
#include "study/events/extensive_form.h"
#include "study/events/follow_plan.h"
#include "study/solved.h"
#include "study/tasks.h"
#include "study/verified.h"
#include "verify/news.h"
#include "verify/verify.h"

/* Parts of the limits: of the rounds that are solved alone, of a plan that is
 * followed, and of the questions; the rest is the whole's. */
static const double alone_part = 0.35, followed_part = 0.15, asked_part = 0.2;
/* Plans that are tried in all leaves. */
enum { MAX_STARTS = 9 };

/* The rounds that are solved alone: the leaves, then the tables' own, whose
 * plan most depends on and which has two shares. */
typedef struct alone {
    const ore_scenario_tree *tree;
    const ore_solve_settings *settings;
    int jobs;
    ore_result **results; /* [n_leaves + 1] */
} alone;

static const ore_round *round_of(const alone *a, int i)
{
    return i < a->tree->n_leaves ? a->tree->leaves[i].round : a->tree->round;
}

/* A part of the limits; how much work that is depends on nothing but the tree,
 * how much time also on how many are solved at once. */
static ore_solve_settings limited(const ore_solve_settings *settings,
                                  double part, int at_once)
{
    ore_solve_settings own = *settings;

    own.time_limit_s *= part * at_once;
    own.work_limit_s *= part;
    own.is_bare = true;
    own.jobs = 1;
    return own;
}

static void work(void *data, int i, ore_pack *reply)
{
    const alone *a = data;
    const int n = a->tree->n_leaves;
    const double part = (i == n ? 2.0 : 1.0) * alone_part / (n + 2);
    const int at_once = a->jobs < n + 1 ? a->jobs : n + 1;

    ore_solved_work(round_of(a, i), limited(a->settings, part, at_once), reply);
}

static void take(void *data, int i, ore_pack *reply)
{
    alone *a = data;
    ore_statistics statistics;

    (void)ore_solved_take(round_of(a, i), reply, &a->results[i], &statistics);
}

static alone solve_alone(const ore_scenario_tree *tree,
                         const ore_solve_settings *settings, int jobs,
                         const ore_study_watch *watch)
{
    alone a = {tree, settings, jobs,
               ore_alloc(tree->n_leaves + 1, sizeof(ore_result *))};
    ore_tasks tasks = {.jobs = jobs,
                       .n = tree->n_leaves + 1,
                       .what = "leaves",
                       .watch = watch,
                       .work = work,
                       .take = take,
                       .data = &a};

    ore_tasks_run(&tasks);
    return a;
}

static void free_alone(alone *a)
{
    for (int i = 0; i <= a->tree->n_leaves; i++) {
        ore_result_free(a->results[i]);
    }
    free(a->results);
}

static ore_proven proven_of(ore_status status, const ore_result *result)
{
    return (ore_proven){
        status, result->has_portfolio ? result->goals[0].value : nan(""),
        result->has_portfolio ? result->goals[0].bound : nan("")};
}

/* Expected over the leaves that were solved alone. */
static ore_proven foresight_of(const alone *a)
{
    ore_proven sum = {ORE_OK, 0.0, 0.0};

    for (int k = 0; k < a->tree->n_leaves; k++) {
        const ore_result *result = a->results[k];
        const ore_proven one =
            result ? proven_of(result->status, result)
                   : (ore_proven){ORE_NO_ANSWER, nan(""), nan("")};

        sum.value += a->tree->leaves[k].probability * one.value;
        sum.bound += a->tree->leaves[k].probability * one.bound;
        sum.status = one.status == ORE_INFEASIBLE ? one.status : sum.status;
    }
    return sum;
}

ore_status ore_verify_tree(const ore_scenario_tree *tree,
                           const ore_program *whole, const ore_result *result,
                           ore_statistics *statistics, ore_diags *diags)
{
    const ore_status status = ore_verify(whole, result, statistics, diags);

    return status == ORE_OK ? ore_verify_news(tree, result, statistics, diags)
                            : status;
}

/* A question about the whole, whose bounds are narrower for it. */
static ore_proven ask(const ore_scenario_tree *tree, const ore_program *whole,
                      const ore_solve_settings *settings)
{
    ore_result *result = NULL;
    ore_statistics statistics;
    ore_diags *unsaid = ore_diags_new();
    ore_status status =
        ore_solve_verified(whole, settings, &result, &statistics, unsaid);
    ore_proven proven = {status, nan(""), nan("")};

    if (result->has_portfolio && !ore_status_is_breakdown(status) &&
        ore_verify_news(tree, result, &statistics, unsaid) == ORE_OK) {
        proven = proven_of(status, result);
    }
    ore_result_free(result);
    ore_diags_free(unsaid);
    return proven;
}

/* The bounds of all columns, to be put back. The caller frees. */
static ore_program_col *saved_cols(const ore_program *whole)
{
    const size_t size =
        (size_t)whole->model->n_cols * sizeof *whole->model->cols;
    ore_program_col *cols =
        ore_alloc(whole->model->n_cols, sizeof *whole->model->cols);

    memcpy(cols, whole->model->cols, size);
    return cols;
}

static void put_back(const ore_program *whole, ore_program_col *cols)
{
    memcpy(whole->model->cols, cols,
           (size_t)whole->model->n_cols * sizeof *cols);
    free(cols);
}

/* Start i (option and year) is as given in every leaf; false when some leaf
 * cannot have it so. */
static bool hold(const ore_program *whole, int i, double value)
{
    bool possible = true;

    for (int k = 0; k < ore_program_n_parts(whole); k++) {
        const int j = ore_program_col_of(
            whole, k, ore_program_part(whole, k)->variables->start[i]);

        if (j < 0 || whole->model->cols[j].hi < value) {
            possible = possible && value <= 0.0;
        } else {
            whole->model->cols[j].lo = whole->model->cols[j].hi = value;
        }
    }
    return possible;
}

/* What the plan of the tables signs before any news is held. */
static ore_proven ask_plan(const ore_scenario_tree *tree,
                           const ore_program *whole, const ore_result *plan,
                           const ore_solve_settings *settings)
{
    const ore_round *round = tree->round;
    const int until = ore_tree_signed_until(tree);
    ore_proven proven = {ORE_NO_ANSWER, nan(""), nan("")};

    if (!plan || !plan->has_portfolio) {
        return proven;
    }
    ore_program_col *cols = saved_cols(whole);
    bool possible = true;

    for (int i = 0; i < round->n_options * round->n_commit; i++) {
        const int o = i / round->n_commit, p = round->options[o].project;
        const int year = round->commit.first + i % round->n_commit;

        if (year <= until) {
            possible &=
                hold(whole, i, plan->option[p] == o && plan->year[p] == year);
        }
    }
    proven.status = ORE_INFEASIBLE;
    if (possible) {
        proven = ask(tree, whole, settings);
    }
    put_back(whole, cols);
    return proven;
}

/* The round without the project. Its news never comes: what that would have
 * told apart is one decision then, and the program smaller. */
static ore_proven ask_without(const ore_scenario_tree *tree, int p,
                              const ore_solve_settings *settings)
{
    ore_scenario_tree without = *tree;

    without.leaves = ore_alloc(tree->n_leaves, sizeof *without.leaves);
    for (int k = 0; k < tree->n_leaves; k++) {
        without.leaves[k] = tree->leaves[k];
        without.leaves[k].round = ore_round_copy(tree->leaves[k].round);
        ore_edit_decide(without.leaves[k].round, p, ORE_OUT);
    }
    ore_program *whole = ore_extensive_form(&without);
    const ore_proven proven = ask(&without, whole, settings);

    ore_program_free(whole);
    for (int k = 0; k < tree->n_leaves; k++) {
        ore_round_free(without.leaves[k].round);
    }
    free(without.leaves);
    return proven;
}

/* The projects that find news and need not go ahead. */
static void list_surveys(const ore_round *round, ore_tree_study *study)
{
    study->surveys = ore_alloc(round->n_events, sizeof *study->surveys);
    for (int p = 0; p < round->n_projects; p++) {
        bool finds = false;

        for (int e = 0; e < round->n_events; e++) {
            finds |= round->events[e].project == p;
        }
        if (finds && round->projects[p].decision != ORE_MUST &&
            round->projects[p].decision != ORE_COMMITTED) {
            study->surveys[study->n_surveys++] =
                (ore_survey){p, {ORE_NO_ANSWER, nan(""), nan("")}};
        }
    }
}

static void ask_all(const ore_scenario_tree *tree, const ore_program *whole,
                    const ore_result *plan, const ore_result *result,
                    const ore_solve_settings *settings, ore_tree_study *study)
{
    const ore_result *const starts[] = {result, plan};
    ore_solve_settings own =
        limited(settings, asked_part / (1 + study->n_surveys), 1);

    own.starts = starts;
    own.n_starts = plan && plan->has_portfolio ? 2 : 1;
    own.has_bound = !isnan(study->best.bound);
    own.known_bound = study->best.bound;
    own.first_only = true;
    study->plan = ask_plan(tree, whole, plan, &own);
    for (int i = 0; i < study->n_surveys && !ore_interrupted(); i++) {
        study->surveys[i].without =
            ask_without(tree, study->surveys[i].project, &own);
    }
}

/* The likeliest leaf's plan, followed through the tree. The caller frees; NULL
 * = nothing came of it. */
static ore_result *follow(const alone *a, const ore_study_watch *watch)
{
    const ore_scenario_tree *tree = a->tree;
    const int first = ore_scenario_tree_likeliest(tree), n = tree->n_leaves - 1;
    const ore_result *plan = a->results[first];
    const int at_once = a->jobs < n ? a->jobs : n;

    if (!plan || !plan->has_portfolio || tree->round->baseline.path) {
        return NULL;
    }
    const ore_solve_settings own =
        limited(a->settings, followed_part / (n > 0 ? n : 1), at_once);

    return ore_follow_plan(tree, first, plan, &own, a->jobs, watch);
}

/* What the whole begins with: a plan that follows news, if there is any, and
 * every plan that was found alone, held in all leaves, as far as they allow it;
 * the tables' own first. The caller frees. */
static const ore_result **plans_of(const alone *a, const ore_result *followed,
                                   int *n)
{
    const ore_result **plans =
        ore_alloc(a->tree->n_leaves + 2, sizeof(const ore_result *));

    *n = 0;
    if (followed) {
        plans[(*n)++] = followed;
    }
    for (int i = a->tree->n_leaves; i >= 0 && *n < MAX_STARTS; i--) {
        if (a->results[i] && a->results[i]->has_portfolio) {
            plans[(*n)++] = a->results[i];
        }
    }
    return plans;
}

static ore_status solve_whole(const ore_scenario_tree *tree,
                              const ore_program *whole, const alone *a,
                              const ore_study_watch *watch,
                              ore_tree_study *study, ore_result **result,
                              ore_statistics *statistics, ore_diags *diags)
{
    const double part = 1.0 - alone_part - followed_part - asked_part;
    ore_solve_settings own = *a->settings;
    ore_result *followed = follow(a, watch);
    const ore_result **plans = plans_of(a, followed, &own.n_starts);

    own.time_limit_s *= part;
    own.work_limit_s *= part;
    own.starts = plans;
    own.has_bound = !isnan(study->foresight.bound);
    own.known_bound = study->foresight.bound;
    ore_status status =
        ore_solve_verified(whole, &own, result, statistics, diags);

    if ((*result)->has_portfolio && status != ORE_UNVERIFIED &&
        ore_verify_news(tree, *result, statistics, diags) != ORE_OK) {
        status = ORE_UNVERIFIED;
    }
    free(plans);
    ore_result_free(followed);
    return status;
}

ore_status ore_solve_tree(const ore_scenario_tree *tree,
                          const ore_solve_settings *settings, int jobs,
                          const ore_study_watch *watch, ore_tree_study *study,
                          ore_result **result, ore_statistics *statistics,
                          ore_diags *diags)
{
    ore_program *whole = ore_extensive_form(tree);
    alone a = solve_alone(tree, settings, jobs, watch);

    *study = (ore_tree_study){.tree = tree, .foresight = foresight_of(&a)};
    list_surveys(tree->round, study);
    const ore_status status =
        solve_whole(tree, whole, &a, watch, study, result, statistics, diags);

    study->result = *result;
    study->best = proven_of(status, *result);
    study->plan = (ore_proven){ORE_NO_ANSWER, nan(""), nan("")};
    if ((*result)->has_portfolio && !ore_status_is_breakdown(status) &&
        !ore_interrupted()) {
        ask_all(tree, whole, a.results[tree->n_leaves], *result, settings,
                study);
    }
    free_alone(&a);
    ore_program_free(whole);
    return status;
}

void ore_tree_study_free(ore_tree_study *study)
{
    free(study->surveys);
    *study = (ore_tree_study){0};
}
