/* Portfolios that are nearly as good as the recommended one, and the part that
 * each project has in all of them. Source of the roles: J. Liesioe, P. Mild, A.
 * Salo, Preference programming for robust portfolio modeling and project
 * selection, European Journal of Operational Research 181 (2007) 1488-1505. */
#ifndef OREFOLIO_STUDY_ALTERNATIVES_H
#define OREFOLIO_STUDY_ALTERNATIVES_H

#include "orefolio/result.h"

/** The part of a project in portfolios whose first goal is within the margin.
 */
typedef enum ore_role {
    ORE_ROLE_UNKNOWN,    /**< not known in the time, or within the proof */
    ORE_ROLE_CORE,       /**< proven: in every one */
    ORE_ROLE_BORDERLINE, /**< in some: there is one with, and one without it */
    ORE_ROLE_EXTERIOR,   /**< proven: in none */
    ORE_ROLES
} ore_role;

/** "core": the name of a role in result files. */
const char *ore_role_name(ore_role role);

/** How the difference of two portfolios is counted. */
typedef enum ore_difference {
    ORE_DIFFERENCE_PROJECTS, /**< projects that only one of them has */
    ORE_DIFFERENCE_MONEY,    /**< public support, by project, M */
    ORE_DIFFERENCE_COUNTRY,  /**< public support, by country, M */
    ORE_DIFFERENCES
} ore_difference;

/** What two borderline projects have to do with each other in all portfolios
 * within the margin. Every kind is proven. */
typedef enum ore_pair_kind {
    ORE_PAIR_TOGETHER,  /**< both or neither */
    ORE_PAIR_NEEDS,     /**< the first one never without the second */
    ORE_PAIR_ONE_OF,    /**< exactly one of them */
    ORE_PAIR_EXCLUSIVE, /**< never both */
    ORE_PAIR_ANY,       /**< at least one of them */
    ORE_PAIR_KINDS
} ore_pair_kind;

/** "together": the name of a kind in result files. */
const char *ore_pair_name(ore_pair_kind kind);

typedef struct ore_project_pair {
    int first, second; /**< projects */
    ore_pair_kind kind;
} ore_project_pair;

typedef struct ore_alternatives {
    double margin;   /**< of the first goal's value, relative, >= 0 */
    double worst;    /**< the value that is just within it */
    ore_role *roles; /**< [n_projects] */
    int n;
    ore_result **list; /**< [n] verified, none like another; the most different
                            ones first */
    bool has_pairs;    /**< they were asked for */
    ore_project_pair *pairs; /**< [n_pairs] in the order of their projects */
    int n_pairs;
    int n_unknown_pairs; /**< of which not all is known in the time */
} ore_alternatives;

void ore_alternatives_free(ore_alternatives *alternatives);

#endif
