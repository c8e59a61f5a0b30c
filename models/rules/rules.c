/* What a portfolio rule measures, from the written result alone. */
#include "orefolio/rules.h"

#include <stdlib.h>
#include <string.h>

#include "economics/charges.h"
#include "orefolio/filter.h"
#include "orefolio/memory.h"
#include "orefolio/timing.h"

static const char *later(const char *best, const char *candidate,
                         const char *after)
{
    if (after && strcmp(candidate, after) <= 0) {
        return best;
    }
    return !best || strcmp(candidate, best) < 0 ? candidate : best;
}

const char *ore_country_after(const ore_round *round, const char *country)
{
    const char *next = NULL;

    for (int p = 0; p < round->n_projects; p++) {
        next = later(next, round->projects[p].country, country);
    }
    for (int j = 0; j < round->n_supplies; j++) {
        next = later(next, round->supplies[j].country, country);
    }
    return next;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Each name once, in a sorted list; how many there are. */
static int keep_single(const char **names, int n)
{
    int kept = 0;

    for (int i = 0; i < n; i++) {
        if (kept == 0 || strcmp(names[kept - 1], names[i]) != 0) {
            names[kept++] = names[i];
        }
    }
    return kept;
}

static int index_of(const ore_countries *countries, const char *name)
{
    const char **found = bsearch(&name, countries->name, (size_t)countries->n,
                                 sizeof *countries->name, by_name);

    return (int)(found - countries->name);
}

ore_countries *ore_countries_new(const ore_round *round)
{
    ore_countries *made = ore_alloc(1, sizeof *made);
    const int n = round->n_projects + round->n_supplies;

    made->name = ore_alloc(n, sizeof(char *));
    made->of_project = ore_alloc(round->n_projects, sizeof *made->of_project);
    made->of_supply = ore_alloc(round->n_supplies, sizeof *made->of_supply);
    for (int p = 0; p < round->n_projects; p++) {
        made->name[p] = round->projects[p].country;
    }
    for (int i = 0; i < round->n_supplies; i++) {
        made->name[round->n_projects + i] = round->supplies[i].country;
    }
    if (n > 0) {
        qsort(made->name, (size_t)n, sizeof *made->name, by_name);
    }
    made->n = keep_single(made->name, n);
    for (int p = 0; p < round->n_projects; p++) {
        made->of_project[p] = index_of(made, round->projects[p].country);
    }
    for (int i = 0; i < round->n_supplies; i++) {
        made->of_supply[i] = index_of(made, round->supplies[i].country);
    }
    return made;
}

void ore_countries_free(ore_countries *countries)
{
    if (countries) {
        free(countries->name);
        free(countries->of_project);
        free(countries->of_supply);
        free(countries);
    }
}

bool ore_rule_names_option(const ore_round *round, const ore_rule *rule,
                           const char *country, int o)
{
    const ore_option *option = &round->options[o];

    return ore_filter_option(&rule->of, round, option) &&
           (!country ||
            strcmp(country, round->projects[option->project].country) == 0);
}

bool ore_rule_names_supply(const ore_round *round, const ore_rule *rule,
                           const char *country, int i)
{
    const ore_supply *supply = &round->supplies[i];
    const ore_filter *of = &rule->of;

    return ore_filter_material(of, &round->materials[supply->material]) &&
           ore_filter_has(of, ORE_FILTER_COUNTRY, supply->country) &&
           of->words[ORE_FILTER_STAGE].count == 0 &&
           of->words[ORE_FILTER_TAG].count == 0 &&
           of->words[ORE_FILTER_PROJECT].count == 0 &&
           of->words[ORE_FILTER_OPTION].count == 0 &&
           (!country || strcmp(country, supply->country) == 0);
}

bool ore_rule_in_force(const ore_rule *rule, const ore_result *result)
{
    for (int i = 0; i < rule->n_conditional; i++) {
        if (result->option[rule->conditional[i]] >= 0) {
            return true;
        }
    }
    return rule->n_conditional == 0;
}

bool ore_rule_counts_year(const ore_rule *rule, int year)
{
    return year >= rule->years.first && year <= rule->years.last;
}

static double supply_tpa(const ore_round *round, const ore_result *result,
                         const ore_rule *rule, int o, int t)
{
    const ore_option *option = &round->options[o];
    double sum_tpa = 0.0;

    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];

        if (ore_filter_material(&rule->of, &round->materials[flow->material])) {
            sum_tpa +=
                flow->output_tpa *
                result->utilisation[ore_at_state(round, option->project, t)];
        }
    }
    return sum_tpa;
}

