/* A result being filled from its file. */
#ifndef OPTIMIZER_READ_RESULTS_FILLING_H
#define OPTIMIZER_READ_RESULTS_FILLING_H

#include "orefolio/result.h"
#include "orefolio/round.h"
#include "read/formats/json_node.h"

/** ran and fared mark the rows that came, so that none comes twice. */
typedef struct ore_filling {
    const ore_round *round;
    ore_result *result;
    ore_diags *diags;
    bool *ran;   /**< [n_projects * n_states] */
    bool *fared; /**< [n_targets * n_states] */
} ore_filling;

/** To be filled: an empty result and marks, all of which the caller frees. */
ore_filling ore_filling_new(const ore_round *round, ore_diags *diags);

/** Money and flows are written to 1e-6. */
double ore_round_figure(double value);

/** The project that member `project` names; false after an error. */
bool ore_fill_project(const ore_filling *to, const ore_json_node *node, int *p);

/** Member `year`, which must lie in `range`; false after an error. */
bool ore_fill_year(const ore_filling *to, const ore_json_node *node,
                   ore_years range, int *year);

/** Members `year` and, when it is there, `disruption`; false after an error. */
bool ore_fill_state(const ore_filling *to, const ore_json_node *node, int *j);

/** The row of optional supply, or of open sales, that the members material,
 * country, market and asset name; -1 = the round has none, or, when *material
 * is NULL, after an error. */
int ore_json_supply(const ore_round *round, const ore_json_node *node,
                    bool is_open, const char **material, const char **country);

/** Read one element of `sales` and of `stockpiles`. */
void ore_fill_sale(const ore_filling *to, const ore_json_node *node);
void ore_fill_purchase(const ore_filling *to, const ore_json_node *node);
void ore_fill_sale_answer(const ore_filling *to, const ore_json_node *node);
void ore_fill_stockpile(const ore_filling *to, const ore_json_node *node);

/** Read a whole result: a file's root, or a leaf of a file with several. */
void ore_fill_result(const ore_filling *to, const ore_json_node *root);
/** Status and goals alone. */
void ore_fill_outcome(const ore_filling *to, const ore_json_node *root);

/** Read one element of `portfolio`: a project's decision and money. */
void ore_fill_chosen(const ore_filling *to, const ore_json_node *node);

#endif
