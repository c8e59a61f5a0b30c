/* Portfolio rules. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/messages.h"
#include "orefolio/rules.h"
#include "read/round/fields.h"
#include "read/round/rule_words.h"

/* A rule and what its section says in words of another kind. */
typedef struct settings {
    ore_rule rule;
    int share_of;
} settings;

#define RULE(field) offsetof(settings, rule.field)

enum { SHARE_OF_ALL, SHARE_OF_TARGET };
static const char *const shares_of[] = {
    [SHARE_OF_ALL] = "all", [SHARE_OF_TARGET] = "target", NULL};

const ore_field ore_rule_fields[] = {
    ORE_FIELD("label", TEXT, RULE(label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, RULE(label_ja), "in Japanese; default: label"),
    ORE_FIELD("measure", OTHER, 0,
              "what it limits: count, face, coverage, supply, ... or x_NAME",
              .is_required = true),
    ORE_FIELD("of", FILTER, 0,
              "what it counts: country:AU,@eu stage:!mine; default: "
              "everything"),
    ORE_FIELD(
        "each", OTHER, 0,
        "the limits hold for every one by itself: country, mineral, "
        "stage, market, material, target, project, funder, tag, year, none; "
        "default: target for coverage",
        .unit = "words"),
    ORE_FIELD("years", YEARS, RULE(years),
              "of commitment, or of supply and deliveries; default: all",
              .unit = "years"),
    ORE_FIELD("min", NUMBER, RULE(min), "at least this much",
              .min = -ORE_NO_LIMIT, .max = ORE_NO_LIMIT),
    ORE_FIELD("max", NUMBER, RULE(max), "at most this much",
              .min = -ORE_NO_LIMIT, .max = ORE_NO_LIMIT),
    ORE_FIELD("min_share", NUMBER, RULE(min_share),
              "of the measure over everything, at least", .min = 0.0,
              .max = 1.0, .unit = "share"),
    ORE_FIELD("max_share", NUMBER, RULE(max_share),
              "of the measure over everything, at most", .min = 0.0, .max = 1.0,
              .unit = "share"),
    ORE_FIELD("share_of", WORD, offsetof(settings, share_of),
              "target: shares are of what the targets of the same materials "
              "ask for",
              .fallback = "all", .choices = shares_of),
    ORE_FIELD("per", OTHER, 0,
              "makes min and max a ratio: so much of the measure per this one"),
    ORE_FIELD("per_of", FILTER, 0,
              "what `per` counts; default: as `of`, where the words apply"),
    ORE_FIELD("per_years", YEARS, RULE(per_years),
              "of `per`; default: as `years` where they are alike, else all",
              .unit = "years"),
    ORE_FIELD("penalty", NUMBER, RULE(penalty),
              "makes the rule soft: its breach, relative to the limit, times "
              "this is counted by goal breaches",
              .min = 1e-6, .max = 1e6),
    {0},
};

/* The years of one side: those given, or all that its measure has. */
static void take_years(const ore_reader *reader, const ore_record *record,
                       const char *key, const ore_measure *measure,
                       ore_years *years)
{
    const ore_source_cell *cell = ore_record_cell(record, key);
    const ore_years all = ore_measure_is_yearly(measure)
                              ? reader->round->horizon
                              : reader->round->commit;

    if (years->first == 0) {
        *years = all;
    } else if (cell && (years->last < all.first || years->first > all.last)) {
        ore_error(reader->diags, cell->where,
                  "%s is '%s', expected years within %d-%d", key,
                  ore_shown(cell->text), all.first, all.last);
    }
    years->first = years->first < all.first ? all.first : years->first;
    years->last = years->last > all.last ? all.last : years->last;
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

/* Limits that the rule's measure cannot have. */
static void check_kinds(const ore_reader *reader, const ore_record *record,
                        const ore_rule *rule)
{
    static const char *const absolute[] = {"min", "max", NULL};
    static const char *const shares[] = {"min_share", "max_share", NULL};
    const bool is_coverage = rule->measure->span == ORE_SPAN_TOGETHER;

    for (int i = 0; absolute[i] && is_coverage && !rule->per; i++) {
        const ore_source_cell *cell = ore_record_cell(record, absolute[i]);
        const double limit = i == 0 ? rule->min : rule->max;

        if (cell && (limit > 1.0 || limit < 0.0)) {
            ore_error(reader->diags, cell->where,
                      "%s is '%s', expected a share of the target from 0 to 1",
                      absolute[i], ore_shown(cell->text));
        }
    }
    for (int i = 0; shares[i]; i++) {
        const ore_source_cell *cell = ore_record_cell(record, shares[i]);

        if (cell && (is_coverage || rule->per)) {
            ore_error(reader->diags, cell->where,
                      "%s means nothing for %s, expected min or max", shares[i],
                      is_coverage ? _("coverage, which is a share itself")
                                  : _("a ratio (key per)"));
        }
    }
    const ore_source_cell *share_of = ore_record_cell(record, "share_of");

    if (share_of && rule->is_share_of_target &&
        rule->measure->unit != ORE_LIMIT_FLOW) {
        ore_error(reader->diags, share_of->where,
                  "share_of = target belongs to supply and delivered, not to "
                  "%s",
                  rule->measure->name);
    }
}

static void take_filters(const ore_reader *reader, const ore_record *record,
                         ore_rule *rule)
{
    rule->of = ore_take_filter(reader, record, "of", rule->measure->words);
    ore_check_filter(reader, ore_record_cell(record, "of"), &rule->of);
    rule->whole = ore_rule_whole(rule);
    if (!rule->per) {
        return;
    }
    if (ore_record_cell(record, "per_of")) {
        rule->per_of =
            ore_take_filter(reader, record, "per_of", rule->per->words);
        ore_check_filter(reader, ore_record_cell(record, "per_of"),
                         &rule->per_of);
        return;
    }
    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        if (rule->per->words & 1u << w) {
            rule->per_of.words[w] = rule->of.words[w];
        }
    }
}

/* What is divided by must be there. */
static void check_base(const ore_reader *reader, const ore_record *record,
                       const ore_rule *rule)
{
    const ore_source_cell *per = ore_record_cell(record, "per");
    const ore_selection base = {.of = &rule->per_of,
                                .years = rule->per_years,
                                .attribute = rule->per_attribute};
    const ore_selection asked = {.of = &rule->of, .years = rule->years};

    if (rule->per &&
        !(ore_largest_measure(rule->per, reader->round, &base) > 0.0)) {
        ore_error(reader->diags, per->where,
                  "per is '%s' over nothing: no project, money or target of "
                  "the round counts in it",
                  ore_shown(per->text));
    }
    if (rule->measure->span == ORE_SPAN_TOGETHER &&
        !(ore_largest_measure(rule->measure, reader->round, &asked) > 0.0)) {
        ore_error(reader->diags, record->where,
                  "rule '%s' is about coverage, but no target asks for what "
                  "it names in %d-%d",
                  rule->id, rule->years.first, rule->years.last);
    }
}

static void read_rule(const ore_reader *reader, const ore_section *section,
                      ore_rule *rule)
{
    const ore_record *record = &section->record;
    settings values = {0};

    ore_fill(reader, record, ore_rule_fields, &values);
    *rule = values.rule;
    rule->is_share_of_target = values.share_of == SHARE_OF_TARGET;
    rule->id = section->name;
    rule->where = record->where;
    ore_default_labels(rule->id, &rule->label, &rule->label_ja);
    check_limits(reader, record, rule);
    rule->measure =
        ore_take_measure(reader, record, "measure", &rule->attribute);
    rule->per = ore_take_measure(reader, record, "per", &rule->per_attribute);
    if (!rule->measure || (!rule->per && ore_record_cell(record, "per"))) {
        return;
    }
    take_years(reader, record, "years", rule->measure, &rule->years);
    if (rule->per) {
        const bool alike = ore_measure_is_yearly(rule->per) ==
                           ore_measure_is_yearly(rule->measure);

        rule->per_years =
            rule->per_years.first == 0 && alike ? rule->years : rule->per_years;
        take_years(reader, record, "per_years", rule->per, &rule->per_years);
    }
    check_kinds(reader, record, rule);
    rule->each = ore_take_each(reader, record, rule);
    take_filters(reader, record, rule);
    check_base(reader, record, rule);
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
