/* Rounds in files of which every portfolio can be told by addition: a grant of
 * one account pays for all of each project. */
#ifndef TESTS_KNAPSACK_ROUND_H
#define TESTS_KNAPSACK_ROUND_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "random_projects.h"
#include "read/read.h"

enum { KNAPSACK_PROJECTS = 7, KNAPSACK_SETS = 1 << KNAPSACK_PROJECTS };

typedef struct knapsack {
    int capex_m[KNAPSACK_PROJECTS];
    double value[KNAPSACK_PROJECTS]; /* no two sets are worth the same */
    int amount_m;
    char folder[40]; /* where it is written */
} knapsack;

/** A round in which what costs more is worth more, by and large. */
static inline knapsack knapsack_draw(int seed)
{
    knapsack drawn = {.folder = "/tmp/knapsack.XXXXXX"};
    random_state state;

    seed_random(state, seed);
    for (int p = 0; p < KNAPSACK_PROJECTS; p++) {
        drawn.capex_m[p] = pick(state, 10, 60);
        drawn.value[p] =
            drawn.capex_m[p] + pick(state, -5, 5) + 0.001 * (1 << p);
    }
    drawn.amount_m = pick(state, 80, 160);
    return drawn;
}

static inline FILE *knapsack_file(const knapsack *drawn, const char *name)
{
    char path[64];

    (void)snprintf(path, sizeof path, "%s/%s", drawn->folder, name);
    FILE *file = fopen(path, "w");

    if (!file) {
        abort();
    }
    return file;
}

/** Write it, with `more` after its sections, to a new folder; the path of its
 * round file lives until the next call. */
static inline const char *knapsack_write(knapsack *drawn, const char *more)
{
    static char path[64];

    if (!mkdtemp(drawn->folder)) {
        abort();
    }
    FILE *file = knapsack_file(drawn, "projects.csv");

    fputs("id,name,mineral,stage,country,capex,value,sponsor_equity_max,"
          "bank_debt_max\n",
          file);
    for (int p = 0; p < KNAPSACK_PROJECTS; p++) {
        fprintf(file, "P%d,P%d,nickel,mine,US,%d,%.3f,0,0\n", p, p,
                drawn->capex_m[p], drawn->value[p]);
    }
    (void)fclose(file);
    file = knapsack_file(drawn, "round.ini");
    fprintf(file,
            "[round]\nname = knapsack\nhorizon = 2026-2027\ncommit = 2026\n"
            "[tables]\nprojects = projects.csv\n[funder US]\n"
            "[budget dpa]\nfunder = US\namount = 2026:%d\n"
            "[instrument grant]\nkind = grant\nfunder = US\nbudget = dpa\n"
            "share_max = 1\n[stacking]\npublic_share_max = 1\n"
            "grant_share_max = 1\nsponsor_share_min = 0\n"
            "[goals]\norder = value\n%s",
            drawn->amount_m, more);
    (void)fclose(file);
    (void)snprintf(path, sizeof path, "%s/round.ini", drawn->folder);
    return path;
}

/** Remove its files. */
static inline void knapsack_remove(const knapsack *drawn)
{
    static const char *const names[] = {"/round.ini", "/projects.csv", ""};
    char path[64];

    for (int i = 0; i < 3; i++) {
        (void)snprintf(path, sizeof path, "%s%s", drawn->folder, names[i]);
        (void)remove(path);
    }
}

/** What the set is worth where accounts have `share` of their amounts; -1 = it
 * costs too much. */
static inline double knapsack_worth(const knapsack *drawn, int set,
                                    double share)
{
    double capex_m = 0.0, value = 0.0;

    for (int p = 0; p < KNAPSACK_PROJECTS; p++) {
        if (set & 1 << p) {
            capex_m += drawn->capex_m[p];
            value += drawn->value[p];
        }
    }
    return capex_m <= share * drawn->amount_m + 1e-9 ? value : -1.0;
}

#endif
