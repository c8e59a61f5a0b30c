/* From a point of the program to a result of written figures. */
#include "solve/extract.h"
#include "base/text.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/tolerances.h"

static const double money_grain = 1e6; /* written units per million */
static const double flow_grain = 1e6;
/* Utilisation has as many decimals as the balances of materials need: a large
 * plant that feeds a small target needs more of them. */
static const double use_grains[] = {1e9, 1e12, 1e15};
enum { n_use_grains = sizeof use_grains / sizeof *use_grains };
/* Of its upper bound, what a column has when the solver means nothing. */
static const double dust = 1e-10;
/* The verifier's: a row holds when it is off by this part of its size. */
static const double tolerance = ORE_TOLERANCE_WRITTEN;

static double rounded(double value, double grain)
{
    const double whole = ore_rounded(value, grain);

    return whole <= 0.0 ? 0.0 : whole; /* also turns -0 into 0 */
}

static double at(const double *point, ore_col col)
{
    return col.at < 0 ? 0.0 : point[col.at];
}

/* An amount of money or of material as it is written. */
static double amount(const ore_program *program, const double *point,
                     ore_col col, double grain)
{
    const double value = at(point, col);
    const double largest =
        col.at < 0 ? HUGE_VAL : program->model->cols[col.at].hi;

    return isfinite(largest) && value < dust * largest ? 0.0
                                                       : rounded(value, grain);
}

static void extract_block(const ore_program *program, const double *point,
                          double use_grain, int o, int s, ore_result *result)
{
    const ore_round *round = program->round;
    const ore_variables *variables = program->variables;
    const int p = round->options[o].project;
    const ore_project *project = &round->projects[p];
    const int block = ore_at_commit(round, o, s);

    if (at(point, variables->start[block]) < 0.5) {
        return;
    }
    result->option[p] = o;
    result->year[p] = round->commit.first + s;
    result->equity_m[p] =
        amount(program, point, variables->equity[block], money_grain);
    result->debt_m[p] =
        amount(program, point, variables->debt[block], money_grain);
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        result->face_m[f] =
            amount(program, point,
                   ore_variables_award(round, variables, f, o, s), money_grain);
    }
    for (int j = 0; j < round->n_states; j++) {
        result->utilisation[ore_at_state(round, p, j)] = rounded(
            at(point, variables->utilisation[ore_at_state(round, o, j)]),
            use_grain);
    }
}

static ore_sale_answer answer_of(const ore_program *program,
                                 const double *point, int i)
{
    for (int a = 1; a < ORE_SALE_ANSWERS; a++) {
        if (at(point, program->variables->answer[i * ORE_SALE_ANSWERS + a]) >
            0.5) {
            return (ore_sale_answer)a;
        }
    }
    return ORE_SALE_LET_GO;
}

static void extract_trade(const ore_program *program, const double *point,
                          ore_result *result)
{
    const ore_round *round = program->round;
    const ore_variables *variables = program->variables;

    for (int i = 0; i < round->n_sales * round->n_states; i++) {
        result->sold_tpa[i] =
            amount(program, point, variables->sell[i], flow_grain);
    }
    for (int i = 0; i < round->n_supplies * round->n_years; i++) {
        result->taken_tpa[i] =
            amount(program, point, variables->take[i], flow_grain);
    }
    for (int i = 0; i < round->n_supplies; i++) {
        result->answer[i] = answer_of(program, point, i);
    }
    for (int i = 0; i < round->n_stockpiles * round->n_years; i++) {
        result->bought_t[i] =
            amount(program, point, variables->buy[i], flow_grain);
        result->repaid_t[i] =
            amount(program, point, variables->repay[i], flow_grain);
    }
    for (int i = 0; i < round->n_stockpiles * round->n_states; i++) {
        result->released_t[i] =
            amount(program, point, variables->release[i], flow_grain);
        result->lent_t[i] =
            amount(program, point, variables->lend[i], flow_grain);
    }
}

/* Deliveries are not above what was sold and taken as it is written. */
static void extract_delivery(const ore_program *program, const double *point,
                             int i, ore_result *result)
{
    const ore_round *round = program->round;
    const ore_variables *variables = program->variables;
    const int target = i / round->n_states, j = i % round->n_states;
    const double target_tpa =
        fmax(round->targets[target].target_tpa[round->states[j].t], 0.0);
    const double own_tpa = ore_dedicated_tpa(round, result, target, j);
    const double pooled_tpa =
        amount(program, point, variables->pooled[i], flow_grain);
    const double got_tpa =
        amount(program, point, variables->deliver[i], flow_grain);

    result->delivered_tpa[i] = rounded(
        fmin(target_tpa, fmin(got_tpa, own_tpa + pooled_tpa)), flow_grain);
    result->shortfall_tpa[i] =
        rounded(target_tpa - result->delivered_tpa[i], flow_grain);
}

/* Whether the rows hold at the written figures, as far as floating point can
 * tell. */
static bool rows_hold(const ore_program *program, const ore_result *result)
{
    const ore_model *model = program->model;
    double *point = ore_alloc(model->n_cols, sizeof *point);
    bool hold = true;

    ore_variables_point(program->round, program->variables, result, point);
    for (int i = 0; i < model->n_rows && hold; i++) {
        double sum = 0.0, size = 0.0;

        for (int e = model->row_start[i]; e < model->row_start[i + 1]; e++) {
            const double term =
                model->entries[e].coef * point[model->entries[e].col];

            sum += term;
            size += fabs(term) / 2.0;
        }
        const double off =
            fmax(model->rows[i].lo - sum, sum - model->rows[i].hi);

        hold = off <= tolerance * fmax(1.0, size);
    }
    free(point);
    return hold;
}

static void extract_all(const ore_program *program, const double *point,
                        double use_grain, ore_result *result)
{
    const ore_round *round = program->round;

    for (int p = 0; p < round->n_projects; p++) {
        result->option[p] = -1;
        result->year[p] = 0;
    }
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            extract_block(program, point, use_grain, o, s, result);
        }
    }
    extract_trade(program, point, result);
    for (int i = 0; i < round->n_targets * round->n_states; i++) {
        extract_delivery(program, point, i, result);
    }
}

static void extract_part(const ore_program *program, const double *point,
                         ore_result *result)
{
    result->has_portfolio = true;
    for (int k = 0; k < n_use_grains; k++) {
        extract_all(program, point, use_grains[k], result);
        if (rows_hold(program, result)) {
            break;
        }
    }
}

/* The columns of part k in the whole point. The caller frees. */
static double *part_of(const ore_program *program, int k, const double *point)
{
    const int n = ore_program_part(program, k)->model->n_cols;
    double *own = ore_alloc(n, sizeof *own);

    for (int j = 0; j < n; j++) {
        own[j] = point[ore_program_col_of(program, k, (ore_col){j})];
    }
    return own;
}

void ore_extract_result(const ore_program *program, const double *point,
                        ore_result *result)
{
    if (!program->joined) {
        extract_part(program, point, result);
        return;
    }
    result->has_portfolio = true;
    result->n_leaves = program->joined->n;
    result->leaves = ore_alloc(result->n_leaves, sizeof *result->leaves);
    for (int k = 0; k < result->n_leaves; k++) {
        const ore_program *part = ore_program_part(program, k);
        double *own = part_of(program, k, point);

        result->leaves[k] = ore_result_new(part->round);
        extract_part(part, own, result->leaves[k]);
        free(own);
    }
}
