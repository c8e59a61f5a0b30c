/* See rule_limits.h. */
#include "rules/rule_limits.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/rules.h"

/* The keys of a rule that limit, in the order of the reports. */
typedef enum rule_key { MAX, MAX_SHARE, MIN_SHARE, MIN, PARTS } rule_key;

static const char *const figures[PARTS] = {
    [MAX] = "rule max",
    [MAX_SHARE] = "rule max_share",
    [MIN_SHARE] = "rule min_share",
    [MIN] = "rule min",
};

static double *figure_of(ore_rule *rule, rule_key part)
{
    switch (part) {
    case MAX: return &rule->max;
    case MAX_SHARE: return &rule->max_share;
    case MIN_SHARE: return &rule->min_share;
    case MIN:
    case PARTS: break;
    }
    return &rule->min;
}

static bool is_share(rule_key part)
{
    return part == MAX_SHARE || part == MIN_SHARE;
}

static ore_limit_unit unit_of(ore_measure measure)
{
    switch (measure) {
    case ORE_MEASURE_COUNT: return ORE_LIMIT_COUNT;
    case ORE_MEASURE_FACE:
    case ORE_MEASURE_BUDGET_COST:
    case ORE_MEASURE_CAPEX: return ORE_LIMIT_MONEY;
    case ORE_MEASURE_SUPPLY: return ORE_LIMIT_FLOW;
    case ORE_MEASURE_VALUE:
    case ORE_MEASURE_ATTRIBUTE: break;
    }
    return ORE_LIMIT_SCORE;
}

/* What a rule measures, year by year: of each country, or of all that it names
 * as one; and over everything. */
typedef struct measured {
    const ore_countries *countries; /* NULL = as one */
    int n, n_years;
    double *named; /* [n_years * n], country fastest */
    double *all;   /* [n_years] */
} measured;

static measured measure(const ore_round *round, const ore_result *result,
                        const ore_rule *rule, const ore_countries *countries)
{
    measured m = {.countries = rule->each_country ? countries : NULL,
                  .n = rule->each_country ? countries->n : 1,
                  .n_years =
                      rule->measure == ORE_MEASURE_SUPPLY ? round->n_years : 1};

    m.named = ore_alloc(m.n_years * m.n, sizeof *m.named);
    m.all = ore_alloc(m.n_years, sizeof *m.all);
    for (int t = 0; t < m.n_years; t++) {
        if (m.countries) {
            ore_rule_by_country(round, result, rule, countries, t,
                                &m.named[t * m.n], &m.all[t]);
        } else {
            m.named[t] =
                ore_rule_measure(round, result, rule, NULL, t, &m.all[t]);
        }
    }
    return m;
}

/* What is used of the limit in the year that comes closest to it. Shares are of
 * the measure over everything; a year without any is not looked at, and a cap
 * on each country is not told of those that have nothing. */
static void find_used(const ore_round *round, const ore_rule *rule,
                      const measured *m, int c, ore_limit *limit)
{
    const bool yearly = rule->measure == ORE_MEASURE_SUPPLY;
    double closest = HUGE_VAL;

    for (int t = 0; t < m->n_years; t++) {
        const double named = m->named[t * m->n + c];
        const double used = !is_share((rule_key)limit->part) ? named
                            : m->all[t] > 0.0                ? named / m->all[t]
                                                             : nan("");
        const double slack =
            limit->is_floor ? used - limit->limit : limit->limit - used;

        if (yearly && !ore_rule_counts_year(rule, round->horizon.first + t)) {
            continue;
        }
        if (slack < closest) {
            closest = slack;
            limit->used = used;
            limit->year = yearly ? round->horizon.first + t : 0;
        }
    }
    if (m->countries && !limit->is_floor && !(limit->used > 0.0)) {
        limit->used = nan("");
    }
}

static double step_of(const ore_rule *rule, rule_key part, double limit)
{
    return is_share(part)                       ? ore_limit_share_step
           : rule->measure == ORE_MEASURE_COUNT ? 1.0
                                                : ore_limit_step(limit);
}

/* The limits of rule i; on country c where it is on each. */
static void list_of(const ore_round *round, int i, const measured *m, int c,
                    ore_limits *limits)
{
    const ore_rule *rule = &round->rules[i];
    ore_rule figures_of_it = *rule;

    for (rule_key part = MAX; part < PARTS; part++) {
        const double figure = *figure_of(&figures_of_it, part);
        ore_limit limit = {
            .figure = figures[part],
            .of = i,
            .part = (int)part,
            .s = -1,
            .id = rule->id,
            .label = rule->label,
            .label_ja = rule->label_ja,
            .country = m->countries ? m->countries->name[c] : NULL,
            .unit = is_share(part) ? ORE_LIMIT_SHARE : unit_of(rule->measure),
            .is_floor = part == MIN || part == MIN_SHARE,
            .limit = figure,
            .used = nan(""),
            .step = step_of(rule, part, figure),
            .where = rule->where};

        if (isfinite(figure)) {
            find_used(round, rule, m, c, &limit);
            ore_limits_add(limits, limit);
        }
    }
}

void ore_rule_list_limits(const ore_round *round, const ore_result *result,
                          ore_limits *limits)
{
    ore_countries *countries = ore_countries_new(round);

    for (int i = 0; i < round->n_rules; i++) {
        if (ore_rule_in_force(&round->rules[i], result)) {
            measured m = measure(round, result, &round->rules[i], countries);

            for (int c = 0; c < m.n; c++) {
                list_of(round, i, &m, c, limits);
            }
            free(m.named);
            free(m.all);
        }
    }
    ore_countries_free(countries);
}

void ore_rule_relax(ore_round *edited, const ore_limit *limit)
{
    ore_rule *rules =
        ore_round_own(edited, edited->rules, edited->n_rules, sizeof *rules);
    const rule_key part = (rule_key)limit->part;
    double *figure = figure_of(&rules[limit->of], part);

    *figure += limit->is_floor ? -limit->step : limit->step;
    if (is_share(part)) {
        *figure = fmin(1.0, fmax(0.0, *figure));
    }
    edited->rules = rules;
}
