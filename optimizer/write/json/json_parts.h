/* Parts of the result file: values, and its yearly tables. */
#ifndef OPTIMIZER_WRITE_JSON_JSON_PARTS_H
#define OPTIMIZER_WRITE_JSON_JSON_PARTS_H

#include <jansson.h>

#include "base/diagnostics.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/study/study.h"
#include "orefolio/study/trade_offs.h"

/** A number, null for what is not finite, never a negative zero. New. */
json_t *ore_json_real(double value);
/** A figure rounded to 1e-6, as every written amount and flow is. New. */
json_t *ore_json_figure(double value);
/** A string; NULL gives null. New. */
json_t *ore_json_text(const char *value);
/** Put a new value under `key`; `object` owns it afterwards. */
void ore_json_set(json_t *object, const char *key, json_t *value);

/** The input files of a round, with their hashes. New. */
json_t *ore_json_inputs(const ore_input *inputs, int n);

/** The tables of a result with a portfolio, one object a row. New. */
json_t *ore_json_operations(const ore_round *round, const ore_result *result);
json_t *ore_json_shortfall(const ore_round *round, const ore_result *result);
/** The year of moment j, and the disruption that lasts in it. */
void ore_json_set_state(const ore_round *round, json_t *object, int j);
json_t *ore_json_sales(const ore_round *round, const ore_result *result);
json_t *ore_json_stakes(const ore_round *round, const ore_result *result);
json_t *ore_json_soft_rules(const ore_round *round, const ore_result *result);
json_t *ore_json_purchases(const ore_round *round, const ore_result *result);
json_t *ore_json_stockpiles(const ore_round *round, const ore_result *result);
json_t *ore_json_permits(const ore_round *round, const ore_result *result);
json_t *ore_json_budgets(const ore_round *round, const ore_result *result);

/** What differs from the baseline. */
json_t *ore_json_changes(const ore_round *round, const ore_result *result);

/** Concentration by material and year, recycled shares, and asset sales. */
json_t *ore_json_concentration(const ore_round *round,
                               const ore_result *result);
json_t *ore_json_circularity(const ore_round *round, const ore_result *result);
json_t *ore_json_asset_sales(const ore_round *round, const ore_result *result);
json_t *ore_json_sale_answers(const ore_round *round, const ore_result *result);

/** What --trade-offs asked. */
json_t *ore_json_re_solved(const ore_round *round, const ore_result *result,
                           const ore_trade_offs *re_solved);

/** What the plan comes to in draws of what may go wrong. */
json_t *ore_json_reliability(const ore_reliability *all);

/** What commitments without money of their own may come to. */
json_t *ore_json_guarantees(const ore_round *round, const ore_result *result);

/** Add what the study has to the root: frontier, runs, sensitivity. */
void ore_json_set_study(const ore_round *round, const ore_study *study,
                        json_t *root);

/** "known": what became of a question. */
const char *ore_json_answer(ore_answer answer);

/** Value and bound of every goal. */
json_t *ore_json_goals(const ore_round *round, const ore_result *result);

/** The projects that go ahead, with their options and years. */
json_t *ore_json_chosen(const ore_round *round, const ore_result *result);
/** Ids of the projects that go ahead in `to` and not in `from`. */
json_t *ore_json_entering(const ore_round *round, const ore_result *from,
                          const ore_result *to);

/** Write the document, which is spent, to `path` ("-" = stdout). */
ORE_MUST_USE ore_status ore_json_write(json_t *root, const char *path,
                                       ore_diags *diags);

#endif
