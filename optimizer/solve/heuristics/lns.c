/* Neighbourhoods of the best portfolio: free a part of it, keep the rest as it
 * is, and let a sub-MIP look for something better in there. */
#include "solve/heuristics/lns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "solve/bounds.h"
#include "solve/heuristics/sub_mip.h"
#include "solve/incumbent.h"

/* Neighbourhoods of projects start so small that their tree is searched to its
 * end: so many projects, or so small a part of all. */
enum { min_free = 6, min_part = 25 };
/* Work of one that is too small, or too large. */
static const double too_little = 1.0 * ORE_WORK_A_SECOND,
                    too_much = 2.5 * ORE_WORK_A_SECOND;
/* Nodes of one, which mostly end before; its work is limited, too. */
enum { max_nodes = 1000 };
/* Of columns: more than this would be a tree of its own. */
enum { max_free_columns = 150 };
static const double equal_within = 1e-6;

/* The kinds of neighbourhood, in turns. */
enum { by_relaxation, by_chance, by_doubt, by_mineral, by_portfolios };
_Static_assert(by_portfolios + 1 == ORE_LNS_KINDS, "a kind is missing");

/* Whether column j decides about a project. */
static bool decides(const ore_stage *stage, int j)
{
    return stage->owner[j] >= 0 && stage->model->cols[j].kind == ORE_BINARY;
}

/* What makes projects neighbours: chance; how much portfolio and relaxation
 * differ on them; the mineral of one drawn by lot. Noise decides between
 * equals. */
static void score_projects(ore_stage *stage, int kind, double *score, int n)
{
    const ore_round *round = stage->search->program->round;
    const int drawn = (int)(erand48(stage->random) * n);

    for (int p = 0; p < n; p++) {
        score[p] = erand48(stage->random);
        if (kind == by_mineral && strcmp(round->projects[p].mineral,
                                         round->projects[drawn].mineral) == 0) {
            score[p] += 0.5;
        }
    }
    for (int j = 0; j < stage->model->n_cols && kind == by_doubt; j++) {
        if (stage->owner[j] >= 0 && ore_stage_is_start(stage, j)) {
            score[stage->owner[j]] +=
                fabs(stage->incumbent.point[j] - stage->relaxed[j]);
        }
    }
}

/* The `size` projects with the highest score become free. */
static void choose(const double *score, bool *is_free, int n, int size)
{
    memset(is_free, 0, (size_t)n * sizeof *is_free);
    for (int picked = 0; picked < size && picked < n; picked++) {
        int best = -1;

        for (int p = 0; p < n; p++) {
            if (!is_free[p] && (best < 0 || score[p] > score[best])) {
                best = p;
            }
        }
        is_free[best] = true;
    }
}

bool ore_lns_search(ore_stage *stage, const bool *is_free)
{
    ore_bounds bounds = ore_bounds_new(stage);

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (decides(stage, j) && !is_free[stage->owner[j]]) {
            ore_bounds_fix(&bounds, j, stage->incumbent.point[j]);
        }
    }
    const bool better = isfinite(stage->incumbent.value)
                            ? ore_sub_mip_find_best(stage, &bounds, max_nodes)
                            : ore_sub_mip_find_any(stage, &bounds, max_nodes);

    ore_bounds_free(&bounds);
    return better;
}

/* Whether the sources of the neighbourhood agree on column j: portfolio and
 * relaxation (RINS, Danna, Rothberg and Le Pape 2005), or the last portfolios
 * (crossover, Rothberg 2007). */
static bool agree(const ore_stage *stage, int kind, int j)
{
    const int n = stage->model->n_cols;

    if (kind == by_relaxation) {
        return fabs(stage->incumbent.point[j] - stage->relaxed[j]) <
               equal_within;
    }
    for (int i = 0; i < ORE_RECENT && i < stage->incumbent.n_kept; i++) {
        if (fabs(stage->incumbent.recent[i * n + j] -
                 stage->incumbent.point[j]) >= equal_within) {
            return false;
        }
    }
    return true;
}

/* Free what the sources disagree on, and some projects. */
static bool search_columns(ore_stage *stage, int kind, const bool *is_free)
{
    ore_bounds bounds = ore_bounds_new(stage);
    int n_free = 0;

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (stage->model->cols[j].kind != ORE_BINARY) {
            continue;
        }
        if (agree(stage, kind, j) &&
            !(stage->owner[j] >= 0 && is_free[stage->owner[j]])) {
            ore_bounds_fix(&bounds, j, stage->incumbent.point[j]);
        } else {
            n_free++;
        }
    }
    const bool better = n_free > 0 && n_free <= max_free_columns &&
                        ore_sub_mip_find_best(stage, &bounds, max_nodes);

    ore_bounds_free(&bounds);
    return better;
}

static bool search_one(ore_stage *stage, int kind, int size)
{
    const int n = stage->search->program->round->n_projects;
    const bool of_columns = kind == by_relaxation || kind == by_portfolios;
    double *score = ore_alloc(n, sizeof *score);
    bool *is_free = ore_alloc(n, sizeof *is_free);

    score_projects(stage, kind, score, n);
    choose(score, is_free, n, of_columns ? size - min_free : size);
    const bool better = of_columns ? search_columns(stage, kind, is_free)
                                   : ore_lns_search(stage, is_free);

    free(score);
    free(is_free);
    return better;
}

/* The next kind in turn; one that failed lets so many of its turns pass. */
static int next_kind(ore_lns *lns)
{
    do {
        lns->kind = (lns->kind + 1) % ORE_LNS_KINDS;
    } while (lns->passed[lns->kind]++ < lns->failed[lns->kind]);
    lns->passed[lns->kind] = 0;
    return lns->kind;
}

static void begin(ore_lns *lns, int n)
{
    const int least = n / min_part > min_free ? n / min_part : min_free;

    *lns = (ore_lns){.kind = ORE_LNS_KINDS - 1, .has_begun = true};
    for (int kind = 0; kind < ORE_LNS_KINDS; kind++) {
        lns->size[kind] = n < least ? n : least;
    }
}

/* Neighbourhoods that are searched in no time are too small, and those that
 * are not searched to their end too large. */
static void adapt_size(ore_lns *lns, double work, int n)
{
    int *size = &lns->size[lns->kind];

    if (work < too_little && *size < n) {
        *size += 1 + *size / 8;
    } else if (work > too_much && *size > min_free) {
        *size -= 1;
    }
    *size = *size < n ? *size : n;
}

bool ore_lns_step(ore_stage *stage)
{
    ore_lns *lns = &stage->lns;
    const int n = stage->search->program->round->n_projects;
    const double before = ore_work_done();

    if (!lns->has_begun) {
        begin(lns, n);
    }
    ore_incumbent_share(stage);
    const int kind = next_kind(lns);
    const bool better = search_one(stage, kind, lns->size[kind]);
    const double work = ore_work_done() - before;

    lns->work += work;
    if (better) {
        lns->n_failures = lns->failed[kind] = 0;
        return true;
    }
    lns->n_failures++;
    lns->failed[kind]++;
    adapt_size(lns, work, n);
    return false;
}

void ore_lns_run(ore_stage *stage, int max_failures, double until_s)
{
    int failures = 0;

    while (failures < max_failures && !ore_stage_done(stage) &&
           ore_search_clock_s() < until_s) {
        failures = ore_lns_step(stage) ? 0 : failures + 1;
    }
}
