/* Reading filters, and checking what they name. */
#include "orefolio/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/round/spelling.h"
#include "read/round/values.h"

static const char *const words[] = {
    [ORE_FILTER_COUNTRY] = "country",       [ORE_FILTER_STAGE] = "stage",
    [ORE_FILTER_MINERAL] = "mineral",       [ORE_FILTER_TAG] = "tag",
    [ORE_FILTER_PROJECT] = "project",       [ORE_FILTER_OPTION] = "option",
    [ORE_FILTER_MATERIAL] = "material",     [ORE_FILTER_MARKET] = "market",
    [ORE_FILTER_INSTRUMENT] = "instrument", [ORE_FILTER_FUNDER] = "funder"};
_Static_assert(ORE_COUNT_OF(words) == ORE_FILTER_WORDS,
               "every word of a filter");

static int word_named(const char *name)
{
    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        if (strcmp(words[w], name) == 0) {
            return w;
        }
    }
    return -1;
}

static void take_values(const ore_reader *reader, ore_where where, char *list,
                        ore_filter *filter, int w)
{
    const int max = (int)strlen(list) / 2 + 1;
    const char **values =
        ore_store_alloc(reader->store, max, sizeof(const char *));
    char *rest = NULL;
    int count = 0;

    for (char *value = strtok_r(list, ",", &rest); value;
         value = strtok_r(NULL, ",", &rest)) {
        if (strcmp(value, "*") == 0 ||
            ore_value_word(reader, words[w], value, where)) {
            values[count++] = ore_store_text(reader->store, value);
        }
    }
    if (count == 0) {
        ore_error(reader->diags, where, "filter word '%s' has no value",
                  words[w]);
    }
    filter->words[w].count = count;
    filter->words[w].values = values;
}

static void unknown_word(const ore_reader *reader, ore_where where,
                         const char *name)
{
    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        if (ore_near_miss(name, words[w])) {
            ore_error(reader->diags, where,
                      "unknown filter word '%s', did you mean '%s'?",
                      ore_shown(name), words[w]);
            return;
        }
    }
    ore_error(reader->diags, where,
              "unknown filter word '%s', expected words like country:US,JP",
              ore_shown(name));
}

ore_filter ore_take_filter(const ore_reader *reader, const ore_record *record,
                           const char *name, unsigned allowed)
{
    ore_filter filter = {0};
    const ore_source_cell *cell = ore_record_cell(record, name);
    char *text, *rest = NULL;

    if (!cell) {
        return filter;
    }
    text = ore_copy(cell->text);
    for (char *word = strtok_r(text, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        char *colon = strchr(word, ':');
        ore_where where = cell->where;

        where.column += (int)(word - text);
        if (!colon) {
            ore_error(reader->diags, where,
                      "filter has '%s', expected words like country:US,JP",
                      ore_shown(word));
            continue;
        }
        *colon = '\0';
        const int w = word_named(word);

        if (w < 0) {
            unknown_word(reader, where, word);
        } else if (!(allowed & 1u << w)) {
            ore_error(reader->diags, where,
                      "filter word '%s' has no meaning here", words[w]);
        } else if (filter.words[w].count > 0) {
            ore_error(reader->diags, where,
                      "filter word '%s' comes twice (alternatives are "
                      "separated by commas)",
                      words[w]);
        } else {
            take_values(reader, where, colon + 1, &filter, w);
        }
    }
    free(text);
    return filter;
}

static void check_ids(const ore_reader *reader, ore_where where,
                      const ore_filter *filter, ore_filter_word word,
                      ore_list list)
{
    for (int i = 0; i < filter->words[word].count; i++) {
        const char *id = filter->words[word].values[i];

        if (strcmp(id, "*") != 0 && ore_find_id(list, id) < 0) {
            ore_error(reader->diags, where, "unknown %s '%s'%s", list.what,
                      ore_shown(id), ore_did_you_mean(reader, list, id));
        }
    }
}

static bool matches_project(const ore_round *round, const ore_filter *filter)
{
    for (int o = 0; o < round->n_options; o++) {
        if (ore_filter_option(filter, round, &round->options[o])) {
            return true;
        }
    }
    return round->n_options == 0;
}

/* Supply has a country and a mineral too. */
static bool matches_supply(const ore_round *round, const ore_filter *filter)
{
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (ore_filter_material(filter, &round->materials[supply->material]) &&
            ore_filter_has(filter, ORE_FILTER_COUNTRY, supply->country)) {
            return true;
        }
    }
    return false;
}

void ore_check_filter(const ore_reader *reader, const ore_source_cell *cell,
                      const ore_filter *filter)
{
    const ore_round *round = reader->round;
    const int before = ore_diags_errors(reader->diags);

    if (!cell) {
        return;
    }
    check_ids(reader, cell->where, filter, ORE_FILTER_PROJECT,
              ore_project_list(round));
    check_ids(reader, cell->where, filter, ORE_FILTER_MATERIAL,
              ore_material_list(round));
    check_ids(reader, cell->where, filter, ORE_FILTER_MARKET,
              ore_market_list(round));
    check_ids(reader, cell->where, filter, ORE_FILTER_INSTRUMENT,
              ore_instrument_list(round));
    check_ids(reader, cell->where, filter, ORE_FILTER_FUNDER,
              ore_funder_list(round));
    if (ore_check_filter_words(reader, cell->where, filter) &&
        before == ore_diags_errors(reader->diags) &&
        !matches_project(round, filter) && !matches_supply(round, filter)) {
        ore_warn(reader->diags, cell->where, "no project matches '%s'",
                 ore_shown(cell->text));
    }
}
