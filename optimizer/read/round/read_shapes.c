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
    ORE_FIELD("capex", NUMBER, AT(capex_m), "capital cost", .min = 0.0,
              .max = ORE_NO_LIMIT, .is_required = true, .unit = "million"),
    ORE_FIELD("first_year", YEAR, AT(first_year),
              "of commitment, at the earliest; default: the round's",
              .unit = "year"),
    ORE_FIELD("last_year", YEAR, AT(last_year),
              "of commitment, at the latest; default: the round's",
              .unit = "year"),
    ORE_FIELD("ready_on", DATE, AT(ready_on),
              "when it can be decided; default: it can", .unit = "date"),
    ORE_FIELD("build_years", WHOLE, AT(build_years),
              "from commitment to capacity", .min = 0, .max = 50,
              .fallback = "0", .unit = "years"),
    ORE_FIELD("ramp", NUMBERS, AT(n_ramp),
              "0.3 0.7 1: of capacity in the years after build_years; the last "
              "holds",
              .min = 0.0, .max = 1.0, .fallback = "1", .unit = "shares"),
    ORE_FIELD("life_years", WHOLE, AT(life_years), "of production", .min = 1,
              .max = INT_MAX, .fallback = "unlimited", .unit = "years"),
    ORE_FIELD("success_probability", NUMBER, AT(success_probability),
              "counts when [derating] outputs = expected, and in [reliability]",
              .min = 0.0, .max = 1.0, .fallback = "1", .unit = "share"),
    ORE_FIELD("sponsor_share_min", NUMBER, AT(sponsor_share_min),
              "sponsor equity, of capital cost; default: [stacking]",
              .min = 0.0, .max = 1.0, .unit = "share"),
    ORE_FIELD("sponsor_equity_max", NUMBER, AT(sponsor_equity_max_m),
              "what the sponsors can pay", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "unlimited", .unit = "million"),
    ORE_FIELD("bank_debt_max", NUMBER, AT(bank_debt_max_m),
              "to be had without any guarantee", .min = 0.0,
              .max = ORE_NO_LIMIT, .fallback = "unlimited", .unit = "million"),
    ORE_FIELD("debt_capacity", NUMBER, AT(sizing.given_m),
              "all debt that its cash flow can carry", .min = 0.0,
              .max = ORE_NO_LIMIT, .fallback = "unlimited", .unit = "million"),
    ORE_FIELD(
        "cash_flow", NUMBERS, AT(sizing.n_cash),
        "40 60 80: for debt service, by year of the loan; the last holds. "
        "Limits the debt as debt_capacity does",
        .min = 0.0, .max = ORE_NO_LIMIT, .unit = "million/yr"),
    ORE_FIELD("dscr_min", NUMBER, AT(sizing.dscr_min),
              "cash_flow over debt service, at least", .min = 0.1, .max = 100.0,
              .fallback = "1.3"),
    ORE_FIELD("debt_rate", NUMBER, AT(sizing.rate),
              "interest of the debt that cash_flow serves", .min = 0.0,
              .max = 1.0, .fallback = "0.06", .unit = "per year"),
    ORE_FIELD("debt_tenor_years", WHOLE, AT(sizing.tenor_years),
              "of the debt that cash_flow serves", .min = 1, .max = 60,
              .fallback = "10", .unit = "years"),
    ORE_FIELD("debt_share_max", NUMBER, AT(debt_share_max),
              "all debt, of capital cost; default: [stacking]", .min = 0.0,
              .max = 1.0, .unit = "share"),
    ORE_FIELD("public_share_max", NUMBER, AT(public_share_max),
              "public money, of capital cost; default: [stacking]", .min = 0.0,
              .max = 1.0, .unit = "share"),
    ORE_FIELD("grant_share_max", NUMBER, AT(grant_share_max),
              "grants, of capital cost; default: [stacking]", .min = 0.0,
              .max = 1.0, .unit = "share"),
    ORE_FIELD("instruments_max", WHOLE, AT(instruments_max),
              "how many it may use; default: [stacking]", .min = 0,
              .max = INT_MAX),
    ORE_FIELD("value", NUMBER, AT(value), "for the goal value",
              .min = -ORE_NO_LIMIT, .max = ORE_NO_LIMIT, .fallback = "0"),
    ORE_FIELD("markets", OTHER, 0,
              "whom it may sell to, with what share of its output they are "
              "promised: US JP:0.4; default: all",
              .unit = "market"),
    ORE_FIELD("needs", WORDS, AT(n_needs),
              "instruments or kinds without which it does not go ahead"),
    ORE_FIELD("permit_office", OTHER, 0,
              "the office that issues its permit in the year of commitment; "
              "default: it needs none",
              .unit = "office"),
    ORE_FIELD("permit_units", NUMBER, AT(permit_units),
              "of that office's capacity; 0: it needs no permit", .min = 0.0,
              .max = ORE_NO_LIMIT, .fallback = "1", .unit = "units"),
    {0},
};

const ore_field ore_stacking_fields[] = {
    ORE_FIELD("sponsor_share_min", NUMBER, AT(sponsor_share_min),
              "sponsor equity, of capital cost", .min = 0.0, .max = 1.0,
              .fallback = "0", .unit = "share"),
    ORE_FIELD("debt_share_max", NUMBER, AT(debt_share_max),
              "loans, guaranteed debt and bank debt, of capital cost",
              .min = 0.0, .max = 1.0, .fallback = "1", .unit = "share"),
    ORE_FIELD("public_share_max", NUMBER, AT(public_share_max),
              "grants, loans, public equity and covered debt, of capital cost",
              .min = 0.0, .max = 1.0, .fallback = "1", .unit = "share"),
    ORE_FIELD("grant_share_max", NUMBER, AT(grant_share_max),
              "grants, of capital cost", .min = 0.0, .max = 1.0,
              .fallback = "1", .unit = "share"),
    ORE_FIELD("instruments_max", WHOLE, AT(instruments_max),
              "how many a project may use", .min = 0, .max = INT_MAX,
              .fallback = "unlimited"),
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

/* The office that the record names; else the one that is there. */
static void take_office(const ore_reader *reader, const ore_record *record,
                        ore_option *shape)
{
    const ore_source_cell *units = ore_record_cell(record, "permit_units");

    if (ore_record_cell(record, "permit_office")) {
        shape->office = ore_reference(reader, record, "permit_office",
                                      ore_office_list(reader->round));
    } else if (units && shape->office < 0) {
        ore_error(reader->diags, units->where, "%s without %s", "permit_units",
                  "permit_office");
    }
}

static void complete(const ore_reader *reader, const ore_record *record,
                     ore_option *shape)
{
    check(reader, record, shape);
    take_office(reader, record, shape);
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
    shape->office = -1;
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
