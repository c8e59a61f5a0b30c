/* Inputs: the assumptions that decide most, as they were read, each with the
 * place it comes from. Values in blue are echoes of the input files. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "write/book/columns.h"
#include "write/book/evidence.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("of", ORE_TEXT_OF, ORE_TEXT_CELL),
    ORE_COLUMN("what", ORE_TEXT_ASSUMPTION, ORE_TEXT_CELL),
    ORE_COLUMN("value", ORE_TEXT_VALUE, ORE_TEXT_CELL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("source", ORE_TEXT_SOURCE, ORE_TEXT_CELL),
    ORE_EVIDENCE_COLUMNS,
    {0}};

static const ore_sheet_table_def table = {.name = "tblInputs",
                                          .slug = "inputs",
                                          .columns = columns,
                                          .is_filtered = true};

/* A new row without its value; `of` is what the assumption belongs to. */
static ore_sheet_row add(ore_sheet *sheet, const char *of, const char *what,
                         ore_quantity quantity, ore_where where)
{
    ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "of", of);
    ore_cell_text(row, "what", what);
    ore_cell_at(row, "value")->quantity = quantity;
    ore_cell_at(row, "value")->look = ORE_INPUT;
    ore_cell_text_or(row, "unit", ore_book_unit(book, quantity),
                     ORE_TEXT_NO_UNIT);
    ore_cell_text(row, "source", ore_book_place(book, where));
    ore_cell_evidence(row, where);
    return row;
}

static void add_text(ore_sheet *sheet, const char *of, ore_text what,
                     const char *text, ore_where where)
{
    ore_cell_text(
        add(sheet, of, ore_book_text(sheet->book, what), ORE_TEXT_CELL, where),
        "value", text);
}

static void add_word(ore_sheet *sheet, const char *of, ore_text what,
                     ore_text word, ore_where where)
{
    add_text(sheet, of, what, ore_book_text(sheet->book, word), where);
}

/* What is not finite was not given, and has no row. */
static void add_number(ore_sheet *sheet, const char *of, ore_text what,
                       ore_quantity quantity, double value, ore_where where)
{
    if (isfinite(value)) {
        ore_cell_number(
            add(sheet, of, ore_book_text(sheet->book, what), quantity, where),
            "value", value);
    }
}

/* A number whose cell has a name. */
static void add_named(ore_sheet *sheet, const char *name, ore_text what,
                      ore_quantity quantity, double value, ore_where where)
{
    const ore_sheet_row row =
        add(sheet, ore_book_text(sheet->book, ORE_TEXT_ROUND),
            ore_book_text(sheet->book, what), quantity, where);

    ore_cell_number(row, "value", value);
    ore_cell_name(row, "value", name);
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

    add_number(sheet, label, ORE_TEXT_CAPEX, ORE_MONEY, option->capex_m,
               option->where);
    if (option->ready_on) {
        add_text(sheet, label, ORE_TEXT_READY_ON, option->ready_on,
                 option->where);
    }
    add_number(sheet, label, ORE_TEXT_BUILD_YEARS, ORE_COUNT,
               option->build_years, option->where);
    add_number(sheet, label, ORE_TEXT_SUCCESS, ORE_SHARE,
               option->success_probability, option->where);
    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];
        const ore_material *material = &round->materials[flow->material];

        if (flow->output_tpa > 0.0) {
            const char *what = ore_book_compose(book, ORE_TEXT_FULL_OUTPUT,
                                                ORE_LABEL(book, material));

            ore_cell_number(add(sheet, label, what, ORE_FLOW, flow->where),
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
            add_number(sheet, evidence->address, ORE_TEXT_ROW_OF_TABLE,
                       ends_with(evidence->address, "tpa") ? ORE_FLOW
                                                           : ORE_GENERAL,
                       number, evidence->where);
        }
    }
}

static void add_round(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *section = ore_book_text(book, ORE_TEXT_ROUND);
    const ore_where file = {round->n_inputs > 0 ? round->inputs[0].path : NULL,
                            0, 0};

    add_text(sheet, section, ORE_TEXT_NAME,
             ore_book_label(book, round->name, round->name_ja), file);
    add_text(sheet, section, ORE_TEXT_SCENARIO,
             ore_book_word(book, round->scenario), file);
    add_number(sheet, section, ORE_TEXT_COMMIT_FIRST, ORE_YEAR,
               round->commit.first, file);
    add_number(sheet, section, ORE_TEXT_COMMIT_LAST, ORE_YEAR,
               round->commit.last, file);
    add_number(sheet, section, ORE_TEXT_HORIZON_FIRST, ORE_YEAR,
               round->horizon.first, file);
    add_number(sheet, section, ORE_TEXT_HORIZON_LAST, ORE_YEAR,
               round->horizon.last, file);
    if (round->decide_by) {
        add_text(sheet, section, ORE_TEXT_DECIDE_BY, round->decide_by, file);
    }
    add_number(sheet, section, ORE_TEXT_DISCOUNT, ORE_SHARE,
               round->discount_rate, file);
    if (round->price_year > 0) {
        add_named(sheet, "Price_year", ORE_TEXT_PRICE_YEAR, ORE_YEAR,
                  round->price_year, file);
    }
    if (isfinite(round->jpy_per_usd)) {
        add_named(sheet, "FX_JPY_per_USD", ORE_TEXT_FX, ORE_RATE,
                  round->jpy_per_usd, file);
    }
    add_number(sheet, ore_book_text(book, ORE_TEXT_SCREENING),
               ORE_TEXT_CONCERN_SHARE, ORE_SHARE,
               round->screening.concern_share_max, file);
}

