/* Overrides: changing what their addresses name. */
#include "read/scenario/override.h"

#include <string.h>

#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/scenario/address.h"
#include "read/scenario/calculate.h"

/* A pattern that multiplies leaves alone what is not given. */
static bool is_passed_over(const ore_override *override, const char *old)
{
    return !*old && strpbrk(override->address.text, "*?") &&
           (override->value.text[0] == '*' || override->value.text[0] == '+');
}

/* Note what one figure was and what it is now. */
static void note_change(ore_reader *reader, ore_changed changed)
{
    reader->changed = ore_grow(reader->changed, reader->n_changed,
                               &reader->room_changed, sizeof(ore_changed));
    reader->changed[reader->n_changed++] = changed;
}

/* Put the cell at `key` of the section, in new arrays. */
static void put_key(const ore_reader *reader, ore_section *section,
                    const char *key, ore_source_cell cell, ore_where where)
{
    ore_record *record = &section->record;
    const int n = record->count;
    const char **names =
        ore_store_alloc(reader->store, n + 1, sizeof(const char *));
    ore_source_cell *cells =
        ore_store_alloc(reader->store, n + 1, sizeof(ore_source_cell));
    ore_where *keys = ore_store_alloc(reader->store, n + 1, sizeof(ore_where));
    int at = n;

    for (int i = 0; i < n; i++) {
        names[i] = record->names[i];
        cells[i] = record->cells[i];
        keys[i] = record->keys[i];
        at = strcmp(names[i], key) == 0 ? i : at;
    }
    names[at] = key;
    cells[at] = cell;
    keys[at] = where;
    record->count = at == n ? n + 1 : n;
    record->names = names;
    record->cells = cells;
    record->keys = keys;
}

/* Whether a section that is not there can begin with this change: [solver],
 * [goals], …, and those that say how a goal of a known name is meant. */
static bool may_begin(const ore_section_kind *kind, const ore_address *to)
{
    return !kind->is_named ||
           (kind->fields == ore_goal_fields && !strpbrk(to->name, "*?"));
}

static void add_section(const ore_reader *reader, const ore_address *to,
                        ore_where where)
{
    ore_ini *ini = reader->ini;
    ore_section *sections = ore_store_alloc(reader->store, ini->n_sections + 1,
                                            sizeof(ore_section));

    for (int i = 0; i < ini->n_sections; i++) {
        sections[i] = ini->sections[i];
    }
    sections[ini->n_sections++] =
        (ore_section){to->kind, to->name, {.where = where}};
    ini->sections = sections;
}

void ore_override_section(ore_reader *reader, const ore_override *override)
{
    const ore_source_cell *address = &override->address;
    ore_address to;
    int count = 0;

    if (!ore_split_address(reader, address, &to) || to.table >= 0) {
        return;
    }
    const ore_section_kind *kind = ore_addressed_kind(reader, address, &to);

    if (!kind || !ore_check_key(reader, kind, to.key, address->where)) {
        return;
    }
    for (int pass = 0; pass < 2 && count == 0; pass++) {
        if (pass == 1 && !may_begin(kind, &to)) {
            ore_no_section(reader, address, &to);
            return;
        }
        if (pass == 1 && override->is_applied) {
            add_section(reader, &to, address->where);
        }
        for (int i = 0; i < reader->ini->n_sections; i++) {
            ore_section *section = &reader->ini->sections[i];
            const ore_source_cell *old =
                ore_record_cell(&section->record, to.key);

            if (!ore_is_addressed_section(section, &to)) {
                continue;
            }
            count++;
            if (is_passed_over(override, old ? old->text : "")) {
                continue;
            }
            const char *text = ore_overridden(reader, &override->value,
                                              old ? old->text : NULL);

            if (text && override->is_applied) {
                const ore_source_cell cell = {text, override->value.where};

                note_change(
                    reader,
                    (ore_changed){ore_key_address(reader, section, to.key),
                                  old ? old->text : "", text,
                                  section->record.where, address->where});
                put_key(reader, section, to.key, cell, address->where);
            }
        }
    }
}

void ore_override_rows(ore_reader *reader, const ore_override *override)
{
    const ore_source_cell *address = &override->address;
    int column, n_rows = 0, count = 0;
    ore_address to;

    if (!strchr(address->text, '.') ||
        !ore_split_address(reader, address, &to) || to.table < 0) {
        return;
    }
    ore_table *table = ore_addressed_table(reader, address, &to, &column);

    const int *rows = table ? ore_rows_to_look_at(reader, &to, &n_rows) : NULL;

    for (int k = 0; k < n_rows; k++) {
        const int i = rows[k];

        if (!ore_is_addressed_row(table, &to, i)) {
            continue;
        }
        const char *old =
            column < 0 ? "" : ore_table_cell(table, i, column).text;

        count++;
        if (is_passed_over(override, old)) {
            continue;
        }
        const char *text = ore_overridden(reader, &override->value, old);

        if (!text) {
            return;
        }
        if (override->is_applied) {
            const ore_where home = {table->file,
                                    table->spots[i * table->n_columns].line, 0};

            if (column < 0) {
                column = ore_table_add_column(reader->store, table, to.key,
                                              address->where);
            }
            note_change(reader, (ore_changed){ore_row_address(reader, to.table,
                                                              i, to.key),
                                              old, text, home, address->where});
            ore_table_change(reader->store, table, i, column,
                             (ore_source_cell){text, override->value.where});
            ore_row_was_changed(reader, &to);
        }
    }
    if (table && count == 0) {
        ore_no_row(reader, address, &to);
    }
}
