/* Small mixed-integer programs by lot, of what rounds are made of: choices of a
 * year, tickets (variable bounds), stacks of money that come to a sum, accounts
 * with carry-over, ceilings, knapsacks, balances with a stock, gaps; nodes of a
 * flow; and some rows that are nothing of the kind. At most 12 binaries: all
 * can be tried. */
#ifndef TESTS_RANDOM_MIP_H
#define TESTS_RANDOM_MIP_H

#include <math.h>
#include <stdlib.h>

#include "program/program.h"

enum {
    mip_cols = 96,
    mip_binaries = 12,
    mip_projects = 3,
    mip_years = 3,
    mip_kinds = 2
};

typedef struct random_mip {
    ore_model *model;
    int owner[mip_cols];
    unsigned short lot[3];
    int n_projects, n_years, n_kinds;
    double unit; /* of money */
    double capex[mip_projects], capacity[mip_projects];
    ore_col start[mip_projects][mip_years];
    ore_col face[mip_projects][mip_kinds];
    ore_col pay[mip_projects][mip_kinds][mip_years];
} random_mip;

static inline bool mip_chance(random_mip *m, double share)
{
    return erand48(m->lot) < share;
}

/* One of 0 .. n - 1. */
static inline int mip_pick(random_mip *m, int n)
{
    return (int)(erand48(m->lot) * n);
}

/* A figure as people write them: with no or a few digits. */
static inline double mip_amount(random_mip *m, double lo, double hi)
{
    static const double digits[] = {1.0, 1.0, 10.0, 1000.0};
    const double scale = digits[mip_pick(m, 4)];

    return rint(scale * (lo + (hi - lo) * erand48(m->lot))) / scale;
}

static inline ore_col mip_col(random_mip *m, int owner, ore_col_kind kind,
                              double lo, double hi)
{
    const int at = ore_model_count_cols(m->model);

    m->owner[at] = owner;
    return ore_model_add_col(m->model, kind, lo, hi, "c%d", at);
}

static inline ore_col mip_real(random_mip *m, int owner, double hi)
{
    return mip_col(m, owner, ORE_CONTINUOUS, 0.0, hi);
}

static inline ore_col mip_binary(random_mip *m, int owner)
{
    const double lo = mip_chance(m, 0.02) ? 1.0 : 0.0;

    return mip_col(m, owner, ORE_BINARY, lo,
                   lo == 0.0 && mip_chance(m, 0.05) ? 0.0 : 1.0);
}

static inline ore_row mip_row(random_mip *m, double lo, double hi)
{
    return ore_model_add_row(m->model, (ore_where){0}, lo, hi, "r%d",
                             m->model->n_rows);
}

static inline void mip_add(random_mip *m, ore_row row, double coef, ore_col col)
{
    ore_model_add_coef(m->model, row, coef, col);
}

/* coef x whether the project goes ahead by year t */
static inline void mip_add_started(random_mip *m, ore_row row, double coef,
                                   int p, int t)
{
    for (int y = 0; y <= t; y++) {
        mip_add(m, row, coef, m->start[p][y]);
    }
}

/* An instrument k of the project: a ticket that is paid in the year of the
 * start. */
static inline void mip_add_ticket(random_mip *m, int p, int k)
{
    const double most = mip_amount(m, 5.0, 80.0) * m->unit;
    const double least = mip_chance(m, 0.6) ? most * 0.3 : 0.0;
    const ore_col used = mip_binary(m, p);
    const ore_row upper = mip_row(m, -HUGE_VAL, 0.0);
    const ore_row lower = mip_row(m, 0.0, HUGE_VAL);
    const ore_row when = mip_row(m, -HUGE_VAL, 0.0);
    const ore_row sum = mip_row(m, 0.0, 0.0);

    m->face[p][k] = mip_real(m, p, mip_chance(m, 0.5) ? most : HUGE_VAL);
    mip_add(m, upper, 1.0, m->face[p][k]);
    mip_add(m, upper, -most, used);
    mip_add(m, lower, 1.0, m->face[p][k]);
    mip_add(m, lower, -least, used);
    mip_add(m, when, 1.0, used);
    mip_add_started(m, when, -1.0, p, m->n_years - 1);
    mip_add(m, sum, -1.0, m->face[p][k]);
    for (int t = 0; t < m->n_years; t++) {
        const ore_row year = mip_row(m, -HUGE_VAL, 0.0);

        m->pay[p][k][t] = mip_real(m, p, HUGE_VAL);
        mip_add(m, sum, 1.0, m->pay[p][k][t]);
        mip_add(m, year, 1.0, m->pay[p][k][t]);
        mip_add(m, year, -most, m->start[p][t]);
    }
}

/* A project that starts at most once, and its money, which comes to its cost.
 */
