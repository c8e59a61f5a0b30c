/* [group NAME]: values that filters name together, as country:@NAME. */
#include <string.h>

#include "base/text.h"
#include "read/round/fields.h"

/* What a section says of countries. */
typedef struct settings {
    int n_countries;
    const char *const *countries;
} settings;

const ore_field ore_group_fields[] = {
    ORE_FIELD("countries", WORDS, offsetof(settings, n_countries),
              "the countries of the group: DE FR IT", .unit = "words"),
    ORE_FIELD("of", FILTER, 0,
              "values of other words: project:P01,P07 stage:mine; each is "
              "used with its own word, project:@NAME"),
    {0},
};

static void check_nobody(const ore_reader *reader, const ore_section *section,
                         const ore_group *group)
{
    bool has_some = false;

    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        has_some = has_some || ore_filter_asks(&group->of, (ore_filter_word)w);
        if (group->of.words[w].n_excluded > 0) {
            ore_error(reader->diags, section->record.where,
                      "group '%s' excludes values, expected those that it "
                      "has; exclude the group where it is used: country:!@%s",
                      group->id, group->id);
        }
    }
    if (!has_some) {
        ore_error(reader->diags, section->record.where,
                  "group '%s' has nobody in it, expected countries = DE FR "
                  "or of = project:P01,P07",
                  group->id);
    }
}

static void read_group(const ore_reader *reader, const ore_section *section,
                       ore_group *group)
{
    const ore_record *record = &section->record;
    const unsigned all_words = (1u << ORE_FILTER_WORDS) - 1;
    const ore_source_cell *of = ore_record_cell(record, "of");
    const ore_source_cell *countries = ore_record_cell(record, "countries");
    const int before = ore_diags_errors(reader->diags);
    settings values = {0};

    ore_fill(reader, record, ore_group_fields, &values);
    group->id = section->name;
    group->where = record->where;
    group->of = ore_take_filter(reader, record, "of", all_words);
    ore_filter_values *own = &group->of.words[ORE_FILTER_COUNTRY];

    if (values.n_countries > 0 && own->count > 0) {
        ore_error(reader->diags, countries->where,
                  "group '%s' names countries twice, here and in 'of' at line "
                  "%d",
                  group->id, of->where.line);
    } else if (values.n_countries > 0) {
        own->count = values.n_countries;
        own->values = values.countries;
    }
    for (int i = 0; i < own->count; i++) {
        (void)ore_check_country(reader,
                                countries ? countries->where : group->where,
                                own->values[i]);
    }
    if (before == ore_diags_errors(reader->diags)) {
        check_nobody(reader, section, group);
    }
}

void ore_read_groups(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "group");
    ore_group *groups =
        ore_store_alloc(reader->store, count, sizeof(ore_group));
    const ore_section *section;
    int i = 0, n = 0;

    /* A group may name groups that stand before it. */
    reader->groups = groups;
    while ((section = ore_next_section(reader, "group", &i))) {
        read_group(reader, section, &groups[n++]);
        reader->n_groups = n;
    }
    ore_sort_ids(reader, "group", groups, n, sizeof(ore_group),
                 offsetof(ore_group, where));
}
