/* Reading filters, and checking what they name. */
#include "orefolio/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
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

/* Values while they are taken, of one sign. */
typedef struct taken {
    const char **values; /* [room] */
    int count, room;
} taken;

static void add_value(const ore_reader *reader, taken *to, const char *value)
{
    if (to->count == to->room) {
        const int room = 2 * to->room + 8;
        const char **values =
            ore_store_alloc(reader->store, room, sizeof(const char *));

        for (int i = 0; i < to->count; i++) {
            values[i] = to->values[i];
        }
        to->values = values;
        to->room = room;
    }
    to->values[to->count++] = value;
}

static const ore_group *group_named(const ore_reader *reader, const char *name)
{
    for (int i = 0; i < reader->n_groups; i++) {
        if (strcmp(reader->groups[i].id, name) == 0) {
            return &reader->groups[i];
        }
    }
    return NULL;
}

static void unknown_group(const ore_reader *reader, ore_where where,
                          const char *name)
{
    const char *near = NULL;

    for (int i = 0; i < reader->n_groups; i++) {
        near = ore_nearer(name, near, reader->groups[i].id);
    }
    ore_error(
        reader->diags, where, "unknown group '@%s'%s%s%s", ore_shown(name),
        near ? _(", did you mean '@") : _(", expected a section [group NAME]"),
        near ? near : "", near ? _("'?") : "");
}

/* The values that the group has of word w. */
static void add_group(const ore_reader *reader, ore_where where,
                      const char *name, int w, taken *to)
{
    const ore_group *group = group_named(reader, name);

    if (!group) {
        unknown_group(reader, where, name);
        return;
    }
    for (int i = 0; i < group->of.words[w].count; i++) {
        add_value(reader, to, group->of.words[w].values[i]);
    }
    if (group->of.words[w].count == 0) {
        ore_error(reader->diags, where, "group '%s' has no %s", name, words[w]);
    }
}

static void take_values(const ore_reader *reader, ore_where where, char *list,
                        ore_filter *filter, int w)
{
    taken wanted = {0}, excluded = {0};
    char *rest = NULL;
    bool has_value = false;

    for (char *value = strtok_r(list, ",", &rest); value;
         value = strtok_r(NULL, ",", &rest)) {
        taken *to = *value == '!' ? &excluded : &wanted;

        value += *value == '!';
        has_value = true;
        if (*value == '@') {
            add_group(reader, where, value + 1, w, to);
        } else if (strcmp(value, "*") == 0 ||
                   ore_value_word(reader, words[w], value, where)) {
            add_value(reader, to, ore_store_text(reader->store, value));
        }
    }
    if (!has_value) {
        ore_error(reader->diags, where, "filter word '%s' has no value",
                  words[w]);
    }
    filter->words[w] = (ore_filter_values){wanted.count, wanted.values,
                                           excluded.count, excluded.values};
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
        } else if (ore_filter_asks(&filter, (ore_filter_word)w)) {
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
    const ore_filter_values *w = &filter->words[word];

    for (int i = 0; i < w->count + w->n_excluded; i++) {
        const char *id =
            i < w->count ? w->values[i] : w->excluded[i - w->count];

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

static bool matches_supply(const ore_round *round, const ore_filter *filter)
{
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (ore_filter_supply(filter, round, supply)) {
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