static inline void mip_add_project(random_mip *m, int p)
{
    const ore_row once = mip_row(m, mip_chance(m, 0.1) ? 1.0 : 0.0, 1.0);
    const ore_row stack = mip_row(m, 0.0, 0.0);

    m->capex[p] = mip_amount(m, 20.0, 120.0) * m->unit;
    m->capacity[p] = mip_amount(m, 1.0, 900.0);
    for (int t = 0; t < m->n_years; t++) {
        m->start[p][t] = mip_binary(m, p);
    }
    const ore_col own =
        mip_real(m, p, m->capex[p] * (mip_chance(m, 0.5) ? 0.6 : 1.0));

    ore_model_mark_choice(m->model, once, p);
    mip_add_started(m, once, 1.0, p, m->n_years - 1);
    mip_add_started(m, stack, -m->capex[p], p, m->n_years - 1);
    mip_add(m, stack, 1.0, own);
    for (int k = 0; k < m->n_kinds; k++) {
        mip_add_ticket(m, p, k);
        mip_add(m, stack, 1.0, m->face[p][k]);
    }
}

/* An account that pays for instrument k, perhaps with carry-over. */
static inline void mip_add_account(random_mip *m, int k)
{
    const bool carries = mip_chance(m, 0.7);
    const double share = 0.05 + 0.5 * erand48(m->lot);
    ore_col before = {-1};

    for (int t = 0; t < m->n_years; t++) {
        const double amount = mip_amount(m, 0.0, 100.0) * m->unit * share;
        const ore_row year = mip_row(
            m, carries && mip_chance(m, 0.8) ? amount : -HUGE_VAL, amount);

        for (int p = 0; p < m->n_projects; p++) {
            mip_add(m, year, k == 0 ? 1.0 : 0.12, m->pay[p][k][t]);
        }
        mip_add(m, year, -1.0, before);
        if (carries) {
            before = mip_real(m, -1, mip_chance(m, 0.7) ? HUGE_VAL : amount);
            mip_add(m, year, 1.0, before);
        }
    }
    if (mip_chance(m, 0.3)) {
        const ore_row ceiling =
            mip_row(m, -HUGE_VAL, mip_amount(m, 10.0, 100.0) * m->unit * share);

        for (int p = 0; p < m->n_projects; p++) {
            mip_add(m, ceiling, 1.0, m->face[p][k]);
        }
    }
}

/* What is made is delivered or kept in stock; the goal is what is missing. */
static inline void mip_add_supply(random_mip *m)
{
    ore_col before = {-1};

    for (int t = 0; t < m->n_years; t++) {
        const double most = mip_chance(m, 0.5) ? HUGE_VAL : 1000.0;
        const ore_col delivered = mip_real(m, -1, most);
        const ore_col gap = mip_real(m, -1, HUGE_VAL);
        const double supply = mip_chance(m, 0.3) ? mip_amount(m, 0, 200) : 0.0;
        const ore_row balance =
            mip_row(m, -supply, mip_chance(m, 0.5) ? -supply : HUGE_VAL);
        const ore_row target = mip_row(m, mip_amount(m, 50, 1500), HUGE_VAL);
        const ore_expression goal = {m->model, 0, {-1}, 1.0};

        for (int p = 0; p < m->n_projects; p++) {
            mip_add_started(m, balance, m->capacity[p], p, t);
        }
        mip_add(m, balance, -1.0, delivered);
        mip_add(m, balance, 1.0, before);
        if (mip_chance(m, 0.5)) {
            before = mip_real(m, -1, mip_amount(m, 10, 500));
            mip_add(m, balance, -1.0, before);
        }
        mip_add(m, target, 1.0, delivered);
        mip_add(m, target, 1.0, gap);
        ore_expression_add(&goal, mip_amount(m, 0.1, 3.0), gap);
    }
}

/* A knapsack over starts; weights of either sign now and then. */
static inline void mip_add_knapsack(random_mip *m)
{
    const ore_row row = mip_row(m, -HUGE_VAL, mip_amount(m, 5.0, 40.0));

    for (int p = 0; p < m->n_projects; p++) {
        for (int t = 0; t < m->n_years; t++) {
            mip_add(m, row,
                    mip_amount(m, mip_chance(m, 0.1) ? -20.0 : 3.0, 30.0),
                    m->start[p][t]);
        }
    }
}

/* A row of columns by lot, around a column that may be negative. */
static inline void mip_add_odd_row(random_mip *m)
{
    const int n = ore_model_count_cols(m->model);
    const double side = mip_amount(m, 20.0, 300.0);
    const bool is_ranged = mip_chance(m, 0.3);
    const ore_row row =
        mip_row(m, is_ranged || mip_chance(m, 0.3) ? -side : -HUGE_VAL, side);
    const ore_expression goal = {m->model, 0, {-1}, 1.0};
    const ore_col odd =
        mip_col(m, -1, ORE_CONTINUOUS, mip_amount(m, -60.0, 0.0),
                mip_amount(m, 0.0, 60.0));

    for (int e = 0; e < 4; e++) {
        mip_add(m, row, mip_amount(m, -9.0, 9.0), (ore_col){mip_pick(m, n)});
    }
    mip_add(m, row, mip_amount(m, -5.0, 5.0), odd);
    ore_expression_add(&goal, mip_amount(m, -1.0, 1.0), odd);
}

