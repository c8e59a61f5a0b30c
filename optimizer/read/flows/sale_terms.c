/* See sale_terms.h. */
#include "read/flows/sale_terms.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/timing.h"

static const char *const terms[] = {"condition_share", "condition_cost",
                                    "block_cost",      "counter_cost",
                                    "counter_market",  "sale_budget"};
static const char *const costs[] = {"condition_cost", "block_cost",
                                    "counter_cost"};

/* The first of the columns that the row gives; NULL = none. */
static const ore_source_cell *first_given(const ore_record *record,
                                          const char *const *columns, int n,
                                          const char **column)
{
    for (int i = 0; i < n; i++) {
        const ore_source_cell *cell = ore_record_cell(record, columns[i]);

        if (cell) {
            *column = columns[i];
            return cell;
        }
    }
    return NULL;
}

/* Terms belong to a sale that the round decides about. */
static void check_place(const ore_reader *reader, const ore_record *record,
                        const ore_series_point *row)
{
    const ore_source_cell *decision = ore_record_cell(record, "decision");
    const char *column = "";
    const ore_source_cell *term =
        first_given(record, terms, ORE_COUNT_OF(terms), &column);

    if (row->sale.is_open && !row->sale_on) {
        ore_error(reader->diags, decision->where,
                  "decision = open without sale_on: nothing is proposed for "
                  "sale");
    } else if (row->sale.is_open && row->is_optional) {
        ore_error(
            reader->diags, decision->where,
            "decision = open with optional = yes: supply that need not be "
            "bought has no open sale");
    } else if (row->sale.is_open &&
               !first_given(record, costs, ORE_COUNT_OF(costs), &column)) {
        ore_error(reader->diags, decision->where,
                  "decision = open without an answer, expected block_cost, "
                  "condition_cost or counter_cost");
    } else if (term && !row->sale.is_open) {
        ore_error(reader->diags, term->where,
                  "%s belongs to decision = open: otherwise the review decides",
                  column);
    }
}

static void check_pair(const ore_reader *reader, const ore_record *record,
                       const char *column, const char *other)
{
    const ore_source_cell *cell = ore_record_cell(record, column);

    if (cell && !ore_record_cell(record, other)) {
        ore_error(reader->diags, cell->where,
                  "%s without %s, expected both or neither", column, other);
    }
}

/* What is paid is paid by an account, in the year of the sale. */
static void check_payer(const ore_reader *reader, const ore_record *record,
                        const ore_series_point *row)
{
    const ore_round *round = reader->round;
    const ore_source_cell *budget = ore_record_cell(record, "sale_budget");
    const int year = (int)strtol(row->sale_on ? row->sale_on : "0", NULL, 10);

    for (int a = 1; a < ORE_SALE_ANSWERS; a++) {
        const char *column = costs[a - 1];

        if (row->sale.cost_m[a] > 0.0 && !budget) {
            ore_error(reader->diags, ore_record_cell(record, column)->where,
                      "%s without sale_budget, the account that pays", column);
            return;
        }
    }
    if (budget && row->sale.budget >= 0 && row->sale_on &&
        !ore_account_covers(round, row->sale.budget, year)) {
        ore_error(reader->diags, budget->where,
                  "sale_budget '%s' pays for nothing in %d, the year of the "
                  "sale",
                  round->budgets[row->sale.budget].id, year);
    }
}

void ore_complete_sale(const ore_reader *reader, const ore_record *record,
                       ore_series_point *row)
{
    row->sale.is_reviewed =
        ore_record_cell(record, "review") && row->review != ORE_REVIEW_PENDING;
    row->sale.budget = ore_reference(reader, record, "sale_budget",
                                     ore_budget_list(reader->round));
    row->sale.counter_market = ore_reference(reader, record, "counter_market",
                                             ore_market_list(reader->round));
    check_place(reader, record, row);
    if (row->sale.is_open) {
        const ore_source_cell *share =
            ore_record_cell(record, "condition_share");

        if (share && !ore_record_cell(record, "condition_cost")) {
            ore_error(reader->diags, share->where, "%s without %s",
                      "condition_share", "condition_cost");
        }
        check_pair(reader, record, "counter_cost", "counter_market");
        check_pair(reader, record, "counter_market", "counter_cost");
        check_payer(reader, record, row);
    }
}

bool ore_same_sale_terms(const ore_sale_terms *a, const ore_sale_terms *b)
{
    bool same = a->is_open == b->is_open && a->budget == b->budget &&
                a->is_reviewed == b->is_reviewed &&
                a->counter_market == b->counter_market &&
                a->condition_share == b->condition_share;

    for (int i = 1; same && i < ORE_SALE_ANSWERS; i++) {
        same = a->cost_m[i] == b->cost_m[i] ||
               (isnan(a->cost_m[i]) && isnan(b->cost_m[i]));
    }
    return same;
}

/* How the review of the series has answered. */
static ore_sale_answer reviewed(const ore_series_point *series)
{
    return series->review == ORE_REVIEW_BLOCKED      ? ORE_SALE_BLOCK
           : series->review == ORE_REVIEW_CONDITIONS ? ORE_SALE_CONDITIONS
                                                     : ORE_SALE_LET_GO;
}

bool ore_is_open_sale(const ore_series_point *series)
{
    return series->sale_on && series->sale.is_open &&
           (!series->sale.is_reviewed || reviewed(series) == ORE_SALE_LET_GO ||
            !isnan(series->sale.cost_m[reviewed(series)]));
}

void ore_take_sale_terms(const ore_series_point *series, ore_supply *supply)
{
    const ore_sale_terms *sale = &series->sale;

    supply->is_open = true;
    if (!sale->is_reviewed) {
        supply->review = ORE_REVIEW_PENDING;
    }
    supply->must_answer =
        sale->is_reviewed && reviewed(series) != ORE_SALE_LET_GO;
    supply->condition_share = sale->condition_share;
    supply->sale_budget = sale->budget;
    supply->counter_market = sale->counter_market;
    for (int a = 1; a < ORE_SALE_ANSWERS; a++) {
        supply->answer_cost_m[a] =
            sale->is_reviewed && reviewed(series) != (ore_sale_answer)a
                ? nan("")
                : sale->cost_m[a];
    }
}
