/* What a portfolio rule measures, for its check and for reports. */
#ifndef OREFOLIO_RULES_H
#define OREFOLIO_RULES_H

#include "orefolio/result.h"
#include "orefolio/round.h"

/** The country of the round's projects and secured supply that comes after
 * another in strcmp order, NULL = the first; NULL after the last. */
const char *ore_country_after(const ore_round *round, const char *country);

/** All of them in that order, and which one each project and supply is of. */
typedef struct ore_countries {
    int n;
    const char **name; /**< [n] of the round */
    int *of_project;   /**< [n_projects] */
    int *of_supply;    /**< [n_supplies] */
} ore_countries;

/** The caller ends it with ore_countries_free. */
ore_countries *ore_countries_new(const ore_round *round);
void ore_countries_free(ore_countries *countries);

/** Whether the rule names option `o`, in `country` when that is not NULL. */
bool ore_rule_names_option(const ore_round *round, const ore_rule *rule,
                           const char *country, int o);

/** Whether the rule names secured supply `i`; supply has no project, so words
 * about projects other than country and mineral exclude it. */
bool ore_rule_names_supply(const ore_round *round, const ore_rule *rule,
                           const char *country, int i);

/** Whether the rule must hold in the result: it always does, unless only some
 * projects' conditions ask for it and none of them goes ahead. */
bool ore_rule_in_force(const ore_rule *rule, const ore_result *result);

/** Whether the rule looks at this calendar year. */
bool ore_rule_counts_year(const ore_rule *rule, int year);

/** The rule's measure for the written result, over what it names; `*all` is
 * the measure over everything. `country` NULL = as the filter says; horizon
 * year `t` matters for supply only. */
double ore_rule_measure(const ore_round *round, const ore_result *result,
                        const ore_rule *rule, const char *country, int t,
                        double *all);

/** The same for every country at once, into named[countries->n]. */
void ore_rule_by_country(const ore_round *round, const ore_result *result,
                         const ore_rule *rule, const ore_countries *countries,
                         int t, double *named, double *all);

#endif
