/* See rule_words.h. */
#include "read/round/rule_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/fields.h"

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

    for (int i = 0; ore_measures[i]; i++) {
        near = ore_nearer(name, near, ore_measures[i]->name);
    }
    for (int i = 0; i < round->n_attributes; i++) {
        near = ore_nearer(name, near, round->attributes[i]);
    }
    return near;
}

/* "count, face, ... or a column x_NAME of projects". The caller frees. */
static char *list_measures(void)
{
    char *list = ore_copy("");

    for (int i = 0; ore_measures[i]; i++) {
        const bool is_last = !ore_measures[i + 1];
        char *longer = ore_print("%s%s%s", list,
                                 is_last  ? " or a column "
                                 : i == 0 ? ""
                                          : ", ",
                                 ore_measures[i]->name);

        free(list);
        list = longer;
    }
    return list;
}

static void unknown_measure(const ore_reader *reader, const char *key,
                            const ore_source_cell *cell)
{
    const char *near = near_measure(reader->round, cell->text);
    char *list = list_measures();

    ore_error(reader->diags, cell->where,
              "%s is '%s', expected %s of projects%s%s%s", key,
              ore_shown(cell->text), list, near ? _(", did you mean '") : "",
              near ? near : "", near ? _("'?") : "");
    free(list);
}

const ore_measure *ore_take_measure(const ore_reader *reader,
                                    const ore_record *record, const char *key,
                                    int *attribute)
{
    const ore_source_cell *cell = ore_record_cell(record, key);
    const ore_measure *measure = cell ? ore_measure_named(cell->text) : NULL;

    *attribute = cell ? attribute_named(reader->round, cell->text) : -1;
    if (cell &&
        (!measure || (strncmp(cell->text, "x_", 2) == 0 && *attribute < 0))) {
        unknown_measure(reader, key, cell);
        return NULL;
    }
    return measure;
}

/* The words of `each`, and the filter words that a measure must know for them.
 */
static const struct each_word {
    const char *name;
    unsigned bit, needs;
} each_words[] = {
    {"country", ORE_WORD_BIT(COUNTRY), ORE_WORD_BIT(COUNTRY)},
    {"mineral", ORE_WORD_BIT(MINERAL), ORE_WORD_BIT(MINERAL)},
    {"stage", ORE_WORD_BIT(STAGE), ORE_WORD_BIT(STAGE)},
    {"market", ORE_WORD_BIT(MARKET), ORE_WORD_BIT(MARKET)},
    {"material", ORE_WORD_BIT(MATERIAL), ORE_WORD_BIT(MATERIAL)},
    {"target", ORE_EACH_TARGET, ORE_WORD_BIT(MATERIAL) | ORE_WORD_BIT(MARKET)},
    {"project", ORE_WORD_BIT(PROJECT), ORE_WORD_BIT(PROJECT)},
    {"funder", ORE_WORD_BIT(FUNDER), ORE_WORD_BIT(FUNDER)},
    {"tag", ORE_WORD_BIT(TAG), ORE_WORD_BIT(TAG)},
    {"year", ORE_EACH_YEAR, 0},
    {"none", 0, 0},
};

static const struct each_word *each_named(const char *name)
{
    for (int i = 0; i < ORE_COUNT_OF(each_words); i++) {
        if (strcmp(each_words[i].name, name) == 0) {
            return &each_words[i];
        }
    }
    return NULL;
}

static void unknown_each(const ore_reader *reader, ore_where where,
                         const char *name)
{
    const char *near = NULL;

    for (int i = 0; i < ORE_COUNT_OF(each_words); i++) {
        near = ore_nearer(name, near, each_words[i].name);
    }
    ore_error(reader->diags, where,
              "each is '%s', expected country, mineral, stage, market, "
              "material, target, project, funder, tag, year or none%s%s%s",
              ore_shown(name), near ? _(", did you mean '") : "",
              near ? near : "", near ? _("'?") : "");
}

static unsigned take_word(const ore_reader *reader, ore_where where,
                          const char *name, const ore_rule *rule)
{
    const struct each_word *word = each_named(name);
    const ore_measure *const sides[] = {rule->measure, rule->per};

    if (!word) {
        unknown_each(reader, where, name);
        return 0;
    }
    for (int i = 0; i < ORE_COUNT_OF(sides); i++) {
        if (sides[i] && (sides[i]->words & word->needs) != word->needs) {
            ore_error(reader->diags, where, "each = %s means nothing for %s",
                      name, sides[i]->name);
            return 0;
        }
    }
    return word->bit;
}

unsigned ore_take_each(const ore_reader *reader, const ore_record *record,
                       const ore_rule *rule)
{
    const ore_source_cell *cell = ore_record_cell(record, "each");
    unsigned each = 0;

    if (!cell) {
        return rule->measure->each_target && !rule->per ? ORE_EACH_TARGET : 0;
    }
    char *text = ore_copy(cell->text), *rest = NULL;

    for (char *word = strtok_r(text, " ,\t", &rest); word;
         word = strtok_r(NULL, " ,\t", &rest)) {
        ore_where where = cell->where;

        where.column += (int)(word - text);
        each |= take_word(reader, where, word, rule);
    }
    free(text);
    return each;
}
