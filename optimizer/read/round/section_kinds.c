/* The kinds of sections: what a round file may say. */
#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/family.h"
#include "orefolio/instrument.h"
#include "read/round/fields.h"

const ore_section_kind ore_section_kinds[] = {
    {"round", false, ore_round_fields, "the round itself"},
    {"tables", false, ore_tables_fields,
     "the tables, by paths relative to the round file"},
    {"currency", true, ore_currency_fields, "an exchange rate: [currency EUR]"},
    {"country", true, ore_country_fields,
     "a country, or a group of countries that counts as one"},
    {"funder", true, ore_funder_fields, "who pays"},
    {"budget", true, ore_budget_fields, "an appropriation account"},
    {"appropriation", true, ore_appropriation_fields,
     "what the accounts may come to, for `priority`"},
    {"instrument", true, ore_instrument_fields, "a funding programme"},
    {"office", true, ore_office_fields,
     "who issues permits: so many units a year"},
    {"stacking", false, ore_stacking_fields,
     "limits of every project's financing; a project's own columns win"},
    {"material", true, ore_material_fields, "a mineral in one form"},
    {"market", true, ore_market_fields, "who needs it"},
    {"stockpile", true, ore_stockpile_fields, "a public store of a material"},
    {"disruption", true, ore_disruption_fields, "a possible loss of supply"},
    {"group", true, ore_group_fields,
     "values that filters name together: [group eu], country:@eu"},
    {"rule", true, ore_rule_fields, "a limit on the whole portfolio"},
    {"goals", false, ore_goals_fields, "what is optimised, in which order"},
    {"goal", true, ore_goal_fields, "how one goal is meant"},
    {"scenario", true, ore_scenario_fields,
     "a set of changes, chosen with --scenario"},
    {"event", true, ore_event_fields, "news that later commitments may follow"},
    {"outcome", true, ore_outcome_fields,
     "how an event may turn out, and what that changes"},
    {"uncertain", true, ore_uncertain_fields,
     "figures that are not known for sure"},
    {"screening", false, ore_screening_fields,
     "where public money must not go"},
    {"derating", false, ore_derating_fields, "what outputs count"},
    {"reliability", false, ore_reliability_fields,
     "draws of what may go wrong, which the recommended plan is put to"},
    {"solver", false, ore_solver_fields, "when the search may stop"},
    {"report", false, ore_report_fields, "how the answer is shown"},
    {0},
};

static const ore_section_kind *kind_named(const char *name)
{
    for (const ore_section_kind *kind = ore_section_kinds; kind->name; kind++) {
        if (strcmp(kind->name, name) == 0) {
            return kind;
        }
    }
    return NULL;
}

static void unknown_section(const ore_reader *reader,
                            const ore_section *section)
{
    for (const ore_section_kind *kind = ore_section_kinds; kind->name; kind++) {
        if (ore_near_miss(section->kind, kind->name)) {
            ore_error(reader->diags, section->record.where,
                      "unknown section '%s', did you mean '%s'?",
                      ore_shown(section->kind), kind->name);
            return;
        }
    }
    ore_error(reader->diags, section->record.where, "unknown section '%s'",
              ore_shown(section->kind));
}

static void add_list(const ore_field **lists, int *n, const ore_field *fields)
{
    assert(*n < ORE_FIELD_LISTS);
    if (fields) {
        lists[(*n)++] = fields;
    }
}

/* An instrument may have the keys of its kind; those of another kind are
 * refused with that kind's name when the instrument is read. */
int ore_section_fields(const ore_section_kind *kind,
                       const ore_field *lists[ORE_FIELD_LISTS])
{
    int n = 0;

    add_list(lists, &n, kind->fields);
    if (strcmp(kind->name, "instrument") == 0) {
        add_list(lists, &n, ore_credit_fields);
        add_list(lists, &n, ore_contingent_fields);
        for (int i = 0; ore_instrument_kinds[i]; i++) {
            add_list(lists, &n, ore_instrument_kinds[i]->fields);
        }
    }
    if (strcmp(kind->name, "round") == 0) {
        for (int i = 0; ore_families[i]; i++) {
            add_list(lists, &n, ore_families[i]->fields);
        }
    }
    return n;
}

static void check_keys(const ore_reader *reader, const ore_record *record,
                       const ore_section_kind *kind)
{
    const ore_field *lists[ORE_FIELD_LISTS];
    const int n = ore_section_fields(kind, lists);

    ore_check_names(reader, record, "key", lists, n);
}

bool ore_check_key(const ore_reader *reader, const ore_section_kind *kind,
                   const char *key, ore_where where)
{
    const int before = ore_diags_errors(reader->diags);
    const ore_record record = {1, &key, NULL, &where, where};

    check_keys(reader, &record, kind);
    return ore_diags_errors(reader->diags) == before;
}

void ore_check_sections(const ore_reader *reader)
{
    for (int i = 0; i < reader->ini->n_sections; i++) {
        const ore_section *section = &reader->ini->sections[i];
        const ore_section_kind *kind = kind_named(section->kind);

        if (!kind) {
            unknown_section(reader, section);
        } else if (kind->is_named && !*section->name) {
            ore_error(reader->diags, section->record.where,
                      "section '%s' has no name, expected '[%s NAME]'",
                      kind->name, kind->name);
        } else if (!kind->is_named && *section->name) {
            ore_error(reader->diags, section->record.where,
                      "section '%s' is named '%s', expected '[%s]'", kind->name,
                      section->name, kind->name);
        } else if (!ore_field_named(kind->fields, "ADDRESS")) {
            check_keys(reader, &section->record, kind);
        }
    }
}
