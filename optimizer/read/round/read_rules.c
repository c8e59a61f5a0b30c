/* Portfolio rules. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "read/round/fields.h"

#define AT(field) offsetof(ore_rule, field)

const ore_field ore_rule_fields[] = {
    ORE_FIELD("label", TEXT, AT(label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, AT(label_ja), "in Japanese; default: label"),
    ORE_FIELD("measure", OTHER, 0,
              "count, face, budget_cost, capex, value, supply or x_NAME",
              .is_required = true),
    ORE_FIELD("of", FILTER, 0,
              "what it counts: country:AU stage:mine; default: everything"),
    ORE_FIELD("each", OTHER, 0,
              "country: the limits hold for every country by itself"),
    ORE_FIELD("years", YEARS, AT(years),
              "of commitment, or of supply; default: all", .unit = "years"),
    ORE_FIELD("min", NUMBER, AT(min), "at least this much",
              .min = -ORE_NO_LIMIT, .max = ORE_NO_LIMIT),
    ORE_FIELD("max", NUMBER, AT(max), "at most this much", .min = -ORE_NO_LIMIT,
              .max = ORE_NO_LIMIT),
    ORE_FIELD("min_share", NUMBER, AT(min_share),
              "of the measure over everything, at least", .min = 0.0,
              .max = 1.0, .unit = "share"),
    ORE_FIELD("max_share", NUMBER, AT(max_share),
              "of the measure over everything, at most", .min = 0.0, .max = 1.0,
              .unit = "share"),
    {0},
};

static const char *const measures[] = {[ORE_MEASURE_COUNT] = "count",
                                       [ORE_MEASURE_FACE] = "face",
                                       [ORE_MEASURE_BUDGET_COST] =
                                           "budget_cost",
                                       [ORE_MEASURE_CAPEX] = "capex",
                                       [ORE_MEASURE_VALUE] = "value",
                                       [ORE_MEASURE_SUPPLY] = "supply"};
_Static_assert(ORE_COUNT_OF(measures) == ORE_MEASURE_ATTRIBUTE,
               "a word for every measure that is no attribute");

static int attribute_named(const ore_round *round, const char *name)
{
    for (int i = 0; i < round->n_attributes; i++) {
        if (strcmp(round->attributes[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

static const char *near_measure(const ore_round *round, const char *name)
{
    const char *near = NULL;

    for (int i = 0; i < ORE_MEASURE_ATTRIBUTE; i++) {
        near = ore_nearer(name, near, measures[i]);
    }
    for (int i = 0; i < round->n_attributes; i++) {
        near = ore_nearer(name, near, round->attributes[i]);
    }
    return near;
}

static bool take_measure(const ore_reader *reader, const ore_record *record,
                         ore_rule *rule)
{
    const ore_source_cell *cell = ore_record_cell(record, "measure");

    rule->attribute = -1;
    if (!cell) {
        return false;
    }
    for (int i = 0; i < ORE_MEASURE_ATTRIBUTE; i++) {
        if (strcmp(measures[i], cell->text) == 0) {
            rule->measure = (ore_measure)i;
            return true;
        }
    }
    rule->measure = ORE_MEASURE_ATTRIBUTE;
    rule->attribute = attribute_named(reader->round, cell->text);
    if (rule->attribute >= 0) {
        return true;
    }
    const char *near = near_measure(reader->round, cell->text);

    ore_error(reader->diags, cell->where,
              "measure is '%s', expected count, face, budget_cost, capex, "
              "value, supply or a column x_NAME of projects%s%s%s",
              ore_shown(cell->text), near ? ", did you mean '" : "",
              near ? near : "", near ? "'?" : "");
    return false;
}

/* The filter words that mean something for the measure. */
static unsigned allowed_words(const ore_rule *rule)
{
    unsigned allowed = 1u << ORE_FILTER_COUNTRY | 1u << ORE_FILTER_STAGE |
                       1u << ORE_FILTER_MINERAL | 1u << ORE_FILTER_TAG |
                       1u << ORE_FILTER_PROJECT | 1u << ORE_FILTER_OPTION;

    if (rule->measure == ORE_MEASURE_SUPPLY) {
        allowed |= 1u << ORE_FILTER_MATERIAL;
    }
    if (rule->measure == ORE_MEASURE_FACE ||
        rule->measure == ORE_MEASURE_BUDGET_COST) {
        allowed |= 1u << ORE_FILTER_INSTRUMENT | 1u << ORE_FILTER_FUNDER;
    }
    return allowed;
}

static void check_years(const ore_reader *reader, const ore_record *record,
                        ore_rule *rule)
{
    const ore_source_cell *cell = ore_record_cell(record, "years");
    const ore_years all = rule->measure == ORE_MEASURE_SUPPLY
                              ? reader->round->horizon
                              : reader->round->commit;

    if (rule->years.first == 0) {
        rule->years = all;
    } else if (rule->years.last < all.first || rule->years.first > all.last) {
        ore_error(reader->diags, cell->where,
                  "years is '%s', expected years within %d-%d",
                  ore_shown(cell->text), all.first, all.last);
    }
}

static void check_limits(const ore_reader *reader, const ore_record *record,
                         const ore_rule *rule)
{
    const ore_source_cell *max = ore_record_cell(record, "max");
    const ore_source_cell *max_share = ore_record_cell(record, "max_share");

    if (!max && !max_share && !ore_record_cell(record, "min") &&
        !ore_record_cell(record, "min_share")) {
        ore_error(reader->diags, record->where,
                  "rule '%s' has no limit, expected min, max, min_share or "
                  "max_share",
                  rule->id);
    }
    if (max && rule->min > rule->max) {
        ore_error(reader->diags, max->where, "max is smaller than min");
    }
    if (max_share && rule->min_share > rule->max_share) {
        ore_error(reader->diags, max_share->where,
                  "max_share is smaller than min_share");
    }
}

static void read_rule(const ore_reader *reader, const ore_section *section,
                      ore_rule *rule)
{
    const ore_record *record = &section->record;
    const ore_source_cell *each = ore_record_cell(record, "each");

    ore_fill(reader, record, ore_rule_fields, rule);
    rule->id = section->name;
    rule->where = record->where;
    ore_default_labels(rule->id, &rule->label, &rule->label_ja);
    if (each && strcmp(each->text, "country") != 0) {
        ore_error(reader->diags, each->where, "each is '%s', expected country",
                  ore_shown(each->text));
    }
    rule->each_country = each != NULL;
    check_limits(reader, record, rule);
    if (take_measure(reader, record, rule)) {
        check_years(reader, record, rule);
        rule->of = ore_take_filter(reader, record, "of", allowed_words(rule));
        ore_check_filter(reader, ore_record_cell(record, "of"), &rule->of);
    }
}

void ore_read_rules(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "rule");
    ore_rule *rules = ore_store_alloc(reader->store, count, sizeof(ore_rule));
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "rule", &i))) {
        read_rule(reader, section, &rules[n++]);
    }
    ore_sort_ids(reader, "rule", rules, n, sizeof(ore_rule),
                 offsetof(ore_rule, where));
    reader->round->rules = rules;
    reader->round->n_rules = n;
    ore_read_conditions(reader, rules);
}