static void add_goals(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    for (int g = 0; g < book->round->n_goals; g++) {
        const ore_objective *use = &book->round->goals[g];
        const char *label = ore_book_goal(book, use);

        add_number(sheet, label, ORE_TEXT_GOAL_RANK, ORE_COUNT, g + 1.0,
                   use->where);
        add_number(sheet, label, ORE_TEXT_TOLERANCE, ORE_SHARE, use->tolerance,
                   use->where);
        add_number(sheet, label, ORE_TEXT_DISCOUNT, ORE_SHARE,
                   use->discount_rate, use->where);
    }
}

static void add_budgets(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];
        const char *label = ORE_LABEL(book, budget);

        for (int y = 0; y < round->n_budget_years; y++) {
            if (budget->amount_m[y] > 0.0) {
                add_number(
                    sheet,
                    ore_book_compose(
                        book, ORE_TEXT_LABEL_IN, label,
                        ore_book_print(book, "%d", round->commit.first + y)),
                    ORE_TEXT_AMOUNT, ORE_MONEY, budget->amount_m[y],
                    budget->rows && budget->rows[y].file ? budget->rows[y]
                                                         : budget->where);
            }
        }
        add_word(sheet, label, ORE_TEXT_BASIS,
                 budget->basis == ORE_BASIS_COMMITMENT
                     ? ORE_TEXT_BASIS_COMMITMENT
                     : ORE_TEXT_BASIS_SPENDING,
                 budget->where);
        add_word(sheet, label, ORE_TEXT_CARRY,
                 budget->carry_over ? ORE_TEXT_YES : ORE_TEXT_NO,
                 budget->where);
    }
}

static void add_instruments(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    for (int k = 0; k < book->round->n_instruments; k++) {
        const ore_instrument *i = &book->round->instruments[k];
        const char *label = ORE_LABEL(book, i);
        const ore_where where = i->where;

        add_text(sheet, label, ORE_TEXT_KIND, ORE_LABEL(book, i->kind), where);
        add_number(sheet, label, ORE_TEXT_SUBSIDY_RATE, ORE_SHARE,
                   i->subsidy_rate, where);
        add_number(sheet, label, ORE_TEXT_SHARE_MAX, ORE_SHARE, i->share_max,
                   where);
        add_number(sheet, label, ORE_TEXT_TICKET_MIN, ORE_MONEY,
                   i->ticket_min_m > 0.0 ? i->ticket_min_m : nan(""), where);
        add_number(sheet, label, ORE_TEXT_TICKET_MAX, ORE_MONEY,
                   i->ticket_max_m, where);
        add_number(sheet, label, ORE_TEXT_CEILING, ORE_MONEY,
                   i->ceiling_total_m, where);
        if (i->kind->covers != ORE_COVERS_NOTHING) {
            add_number(sheet, label, ORE_TEXT_COVERAGE, ORE_SHARE, i->coverage,
                       where);
        }
        if (i->kind->source == ORE_SOURCE_EQUITY) {
            add_number(sheet, label, ORE_TEXT_STAKE, ORE_SHARE, i->stake_max,
                       where);
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
    const char *label = ore_book_text(book, ORE_TEXT_STACKING);
    const ore_where nowhere = {0};

    for (size_t i = 0; i < sizeof stacking / sizeof *stacking; i++) {
        double min = HUGE_VAL, max = -HUGE_VAL;

        for (int o = 0; o < round->n_options; o++) {
            const double share =
                option_share(&round->options[o], stacking[i].at);

            min = fmin(min, share);
            max = fmax(max, share);
        }
        if (min == max) {
            add_number(sheet, label, stacking[i].text, ORE_SHARE, min, nowhere);
        } else if (isfinite(min) && isfinite(max)) {
            add_text(sheet, label, stacking[i].text,
                     ore_book_compose(book, ORE_TEXT_BY_PROJECT,
                                      ore_book_number(book, 100.0 * min, 1),
                                      ore_book_number(book, 100.0 * max, 1)),
                     nowhere);
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

        add_number(sheet, ORE_LABEL(book, material), ORE_TEXT_WEIGHT, ORE_SCORE,
                   material->weight, material->where);
    }
    for (int r = 0; r < round->n_markets; r++) {
        const ore_market *market = &round->markets[r];

        add_number(sheet, ORE_LABEL(book, market), ORE_TEXT_WEIGHT, ORE_SCORE,
                   market->weight, market->where);
    }
    for (int o = 0; o < round->n_options; o++) {
        add_option(sheet, o);
    }
    add_noted_rows(sheet);
}
