/* Scenarios and --set. The overrides of all scenarios are checked, those of
 * the chosen one act, --set after them. */
#include "read/scenario/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "base/files_read.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/formats/xlsx_file.h"
#include "read/round/fields.h"
#include "read/scenario/outcomes.h"
#include "read/scenario/override.h"

static ore_override *new_override(ore_reader *reader, int *room)
{
    reader->overrides = ore_grow(reader->overrides, reader->n_overrides, room,
                                 sizeof(ore_override));
    return &reader->overrides[reader->n_overrides++];
}

/* "*0.9" of an outcome is of what scenarios and --set made of the figure. */
static void collect_outcomes(ore_reader *reader, int *room)
{
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(reader, "outcome", &i))) {
        const ore_record *record = &section->record;

        for (int k = 0; k < record->count; k++) {
            if (ore_is_change(record->names[k])) {
                *new_override(reader, room) = (ore_override){
                    .address = {record->names[k], record->keys[k]},
                    .value = record->cells[k],
                    .is_applied = ore_outcome_is_known(reader, section->name)};
            }
        }
    }
}

static bool is_label(const char *key)
{
    return strcmp(key, "label") == 0 || strcmp(key, "label_ja") == 0;
}

/* A label heads a column of a comparison, which holds 255 characters with what
 * is added to it. */
static void check_label(const ore_reader *reader, const ore_source_cell *cell)
{
    enum { LONGEST_LABEL = 200 };
    const char *at = cell->text;
    long left = (long)strlen(at);
    int n = 0;

    while (left > 0) {
        int point;
        const int used = ore_next_char(at, left, &point);

        n += point > 0xFFFF ? 2 : 1; /* as a spreadsheet counts */
        at += used > 0 ? used : 1;
        left -= used > 0 ? used : 1;
    }
    if (n > LONGEST_LABEL) {
        ore_error(reader->diags, cell->where,
                  "label is '%s' of %d characters, expected at most %d",
                  ore_shown(cell->text), n, LONGEST_LABEL);
    }
}

/* A table that the round has only in another scenario is an input of it, too:
 * no output may replace it. */
static void note_table(const ore_reader *reader, const char *address,
                       const ore_source_cell *value)
{
    if (strncmp(address, "tables.", 7) == 0) {
        char *path = ore_copy(ore_beside(reader, value));
        char *mark = ore_is_xlsx(value->text) ? strrchr(path, '#') : NULL;

        if (mark) {
            *mark = '\0';
        }
        ore_note_read_path(path);
        free(path);
    }
}

static void collect_section(ore_reader *reader, const ore_section *section,
                            bool is_chosen, int *room)
{
    const ore_record *record = &section->record;

    for (int i = 0; i < record->count; i++) {
        if (is_label(record->names[i])) {
            check_label(reader, &record->cells[i]);
        } else {
            note_table(reader, record->names[i], &record->cells[i]);
            *new_override(reader, room) =
                (ore_override){.address = {record->names[i], record->keys[i]},
                               .value = record->cells[i],
                               .is_applied = is_chosen};
        }
    }
}

/* "ADDRESS=VALUE" of the command line. */
static void collect_set(ore_reader *reader, const char *text, int *room)
{
    const char *sign = strchr(text, '=');
    const ore_where where = {
        ore_store_keep(reader->store, ore_print("--set '%s'", ore_shown(text))),
        0, 0};

    if (!sign || sign == text || !sign[1]) {
        ore_error(reader->diags, where, "expected ADDRESS=VALUE");
        return;
    }
    const size_t blanks_after = strspn(sign + 1, " ");
    size_t length = (size_t)(sign - text);

    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    *new_override(reader, room) = (ore_override){
        .address = {ore_store_cut(reader->store, text, length), where},
        .value = {ore_store_text(reader->store, sign + 1 + blanks_after),
                  where},
        .is_applied = true};
}

static void unknown_scenario(const ore_reader *reader, const char *name)
{
    const ore_where where = {reader->file, 0, 0};
    const ore_section *section;
    const char *near = "";
    int i = 0;

    while ((section = ore_next_section(reader, "scenario", &i))) {
        near = ore_nearer(name, near, section->name);
    }
    ore_error(reader->diags, where, "unknown scenario '%s'%s%s%s",
              ore_shown(name), *near ? _(", did you mean '") : "", near,
              *near ? _("'?") : "");
}

/* "a" and "b" as "a,b". */
static const char *joined(const ore_reader *reader, const char *before,
                          const char *separator, const char *after)
{
    return before ? ore_store_keep(reader->store, ore_print("%s%s%s", before,
                                                            separator, after))
                  : after;
}

/* One more scenario that acts, after those chosen before. */
static void choose(ore_reader *reader, const ore_section *section)
{
    ore_round *round = reader->round;
    const bool is_first = strcmp(round->scenario, "base") == 0;
    const char *label = round->scenario_label,
               *label_ja = round->scenario_label_ja;

    round->scenario =
        joined(reader, is_first ? NULL : round->scenario, ",", section->name);
    ore_fill(reader, &section->record, ore_scenario_fields, round);
    ore_default_labels(section->name, &round->scenario_label,
                       &round->scenario_label_ja);
    round->scenario_label = joined(reader, label, ", ", round->scenario_label);
    round->scenario_label_ja =
        joined(reader, label_ja, "\xE3\x80\x81", round->scenario_label_ja);
}

