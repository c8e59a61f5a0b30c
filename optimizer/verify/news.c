/* See news.h. */
#include "verify/news.h"

#include "base/report.h"
#include "orefolio/asset_sales.h"

/* Two leaves and a year in which they must decide alike. */
typedef struct twins {
    const ore_round *a, *b;
    const ore_result *in_a, *in_b;
    const char *name_a, *name_b;
    int year;
    ore_report *report;
} twins;

/* Whether leaf k can tell leaf l apart from itself in decisions of the year:
 * some event turns out otherwise there, and its news has come. */
static bool are_told_apart(const ore_scenario_tree *tree,
                           const ore_result *result, int k, int l, int year)
{
    for (int e = 0; e < tree->round->n_events; e++) {
        const ore_event *event = &tree->round->events[e];
        const int committed =
            event->project < 0 ? 0 : result->leaves[k]->year[event->project];

        if (tree->leaves[k].way[e] != tree->leaves[l].way[e] &&
            ore_is_known(event, committed, year)) {
            return true;
        }
    }
    return false;
}

static void expect_same(const twins *t, double a, double b, const char *what,
                        const char *id)
{
    ore_expect_eq(t->report, a, b, (ore_where){0},
                  "%s %s in %d, with outcomes %s and with %s", what, id,
                  t->year, t->name_a, t->name_b);
}

/* The option of project p that is committed in the year, from 1; 0 = none. */
static int committed(const ore_round *round, const ore_result *result, int p,
                     int year)
{
    return result->option[p] >= 0 && result->year[p] == year
               ? result->option[p] - round->projects[p].first_option + 1
               : 0;
}

static void compare_project(const twins *t, int p)
{
    const ore_project *project = &t->a->projects[p];
    const int o = committed(t->a, t->in_a, p, t->year);

    expect_same(t, o, committed(t->b, t->in_b, p, t->year), "decision on",
                project->id);
    if (o == 0 || o != committed(t->b, t->in_b, p, t->year)) {
        return;
    }
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        expect_same(t, t->in_a->face_m[f], t->in_b->face_m[f],
                    t->a->instruments[t->a->pairs[f].instrument].id,
                    project->id);
    }
    if (t->a->options[t->in_a->option[p]].capex_m ==
        t->b->options[t->in_b->option[p]].capex_m) {
        expect_same(t, t->in_a->equity_m[p], t->in_b->equity_m[p],
                    "sponsor equity of", project->id);
        expect_same(t, t->in_a->debt_m[p], t->in_b->debt_m[p], "bank debt of",
                    project->id);
    }
}

static void compare_supply(const twins *t)
{
    const int year = t->year - t->a->horizon.first;

    for (int h = 0; year >= 0 && h < t->a->n_stockpiles; h++) {
        const int at = ore_at_year(t->a, h, year);

        expect_same(t, t->in_a->bought_t[at], t->in_b->bought_t[at],
                    "purchases of", t->a->stockpiles[h].id);
    }
    for (int i = 0; i < t->a->n_supplies; i++) {
        const ore_supply *supply = &t->a->supplies[i];
        const char *material = t->a->materials[supply->material].id;

        if (year >= 0) {
            const int at = ore_at_year(t->a, i, year);

            expect_same(t, t->in_a->taken_tpa[at], t->in_b->taken_tpa[at],
                        "supply bought of", material);
        }
        if (supply->is_open && ore_sale_year(supply) == t->year) {
            expect_same(t, t->in_a->answer[i], t->in_b->answer[i],
                        "answer to the sale of", material);
        }
    }
}

static void compare_leaves(const ore_scenario_tree *tree,
                           const ore_result *result, int k, int l,
                           ore_report *report)
{
    const ore_round *round = tree->round;
    twins t = {.a = tree->leaves[k].round,
               .b = tree->leaves[l].round,
               .in_a = result->leaves[k],
               .in_b = result->leaves[l],
               .name_a = tree->leaves[k].outcomes,
               .name_b = tree->leaves[l].outcomes,
               .report = report};

    for (t.year = round->commit.first;
         t.year < round->commit.first + round->n_budget_years &&
         !are_told_apart(tree, result, k, l, t.year);
         t.year++) {
        for (int p = 0; p < round->n_projects; p++) {
            compare_project(&t, p);
        }
        compare_supply(&t);
    }
}

ore_status ore_verify_news(const ore_scenario_tree *tree,
                           const ore_result *result, ore_statistics *statistics,
                           ore_diags *diags)
{
    ore_report report = {.diags = diags, .family = "news"};

    for (int k = 0; k < tree->n_leaves; k++) {
        for (int l = k + 1; l < tree->n_leaves; l++) {
            compare_leaves(tree, result, k, l, &report);
        }
    }
    statistics->rules_checked += report.checked;
    return report.broken == 0 ? ORE_OK : ORE_UNVERIFIED;
}
