/* Spelling: what people read as one word must be one. SUMIF and a reader's eye
 * do not tell "us" from "US", the model does: a cap on "each country" would
 * count them apart. */
#include "read/round/spelling.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

/* A word of the round, and where it stands. */
typedef struct spelt {
    const char *kind, *text;
    char *folded; /* owned */
    ore_where where;
    int order; /* of arrival */
} spelt;

typedef struct spellings {
    spelt *list; /* [count] */
    int count, room;
} spellings;

static void add(spellings *to, const char *kind, const char *text,
                ore_where where)
{
    if (!*text) {
        return;
    }
    to->list = ore_grow(to->list, to->count, &to->room, sizeof(spelt));
    to->list[to->count] =
        (spelt){kind, text, ore_folded(text), where, to->count};
    to->count++;
}

/* A key of the section whose text is a word or a label. */
static void add_key(const ore_section *section, const char *key,
                    const char *kind, spellings *to)
{
    const ore_source_cell *cell = ore_record_cell(&section->record, key);

    if (cell) {
        add(to, kind, cell->text, cell->where);
    }
}

/* Labels of scenarios head columns of a comparison. */
static void add_sections(const ore_reader *reader, spellings *to)
{
    for (int i = 0; i < reader->ini->n_sections; i++) {
        const ore_section *section = &reader->ini->sections[i];

        add(to, section->kind, section->name, section->record.where);
        if (strcmp(section->kind, "material") == 0) {
            add_key(section, "mineral", "mineral", to);
        } else if (strcmp(section->kind, "scenario") == 0) {
            add_key(section, "label", "label of a scenario", to);
            add_key(section, "label_ja", "Japanese label of a scenario", to);
        }
    }
}

/* Words in a cell, separated by blanks or ';'. */
static void add_words(const ore_reader *reader, const char *kind,
                      const ore_source_cell *cell, spellings *to)
{
    const char *at = cell->text;

    while (*(at += strspn(at, " \t;"))) {
        const size_t length = strcspn(at, " \t;");

        add(to, kind, ore_store_cut(reader->store, at, length), cell->where);
        at += length;
    }
}

/* A column whose cells are words of some kind. */
typedef struct column {
    ore_table_id table;
    const char *name, *kind;
    const char *unless; /* sections of that kind name them; NULL */
} column;

static const column columns[] = {
    {ORE_TABLE_PROJECTS, "id", "project", NULL},
    {ORE_TABLE_PROJECTS, "country", "country", NULL},
    {ORE_TABLE_PROJECTS, "stage", "stage", NULL},
    {ORE_TABLE_PROJECTS, "mineral", "mineral", NULL},
    {ORE_TABLE_PROJECTS, "tags", "tag", NULL},
    {ORE_TABLE_OPTIONS, "option", "option", NULL},
    {ORE_TABLE_SUPPLY, "country", "country", NULL},
    {ORE_TABLE_SUPPLY, "asset", "asset", NULL},
    {ORE_TABLE_SUPPLY, "stage", "stage", NULL},
    {ORE_TABLE_SUPPLY, "tags", "tag", NULL},
    {ORE_TABLE_FLOWS, "material", "material", "material"},
    {ORE_TABLE_TARGETS, "material", "material", "material"},
    {ORE_TABLE_SUPPLY, "material", "material", "material"},
    {ORE_TABLE_TARGETS, "market", "market", "market"},
    {ORE_TABLE_SUPPLY, "market", "market", "market"},
};

static void add_column(const ore_reader *reader, const column *from,
                       spellings *to)
{
    ore_rows rows = ore_rows_of(reader, from->table);

    while (ore_rows_next(&rows)) {
        const ore_source_cell *cell = ore_record_cell(&rows.record, from->name);

        if (cell && strcmp(from->name, "tags") == 0) {
            add_words(reader, from->kind, cell, to);
        } else if (cell) {
            add(to, from->kind, cell->text, cell->where);
        }
    }
    ore_rows_end(&rows);
}

