/* The shape of a project, which its options may change: cost, times, limits of
 * its financing, attributes; and [stacking], the defaults of those limits. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/instrument.h"
#include "read/round/fields.h"

#define AT(field) offsetof(ore_option, field)

const ore_field ore_shape_fields[] = {
    {.key = "capex",
     .type = ORE_FIELD_NUMBER,
     .at = AT(capex_m),
     .min = 0.0,
     .max = ORE_NO_LIMIT,
     .is_required = true,
     .unit = "million",
     .help = "capital cost"},
    {.key = "first_year",
     .type = ORE_FIELD_YEAR,
     .at = AT(first_year),
     .unit = "year",
     .help = "of commitment, at the earliest; default: the round's"},
    {.key = "last_year",
     .type = ORE_FIELD_YEAR,
     .at = AT(last_year),
     .unit = "year",
     .help = "of commitment, at the latest; default: the round's"},
    {.key = "ready_on",
     .type = ORE_FIELD_DATE,
     .at = AT(ready_on),
     .unit = "date",
     .help = "when it can be decided; default: it can"},
    {.key = "build_years",
     .type = ORE_FIELD_WHOLE,
     .at = AT(build_years),
     .min = 0,
     .max = 50,
     .fallback = "0",
     .unit = "years",
     .help = "from commitment to capacity"},
    {.key = "ramp",
     .type = ORE_FIELD_NUMBERS,
     .at = AT(n_ramp),
     .min = 0.0,
     .max = 1.0,
     .fallback = "1",
     .unit = "shares",
     .help = "0.3 0.7 1: of capacity in the years after build_years; the last "
             "holds"},
    {.key = "life_years",
     .type = ORE_FIELD_WHOLE,
     .at = AT(life_years),
     .min = 1,
     .max = INT_MAX,
     .fallback = "unlimited",
     .unit = "years",
     .help = "of production"},
    {.key = "success_probability",
     .type = ORE_FIELD_NUMBER,
     .at = AT(success_probability),
     .min = 0.0,
     .max = 1.0,
     .fallback = "1",
     .unit = "share",
     .help = "counts when [derating] outputs = expected"},
    {.key = "sponsor_share_min",
     .type = ORE_FIELD_NUMBER,
     .at = AT(sponsor_share_min),
     .min = 0.0,
     .max = 1.0,
     .unit = "share",
     .help = "sponsor equity, of capital cost; default: [stacking]"},
    {.key = "sponsor_equity_max",
     .type = ORE_FIELD_NUMBER,
     .at = AT(sponsor_equity_max_m),
     .min = 0.0,
     .max = ORE_NO_LIMIT,
     .fallback = "unlimited",
     .unit = "million",
     .help = "what the sponsors can pay"},
    {.key = "bank_debt_max",
     .type = ORE_FIELD_NUMBER,
     .at = AT(bank_debt_max_m),
     .min = 0.0,
     .max = ORE_NO_LIMIT,
     .fallback = "unlimited",
     .unit = "million",
     .help = "to be had without any guarantee"},
    {.key = "debt_capacity",
     .type = ORE_FIELD_NUMBER,
     .at = AT(sizing.given_m),
     .min = 0.0,
     .max = ORE_NO_LIMIT,
     .fallback = "unlimited",
     .unit = "million",
     .help = "all debt that its cash flow can carry"},
    {.key = "cash_flow",
     .type = ORE_FIELD_NUMBERS,
     .at = AT(sizing.n_cash),
     .min = 0.0,
     .max = ORE_NO_LIMIT,
     .unit = "million/yr",
     .help = "40 60 80: for debt service, by year of the loan; the last holds. "
             "Limits the debt as debt_capacity does"},
    {.key = "dscr_min",
     .type = ORE_FIELD_NUMBER,
     .at = AT(sizing.dscr_min),
     .min = 0.1,
     .max = 100.0,
     .fallback = "1.3",
     .help = "cash_flow over debt service, at least"},
    {.key = "debt_rate",
     .type = ORE_FIELD_NUMBER,
     .at = AT(sizing.rate),
     .min = 0.0,
     .max = 1.0,
     .fallback = "0.06",
     .unit = "per year",
     .help = "interest of the debt that cash_flow serves"},
    {.key = "debt_tenor_years",
     .type = ORE_FIELD_WHOLE,
     .at = AT(sizing.tenor_years),
     .min = 1,
     .max = 60,
     .fallback = "10",
     .unit = "years",
     .help = "of the debt that cash_flow serves"},
    {.key = "debt_share_max",
     .type = ORE_FIELD_NUMBER,
     .at = AT(debt_share_max),
     .min = 0.0,
     .max = 1.0,
     .unit = "share",
     .help = "all debt, of capital cost; default: [stacking]"},
    {.key = "public_share_max",
     .type = ORE_FIELD_NUMBER,
     .at = AT(public_share_max),
     .min = 0.0,
     .max = 1.0,
     .unit = "share",
     .help = "public money, of capital cost; default: [stacking]"},
    {.key = "grant_share_max",
     .type = ORE_FIELD_NUMBER,
     .at = AT(grant_share_max),
     .min = 0.0,
     .max = 1.0,
     .unit = "share",
     .help = "grants, of capital cost; default: [stacking]"},
    {.key = "instruments_max",
     .type = ORE_FIELD_WHOLE,
     .at = AT(instruments_max),
     .min = 0,
     .max = INT_MAX,
     .help = "how many it may use; default: [stacking]"},
    {.key = "value",
     .type = ORE_FIELD_NUMBER,
     .at = AT(value),
     .min = -ORE_NO_LIMIT,
     .max = ORE_NO_LIMIT,
     .fallback = "0",
     .help = "for the goal value"},
    {.key = "markets",
     .type = ORE_FIELD_OTHER,
     .unit = "market",
     .help = "whom it may sell to, with what share of its output they are "
             "promised: US JP:0.4; default: all"},
    {.key = "needs",
     .type = ORE_FIELD_WORDS,
     .at = AT(n_needs),
     .help = "instruments or kinds without which it does not go ahead"},
    {0},
};

const ore_field ore_stacking_fields[] = {
    {.key = "sponsor_share_min",
     .type = ORE_FIELD_NUMBER,
     .at = AT(sponsor_share_min),
     .min = 0.0,
     .max = 1.0,
     .fallback = "0",
     .unit = "share",
     .help = "sponsor equity, of capital cost"},
    {.key = "debt_share_max",
     .type = ORE_FIELD_NUMBER,
     .at = AT(debt_share_max),
     .min = 0.0,
     .max = 1.0,
     .fallback = "1",
     .unit = "share",
     .help = "loans, guaranteed debt and bank debt, of capital cost"},
    {.key = "public_share_max",
     .type = ORE_FIELD_NUMBER,
     .at = AT(public_share_max),
     .min = 0.0,
     .max = 1.0,
     .fallback = "1",
     .unit = "share",
     .help = "grants, loans, public equity and covered debt, of capital cost"},
    {.key = "grant_share_max",
     .type = ORE_FIELD_NUMBER,
     .at = AT(grant_share_max),
     .min = 0.0,
     .max = 1.0,
     .fallback = "1",
     .unit = "share",
     .help = "grants, of capital cost"},
    {.key = "instruments_max",
     .type = ORE_FIELD_WHOLE,
     .at = AT(instruments_max),
     .min = 0,
     .max = INT_MAX,
     .fallback = "unlimited",
     .help = "how many a project may use"},
    {0},
};

void ore_read_stacking(const ore_reader *reader, ore_option *stacking)
{
    const ore_section *section = ore_section_of(reader, "stacking");
    const ore_record none = {0};

    *stacking = (ore_option){0};
    ore_fill(reader, section ? &section->record : &none, ore_stacking_fields,
             stacking);
}

static void inherit(const ore_record *record, const ore_option *stacking,
                    ore_option *shape)
{
    for (const ore_field *field = ore_stacking_fields; field->key; field++) {
        const size_t size =
            field->type == ORE_FIELD_NUMBER ? sizeof(double) : sizeof(int);

        if (!ore_record_cell(record, field->key)) {
            memcpy((char *)shape + field->at,
                   (const char *)stacking + field->at, size);
        }
    }
}

static void check(const ore_reader *reader, const ore_record *record,
                  const ore_option *shape)
{
    const ore_source_cell *last = ore_record_cell(record, "last_year");
    const ore_source_cell *cell =
        last ? last : ore_record_cell(record, "first_year");

    if (cell && shape->first_year > shape->last_year) {
        ore_error(reader->diags, cell->where,
                  "first_year %d is later than last_year %d", shape->first_year,
                  shape->last_year);
    }
}

/* Attributes of the record over those that are there. */
static void take_attributes(const ore_reader *reader, const ore_record *record,
                            ore_option *shape)
{
    const ore_round *round = reader->round;
    double *values =
        ore_store_alloc(reader->store, round->n_attributes, sizeof(double));

    for (int i = 0; i < round->n_attributes; i++) {
        const ore_source_cell *cell =
            ore_record_cell(record, round->attributes[i]);
        const ore_field field = {.key = round->attributes[i],
                                 .min = -ORE_NO_LIMIT,
                                 .max = ORE_NO_LIMIT};

        values[i] = shape->attributes ? shape->attributes[i] : 0.0;
        if (cell) {
            ore_value_number(reader, &field, cell, &values[i]);
        }
    }
    shape->attributes = values;
}