/* Face or budget cost of project p by the instruments that `rule` names; all
 * of it when rule is NULL. */
static double money_m(const ore_round *round, const ore_result *result,
                      const ore_rule *rule, bool is_cost, int p)
{
    const ore_project *project = &round->projects[p];
    double sum_m = 0.0;

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        if (!rule || ore_filter_pair(&rule->of, round, &round->pairs[f])) {
            sum_m +=
                is_cost ? ore_charge_m(round, result, f) : result->face_m[f];
        }
    }
    return sum_m;
}

/* The measure of one chosen project, t for supply; with `whole`, of all its
 * money whichever instrument it comes from. */
static double of_project(const ore_round *round, const ore_result *result,
                         const ore_rule *rule, bool whole, int p, int t)
{
    const ore_option *option = &round->options[result->option[p]];

    switch (rule->measure) {
    case ORE_MEASURE_COUNT: return 1.0;
    case ORE_MEASURE_FACE:
        return money_m(round, result, whole ? NULL : rule, false, p);
    case ORE_MEASURE_BUDGET_COST:
        return money_m(round, result, whole ? NULL : rule, true, p);
    case ORE_MEASURE_CAPEX: return option->capex_m;
    case ORE_MEASURE_VALUE: return option->value;
    case ORE_MEASURE_SUPPLY:
        return supply_tpa(round, result, rule, result->option[p], t);
    case ORE_MEASURE_ATTRIBUTE: return option->attributes[rule->attribute];
    }
    return 0.0;
}

/* What the rule measures, of one country (NULL = as the filter says) into
 * named[0], or of each into its own. */
static void measure(const ore_round *round, const ore_result *result,
                    const ore_rule *rule, const char *country,
                    const ore_countries *countries, int t, double *named,
                    double *all)
{
    const bool is_supply = rule->measure == ORE_MEASURE_SUPPLY;

    *all = 0.0;
    for (int p = 0; p < round->n_projects; p++) {
        const int o = result->option[p];

        if (o < 0 ||
            (!is_supply && !ore_rule_counts_year(rule, result->year[p]))) {
            continue;
        }
        *all += of_project(round, result, rule, true, p, t);
        if (ore_rule_names_option(round, rule, country, o)) {
            named[countries ? countries->of_project[p] : 0] +=
                of_project(round, result, rule, false, p, t);
        }
    }
    for (int i = 0; is_supply && i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (ore_filter_material(&rule->of,
                                &round->materials[supply->material])) {
            const double tpa = ore_supply_tpa(round, i, t);

            *all += tpa;
            named[countries ? countries->of_supply[i] : 0] +=
                ore_rule_names_supply(round, rule, country, i) ? tpa : 0.0;
        }
    }
}

double ore_rule_measure(const ore_round *round, const ore_result *result,
                        const ore_rule *rule, const char *country, int t,
                        double *all)
{
    double named = 0.0;

    measure(round, result, rule, country, NULL, t, &named, all);
    return named;
}

void ore_rule_by_country(const ore_round *round, const ore_result *result,
                         const ore_rule *rule, const ore_countries *countries,
                         int t, double *named, double *all)
{
    for (int c = 0; c < countries->n; c++) {
        named[c] = 0.0;
    }
    measure(round, result, rule, NULL, countries, t, named, all);
}