/* Columns of one's own: x_Jobs and x_jobs. */
static void add_attributes(const ore_reader *reader, spellings *to)
{
    static const ore_table_id tables[] = {ORE_TABLE_PROJECTS,
                                          ORE_TABLE_OPTIONS};

    for (int i = 0; i < ORE_COUNT_OF(tables); i++) {
        const ore_table *table = reader->tables[tables[i]];

        for (int j = 0; table && j < table->n_columns; j++) {
            if (strncasecmp(table->columns[j], "x_", 2) == 0) {
                add(to, "column", table->columns[j], table->column_where[j]);
            }
        }
    }
}

static int by_spelling(const void *left, const void *right)
{
    const spelt *a = left, *b = right;
    int order = strcmp(a->kind, b->kind);

    order = order ? order : strcmp(a->folded, b->folded);
    order = order ? order : strcmp(a->text, b->text);
    return order ? order : a->order - b->order;
}

/* Report the spellings [n] of one word but the one that came first. Returns
 * whether there are others. */
static bool check_group(const ore_reader *reader, const spelt *group, int n)
{
    const spelt *first = group;

    for (int i = 1; i < n; i++) {
        first = group[i].order < first->order ? &group[i] : first;
    }
    bool differs = false;

    for (int i = 0; i < n; i++) {
        const bool is_first_so =
            i == 0 || strcmp(group[i].text, group[i - 1].text) != 0;

        if (is_first_so && strcmp(group[i].text, first->text) != 0) {
            differs = true;
            ore_error(reader->diags, group[i].where,
                      "%s is '%s', but '%s' at %s:%d: spreadsheets take both "
                      "for one, spell them alike or rename one",
                      group[i].kind, ore_shown(group[i].text),
                      ore_shown(first->text), first->where.file,
                      first->where.line);
        }
    }
    return differs;
}

static void check_stage(const ore_reader *reader, const spelt *word)
{
    static const char *const usual[] = {"mine",   "processing", "refining",
                                        "magnet", "battery",    "recycling",
                                        "survey", "stockpile"};
    const char *near = NULL;

    for (int i = 0; i < ORE_COUNT_OF(usual); i++) {
        if (strcmp(usual[i], word->text) == 0) {
            return;
        }
        near = strcmp(usual[i], word->folded) == 0
                   ? usual[i]
                   : ore_nearer(word->text, near, usual[i]);
    }
    if (near) {
        ore_warn(reader->diags, word->where,
                 "stage is '%s', did you mean '%s'?", ore_shown(word->text),
                 near);
    }
}

static void check_word(const ore_reader *reader, const spelt *word)
{
    if (ore_unseen(word->text)) {
        return; /* which is refused where the word is taken */
    }
    if (strcmp(word->kind, "country") == 0) {
        (void)ore_check_country(reader, word->where, word->text);
    } else if (strcmp(word->kind, "stage") == 0) {
        check_stage(reader, word);
    }
}

void ore_check_spelling(const ore_reader *reader)
{
    spellings words = {0};

    add_sections(reader, &words);
    for (int i = 0; i < ORE_COUNT_OF(columns); i++) {
        const column *c = &columns[i];

        if (!c->unless || ore_count_sections(reader, c->unless) == 0) {
            add_column(reader, c, &words);
        }
    }
    add_attributes(reader, &words);
    if (words.count > 0) {
        qsort(words.list, (size_t)words.count, sizeof(spelt), by_spelling);
    }
    for (int i = 0, next = 0; i < words.count; i = next) {
        const spelt *first = &words.list[i];

        while (next < words.count &&
               strcmp(words.list[next].kind, first->kind) == 0 &&
               strcmp(words.list[next].folded, first->folded) == 0) {
            next++;
        }
        if (!check_group(reader, first, next - i)) {
            check_word(reader, first);
        }
    }
    for (int i = 0; i < words.count; i++) {
        free(words.list[i].folded);
    }
    free(words.list);
}

/* A look for `value` among the round's words of one kind. */
typedef struct look {
    const char *value, *folded;
    const char *same, *near;   /* spelt otherwise; a near miss */
    bool found, is_first_pass; /* which looks for `value` alone */
} look;

