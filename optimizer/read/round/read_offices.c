/* Permit offices: what they can work off in a year, and what that costs. */
#include <math.h>

#include "read/money/quotation.h"
#include "read/round/fields.h"

#define AT(field) offsetof(ore_office, field)

const ore_field ore_office_fields[] = {
    ORE_FIELD("label", TEXT, AT(label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, AT(label_ja), "in Japanese; default: label"),
    ORE_FIELD("capacity", YEARLY, 0,
              "8 for every commitment year, or 2026:8 2027:6; years not given "
              "are 0",
              .min = 0.0, .max = ORE_NO_LIMIT, .is_required = true,
              .unit = "units"),
    ORE_FIELD("cost_per_unit", NUMBER, AT(cost_m_per_unit),
              "what a permit unit charges the account `budget`", .min = 0.0,
              .max = ORE_NO_LIMIT, .fallback = "0", .unit = "million"),
    ORE_FIELD("budget", OTHER, 0,
              "the account that pays, in the year of the commitment",
              .unit = "budget"),
    ORE_FIELD("currency", CURRENCY, AT(quoted.currency),
              "of cost_per_unit; default: the round's"),
    ORE_FIELD("price_year", YEAR, AT(quoted.price_year),
              "of cost_per_unit; default: the round's", .unit = "year"),
    {0},
};

static void read_capacity(const ore_reader *reader, const ore_record *record,
                          ore_office *office)
{
    const ore_round *round = reader->round;
    const ore_source_cell *cell = ore_record_cell(record, "capacity");
    double *capacity =
        ore_store_alloc(reader->store, round->n_commit, sizeof *capacity);
    const ore_yearly to = {.values = capacity,
                           .range = round->commit,
                           .whole = round->commit,
                           .name = "capacity",
                           .field =
                               ore_field_named(ore_office_fields, "capacity")};

    for (int s = 0; s < round->n_commit; s++) {
        capacity[s] = nan("");
    }
    if (cell) {
        office->capacity_where = cell->where;
        ore_take_yearly(reader, cell, &to);
    }
    for (int s = 0; s < round->n_commit; s++) {
        capacity[s] = isnan(capacity[s]) ? 0.0 : capacity[s];
    }
    office->capacity = capacity;
}

/* A cost needs somebody who pays it. */
static void check_cost(const ore_reader *reader, const ore_record *record)
{
    const ore_source_cell *cost = ore_record_cell(record, "cost_per_unit");
    const ore_source_cell *budget = ore_record_cell(record, "budget");

    if (!cost != !budget) {
        ore_error(reader->diags, (cost ? cost : budget)->where,
                  "%s without %s, expected both or neither",
                  cost ? "cost_per_unit" : "budget",
                  cost ? "budget" : "cost_per_unit");
    }
}

static void read_office(const ore_reader *reader, const ore_section *section,
                        ore_office *office)
{
    const ore_record *record = &section->record;

    ore_fill(reader, record, ore_office_fields, office);
    office->id = section->name;
    office->where = office->capacity_where = record->where;
    ore_quote(reader, record, &office->quoted);
    office->cost_m_per_unit *= office->quoted.rate;
    ore_default_labels(office->id, &office->label, &office->label_ja);
    office->budget =
        ore_reference(reader, record, "budget", ore_budget_list(reader->round));
    read_capacity(reader, record, office);
    check_cost(reader, record);
}

void ore_read_offices(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "office");
    ore_office *offices =
        ore_store_alloc(reader->store, count, sizeof(ore_office));
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "office", &i))) {
        read_office(reader, section, &offices[n++]);
    }
    ore_sort_ids(reader, "office", offices, n, sizeof(ore_office), AT(where));
    reader->round->offices = offices;
    reader->round->n_offices = n;
}