static inline void mip_add_links(random_mip *m)
{
    if (m->n_projects > 1 && mip_chance(m, 0.3)) {
        const ore_row row = mip_row(m, -HUGE_VAL, 0.0);

        mip_add_started(m, row, 1.0, 0, m->n_years - 1);
        mip_add_started(m, row, -1.0, 1, m->n_years - 1);
    }
    if (m->n_projects > 1 && mip_chance(m, 0.3)) {
        const ore_row share = mip_row(m, -HUGE_VAL, 0.0);

        for (int p = 0; p < m->n_projects; p++) {
            mip_add_started(m, share, (p == 0 ? 0.4 : -0.6) * m->capacity[p], p,
                            m->n_years - 1);
        }
    }
}

/* Projects over years, with all that belongs to them. */
static inline void mip_draw_round(random_mip *m)
{
    static const double units[] = {1.0, 1.0, 0.3, 25.0};

    m->n_projects = 1 + mip_pick(m, mip_projects);
    m->n_years = 1 + mip_pick(m, mip_years);
    while (m->n_projects * (m->n_years + m->n_kinds + 1) <= mip_binaries &&
           m->n_kinds < mip_kinds) {
        m->n_kinds++;
    }
    m->unit = units[mip_pick(m, 4)];
    for (int p = 0; p < m->n_projects; p++) {
        mip_add_project(m, p);
    }
    for (int k = 0; k < m->n_kinds; k++) {
        mip_add_account(m, k);
    }
    mip_add_supply(m);
    if (mip_chance(m, 0.5)) {
        mip_add_knapsack(m);
    }
    mip_add_links(m);
}

/* A binary of worth, with an amount that it opens. */
static inline ore_col mip_add_opened(random_mip *m, ore_row budget,
                                     ore_row node)
{
    const double most = mip_amount(m, 3.0, 40.0);
    const ore_expression goal = {m->model, 0, {-1}, 1.0};
    const ore_col open = mip_binary(m, -1);
    const ore_col amount =
        mip_real(m, -1, mip_chance(m, 0.5) ? most : HUGE_VAL);
    const ore_row bound = mip_row(m, -HUGE_VAL, 0.0);

    mip_add(m, bound, 1.0, amount);
    mip_add(m, bound, -most, open);
    mip_add(m, node, mip_chance(m, 0.25) ? -1.0 : 1.0, amount);
    mip_add(m, budget, mip_amount(m, 5.0, 30.0), open);
    ore_expression_add(&goal, mip_amount(m, -9.0, 3.0), open);
    ore_expression_add(&goal, mip_amount(m, -2.0, 1.0), amount);
    return open;
}

/* A node that amounts flow into and out of, each opened by a binary, and a
 * budget for the binaries: where covers and flow covers come from. */
static inline void mip_draw_node(random_mip *m)
{
    const int n = 5 + mip_pick(m, mip_binaries - 4);
    const double side = mip_amount(m, 20.0, 90.0);
    const ore_row budget = mip_row(m, -HUGE_VAL, mip_amount(m, 30.0, 110.0));
    const ore_row second = mip_row(m, -HUGE_VAL, mip_amount(m, 20.0, 60.0));
    const ore_row node =
        mip_row(m, mip_chance(m, 0.3) ? side : -HUGE_VAL, side);
    const ore_row one = mip_row(m, -HUGE_VAL, 1.0);

    for (int i = 0; i < n; i++) {
        const ore_col open = mip_add_opened(m, budget, node);

        mip_add(m, second, mip_amount(m, 1.0, 20.0), open);
        mip_add(m, one, i < 3 && i != n / 2 ? 1.0 : 0.0, open);
    }
    mip_add(m, node, -1.0, mip_real(m, -1, mip_amount(m, 0.0, 15.0)));
}

/* The program of a seed. The caller frees its model. */
static inline random_mip random_mip_of(int seed)
{
    random_mip m = {
        .model = ore_model_new(),
        .lot = {0x330e, (unsigned short)seed, (unsigned short)(seed >> 16)}};

    if (mip_chance(&m, 0.4)) {
        mip_draw_node(&m);
    } else {
        mip_draw_round(&m);
    }
    for (int i = mip_pick(&m, 3); i > 0; i--) {
        mip_add_odd_row(&m);
    }
    ore_model_seal(m.model, m.owner);
    return m;
}

#endif
