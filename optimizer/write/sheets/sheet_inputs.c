/* Inputs: the assumptions that decide most, as they were read, each with the
 * place it comes from. Values in blue are echoes of the input files. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "write/book/columns.h"
#include "write/book/evidence.h"
#include "write/book/money.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("of", ORE_TEXT_OF, ORE_TEXT_CELL),
    ORE_COLUMN("what", ORE_TEXT_ASSUMPTION, ORE_TEXT_CELL),
    ORE_COLUMN("value", ORE_TEXT_VALUE, ORE_TEXT_CELL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("source", ORE_TEXT_SOURCE, ORE_TEXT_CELL),
    ORE_EVIDENCE_COLUMNS,
    {0}};

ORE_TABLE(table, "tblInputs", "inputs", columns, .is_filtered = true);

/* What rows are about: what their assumption belongs to, and where the input
 * says it. */
typedef struct topic {
    ore_sheet *sheet;
    const char *of;
    ore_where where;
} topic;

/* A new row without its value. */
static ore_sheet_row add(const topic *about, const char *what,
                         ore_quantity quantity)
{
    ore_book *book = about->sheet->book;
    const ore_sheet_row row = ore_sheet_next(about->sheet);

    ore_cell_text(row, "of", about->of);
    ore_cell_text(row, "what", what);
    ore_cell_at(row, "value")->quantity = quantity;
    ore_cell_at(row, "value")->look = ORE_INPUT;
    ore_cell_text_or(row, "unit", ore_book_unit(book, quantity),
                     ORE_TEXT_NO_UNIT);
    ore_cell_text(row, "source", ore_book_place(book, about->where));
    ore_cell_evidence(row, about->where);
    return row;
}

static void add_text(const topic *about, ore_text what, const char *text)
{
    const ore_book *book = about->sheet->book;

    ore_cell_text(add(about, ore_book_text(book, what), ORE_TEXT_CELL), "value",
                  text);
}

static void add_word(const topic *about, ore_text what, ore_text word)
{
    add_text(about, what, ore_book_text(about->sheet->book, word));
}

/* What is not finite was not given, and has no row. */
static void add_number(const topic *about, ore_text what, ore_quantity quantity,
                       double value)
{
    const ore_book *book = about->sheet->book;

    if (isfinite(value)) {
        ore_cell_number(add(about, ore_book_text(book, what), quantity),
                        "value", value);
    }
}

/* A number whose cell has a name. */
static void add_named(const topic *about, ore_text what, ore_quantity quantity,
                      double value, const char *name)
{
    const char *words = ore_book_text(about->sheet->book, what);
    const ore_sheet_row row = add(about, words, quantity);

    ore_cell_number(row, "value", value);
    ore_cell_name(row, "value", name);
}

/* An exchange rate as the round gives it; two decimals would show little of a
 * small one. */
static void add_rate(const topic *about, const ore_currency *currency)
{
    ore_book *book = about->sheet->book;
    const double rate = currency->is_inverse ? currency->worth : currency->rate;
    const ore_sheet_row row = add(about, ore_book_text(book, ORE_TEXT_FX),
                                  rate < 1.0 ? ORE_GENERAL : ORE_RATE);

    ore_cell_number(row, "value", rate);
    ore_cell_text(row, "unit", ore_book_rate_unit(book, currency));
    ore_cell_name(row, "value", ore_book_rate_name(book, currency));
}

/* What an option is called: its project's id and name, and its own name where
 * there are several. */
static const char *option_label(ore_book *book, int o)
{
    const ore_option *option = &book->round->options[o];
    const ore_project *project = &book->round->projects[option->project];
    const char *name =
        ore_book_compose(book, ORE_TEXT_LABEL_AMOUNT, project->id,
                         ore_book_project(book, project));

    return project->n_options < 2
               ? name
               : ore_book_compose(book, ORE_TEXT_LABEL_IN, name,
                                  ore_book_word(book, option->id));
}

/* What decides most about an option: cost, time, chances and what it makes. */
static void add_option(ore_sheet *sheet, int o)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_option *option = &round->options[o];
    const char *label = option_label(book, o);
    const topic about = {sheet, label, option->where};

    add_number(&about, ORE_TEXT_CAPEX, ORE_MONEY, option->capex_m);
    if (option->ready_on) {
        add_text(&about, ORE_TEXT_READY_ON, option->ready_on);
    }
    add_number(&about, ORE_TEXT_BUILD_YEARS, ORE_COUNT, option->build_years);
    add_number(&about, ORE_TEXT_SUCCESS, ORE_SHARE,
               option->success_probability);
    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];
        const ore_material *material = &round->materials[flow->material];

        if (flow->output_tpa > 0.0) {
            const char *what = ore_book_compose(book, ORE_TEXT_FULL_OUTPUT,
                                                ORE_LABEL(book, material));

            ore_cell_number(
                add(&(topic){sheet, label, flow->where}, what, ORE_FLOW),
                "value", flow->output_tpa);
        }
    }
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
            add_number(&(topic){sheet, evidence->address, evidence->where},
                       ORE_TEXT_ROW_OF_TABLE,
                       ends_with(evidence->address, "tpa") ? ORE_FLOW
                                                           : ORE_GENERAL,
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
    const topic about = {sheet, ore_book_text(book, ORE_TEXT_ROUND), file};

    add_text(&about, ORE_TEXT_NAME,
             ore_book_label(book, round->name, round->name_ja));
    add_text(&about, ORE_TEXT_SCENARIO, ore_book_word(book, round->scenario));
    add_number(&about, ORE_TEXT_COMMIT_FIRST, ORE_YEAR, round->commit.first);
    add_number(&about, ORE_TEXT_COMMIT_LAST, ORE_YEAR, round->commit.last);
    add_number(&about, ORE_TEXT_HORIZON_FIRST, ORE_YEAR, round->horizon.first);
    add_number(&about, ORE_TEXT_HORIZON_LAST, ORE_YEAR, round->horizon.last);
    if (round->decide_by) {
        add_text(&about, ORE_TEXT_DECIDE_BY, round->decide_by);
    }
    add_number(&about, ORE_TEXT_DISCOUNT, ORE_SHARE, round->discount_rate);
    if (round->price_year > 0) {
        add_named(&about, ORE_TEXT_PRICE_YEAR, ORE_YEAR, round->price_year,
                  "Price_year");
    }
    for (int c = 0; c < round->n_currencies; c++) {
        if (strcmp(round->currencies[c].code, round->currency) != 0) {
            add_rate(&about, &round->currencies[c]);
        }
    }
    add_number(&(topic){sheet, ore_book_text(book, ORE_TEXT_SCREENING), file},
               ORE_TEXT_CONCERN_SHARE, ORE_SHARE,
               round->screening.concern_share_max);
}