static void complete(const ore_reader *reader, const ore_record *record,
                     ore_option *shape)
{
    check(reader, record, shape);
    shape->debt_capacity_m = ore_debt_capacity_m(&shape->sizing);
    take_attributes(reader, record, shape);
    ore_take_markets(reader, record, shape);
}

void ore_read_shape(const ore_reader *reader, const ore_record *record,
                    const ore_option *stacking, ore_option *shape)
{
    const ore_years commit = reader->round->commit;
    const ore_option limits = *stacking;

    ore_fill(reader, record, ore_shape_fields, shape);
    inherit(record, &limits, shape);
    if (shape->first_year == 0) {
        /* A window that ends before the round is no contradiction. */
        shape->first_year =
            shape->last_year != 0 && shape->last_year < commit.first
                ? shape->last_year
                : commit.first;
    }
    if (shape->last_year == 0) {
        shape->last_year =
            shape->first_year > commit.last ? shape->first_year : commit.last;
    }
    complete(reader, record, shape);
}

void ore_overlay_shape(const ore_reader *reader, const ore_record *record,
                       ore_option *shape)
{
    ore_fill_given(reader, record, ore_shape_fields, shape);
    complete(reader, record, shape);
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void ore_read_attributes(ore_reader *reader)
{
    const ore_table_id tables[] = {ORE_TABLE_PROJECTS, ORE_TABLE_OPTIONS};
    const char **names =
        ore_store_alloc(reader->store, ORE_COUNT_OF(tables) * ORE_MAX_COLUMNS,
                        sizeof(const char *));
    int count = 0, n = 0;

    for (int i = 0; i < ORE_COUNT_OF(tables); i++) {
        const ore_table *table = reader->tables[tables[i]];

        for (int j = 0; table && j < table->n_columns; j++) {
            if (strncmp(table->columns[j], "x_", 2) == 0) {
                names[count++] = table->columns[j];
            }
        }
    }
    if (count > 0) {
        qsort(names, (size_t)count, sizeof(const char *), by_text);
    }
    for (int i = 0; i < count; i++) {
        if (n == 0 || strcmp(names[n - 1], names[i]) != 0) {
            names[n++] = names[i];
        }
    }
    reader->round->attributes = names;
    reader->round->n_attributes = n;
}
