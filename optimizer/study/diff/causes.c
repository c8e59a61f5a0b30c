/* See causes.h. */
#include "study/diff/causes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "study/diff/reduction.h"

/* What is known of the causes so far. */
typedef struct finding {
    const ore_replaying *of;
    ore_causes *causes;
    ore_replayed before, after;
} finding;

static int compare_ids(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;

    return strcmp(*x, *y);
}

const char **ore_projects_of_both(const ore_two_rounds *two, int *n)
{
    const ore_round *const rounds[] = {two->before, two->after};
    const char **ids = ore_alloc(
        two->before->n_projects + two->after->n_projects, sizeof(const char *));
    int all = 0;

    for (int side = 0; side < ORE_COUNT_OF(rounds); side++) {
        for (int p = 0; p < rounds[side]->n_projects; p++) {
            ids[all++] = rounds[side]->projects[p].id;
        }
    }
    qsort(ids, (size_t)all, sizeof *ids, compare_ids);
    *n = 0;
    for (int i = 0; i < all; i++) {
        if (*n == 0 || strcmp(ids[*n - 1], ids[i]) != 0) {
            ids[(*n)++] = ids[i];
        }
    }
    return ids;
}

/* What the portfolio decides about the project, in texts of the round. */
static ore_decided decided_of(const ore_round *round, const ore_result *result,
                              int p)
{
    return p < 0 || result->option[p] < 0
               ? (ore_decided){NULL, 0}
               : (ore_decided){round->options[result->option[p]].id,
                               result->year[p]};
}

static void list_decisions(const finding *f)
{
    const ore_two_rounds *two = f->of->two;
    ore_causes *causes = f->causes;

    causes->decisions = ore_alloc(f->of->n_projects, sizeof *causes->decisions);
    for (int i = 0; i < f->of->n_projects; i++) {
        if (!ore_decided_same(&f->before.decided[i], &f->after.decided[i])) {
            const int old = ore_project_named(two->before, f->of->projects[i]),
                      new = ore_project_named(two->after, f->of->projects[i]);

            causes->decisions[causes->n_decisions++] = (ore_changed_decision){
                old, new, decided_of(two->before, causes->before, old),
                decided_of(two->after, causes->after, new)};
        }
    }
}

/* Each change is a group of its own, but for rows and sections that came or
 * went: those of one thing only make sense together. Idle ones are in none. */
static int group_changes(const ore_two_rounds *two, int *group_of)
{
    int n = 0;

    for (int c = 0; c < two->n; c++) {
        const ore_input_change *change = &two->changes[c];

        group_of[c] = change->is_idle ? -1 : n;
        for (int b = 0; b < c && change->is_whole && !change->is_idle; b++) {
            const ore_input_change *other = &two->changes[b];

            if (other->is_whole && !other->is_idle &&
                strcmp(other->thing, change->thing) == 0) {
                group_of[c] = group_of[b];
                break;
            }
        }
        n += group_of[c] == n;
    }
    return n;
}

/* Number the groups that are in again; those of one thing, or of one kind of
 * things, together where there are still too many. */
static int number_causes(const ore_two_rounds *two, const int *group_of,
                         const bool *is_in, int level, int *cause_of)
{
    int n = 0;

    for (int c = 0; c < two->n; c++) {
        cause_of[c] = -1;
        for (int b = 0; b < c && group_of[c] >= 0 && is_in[group_of[c]]; b++) {
            const char *thing = two->changes[c].thing,
                       *other = two->changes[b].thing;
            const size_t kind = strcspn(thing, " ");
            const bool is_alike =
                group_of[c] == group_of[b] ||
                (level > 0 && strcmp(thing, other) == 0) ||
                (level > 1 && strncmp(thing, other, kind) == 0 &&
                 strcspn(other, " ") == kind);

            if (cause_of[b] >= 0 && is_alike) {
                cause_of[c] = cause_of[b];
                break;
            }
        }
        if (group_of[c] >= 0 && is_in[group_of[c]] && cause_of[c] < 0) {
            cause_of[c] = n++;
        }
    }
    return n;
}

static void set_causes(const finding *f, const int *group_of, const bool *is_in)
{
    ore_causes *causes = f->causes;

    for (int level = 0; level < 3; level++) {
        causes->n_causes =
            number_causes(f->of->two, group_of, is_in, level, causes->cause_of);
        if (causes->n_causes <= ORE_MAX_CAUSES) {
            return;
        }
    }
    /* The last cause is all the rest. */
    for (int c = 0; c < causes->n_changes; c++) {
        if (causes->cause_of[c] >= ORE_MAX_CAUSES) {
            causes->cause_of[c] = ORE_MAX_CAUSES - 1;
        }
    }
    causes->n_causes = ORE_MAX_CAUSES;
}

/* Choose what may be a cause. */
static void choose(finding *f)
{
    ore_causes *causes = f->causes;
    int *group_of = ore_alloc(causes->n_changes, sizeof *group_of);
    ore_reduction reduction = {.of = f->of,
                               .goal = &f->after,
                               .group_of = group_of,
                               .n_groups = group_changes(f->of->two, group_of)};

    reduction.is_in = ore_alloc(reduction.n_groups, sizeof(bool));
    for (int g = 0; g < reduction.n_groups; g++) {
        reduction.is_in[g] = true;
    }
    causes->is_least = reduction.n_groups <= ORE_MAX_CAUSES;
    if (!causes->is_least && causes->n_decisions > 0) {
        (void)ore_reduce(&reduction);
    }
    causes->n_replays = reduction.n_replays;
    causes->n_open = reduction.n_open;
    set_causes(f, group_of, reduction.is_in);
    free(reduction.is_in);
    free(group_of);
}

