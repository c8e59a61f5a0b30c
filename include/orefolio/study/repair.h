/* Repairs of a round that no portfolio satisfies: the smallest changes to what
 * users wrote that let one exist. Found by study/, told by `repair`. */
#ifndef OREFOLIO_STUDY_REPAIR_H
#define OREFOLIO_STUDY_REPAIR_H

#include "orefolio/limits.h"

typedef enum ore_concession_kind {
    ORE_CONCEDE_LIMIT,  /**< a figure that a family can move (family.h) */
    ORE_CONCEDE_TERM,   /**< a limit of one project's financing */
    ORE_CONCEDE_TICKET, /**< the smallest or largest ticket of one pair */
    ORE_CONCEDE_MUST,   /**< that a project goes ahead */
    ORE_CONCEDE_LINK,   /**< a tie between two projects */
    ORE_CONCEDE_ROWS    /**< any other limit, given up as it stands */
} ore_concession_kind;

/** One thing that is given up, wholly or by an amount. */
typedef struct ore_concession {
    ore_concession_kind kind;
    ore_limit limit; /**< of LIMIT; borrowed texts */
    int of;   /**< project of TERM and MUST, pair of TICKET, link of LINK */
    int term; /**< of TERM */
    ore_limit_unit unit;
    double figure;        /**< what stands there now; NAN = no figure */
    bool is_floor;        /**< it is lowered; else raised */
    bool is_amount;       /**< it can be given up in part */
    char *text, *text_ja; /**< owned: "`[budget dpa] amount` 2027" */
    ore_where where;
} ore_concession;

enum { ORE_MAX_CONCESSIONS = 3 }; /**< of one repair */

typedef struct ore_repair {
    int n;
    ore_concession what[ORE_MAX_CONCESSIONS]; /**< [n] */
    double amount[ORE_MAX_CONCESSIONS]; /**< [n] > 0, in the figure's unit; NAN
                                             = it is dropped */
    bool is_least;      /**< half a percent less of any amount is shown not to
                             be enough */
    ore_result *result; /**< owned: the best portfolio of the repaired round,
                             verified */
} ore_repair;

typedef struct ore_repairs {
    int n;
    ore_repair *list; /**< [n] fewest concessions first, then the smallest */
    int n_more;       /**< as small ones that were left out of the list */
    bool is_complete; /**< no other as few concessions are enough */
    bool is_stopped;  /**< by the clock or by hand */
    int n_all;
    ore_concession *all; /**< [n_all] what was tried; owner of the texts */
} ore_repairs;

void ore_repairs_free(ore_repairs *repairs);

/** "raise `[budget dpa] amount` 2027 by 38 M USD", "drop `status` = must of
 * project p1": concession k of the repair. The caller frees. */
char *ore_repair_text(const ore_round *round, const ore_repair *repair, int k,
                      bool is_japanese);

/** "raise", "lower", "drop": in result files. */
const char *ore_repair_action(const ore_repair *repair, int k);

#endif
