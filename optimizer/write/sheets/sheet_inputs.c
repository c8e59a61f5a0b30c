/* Inputs: the assumptions that decide most, as they were read, each with the
 * place it comes from. Values in blue are echoes of the input files. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "write/book/columns.h"
#include "write/book/evidence.h"

/* A new row; `of` is what the assumption belongs to. Returns its value cell. */
static ore_sheet_cell *add_words(ore_sheet *sheet, const char *of,
                                 const char *what, ore_quantity quantity,
                                 ore_where where)
{
    ore_book *book = sheet->book;
    const char *unit = ore_unit(book, quantity);
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], of);
    ore_set_text(&row[ORE_INPUTS_WHAT], what);
    row[ORE_INPUTS_VALUE].quantity = quantity;
    row[ORE_INPUTS_VALUE].look = ORE_INPUT;
    ore_set_text(&row[ORE_INPUTS_UNIT],
                 *unit ? unit : ore_say(book, ORE_TEXT_NO_UNIT));
    ore_set_text(&row[ORE_INPUTS_SOURCE], ore_source_text(book, where));
    ore_set_evidence(book, &row[ORE_INPUTS_SOURCE + 1], where);
    return &row[ORE_INPUTS_VALUE];
}

static ore_sheet_cell *add(ore_sheet *sheet, const char *of, ore_text what,
                           ore_quantity quantity, ore_where where)
{
    return add_words(sheet, of, ore_say(sheet->book, what), quantity, where);
}

static void add_number(ore_sheet *sheet, const char *of, ore_text what,
                       ore_quantity quantity, double value, ore_where where)
{
    if (isfinite(value)) {
        ore_set_number(add(sheet, of, what, quantity, where), value);
    }
}

/* What an option is called: its project's id and name, and its own name where
 * there are several. */
static const char *option_label(ore_book *book, int o)
{
    const ore_option *option = &book->round->options[o];
    const ore_project *project = &book->round->projects[option->project];
    const char *name =
        ore_join(book, ORE_TEXT_LABEL_AMOUNT, project->id,
                 ore_label(book, project->name, project->name_ja));

    return project->n_options < 2 ? name
                                  : ore_join(book, ORE_TEXT_LABEL_IN, name,
                                             ore_word(book, option->id));
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
        ore_set_text(
            add(sheet, label, ORE_TEXT_READY_ON, ORE_TEXT_CELL, option->where),
            option->ready_on);
    }
    add_number(sheet, label, ORE_TEXT_BUILD_YEARS, ORE_COUNT,
               option->build_years, option->where);
    add_number(sheet, label, ORE_TEXT_SUCCESS, ORE_SHARE,
               option->success_probability, option->where);
    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];
        const ore_material *material = &round->materials[flow->material];

        if (flow->output_tpa > 0.0) {
            const char *what = ore_compose(
                book, ORE_TEXT_FULL_OUTPUT,
                (const char *const[]){
                    ore_label(book, material->label, material->label_ja),
                    NULL});

            ore_set_number(add_words(sheet, label, what, ORE_FLOW, flow->where),
                           flow->output_tpa);
        }
    }
}

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text), of_end = strlen(end);

    return length >= of_end && strcmp(text + length - of_end, end) == 0;
}

/* What the tables' notes say of rows that no line above shows. A project with
 * options is shown by these. */