static void add_goals(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    for (int g = 0; g < book->round->n_goals; g++) {
        const ore_objective *use = &book->round->goals[g];
        const topic about = {sheet, ore_book_goal(book, use), use->where};

        add_number(&about, ORE_TEXT_GOAL_RANK, ORE_COUNT, g + 1.0);
        add_number(&about, ORE_TEXT_TOLERANCE, ORE_SHARE, use->tolerance);
        add_number(&about, ORE_TEXT_DISCOUNT, ORE_SHARE, use->discount_rate);
    }
}

static void add_budgets(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];
        const char *label = ORE_LABEL(book, budget);
        const topic about = {sheet, label, budget->where};

        for (int y = 0; y < round->n_budget_years; y++) {
            if (budget->amount_m[y] > 0.0) {
                add_number(
                    &(topic){sheet,
                             ore_book_compose(
                                 book, ORE_TEXT_LABEL_IN, label,
                                 ore_book_account_year(
                                     book, budget, round->commit.first + y)),
                             budget->rows && budget->rows[y].file
                                 ? budget->rows[y]
                                 : budget->where},
                    ORE_TEXT_AMOUNT, ORE_MONEY, budget->amount_m[y]);
            }
        }
        add_word(&about, ORE_TEXT_BASIS,
                 budget->basis == ORE_BASIS_COMMITMENT
                     ? ORE_TEXT_BASIS_COMMITMENT
                     : ORE_TEXT_BASIS_SPENDING);
        add_word(&about, ORE_TEXT_CARRY,
                 budget->carry_over ? ORE_TEXT_YES : ORE_TEXT_NO);
    }
}

static void add_instruments(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    for (int k = 0; k < book->round->n_instruments; k++) {
        const ore_instrument *i = &book->round->instruments[k];
        const topic about = {sheet, ORE_LABEL(book, i), i->where};

        add_text(&about, ORE_TEXT_KIND,
                 ore_book_own_word(book, i->kind->label, "instrument.%s",
                                   i->kind->name));
        add_number(&about, ORE_TEXT_SUBSIDY_RATE, ORE_SHARE, i->subsidy_rate);
        add_number(&about, ORE_TEXT_SHARE_MAX, ORE_SHARE, i->share_max);
        add_number(&about, ORE_TEXT_TICKET_MIN, ORE_MONEY,
                   i->ticket_min_m > 0.0 ? i->ticket_min_m : nan(""));
        add_number(&about, ORE_TEXT_TICKET_MAX, ORE_MONEY, i->ticket_max_m);
        add_number(&about, ORE_TEXT_CEILING, ORE_MONEY, i->ceiling_total_m);
        if (i->kind->covers != ORE_COVERS_NOTHING) {
            add_number(&about, ORE_TEXT_COVERAGE, ORE_SHARE, i->coverage);
        }
        if (i->kind->source == ORE_SOURCE_EQUITY) {
            add_number(&about, ORE_TEXT_STAKE, ORE_SHARE, i->stake_max);
        }
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
    const topic about = {sheet, ore_book_text(book, ORE_TEXT_STACKING), {0}};

    for (size_t i = 0; i < sizeof stacking / sizeof *stacking; i++) {
        double min = HUGE_VAL, max = -HUGE_VAL;

        for (int o = 0; o < round->n_options; o++) {
            const double share =
                option_share(&round->options[o], stacking[i].at);

            min = fmin(min, share);
            max = fmax(max, share);
        }
        if (min == max) {
            add_number(&about, stacking[i].text, ORE_SHARE, min);
        } else if (isfinite(min) && isfinite(max)) {
            add_text(&about, stacking[i].text,
                     ore_book_compose(book, ORE_TEXT_BY_PROJECT,
                                      ore_book_number(book, 100.0 * min, 1),
                                      ore_book_number(book, 100.0 * max, 1)));
        }
    }
}

void ore_fill_inputs(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &table, NULL);
    add_round(sheet);
    add_goals(sheet);
    add_budgets(sheet);
    add_instruments(sheet);
    add_stacking(sheet);
    for (int m = 0; m < round->n_materials; m++) {
        const ore_material *material = &round->materials[m];

        add_number(&(topic){sheet, ORE_LABEL(book, material), material->where},
                   ORE_TEXT_WEIGHT, ORE_SCORE, material->weight);
    }
    for (int r = 0; r < round->n_markets; r++) {
        const ore_market *market = &round->markets[r];

        add_number(&(topic){sheet, ORE_LABEL(book, market), market->where},
                   ORE_TEXT_WEIGHT, ORE_SCORE, market->weight);
    }
    for (int o = 0; o < round->n_options; o++) {
        add_option(sheet, o);
    }
    add_noted_rows(sheet);
}
