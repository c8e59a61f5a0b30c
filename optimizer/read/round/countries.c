/* Countries: [country CODE], which names one or declares a group of one's own,
 * and the check of codes wherever a country is read. */
#include "base/countries.h"

#include <string.h>

#include "base/text.h"
#include "read/round/fields.h"

const ore_field ore_country_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_country, label),
              "default: the name of ISO 3166, else the code"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_country, label_ja),
              "in Japanese; default: the name of ISO 3166, else label"),
    {0},
};

static void complete(ore_country *country, const ore_section *section)
{
    const ore_country_name *known = ore_country_of(section->name);

    country->id = section->name;
    country->where = section->record.where;
    if (known) {
        country->label = country->label ? country->label : known->english;
        country->label_ja =
            country->label_ja ? country->label_ja : known->japanese;
    }
    ore_default_labels(country->id, &country->label, &country->label_ja);
}

/* A group under a country's name, or under a code in small letters, would stand
 * beside the country itself: it is left out, and refused where it is read. */
static bool may_be_declared(const ore_reader *reader,
                            const ore_section *section)
{
    const char *name = section->name;
    const ore_country_name *called = ore_country_called(name);

    return ore_value_word(reader, "country", name, section->record.where) &&
           (!called || strcmp(called->code, name) == 0);
}

void ore_read_countries(ore_reader *reader)
{
    ore_country *list = ore_store_alloc(
        reader->store, ore_count_sections(reader, "country"), sizeof *list);
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "country", &i))) {
        if (*section->name && may_be_declared(reader, section)) {
            ore_fill(reader, &section->record, ore_country_fields, &list[n]);
            complete(&list[n++], section);
        }
    }
    ore_sort_ids(reader, "country", list, n, sizeof *list,
                 offsetof(ore_country, where));
    reader->round->countries = list;
    reader->round->n_countries = n;
}

bool ore_check_country(const ore_reader *reader, ore_where where,
                       const char *text)
{
    if (ore_country_of(text) || ore_country_in(reader->round, text)) {
        return true;
    }
    const ore_country_name *meant = ore_country_meant(text);

    if (ore_country_is_free(text)) {
        ore_error(reader->diags, where,
                  "country is '%s', which ISO 3166 leaves to its users: "
                  "declare it as '[country %s]' with a label",
                  text, text);
    } else if (meant) {
        ore_error(reader->diags, where,
                  "country is '%s', expected a code of ISO 3166, did you mean "
                  "'%s' (%s)?",
                  ore_shown(text), meant->code, meant->english);
    } else {
        ore_error(reader->diags, where,
                  "country is '%s', expected a code of ISO 3166 like AU, or a "
                  "group declared as '[country NAME]'",
                  ore_shown(text));
    }
    return false;
}
