/* time_to_supply: years from the start of the round to first production, over
 * all that goes ahead. It wants nothing built, so it follows a goal that does.
 *
 *   minimise  sum over o, s of  wait[o,s] start[o,s]
 *   wait = s + build_years + the years that its ramp begins with at 0;
 *          0 for options without an output (surveys, stockpiles) */
#include "orefolio/timing.h"
#include "registry.h"

static int wait_years(const ore_option *option, int s)
{
    bool makes = false;

    for (int i = 0; i < option->n_flows; i++) {
        makes |= option->flows[i].output_tpa > 0.0;
    }
    return makes ? s + ore_years_to_output(option) : 0;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    (void)use;
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            ore_expression_add(sum, wait_years(&round->options[o], s),
                               variables->start[ore_at_commit(round, o, s)]);
        }
    }
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    double sum = 0.0;

    (void)use;
    for (int p = 0; p < round->n_projects; p++) {
        const int o = result->option[p];

        if (o >= 0) {
            sum += wait_years(&round->options[o],
                              result->year[p] - round->commit.first);
        }
    }
    return sum;
}

const ore_goal ore_goal_time_to_supply = {
    .name = "time_to_supply",
    .label = "Time to supply",
    .unit = "project-years",
    .summary = "years from the first commitment year to first production, "
               "summed over what goes ahead",
    .emit = emit,
    .value = value,
};
