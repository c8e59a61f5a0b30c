/* supply: what exists and what plants make, t/yr. A limit on it holds in every
 * year by itself; a share is of all supply of the same materials. */
#include <math.h>

#include "economics/project_sums.h"
#include "orefolio/asset_sales.h"
#include "orefolio/timing.h"
#include "registry.h"

/* Add what option o makes of the materials in horizon year t. */
static void add_outputs(const ore_round *round, const ore_variables *variables,
                        const ore_selection *selection,
                        const ore_expression *sum, int o, int t)
{
    for (int i = 0; i < round->options[o].n_flows; i++) {
        const ore_flow *flow = &round->options[o].flows[i];

        if (ore_selects_material(selection,
                                 &round->materials[flow->material])) {
            ore_expression_add(
                sum, flow->output_tpa,
                variables->utilisation[ore_at_state(round, o, t)]);
        }
    }
}

/* What option o makes of the materials at full utilisation, t/yr. */
static double plateau_tpa(const ore_round *round,
                          const ore_selection *selection, int o)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < round->options[o].n_flows; i++) {
        const ore_flow *flow = &round->options[o].flows[i];

        sum_tpa +=
            ore_selects_material(selection, &round->materials[flow->material])
                ? flow->output_tpa
                : 0.0;
    }
    return sum_tpa;
}

static void add_kept(const ore_round *round, const ore_variables *variables,
                     const ore_expression *sum, int i, int t)
{
    const ore_supply *supply = &round->supplies[i];

    for (int a = 0; a < ORE_SALE_ANSWERS && supply->is_open; a++) {
        ore_expression_add(
            sum,
            ore_supply_left(round, i, t) *
                ore_sale_answer_tpa(supply, (ore_sale_answer)a, t),
            variables->answer[i * ORE_SALE_ANSWERS + a]);
    }
}

static double emit(const ore_round *round, const ore_variables *variables,
                   const ore_selection *selection, const ore_expression *sum)
{
    double existing_tpa = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        if (!ore_selects_year(selection, round->horizon.first + t)) {
            continue;
        }
        for (int i = 0; i < round->n_supplies; i++) {
            if (ore_selects_supply(selection, round, i)) {
                existing_tpa += ore_secured_tpa(round, i, t);
                /* What is taken may be lost on the way like the rest. */
                ore_expression_add(sum, ore_supply_left(round, i, t),
                                   variables->take[ore_at_year(round, i, t)]);
                add_kept(round, variables, sum, i, t);
            }
        }
        for (int o = 0; o < round->n_options; o++) {
            if (ore_selects_maker(selection, round, o)) {
                add_outputs(round, variables, selection, sum, o, t);
            }
        }
    }
    return existing_tpa;
}

/* What project p makes of the materials over the years. */
static double made_tpa(const ore_round *round, const ore_result *result,
                       const ore_selection *selection, int p)
{
    const ore_option *option = &round->options[result->option[p]];
    double sum_tpa = 0.0;

    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];

        for (int t = 0; t < round->n_years; t++) {
            if (ore_selects_year(selection, round->horizon.first + t) &&
                ore_selects_material(selection,
                                     &round->materials[flow->material])) {
                sum_tpa += flow->output_tpa *
                           result->utilisation[ore_at_state(round, p, t)];
            }
        }
    }
    return sum_tpa;
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_selection *selection)
{
    double sum_tpa = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0 &&
            ore_selects_maker(selection, round, result->option[p])) {
            sum_tpa += made_tpa(round, result, selection, p);
        }
    }
    for (int i = 0; i < round->n_supplies; i++) {
        for (int t = 0; t < round->n_years; t++) {
            if (ore_selects_year(selection, round->horizon.first + t) &&
                ore_selects_supply(selection, round, i)) {
                sum_tpa += ore_secured_tpa(round, i, t) +
                           ore_supply_left(round, i, t) *
                               (result->taken_tpa[ore_at_year(round, i, t)] +
                                ore_kept_tpa(round, result, i, t));
            }
        }
    }
    return sum_tpa;
}

/* What all plants make at full capacity, of each project the option that makes
 * most. */
static double most_made_tpa(const ore_round *round,
                            const ore_selection *selection)
{
    double sum_tpa = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        double most_tpa = 0.0;

        for (int o = project->first_option;
             o < project->first_option + project->n_options; o++) {
            if (ore_selects_maker(selection, round, o)) {
                most_tpa = fmax(most_tpa, plateau_tpa(round, selection, o));
            }
        }
        sum_tpa += most_tpa;
    }
    return sum_tpa;
}

/* What exists, whatever breaks, and what plants make at full capacity. Rules
 * are read before the states of the round are known. */
static double most(const ore_round *round, const ore_selection *selection)
{
    const double made_tpa = most_made_tpa(round, selection);
    double sum_tpa = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        if (!ore_selects_year(selection, round->horizon.first + t)) {
            continue;
        }
        for (int i = 0; i < round->n_supplies; i++) {
            const ore_supply *supply = &round->supplies[i];

            if (ore_selects_supply(selection, round, i)) {
                sum_tpa += supply->tpa[t] +
                           (supply->is_open ? supply->at_risk[t] : 0.0);
            }
        }
        sum_tpa += made_tpa;
    }
    return sum_tpa;
}

const ore_measure ore_measure_supply = {
    .name = "supply",
    .summary = "existing supply and what plants make, in every year by itself",
    .unit = ORE_LIMIT_FLOW,
    .span = ORE_SPAN_EACH_YEAR,
    .words = ore_project_words | ORE_WORD_BIT(MATERIAL),
    .kept = ORE_WORD_BIT(MATERIAL) | ORE_WORD_BIT(MINERAL),
    .emit = emit,
    .most = most,
    .value = value,
};
