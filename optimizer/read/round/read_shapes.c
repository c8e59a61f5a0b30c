/* The shape of a project, which its options may change: cost, times, limits of
 * its financing, attributes; and [stacking], the defaults of those limits. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"

#define AT(field) offsetof(ore_option, field)

const ore_field ore_shape_fields[] = {
    {"capex", ORE_FIELD_NUMBER, AT(capex_m), 0, HUGE_VAL, NULL, "million",
     "capital cost", NULL},
    {"first_year", ORE_FIELD_YEAR, AT(first_year), 0, 0, "", "year",
     "of commitment, at the earliest; default: the round's", NULL},
    {"last_year", ORE_FIELD_YEAR, AT(last_year), 0, 0, "", "year",
     "of commitment, at the latest; default: the round's", NULL},
    {"ready_on", ORE_FIELD_DATE, AT(ready_on), 0, 0, "", "date",
     "when it can be decided; default: it can", NULL},
    {"build_years", ORE_FIELD_WHOLE, AT(build_years), 0, 50, "0", "years",
     "from commitment to capacity", NULL},
    {"ramp", ORE_FIELD_NUMBERS, AT(n_ramp), 0, 1, "1", "shares",
     "0.3 0.7 1: of capacity in the years after build_years; the last holds",
     NULL},
    {"life_years", ORE_FIELD_WHOLE, AT(life_years), 1, INT_MAX, "unlimited",
     "years", "of production", NULL},
    {"success_probability", ORE_FIELD_NUMBER, AT(success_probability), 0, 1,
     "1", "share", "counts when [derating] outputs = expected", NULL},
    {"sponsor_share_min", ORE_FIELD_NUMBER, AT(sponsor_share_min), 0, 1, "",
     "share", "sponsor equity, of capital cost; default: [stacking]", NULL},
    {"sponsor_equity_max", ORE_FIELD_NUMBER, AT(sponsor_equity_max_m), 0,
     HUGE_VAL, "unlimited", "million", "what the sponsors can pay", NULL},
    {"bank_debt_max", ORE_FIELD_NUMBER, AT(bank_debt_max_m), 0, HUGE_VAL,
     "unlimited", "million", "to be had without any guarantee", NULL},
    {"debt_capacity", ORE_FIELD_NUMBER, AT(sizing.given_m), 0, HUGE_VAL,
     "unlimited", "million", "all debt that its cash flow can carry", NULL},
    {"cash_flow", ORE_FIELD_NUMBERS, AT(sizing.n_cash), 0, HUGE_VAL, "",
     "million/yr",
     "40 60 80: for debt service, by year of the loan; the last holds. Limits "
     "the debt as debt_capacity does",
     NULL},
    {"dscr_min", ORE_FIELD_NUMBER, AT(sizing.dscr_min), 0.1, 100, "1.3", "",
     "cash_flow over debt service, at least", NULL},
    {"debt_rate", ORE_FIELD_NUMBER, AT(sizing.rate), 0, 1, "0.06", "per year",
     "interest of the debt that cash_flow serves", NULL},
    {"debt_tenor_years", ORE_FIELD_WHOLE, AT(sizing.tenor_years), 1, 60, "10",
     "years", "of the debt that cash_flow serves", NULL},
    {"debt_share_max", ORE_FIELD_NUMBER, AT(debt_share_max), 0, 1, "", "share",
     "all debt, of capital cost; default: [stacking]", NULL},
    {"public_share_max", ORE_FIELD_NUMBER, AT(public_share_max), 0, 1, "",
     "share", "public money, of capital cost; default: [stacking]", NULL},
    {"grant_share_max", ORE_FIELD_NUMBER, AT(grant_share_max), 0, 1, "",
     "share", "grants, of capital cost; default: [stacking]", NULL},
    {"instruments_max", ORE_FIELD_WHOLE, AT(instruments_max), 0, INT_MAX, "",
     "", "how many it may use; default: [stacking]", NULL},
    {"value", ORE_FIELD_NUMBER, AT(value), -HUGE_VAL, HUGE_VAL, "0", "",
     "for the goal value", NULL},
    {"markets", ORE_FIELD_OTHER, 0, 0, 0, "", "market",
     "whom it may sell to, with what share of its output they are promised: "
     "US JP:0.4; default: all",
     NULL},
    {"needs", ORE_FIELD_WORDS, AT(n_needs), 0, 0, "", "",
     "instruments or kinds without which it does not go ahead", NULL},
    {0},
};

const ore_field ore_stacking_fields[] = {
    {"sponsor_share_min", ORE_FIELD_NUMBER, AT(sponsor_share_min), 0, 1, "0",
     "share", "sponsor equity, of capital cost", NULL},
    {"debt_share_max", ORE_FIELD_NUMBER, AT(debt_share_max), 0, 1, "1", "share",
     "loans, guaranteed debt and bank debt, of capital cost", NULL},
    {"public_share_max", ORE_FIELD_NUMBER, AT(public_share_max), 0, 1, "1",
     "share", "grants, loans, public equity and covered debt, of capital cost",
     NULL},
    {"grant_share_max", ORE_FIELD_NUMBER, AT(grant_share_max), 0, 1, "1",
     "share", "grants, of capital cost", NULL},
    {"instruments_max", ORE_FIELD_WHOLE, AT(instruments_max), 0, INT_MAX,
     "unlimited", "", "how many a project may use", NULL},
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
    for (const ore_field *field = ore_stacking_fields; field->name; field++) {
        const size_t size =
            field->type == ORE_FIELD_NUMBER ? sizeof(double) : sizeof(int);

        if (!ore_record_cell(record, field->name)) {
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
        const ore_field field = {
            .name = round->attributes[i], .least = -HUGE_VAL, .most = HUGE_VAL};

        values[i] = shape->attributes ? shape->attributes[i] : 0.0;
        if (cell) {
            ore_take_number(reader, &field, cell, &values[i]);
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
    const char **names = ore_store_alloc(reader->store, 2 * ORE_MOST_COLUMNS,
                                         sizeof(const char *));
    int count = 0, n = 0;

    for (int i = 0; i < 2; i++) {
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
