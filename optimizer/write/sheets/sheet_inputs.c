/* Inputs: the assumptions that decide most, as they were read, each with the
 * place it comes from. Values in blue are echoes of the input files. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "write/book/columns.h"
#include "write/book/evidence.h"
#include "write/book/money.h"
#include "write/sheets/inputs_rows.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("of", ORE_TEXT_OF, ORE_TEXT_CELL),
    ORE_COLUMN("what", ORE_TEXT_ASSUMPTION, ORE_TEXT_CELL),
    ORE_COLUMN("value", ORE_TEXT_VALUE, ORE_TEXT_CELL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("source", ORE_TEXT_SOURCE, ORE_TEXT_CELL),
    ORE_EVIDENCE_COLUMNS,
    {0}};

ORE_TABLE(table, "tblInputs", "inputs", columns, .is_filtered = true);

/* An exchange rate as the round gives it; two decimals would show little of a
 * small one. */
static void add_rate(const ore_input_topic *about, const ore_currency *currency)
{
    ore_book *book = about->sheet->book;
    const double rate = currency->is_inverse ? currency->worth : currency->rate;
    const ore_sheet_row row =
        ore_inputs_row(about, ore_book_text(book, ORE_TEXT_FX),
                       rate < 1.0 ? ORE_GENERAL : ORE_RATE);

    ore_cell_number(row, "value", rate);
    ore_cell_text(row, "unit", ore_book_rate_unit(book, currency));
    ore_cell_name(row, "value", ore_book_rate_name(book, currency));
}

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text), of_end = strlen(end);

    return length >= of_end && strcmp(text + length - of_end, end) == 0;
}

/* Whether one of the first n lines shows the row of the input. */
static bool is_among(const ore_book *book, int n, const char *source)
{
    bool found = false;

    for (ore_sheet_row row = ore_book_row(book, "inputs", 0);
         row.at < n && !found; row.at++) {
        found = strcmp(ore_cell_at(row, "source")->text, source) == 0;
    }
    return found;
}

/* What the tables' notes say of rows that no line above shows. A project with
 * options is shown by these. */
static void add_noted_rows(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const int n_shown = sheet->tables[0].n_rows;

    for (int i = 0; i < book->round->n_evidence; i++) {
        const ore_evidence *evidence = &book->round->evidence[i];
        double number;

        if (!is_among(book, n_shown, ore_book_place(book, evidence->where)) &&
            !ore_parse_number(evidence->value, &number) &&
            strncmp(evidence->address, "projects.", strlen("projects.")) != 0) {
            ore_inputs_number(
                &(ore_input_topic){sheet, evidence->address, evidence->where},
                ORE_TEXT_ROW_OF_TABLE,
                ends_with(evidence->address, "tpa") ? ORE_FLOW : ORE_GENERAL,
                number);
        }
    }
}

static void add_round(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_where file = {round->n_inputs > 0 ? round->inputs[0].path : NULL,
                            0, 0};
    const ore_input_topic about = {sheet, ore_book_text(book, ORE_TEXT_ROUND),
                                   file};

    ore_inputs_text(&about, ORE_TEXT_NAME,
                    ore_book_label(book, round->name, round->name_ja));
    ore_inputs_text(&about, ORE_TEXT_SCENARIO,
                    ore_book_word(book, round->scenario));
    ore_inputs_number(&about, ORE_TEXT_COMMIT_FIRST, ORE_YEAR,
                      round->commit.first);
    ore_inputs_number(&about, ORE_TEXT_COMMIT_LAST, ORE_YEAR,
                      round->commit.last);
    ore_inputs_number(&about, ORE_TEXT_HORIZON_FIRST, ORE_YEAR,
                      round->horizon.first);
    ore_inputs_number(&about, ORE_TEXT_HORIZON_LAST, ORE_YEAR,
                      round->horizon.last);
    if (round->decide_by) {
        ore_inputs_text(&about, ORE_TEXT_DECIDE_BY, round->decide_by);
    }
    ore_inputs_number(&about, ORE_TEXT_DISCOUNT, ORE_SHARE,
                      round->discount_rate);
    if (round->price_year > 0) {
        ore_inputs_named(&about, ORE_TEXT_PRICE_YEAR, ORE_YEAR,
                         round->price_year, "Price_year");
    }
    for (int c = 0; c < round->n_currencies; c++) {
        if (strcmp(round->currencies[c].code, round->currency) != 0) {
            add_rate(&about, &round->currencies[c]);
        }
    }
    ore_inputs_number(
        &(ore_input_topic){sheet, ore_book_text(book, ORE_TEXT_SCREENING),
                           file},
        ORE_TEXT_CONCERN_SHARE, ORE_SHARE, round->screening.concern_share_max);
}

