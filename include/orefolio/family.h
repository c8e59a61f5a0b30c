/* Constraint families: one file models/families/NAME.c, one line in
 * models/families/families.def each. All that others list or say about a family
 * is here: reasons, the sheets Constraints and WhatIfRules, --trade-offs,
 * conflicts and the table in models/README.md follow. */
#ifndef OREFOLIO_FAMILY_H
#define OREFOLIO_FAMILY_H

#include "orefolio/field.h"
#include "orefolio/limits.h"
#include "orefolio/variables.h"

/** What the rows of a family are about. */
typedef enum ore_scope {
    ORE_SCOPE_PROJECT,  /**< each project by itself: its shape and financing */
    ORE_SCOPE_SHARED,   /**< money and flows that projects share */
    ORE_SCOPE_PORTFOLIO /**< what is asked of the portfolio as a whole */
} ore_scope;

typedef struct ore_family {
    const char *name;    /**< row-name prefix */
    const char *summary; /**< one line */
    ore_scope scope;
    /** Of a portfolio family: what keeps a project out, as the subject of "…
     * keeps it out": "a portfolio rule". NULL when its rows cannot keep one
     * more project out, as floors cannot: every family that has a reason and a
     * row with a limit is named. Its Japanese is in optimizer/base/phrases.def.
     */
    const char *reason;
    /** What its limits are called; NULL = it lists none. */
    const char *limit_label;
    /** Keys of [round] that only this family reads, at offsets of a record of
     * its own of `settings_size` bytes (ore_family_settings); NULL = none. The
     * reader checks type and range, and no more. */
    const ore_field *fields;
    size_t settings_size;
    const void *defaults; /**< the record of a round that says nothing */
    void (*emit)(const ore_round *round, const ore_variables *variables,
                 ore_model *model);
    /** Re-derive the same rule from the round and the written result alone.
     * It is given neither variables nor model, so it cannot repeat a mistake by
     * reading the rows back. */
    void (*check)(const ore_round *round, const ore_result *result,
                  ore_report *report);
    /** List its limits and what the result uses of them; NULL = it has none
     * that are figures of the round. */
    void (*list_limits)(const ore_round *round, const ore_result *result,
                        ore_limits *limits);
    /** Move the limit by its step in a copy of the round: a floor down, a cap
     * up. NULL = its limits cannot be moved. */
    void (*relax)(ore_round *edited, const ore_limit *limit);
    /** What of the round the formulas of the what-if sheets do not follow;
     * NULL = they follow all of the family. */
    void (*list_unfollowed)(const ore_round *round, ore_notes *notes);
} ore_family;

/** All families in the order of models/families/families.def; ends with NULL.
 */
extern const ore_family *const ore_families[];

/** What the round's keys of the family say, which has some: its defaults where
 * a round was not made by the reader. */
const void *ore_family_settings(const ore_round *round,
                                const ore_family *family);
/** The same in a copy (ore_round_copy) of a round that was read, to be edited.
 */
void *ore_family_own_settings(ore_round *copy, const ore_family *family);

/** Where the round gives the key of the family, which has it; no position when
 * nobody read it. */
ore_where ore_family_where(const ore_round *round, const ore_family *family,
                           const char *key);

/** How many there are. */
int ore_count_families(void);

/** Every limit of the round, family by family, with what the result uses of it.
 * The caller ends it with ore_limits_free. */
ore_limits ore_limits_of(const ore_round *round, const ore_result *result);

#endif