static const ore_section *scenario_named(const ore_reader *reader,
                                         const char *name)
{
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(reader, "scenario", &i)) &&
           strcmp(section->name, name) != 0) {
    }
    return section;
}

/* Names of a list "a,b", in turn; "base" changes nothing. NULL at the end. */
static char *next_name(char *list, char **rest)
{
    char *name = strtok_r(list, ",", rest);

    while (name && strcmp(name, "base") == 0) {
        name = strtok_r(NULL, ",", rest);
    }
    return name;
}

static bool has_name(const char *names, const char *name)
{
    char *list = ore_copy(names), *rest = NULL;
    bool found = false;

    for (char *one = next_name(list, &rest); one && !found;
         one = next_name(NULL, &rest)) {
        found = strcmp(one, name) == 0;
    }
    free(list);
    return found;
}

/* The scenarios asked for, in their order. */
static void collect_asked(ore_reader *reader, int *room)
{
    char *list = ore_copy(reader->asked->scenario), *rest = NULL;
    const char *before = "";

    for (char *name = next_name(list, &rest); name;
         name = next_name(NULL, &rest)) {
        const ore_section *section = scenario_named(reader, name);

        if (!section) {
            unknown_scenario(reader, name);
            continue;
        }
        if (has_name(before, name)) {
            ore_error(reader->diags, (ore_where){reader->file, 0, 0},
                      "scenario '%s' is asked for twice", ore_shown(name));
            continue;
        }
        choose(reader, section);
        before = reader->round->scenario;
        collect_section(reader, section, true, room);
    }
    free(list);
}

void ore_begin_scenario(ore_reader *reader)
{
    const char **names = ore_store_alloc(
        reader->store, ore_count_sections(reader, "scenario"), sizeof *names);
    const bool has_asked = reader->asked->scenario != NULL;
    const ore_section *section;
    int room = 0, i = 0;

    reader->round->scenarios = names;
    while ((section = ore_next_section(reader, "scenario", &i))) {
        names[reader->round->n_scenarios++] = section->name;
        if (!has_asked || !has_name(reader->asked->scenario, section->name)) {
            collect_section(reader, section, false, &room);
        }
    }
    if (has_asked) {
        collect_asked(reader, &room);
    }
    for (i = 0; i < reader->asked->n_sets; i++) {
        collect_set(reader, reader->asked->sets[i], &room);
    }
    collect_outcomes(reader, &room);
    for (i = 0; i < reader->n_overrides; i++) {
        ore_override_section(reader, &reader->overrides[i]);
    }
}

/* What acted, for the provenance. */
static void note_adjustments(ore_reader *reader)
{
    ore_adjustment *list = ore_store_alloc(reader->store, reader->n_overrides,
                                           sizeof(ore_adjustment));
    int n = 0;

    for (int i = 0; i < reader->n_overrides; i++) {
        const ore_override *override = &reader->overrides[i];

        if (override->is_applied) {
            list[n++] =
                (ore_adjustment){override->address.text, override->value.text,
                                 override->address.where};
        }
    }
    reader->round->adjustments = list;
    reader->round->n_adjustments = n;
}

/* A change, and the how-manyth it is. */
typedef struct turn {
    ore_changed changed;
    int number;
} turn;

static int compare_turns(const void *one, const void *other)
{
    const turn *a = one, *b = other;
    const int order = ore_compare_changed(&a->changed, &b->changed);

    return order ? order : a->number - b->number;
}

/* Every figure once: what it was before the first change, and what the last
 * one made of it. */
static void keep_changes(ore_reader *reader)
{
    const int n = reader->n_changed;
    ore_changed *list = ore_store_alloc(reader->store, n, sizeof *list);
    turn *turns = ore_alloc(n, sizeof *turns);
    int kept = 0;

    for (int i = 0; i < n; i++) {
        turns[i] = (turn){reader->changed[i], i};
    }
    if (n > 0) {
        qsort(turns, (size_t)n, sizeof *turns, compare_turns);
    }
    for (int i = 0; i < n; i++) {
        const ore_changed *changed = &turns[i].changed;

        if (kept > 0 && ore_compare_changed(&list[kept - 1], changed) == 0) {
            list[kept - 1].after = changed->after;
            list[kept - 1].where = changed->where;
        } else {
            list[kept++] = *changed;
        }
    }
    reader->round->changed = list;
    reader->round->n_changed = kept;
    free(turns);
    free(reader->changed);
    reader->changed = NULL;
}

void ore_finish_scenario(ore_reader *reader)
{
    note_adjustments(reader);
    for (int i = 0; i < reader->n_overrides; i++) {
        ore_override_rows(reader, &reader->overrides[i]);
    }
    free(reader->overrides);
    reader->overrides = NULL;
    keep_changes(reader);
}