static void add_noted_rows(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *table = &sheet->tables[0];
    const int n_shown = table->n_rows;

    for (int i = 0; i < book->round->n_evidence; i++) {
        const ore_evidence *evidence = &book->round->evidence[i];
        const char *source = ore_source_text(book, evidence->where);
        double number;
        int row = 0;

        while (
            row < n_shown &&
            strcmp(
                table->cells[row * table->n_columns + ORE_INPUTS_SOURCE].text,
                source) != 0) {
            row++;
        }
        if (row == n_shown && !ore_parse_number(evidence->value, &number) &&
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
    const char *section = ore_say(book, ORE_TEXT_ROUND);
    const ore_where file = {round->n_inputs > 0 ? round->inputs[0].path : NULL,
                            0, 0};

    ore_set_text(add(sheet, section, ORE_TEXT_NAME, ORE_TEXT_CELL, file),
                 ore_label(book, round->name, round->name_ja));
    ore_set_text(add(sheet, section, ORE_TEXT_SCENARIO, ORE_TEXT_CELL, file),
                 ore_word(book, round->scenario));
    add_number(sheet, section, ORE_TEXT_COMMIT_FIRST, ORE_YEAR,
               round->commit.first, file);
    add_number(sheet, section, ORE_TEXT_COMMIT_LAST, ORE_YEAR,
               round->commit.last, file);
    add_number(sheet, section, ORE_TEXT_HORIZON_FIRST, ORE_YEAR,
               round->horizon.first, file);
    add_number(sheet, section, ORE_TEXT_HORIZON_LAST, ORE_YEAR,
               round->horizon.last, file);
    if (round->decide_by) {
        ore_set_text(
            add(sheet, section, ORE_TEXT_DECIDE_BY, ORE_TEXT_CELL, file),
            round->decide_by);
    }
    add_number(sheet, section, ORE_TEXT_DISCOUNT, ORE_SHARE,
               round->discount_rate, file);
    if (round->price_year > 0) {
        add_number(sheet, section, ORE_TEXT_PRICE_YEAR, ORE_YEAR,
                   round->price_year, file);
        ore_name_here(sheet, "Price_year", ORE_INPUTS_VALUE);
    }
    if (isfinite(round->jpy_per_usd)) {
        add_number(sheet, section, ORE_TEXT_FX, ORE_RATE, round->jpy_per_usd,
                   file);
        ore_name_here(sheet, "FX_JPY_per_USD", ORE_INPUTS_VALUE);
    }
    add_number(sheet, ore_say(book, ORE_TEXT_SCREENING), ORE_TEXT_CONCERN_SHARE,
               ORE_SHARE, round->screening.concern_share_max, file);
}

static void add_goals(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    for (int g = 0; g < book->round->n_goals; g++) {
        const ore_objective *use = &book->round->goals[g];
        const char *label = ore_goal_title(book, use);

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
        const char *label = ore_label(book, budget->label, budget->label_ja);

        for (int y = 0; y < round->n_budget_years; y++) {
            if (budget->amount_m[y] > 0.0) {
                add_number(
                    sheet,
                    ore_join(book, ORE_TEXT_LABEL_IN, label,
                             ore_keep(book, "%d", round->commit.first + y)),
                    ORE_TEXT_AMOUNT, ORE_MONEY, budget->amount_m[y],
                    budget->rows && budget->rows[y].file ? budget->rows[y]
                                                         : budget->where);
            }
        }
        ore_set_text(
            add(sheet, label, ORE_TEXT_BASIS, ORE_TEXT_CELL, budget->where),
            ore_say(book, budget->basis == ORE_BASIS_COMMITMENT
                              ? ORE_TEXT_BASIS_COMMITMENT
                              : ORE_TEXT_BASIS_SPENDING));
        ore_set_text(
            add(sheet, label, ORE_TEXT_CARRY, ORE_TEXT_CELL, budget->where),
            ore_say(book, budget->carry_over ? ORE_TEXT_YES : ORE_TEXT_NO));
    }
}

static void add_instruments(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    for (int k = 0; k < book->round->n_instruments; k++) {
        const ore_instrument *i = &book->round->instruments[k];
        const char *label = ore_label(book, i->label, i->label_ja);
        const ore_where where = i->where;

        ore_set_text(add(sheet, label, ORE_TEXT_KIND, ORE_TEXT_CELL, where),
                     ore_label(book, i->kind->label, i->kind->label_ja));
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
    const char *label = ore_say(book, ORE_TEXT_STACKING);
    const ore_where nowhere = {0};

    for (size_t i = 0; i < sizeof stacking / sizeof *stacking; i++) {
        double least = HUGE_VAL, most = -HUGE_VAL;

        for (int o = 0; o < round->n_options; o++) {
            const double share =
                option_share(&round->options[o], stacking[i].at);

            least = fmin(least, share);
            most = fmax(most, share);
        }
        if (least == most) {
            add_number(sheet, label, stacking[i].text, ORE_SHARE, least,
                       nowhere);
        } else if (isfinite(least) && isfinite(most)) {
            ore_set_text(
                add(sheet, label, stacking[i].text, ORE_TEXT_CELL, nowhere),
                ore_compose(book, ORE_TEXT_BY_PROJECT,
                            (const char *const[]){
                                ore_spelled(book, 100.0 * least, 1),
                                ore_spelled(book, 100.0 * most, 1), NULL}));
        }
    }
}

void ore_fill_inputs(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_add_table(sheet, "tblInputs", "inputs", NULL);
    ore_filter_table(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_OF), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_ASSUMPTION), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_VALUE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_UNIT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SOURCE), ORE_TEXT_CELL);
    ore_add_evidence_columns(sheet);
    add_round(sheet);
    add_goals(sheet);
    add_budgets(sheet);
    add_instruments(sheet);
    add_stacking(sheet);
    for (int m = 0; m < round->n_materials; m++) {
        const ore_material *material = &round->materials[m];

        add_number(sheet, ore_label(book, material->label, material->label_ja),
                   ORE_TEXT_WEIGHT, ORE_SCORE, material->weight,
                   material->where);
    }
    for (int r = 0; r < round->n_markets; r++) {
        const ore_market *market = &round->markets[r];

        add_number(sheet, ore_label(book, market->label, market->label_ja),
                   ORE_TEXT_WEIGHT, ORE_SCORE, market->weight, market->where);
    }
    for (int o = 0; o < round->n_options; o++) {
        add_option(sheet, o);
    }
    add_noted_rows(sheet);
}
