/* PaysAndGains: what each funder is charged beside what its markets gain,
 * and which end products each market receives in the last year. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/stakes.h"
#include "write/book/columns.h"

static bool has_jobs(const ore_book *book)
{
    int n;
    ore_stake *stakes = ore_stakes_of(book->round, book->result, &n);
    const bool found = n > 0 && !isnan(stakes[0].jobs);

    free(stakes);
    return found;
}

static const ore_column_def columns[] = {
    ORE_COLUMN("who", ORE_TEXT_STAKE_WHO, ORE_TEXT_CELL),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    ORE_COLUMN("pays", ORE_TEXT_STAKE_PAYS, ORE_SHARE),
    ORE_COLUMN("gains", ORE_TEXT_STAKE_GAINS, ORE_SHARE),
    ORE_COLUMN("gains_t", ORE_TEXT_STAKE_GAINS_T, ORE_SHARE),
    ORE_COLUMN("closed", ORE_TEXT_STAKE_CLOSED, ORE_SHARE),
    ORE_COLUMN("closed_t", ORE_TEXT_STAKE_CLOSED_T, ORE_SHARE),
    ORE_COLUMN("leverage", ORE_TEXT_STAKE_LEVERAGE, ORE_SCORE),
    ORE_COLUMN("per_t", ORE_TEXT_STAKE_PER_T, ORE_COUNT),
    ORE_COLUMN("jobs", ORE_TEXT_STAKE_JOBS, ORE_COUNT, .is_shown = has_jobs),
    ORE_COLUMN("per_job", ORE_TEXT_STAKE_PER_JOB, ORE_COUNT,
               .is_shown = has_jobs),
    ORE_COLUMN("remark", ORE_TEXT_REMARK, ORE_TEXT_CELL,
               .marks = {{ORE_TEXT_STAKE_UNEVEN, ORE_BUILD}}),
    {0}};

ORE_TABLE(table, "tblStakes", "stakes", columns);

static const ore_column_def product_columns[] = {
    ORE_COLUMN("target_of", ORE_TEXT_MATERIAL_MARKET, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("target", ORE_TEXT_TARGET_HEADING, ORE_FLOW),
    ORE_COLUMN("delivered", ORE_TEXT_DELIVERED, ORE_FLOW),
    ORE_COLUMN("covered", ORE_TEXT_STAKE_COVERED, ORE_SHARE),
    ORE_COLUMN("horizon", ORE_TEXT_STAKE_COVERED_ALL, ORE_SHARE, .bar = true),
    {0}};

ORE_TABLE(products, "tblEndProducts", "endproducts", product_columns);

static const char *name_of(const ore_book *book, const ore_stake *stake)
{
    return stake->funder >= 0
               ? ORE_LABEL(book, &book->round->funders[stake->funder])
               : ORE_LABEL(book, &book->round->markets[stake->market]);
}

static void add_stake(ore_sheet *sheet, const ore_stake *stake)
{
    const ore_sheet_row row = ore_sheet_next(sheet);
    const double none = nan("");

    ore_cell_text(row, "who", name_of(sheet->book, stake));
    ore_cell_number(row, "cost", stake->cost_m);
    ore_cell_figure(row, "pays", stake->cost_share);
    ore_cell_figure(row, "gains", stake->has_market ? stake->gain_share : none);
    ore_cell_figure(row, "gains_t",
                    stake->has_market ? stake->gain_t_share : none);
    ore_cell_figure(row, "closed", stake->closed_share);
    ore_cell_figure(row, "closed_t", stake->closed_t_share);
    ore_cell_figure(row, "leverage", stake->leverage);
    ore_cell_figure(row, "per_t",
                    stake->cost_m > 0.0 ? stake->cost_per_t : none);
    if (has_jobs(sheet->book)) {
        ore_cell_figure(row, "jobs", stake->jobs);
        ore_cell_figure(row, "per_job", stake->cost_per_job);
    }
    if (ore_stake_is_uneven(stake)) {
        ore_cell_word(row, "remark", ORE_TEXT_STAKE_UNEVEN);
    }
}

static void add_product(ore_sheet *sheet, int i)
{
    const ore_round *round = sheet->book->round;
    const ore_result *result = sheet->book->result;
    const ore_target *target = &round->targets[i];
    const int last = round->n_years - 1;
    const double delivered_tpa =
        result->delivered_tpa[ore_at_state(round, i, last)];
    double asked_t = 0.0, got_t = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        asked_t += target->target_tpa[t];
        got_t += result->delivered_tpa[ore_at_state(round, i, t)];
    }
    if (asked_t <= 0.0 || !ore_is_end_product(round, target->material)) {
        return;
    }
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "target_of", ore_book_target(sheet->book, i));
    ore_cell_number(row, "year", round->horizon.last);
    ore_cell_number(row, "target", target->target_tpa[last]);
    ore_cell_number(row, "delivered", delivered_tpa);
    if (target->target_tpa[last] > 0.0) {
        ore_cell_formula(row, "covered",
                         delivered_tpa / target->target_tpa[last],
                         "={delivered}/{target}");
    } else {
        ore_cell_figure(row, "covered", nan(""));
    }
    ore_cell_number(row, "horizon", got_t / asked_t);
}

void ore_fill_stakes(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;
    int n;
    ore_stake *stakes = ore_stakes_of(round, sheet->book->result, &n);

    ore_sheet_say(sheet, ORE_GREY, ORE_TEXT_STAKE_NOTE, round->currency);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < n; i++) {
        add_stake(sheet, &stakes[i]);
    }
    free(stakes);
    ore_sheet_begin(sheet, &products, NULL);
    for (int i = 0; i < round->n_targets; i++) {
        add_product(sheet, i);
    }
}