/* All sets of causes replayed, by their bits; the caller frees the list. */
static ore_replayed *replay_sets(finding *f)
{
    ore_causes *causes = f->causes;
    const int n_sets = 1 << causes->n_causes, n = causes->n_changes;
    bool *applied = ore_alloc(n_sets * n, sizeof *applied);
    ore_replayed *sets = ore_alloc(n_sets, sizeof *sets);

    for (int set = 1; set < n_sets; set++) {
        for (int c = 0; c < n; c++) {
            applied[(set - 1) * n + c] =
                causes->cause_of[c] >= 0 && (set & 1 << causes->cause_of[c]);
        }
    }
    if (n_sets > 1) {
        ore_replays_solve(f->of, applied, n_sets - 1, sets + 1);
    }
    sets[0] = ore_replay_of(f->of, f->of->two->before, causes->before);
    causes->answer = ORE_ANSWER_KNOWN;
    for (int set = 0; set < n_sets; set++) {
        causes->n_replays += set > 0;
        causes->n_open += sets[set].decided && !sets[set].is_proven;
        causes->answer =
            sets[set].decided ? causes->answer : ORE_ANSWER_UNKNOWN;
    }
    free(applied);
    return sets;
}

/* The smallest set, and of those the one of the first changes. */
static void find_smallest(const finding *f, const ore_replayed *sets)
{
    ore_causes *causes = f->causes;
    int best = -1;

    for (int set = 0; set < 1 << causes->n_causes; set++) {
        if (ore_replays_same(f->of, &sets[set], &f->after) &&
            (best < 0 || __builtin_popcount((unsigned)set) <
                             __builtin_popcount((unsigned)best))) {
            best = set;
        }
    }
    causes->is_found = best >= 0;
    for (int k = 0; k < causes->n_causes && best >= 0; k++) {
        causes->is_needed[k] = best & 1 << k;
    }
}

/* In how many of the orders of n causes a cause comes after just such a set of
 * `size` others, as a part of all orders. */
static double weight_of(int n, int size)
{
    double weight = 1.0 / n;

    for (int i = 1; i <= size; i++) {
        weight *= (double)i / (n - i);
    }
    return weight;
}

/* Shapley values of cause k of what `worth` tells of a set. */
static double shapley(const finding *f, const ore_replayed *sets, int k,
                      double (*worth)(const finding *f, const ore_replayed *set,
                                      int d),
                      int d)
{
    const int n = f->causes->n_causes;
    double sum = 0.0;

    for (int set = 0; set < 1 << n; set++) {
        if (!(set & 1 << k)) {
            sum += weight_of(n, __builtin_popcount((unsigned)set)) *
                   (worth(f, &sets[set | 1 << k], d) - worth(f, &sets[set], d));
        }
    }
    return sum;
}

/* Whether the set decides about the project of decision d as the round after
 * does. */
static double decides(const finding *f, const ore_replayed *set, int d)
{
    const ore_changed_decision *decision = &f->causes->decisions[d];
    const char *id =
        decision->new_project >= 0
            ? f->of->two->after->projects[decision->new_project].id
            : f->of->two->before->projects[decision->old_project].id;

    for (int i = 0; i < f->of->n_projects; i++) {
        if (strcmp(f->of->projects[i], id) == 0) {
            return ore_decided_same(&set->decided[i], &decision->after);
        }
    }
    return 0.0;
}

static double value_of(const finding *f, const ore_replayed *set, int unused)
{
    (void)f;
    (void)unused;
    return set->value;
}

static void share_out(const finding *f, const ore_replayed *sets)
{
    ore_causes *causes = f->causes;
    const bool has_same_goal = strcmp(f->of->two->before->goals[0].name,
                                      f->of->two->after->goals[0].name) == 0;

    for (int k = 0; k < causes->n_causes; k++) {
        for (int d = 0; d < causes->n_decisions; d++) {
            causes->share[d * causes->n_causes + k] =
                shapley(f, sets, k, decides, d);
        }
        causes->goal_share[k] =
            has_same_goal ? shapley(f, sets, k, value_of, 0) : nan("");
    }
}

ore_causes *ore_causes_find(const ore_replaying *of)
{
    ore_causes *causes = ore_alloc(1, sizeof *causes);
    finding f = {.of = of, .causes = causes};

    causes->n_changes = of->two->n;
    causes->cause_of = ore_alloc(of->two->n, sizeof *causes->cause_of);
    causes->before = of->before;
    causes->after = of->after;
    f.before = ore_replay_of(of, of->two->before, of->before);
    f.after = ore_replay_of(of, of->two->after, of->after);
    list_decisions(&f);
    choose(&f);
    causes->is_needed = ore_alloc(causes->n_causes, sizeof(bool));
    causes->goal_share = ore_alloc(causes->n_causes, sizeof(double));
    causes->share = ore_alloc(causes->n_decisions * causes->n_causes,
                              sizeof *causes->share);
    ore_replayed *sets = replay_sets(&f);

    find_smallest(&f, sets);
    if (causes->answer == ORE_ANSWER_KNOWN) {
        share_out(&f, sets);
    }
    for (int set = 0; set < 1 << causes->n_causes; set++) {
        ore_replay_free(&sets[set]);
    }
    free(sets);
    ore_replay_free(&f.before);
    ore_replay_free(&f.after);
    return causes;
}

void ore_causes_free(ore_causes *causes)
{
    if (!causes) {
        return;
    }
    free(causes->decisions);
    free(causes->cause_of);
    free(causes->is_needed);
    free(causes->share);
    free(causes->goal_share);
    free(causes);
}
