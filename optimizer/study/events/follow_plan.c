/* See follow_plan.h. */
#include "study/events/follow_plan.h"

#include <stdlib.h>

#include "base/store.h"
#include "orefolio/memory.h"
#include "read/read.h"
#include "solve/worker.h"
#include "study/response/rounds.h"
#include "study/solved.h"
#include "study/tasks.h"

/* Leaves that cannot be told apart so far: their plan is that of the likeliest.
 */
typedef struct group {
    int lead;
    const ore_result *held; /* what was decided before; NULL = nothing */
    int until;              /* the last calendar year of that */
    const ore_result *plan; /* NULL = to be found */
    ore_round *round;       /* while it is being found */
} group;

typedef struct following {
    const ore_scenario_tree *tree;
    const ore_solve_settings *settings;
    int *group_of; /* [n_leaves] */
    int n;
    group *groups; /* [n <= n_leaves] */
    int n_found;
    ore_result **found; /* [n_found <= n_leaves] plans; owned */
    bool is_lost;       /* some group has none */
} following;

/* The leaf's round in which the decisions up to the year stand: as in a
 * response to something after it, which lasts no year and takes nothing. */
static ore_round *held_round(const ore_round *leaf, const ore_result *held,
                             int until)
{
    const ore_disruption news = {.id = "news",
                                 .label = "news",
                                 .label_ja = "news",
                                 .years = {until + 1, until}};
    ore_round *round = ore_round_as_decided(leaf, held);
    ore_disruption *all =
        ore_store_alloc(round->store, leaf->n_disruptions + 1, sizeof *all);

    for (int w = 0; w < leaf->n_disruptions; w++) {
        all[w] = leaf->disruptions[w];
    }
    all[leaf->n_disruptions] = news;
    round->disruptions = all;
    round->n_disruptions++;
    round->respond = leaf->n_disruptions;
    round->response = ORE_RESPONSE_DECIDES;
    round->keep = ORE_KEEP_NONE;
    ore_round_make_states(round);
    return round;
}

/* Whether a plan lets two leaves be told apart by the year. */
static bool is_apart(const ore_scenario_tree *tree, const ore_result *plan,
                     int a, int b, int year)
{
    bool apart = false;

    for (int e = 0; e < tree->round->n_events && !apart; e++) {
        const ore_event *event = &tree->round->events[e];
        const int committed =
            event->project < 0 ? 0 : plan->year[event->project];

        apart = tree->leaves[a].way[e] != tree->leaves[b].way[e] &&
                ore_is_known(event, committed, year);
    }
    return apart;
}

/* When some leaf of the group is first told apart from its lead; the year after
 * the last commitments when none is in time. */
static int next_news(const following *f, int g)
{
    const ore_years commit = f->tree->round->commit;
    int next = commit.last + 1;

    for (int k = 0; k < f->tree->n_leaves; k++) {
        for (int year = commit.first; year < next && f->group_of[k] == g;
             year++) {
            if (is_apart(f->tree, f->groups[g].plan, f->groups[g].lead, k,
                         year)) {
                next = year;
            }
        }
    }
    return next;
}

/* The group from `first` on that leaf k belongs to: one whose lead it cannot be
 * told apart from, or a new one. */
static int new_group(following *f, int first, int k, const group *like,
                     int year)
{
    for (int g = first; g < f->n; g++) {
        if (!is_apart(f->tree, like->plan, f->groups[g].lead, k, year)) {
            const ore_leaf *leaves = f->tree->leaves;

            if (leaves[k].probability > leaves[f->groups[g].lead].probability) {
                f->groups[g].lead = k;
            }
            return g;
        }
    }
    f->groups[f->n] = (group){.lead = k, .held = like->plan, .until = year - 1};
    return f->n++;
}

/* Leaves that news tells apart from the lead of their group leave it. Whether
 * any did. */
static bool split(following *f, int g)
{
    const group like = f->groups[g];
    const int year = next_news(f, g), first = f->n;

    for (int k = 0; k < f->tree->n_leaves; k++) {
        if (f->group_of[k] == g &&
            is_apart(f->tree, like.plan, like.lead, k, year)) {
            f->group_of[k] = new_group(f, first, k, &like, year);
        }
    }
    return f->n > first;
}

static bool begin(void *data, int g)
{
    following *f = data;
    group *own = &f->groups[g];

    if (own->plan || f->is_lost || ore_interrupted()) {
        return false;
    }
    own->round =
        held_round(f->tree->leaves[own->lead].round, own->held, own->until);
    return true;
}

static void work(void *data, int g, ore_pack *reply)
{
    const following *f = data;

    ore_solved_work(f->groups[g].round, *f->settings, reply);
}

static void take(void *data, int g, ore_pack *reply)
{
    following *f = data;
    ore_statistics statistics;
    ore_result *result = NULL;

    (void)ore_solved_take(f->groups[g].round, reply, &result, &statistics);
    ore_round_free(f->groups[g].round);
    f->groups[g].round = NULL;
    f->found[f->n_found++] = result;
    f->groups[g].plan = result;
    f->is_lost = f->is_lost || !result->has_portfolio;
}

static ore_result *copy_of(const ore_round *round, const ore_result *result)
{
    ore_pack pack = {0};

    ore_result_pack(round, result, &pack);
    ore_result *copy = ore_result_unpack(round, &pack);

    ore_pack_clear(&pack);
    return copy;
}

/* The plans of the groups, leaf by leaf, as a portfolio of the tree's round. */
static ore_result *gather(const following *f)
{
    const ore_scenario_tree *tree = f->tree;
    ore_result *whole = ore_result_new(tree->round);

    whole->has_portfolio = true;
    whole->n_leaves = tree->n_leaves;
    whole->leaves = ore_alloc(tree->n_leaves, sizeof *whole->leaves);
    for (int k = 0; k < tree->n_leaves; k++) {
        whole->leaves[k] =
            copy_of(tree->leaves[k].round, f->groups[f->group_of[k]].plan);
    }
    return whole;
}

ore_result *ore_follow_plan(const ore_scenario_tree *tree, int first,
                            const ore_result *plan,
                            const ore_solve_settings *settings, int jobs,
                            const ore_study_watch *watch)
{
    const int n = tree->n_leaves;
    following f = {.tree = tree,
                   .settings = settings,
                   .group_of = ore_alloc(n, sizeof(int)),
                   .n = 1,
                   .groups = ore_alloc(n, sizeof(group)),
                   .found = ore_alloc(n, sizeof(ore_result *))};
    ore_tasks tasks = {.jobs = jobs,
                       .what = "leaves",
                       .watch = watch,
                       .begin = begin,
                       .work = work,
                       .take = take,
                       .data = &f};
    bool any = true;

    f.groups[0] = (group){.lead = first, .plan = plan};
    while (any && !f.is_lost) {
        const int n_before = f.n;

        any = false;
        for (int g = 0; g < n_before; g++) {
            any = split(&f, g) || any;
        }
        tasks.n = f.n;
        ore_tasks_run(&tasks);
        for (int g = 0; g < f.n; g++) {
            f.is_lost = f.is_lost || !f.groups[g].plan;
        }
    }
    ore_result *whole = f.is_lost ? NULL : gather(&f);

    for (int i = 0; i < f.n_found; i++) {
        ore_result_free(f.found[i]);
    }
    free(f.found);
    free(f.groups);
    free(f.group_of);
    return whole;
}
