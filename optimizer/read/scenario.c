/* Scenarios and --set. The overrides of all scenarios are checked, those of
 * the chosen one act, --set after them. */
#include "read/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "base/files_read.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "read/fields.h"
#include "read/override.h"
#include "read/xlsx_file.h"

const ore_field ore_scenario_fields[] = {
    {"label", ORE_FIELD_TEXT, offsetof(ore_plan, scenario_label), 0, 0, "", "",
     "default: the name", NULL},
    {"label_ja", ORE_FIELD_TEXT, offsetof(ore_plan, scenario_label_ja), 0, 0,
     "", "", "in Japanese; default: label", NULL},
    {"ADDRESS", ORE_FIELD_OTHER, 0, 0, 0, "", "",
     "what changes: targets.ndpr-oxide.target_tpa = *1.3", NULL},
    {0},
};

static ore_override *new_override(ore_reader *reader, int *room)
{
    reader->overrides = ore_grow(reader->overrides, reader->n_overrides, room,
                                 sizeof(ore_override));
    return &reader->overrides[reader->n_overrides++];
}

static bool is_label(const char *key)
{
    return strcmp(key, "label") == 0 || strcmp(key, "label_ja") == 0;
}

/* A table that the round has only in another scenario is an input of it, too:
 * no output may replace it. */
static void note_table(const ore_reader *reader, const char *address,
                       const ore_cell *value)
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
        if (!is_label(record->names[i])) {
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
        near = ore_near_miss(name, section->name) ? section->name : near;
    }
    ore_error(reader->diags, where, "unknown scenario '%s'%s%s%s",
              ore_shown(name), *near ? ", did you mean '" : "", near,
              *near ? "'?" : "");
}

static void choose(ore_reader *reader, const ore_section *section)
{
    ore_plan *plan = reader->plan;

    plan->scenario = section->name;
    ore_fill(reader, &section->record, ore_scenario_fields, plan);
    ore_default_labels(plan->scenario, &plan->scenario_label,
                       &plan->scenario_label_ja);
}

void ore_begin_scenario(ore_reader *reader)
{
    const char *asked = reader->asked->scenario;
    const bool is_base = !asked || strcmp(asked, "base") == 0;
    const char **names = ore_store_alloc(
        reader->store, ore_count_sections(reader, "scenario"), sizeof *names);
    bool found = is_base;
    int room = 0, i = 0;

    reader->plan->scenarios = names;

    for (int n = 0; n < reader->ini->n_sections; n++) {
        const ore_section *section = &reader->ini->sections[n];

        if (strcmp(section->kind, "scenario") == 0) {
            const bool chosen = !is_base && strcmp(section->name, asked) == 0;

            names[reader->plan->n_scenarios++] = section->name;
            found |= chosen;
            collect_section(reader, section, chosen, &room);
            if (chosen) {
                choose(reader, section);
            }
        }
    }
    if (!found) {
        unknown_scenario(reader, asked);
    }
    for (i = 0; i < reader->asked->n_sets; i++) {
        collect_set(reader, reader->asked->sets[i], &room);
    }
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
    reader->plan->adjustments = list;
    reader->plan->n_adjustments = n;
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
    reader->plan->changed = list;
    reader->plan->n_changed = kept;
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
