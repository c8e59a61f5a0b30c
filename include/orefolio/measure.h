/* Measures: what a portfolio rule may limit. */
#ifndef OREFOLIO_MEASURE_H
#define OREFOLIO_MEASURE_H

#include "orefolio/limits.h"
#include "orefolio/selection.h"
#include "orefolio/variables.h"

/** The years that a measure is of. */
typedef enum ore_span {
    ORE_SPAN_COMMIT,    /**< of commitment: sums over what is committed then */
    ORE_SPAN_EACH_YEAR, /**< of the horizon: limits hold in each by itself */
    ORE_SPAN_TOGETHER   /**< of the horizon: limits hold over them together */
} ore_span;

/** The bit of a filter word in a set of words. */
#define ORE_WORD_BIT(word) (1u << ORE_FILTER_##word)

/** The words that select projects and their options. */
static const unsigned ore_project_words =
    ORE_WORD_BIT(COUNTRY) | ORE_WORD_BIT(STAGE) | ORE_WORD_BIT(MINERAL) |
    ORE_WORD_BIT(TAG) | ORE_WORD_BIT(PROJECT) | ORE_WORD_BIT(OPTION);

/** A figure of option o, of what goes ahead. */
typedef double ore_option_figure(const ore_round *round,
                                 const ore_selection *selection, int o);
/** What a unit of face of pair f counts when it is committed in year s to
 * option o. */
typedef double ore_pair_figure(const ore_round *round, int f, int o, int s);

/** A measure: one file models/measures/NAME.c, one line in
 * models/measures/measures.def. It sums over what the selection names, in its
 * years: a figure of what goes ahead, or of what is committed; else it has
 * functions of its own. Use it with the functions below. */
typedef struct ore_measure {
    const char *name;
    const char *summary; /**< one line, for `orefolio keys` */
    ore_limit_unit unit;
    ore_span span;
    unsigned words;   /**< filter words that mean something to it */
    unsigned kept;    /**< of those, the words that also narrow the denominator
                           of a share: a share of supply is of the supply of the
                           same materials */
    bool each_target; /**< `each = target` unless the rule says otherwise */
    ore_option_figure *per_option; /**< NULL = not of what goes ahead */
    ore_pair_figure *per_face;     /**< NULL = not of what is committed */
    /** Add the measure to the sum; returns the part of it that no decision
     * changes. */
    double (*emit)(const ore_round *round, const ore_variables *variables,
                   const ore_selection *selection, const ore_expression *sum);
    /** The most that it can be, whatever the money: the size of a base. */
    double (*most)(const ore_round *round, const ore_selection *selection);
    /** Its value for the written result, from the round alone. */
    double (*value)(const ore_round *round, const ore_result *result,
                    const ore_selection *selection);
} ore_measure;

/** All measures in the order of models/measures/measures.def; ends with NULL.
 */
extern const ore_measure *const ore_measures[];

/** The measure of that name, x_NAME for a column of projects; NULL = none. */
const ore_measure *ore_measure_named(const char *name);

/** Add the measure to the sum; returns the part of it that no decision
 * changes. */
double ore_emit_measure(const ore_measure *measure, const ore_round *round,
                        const ore_variables *variables,
                        const ore_selection *selection,
                        const ore_expression *sum);
/** The most that it can be, whatever the money. */
double ore_largest_measure(const ore_measure *measure, const ore_round *round,
                           const ore_selection *selection);
/** Its value for the written result, from the round alone. */
double ore_evaluate_measure(const ore_measure *measure, const ore_round *round,
                            const ore_result *result,
                            const ore_selection *selection);

/** Whether its figures are of horizon years. */
static inline bool ore_measure_is_yearly(const ore_measure *measure)
{
    return measure->span != ORE_SPAN_COMMIT;
}

#endif