static void add_goals(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    for (int g = 0; g < book->round->n_goals; g++) {
        const ore_objective *use = &book->round->goals[g];
        const ore_input_topic about = {sheet, ore_book_goal(book, use),
                                       use->where};

        ore_inputs_number(&about, ORE_TEXT_GOAL_RANK, ORE_COUNT, g + 1.0);
        ore_inputs_number(&about, ORE_TEXT_TOLERANCE, ORE_SHARE,
                          use->tolerance);
        ore_inputs_number(&about, ORE_TEXT_DISCOUNT, ORE_SHARE,
                          use->discount_rate);
        for (int k = 0; k < use->n_terms; k++) {
            ore_cell_number(
                ore_inputs_row(
                    &about,
                    ore_book_compose(book, ORE_TEXT_WEIGHT_OF,
                                     ore_book_goal(book, use->terms[k].use)),
                    ORE_GENERAL),
                "value", use->terms[k].weight);
        }
    }
}

static void add_budgets(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];
        const char *label = ORE_LABEL(book, budget);
        const ore_input_topic about = {sheet, label, budget->where};

        for (int y = 0; y < round->n_budget_years; y++) {
            if (budget->amount_m[y] > 0.0) {
                ore_inputs_number(
                    &(ore_input_topic){
                        sheet,
                        ore_book_compose(
                            book, ORE_TEXT_LABEL_IN, label,
                            ore_book_account_year(book, budget,
                                                  round->commit.first + y)),
                        budget->rows && budget->rows[y].file ? budget->rows[y]
                                                             : budget->where},
                    ORE_TEXT_AMOUNT, ORE_MONEY, budget->amount_m[y]);
            }
        }
        ore_inputs_word(&about, ORE_TEXT_BASIS,
                        budget->basis == ORE_BASIS_COMMITMENT
                            ? ORE_TEXT_BASIS_COMMITMENT
                            : ORE_TEXT_BASIS_SPENDING);
        ore_inputs_word(&about, ORE_TEXT_CARRY,
                        budget->carry_over ? ORE_TEXT_YES : ORE_TEXT_NO);
    }
}

/* The terms of credit that a subsidy rate is computed from, where given. */
static void add_terms(const ore_input_topic *about, const ore_terms *terms)
{
    if (isnan(terms->interest_rate)) {
        return;
    }
    ore_inputs_number(about, ORE_TEXT_INTEREST, ORE_SHARE,
                      terms->interest_rate);
    ore_inputs_number(about, ORE_TEXT_TREASURY, ORE_SHARE,
                      terms->treasury_rate);
    ore_inputs_number(about, ORE_TEXT_TENOR, ORE_COUNT, terms->tenor_years);
    ore_inputs_number(about, ORE_TEXT_GRACE, ORE_COUNT, terms->grace_years);
    ore_inputs_number(about, ORE_TEXT_DEFAULTS, ORE_SHARE, terms->default_rate);
    ore_inputs_number(about, ORE_TEXT_RECOVERY, ORE_SHARE,
                      terms->recovery_rate);
}