static void see(look *l, const char *word)
{
    if (l->found || strcmp(word, l->value) == 0) {
        l->found = true;
        return;
    }
    if (l->is_first_pass) {
        return;
    }
    char *folded = ore_folded(word);

    l->same = strcmp(folded, l->folded) == 0 ? word : l->same;
    l->near = ore_nearer(l->value, l->near, word);
    free(folded);
}

static void see_project(look *l, const ore_project *project, int word)
{
    switch (word) {
    case ORE_FILTER_COUNTRY: see(l, project->country); break;
    case ORE_FILTER_STAGE: see(l, project->stage); break;
    case ORE_FILTER_MINERAL: see(l, project->mineral); break;
    case ORE_FILTER_TAG:
        for (int i = 0; i < project->n_tags; i++) {
            see(l, project->tags[i]);
        }
        break;
    default: break;
    }
}

static void see_all(look *l, const ore_round *round, int word)
{
    for (int p = 0; p < round->n_projects && !l->found; p++) {
        see_project(l, &round->projects[p], word);
    }
    for (int o = 0; o < round->n_options && word == ORE_FILTER_OPTION; o++) {
        see(l, ore_option_known_as(round, &round->options[o]));
    }
    for (int i = 0; i < round->n_supplies && word == ORE_FILTER_COUNTRY; i++) {
        see(l, round->supplies[i].country);
    }
    for (int i = 0; i < round->n_supplies && word == ORE_FILTER_STAGE; i++) {
        see(l, round->supplies[i].stage);
    }
    for (int i = 0; i < round->n_supplies && word == ORE_FILTER_TAG; i++) {
        for (int k = 0; k < round->supplies[i].n_tags; k++) {
            see(l, round->supplies[i].tags[k]);
        }
    }
    for (int m = 0; m < round->n_materials && word == ORE_FILTER_MINERAL; m++) {
        see(l, round->materials[m].mineral);
    }
}

/* The words that need not be declared, by ore_filter_word. */
static const char *const free_words[ORE_FILTER_WORDS] = {
    [ORE_FILTER_COUNTRY] = "country",
    [ORE_FILTER_STAGE] = "stage",
    [ORE_FILTER_MINERAL] = "mineral",
    [ORE_FILTER_TAG] = "tag",
    [ORE_FILTER_OPTION] = "option"};

/* Whether the value of word w was named by a group: it may have members that
 * the round has nothing of. */
static bool is_of_group(const ore_reader *reader, int w, const char *value)
{
    for (int i = 0; i < reader->n_groups; i++) {
        const ore_filter_values *own = &reader->groups[i].of.words[w];

        for (int k = 0; k < own->count; k++) {
            if (own->values[k] == value) {
                return true;
            }
        }
    }
    return false;
}

/* Whether something of the round has the value, or need not; else it is
 * reported. */
static bool check_filter_value(const ore_reader *reader, ore_where where, int w,
                               const char *value)
{
    char *folded = ore_folded(value);
    look l = {.value = value, .folded = folded, .is_first_pass = true};

    see_all(&l, reader->round, w);
    l.is_first_pass = false;
    see_all(&l, reader->round, w);
    free(folded);
    if (l.found || strcmp(value, "*") == 0 || is_of_group(reader, w, value)) {
        return true;
    }
    if (w == ORE_FILTER_COUNTRY && !l.same &&
        !ore_check_country(reader, where, value)) {
        return false;
    }
    const char *hint = l.same ? l.same : l.near;

    (l.same ? ore_error : ore_warn)(
        reader->diags, where, "nothing has the %s '%s'%s%s%s", free_words[w],
        ore_shown(value), hint ? _(", did you mean '") : "", hint ? hint : "",
        hint ? _("'?") : "");
    return false;
}

bool ore_check_filter_words(const ore_reader *reader, ore_where where,
                            const ore_filter *filter)
{
    bool good = true;

    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        const ore_filter_values *own = &filter->words[w];

        for (int i = 0; free_words[w] && i < own->count + own->n_excluded;
             i++) {
            good = check_filter_value(reader, where, w,
                                      i < own->count
                                          ? own->values[i]
                                          : own->excluded[i - own->count]) &&
                   good;
        }
    }
    return good;
}
