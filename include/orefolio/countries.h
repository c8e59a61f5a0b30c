/* The countries of a round. */
#ifndef OREFOLIO_COUNTRIES_H
#define OREFOLIO_COUNTRIES_H

#include "orefolio/round.h"

/** Those of projects and existing supply, in strcmp order. */
typedef struct ore_countries {
    int n;
    const char **name; /**< [n] of the round */
    int *of_project;   /**< [n_projects] */
    int *of_supply;    /**< [n_supplies] */
} ore_countries;

/** The caller ends it with ore_countries_free. */
ore_countries *ore_countries_new(const ore_round *round);
void ore_countries_free(ore_countries *countries);

#endif