static void add_instruments(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    for (int k = 0; k < book->round->n_instruments; k++) {
        const ore_instrument *i = &book->round->instruments[k];
        const ore_input_topic about = {sheet, ORE_LABEL(book, i), i->where};

        ore_inputs_text(&about, ORE_TEXT_KIND,
                        ore_book_own_word(book, i->kind->label, "instrument.%s",
                                          i->kind->name));
        ore_inputs_number(&about, ORE_TEXT_SUBSIDY_RATE, ORE_SHARE,
                          i->subsidy_rate);
        ore_inputs_number(&about, ORE_TEXT_SHARE_MAX, ORE_SHARE, i->share_max);
        ore_inputs_number(&about, ORE_TEXT_TICKET_MIN, ORE_MONEY,
                          i->ticket_min_m > 0.0 ? i->ticket_min_m : nan(""));
        ore_inputs_number(&about, ORE_TEXT_TICKET_MAX, ORE_MONEY,
                          i->ticket_max_m);
        ore_inputs_number(&about, ORE_TEXT_CEILING, ORE_MONEY,
                          i->ceiling_total_m);
        if (i->kind->covers != ORE_COVERS_NOTHING) {
            ore_inputs_number(&about, ORE_TEXT_COVERAGE, ORE_SHARE,
                              i->coverage);
        }
        if (i->kind->source == ORE_SOURCE_EQUITY) {
            ore_inputs_number(&about, ORE_TEXT_STAKE, ORE_SHARE, i->stake_max);
        }
        add_terms(&about, &i->terms);
    }
}

static void add_offices(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    for (int k = 0; k < book->round->n_offices; k++) {
        const ore_office *office = &book->round->offices[k];
        const ore_input_topic about = {sheet, ORE_LABEL(book, office),
                                       office->where};

        ore_inputs_number(&about, ORE_TEXT_PERMIT_COST, ORE_MONEY,
                          office->cost_m_per_unit);
    }
}

/* Stacking limits, when every option has the same: as the round gives them.
 * Offsets of ore_option. */
static const struct {
    ore_text text;
    size_t at;
} stacking[] = {
    {ORE_TEXT_PUBLIC_MAX, offsetof(ore_option, public_share_max)},
    {ORE_TEXT_GRANT_MAX, offsetof(ore_option, grant_share_max)},
    {ORE_TEXT_DEBT_MAX, offsetof(ore_option, debt_share_max)},
    {ORE_TEXT_SPONSOR_MIN, offsetof(ore_option, sponsor_share_min)},
};

static double option_share(const ore_option *option, size_t at)
{
    double value = 0.0;

    memcpy(&value, (const char *)option + at, sizeof value);
    return value;
}

static void add_stacking(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_input_topic about = {
        sheet, ore_book_text(book, ORE_TEXT_STACKING), {0}};

    for (size_t i = 0; i < sizeof stacking / sizeof *stacking; i++) {
        double min = HUGE_VAL, max = -HUGE_VAL;

        for (int o = 0; o < round->n_options; o++) {
            const double share =
                option_share(&round->options[o], stacking[i].at);

            min = fmin(min, share);
            max = fmax(max, share);
        }
        if (min == max) {
            ore_inputs_number(&about, stacking[i].text, ORE_SHARE, min);
        } else if (isfinite(min) && isfinite(max)) {
            ore_inputs_text(
                &about, stacking[i].text,
                ore_book_compose(book, ORE_TEXT_BY_PROJECT,
                                 ore_book_number(book, 100.0 * min, 1),
                                 ore_book_number(book, 100.0 * max, 1)));
        }
    }
}

void ore_fill_inputs(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &table, NULL);
    add_round(sheet);
    add_goals(sheet);
    add_budgets(sheet);
    add_instruments(sheet);
    add_offices(sheet);
    add_stacking(sheet);
    ore_inputs_supply(sheet);
    ore_inputs_options(sheet);
    add_noted_rows(sheet);
}
