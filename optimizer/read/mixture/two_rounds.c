/* See two_rounds.h: the rounds between. Sections and tables of the old round
 * take over what is applied, and are read like any others. */
#include "read/mixture/two_rounds.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

/* A table under way: rows of both, of the columns of both. */
typedef struct mixing {
    const ore_table *old, *new;
    ore_table *table;
    const ore_two_rounds *two;
    const bool *applied;
    int id;
} mixing;

ore_status ore_two_rounds_read(const char *before, const char *after,
                               const ore_read_options *options,
                               ore_diags *diags, ore_two_rounds **two)
{
    ore_two_rounds *own = ore_alloc(1, sizeof *own);

    own->options = *options;
    own->store = ore_store_new();
    ore_status status =
        ore_read_source(before, options, diags, &own->before, &own->old);
    const ore_status other =
        ore_read_source(after, options, diags, &own->after, &own->new);

    status = status == ORE_OK ? other : status;
    *two = NULL;
    if (status == ORE_OK) {
        ore_differences_find(own);
        *two = own;
    } else {
        ore_two_rounds_free(own);
    }
    return status;
}

void ore_two_rounds_free(ore_two_rounds *two)
{
    if (!two) {
        return;
    }
    ore_round_free(two->before);
    ore_round_free(two->after);
    ore_store_free(two->store);
    free(two->changes);
    free(two->places);
    free(two);
}

/* The old section i with the keys that are applied. */
static ore_section mix_section(const ore_two_rounds *two, const bool *applied,
                               int i, ore_store *store)
{
    ore_section section = two->old.ini->sections[i];
    const ore_record *old = &section.record;
    const int most = old->count + two->n;
    const char **names = ore_store_alloc(store, most, sizeof(const char *));
    ore_source_cell *cells = ore_store_alloc(store, most, sizeof *cells);
    ore_where *keys = ore_store_alloc(store, most, sizeof *keys);
    int n = 0;

    for (int k = 0; k < old->count; k++) {
        names[n] = old->names[k];
        cells[n] = old->cells[k];
        keys[n++] = old->keys[k];
    }
    for (int c = 0; c < two->n; c++) {
        const ore_change_place *place = &two->places[c];
        int at = 0;

        if (!applied[c] || place->old_section != i || !place->key) {
            continue;
        }
        const ore_source_cell *cell = ore_record_cell(
            &two->new.ini->sections[place->new_section].record, place->key);
        const ore_source_cell none = {"", {0}};

        while (at < n && strcmp(names[at], place->key) != 0) {
            at++;
        }
        names[at] = place->key;
        keys[at] = two->changes[c].new_where;
        cells[at] = cell ? *cell : none;
        n = at == n ? n + 1 : n;
    }
    section.record = (ore_record){n, names, cells, keys, section.record.where};
    return section;
}

/* Whether the section or row came or went, and that is applied. */
static bool is_applied(const ore_two_rounds *two, const bool *applied,
                       int section, bool came)
{
    for (int c = 0; c < two->n; c++) {
        const ore_change_place *place = &two->places[c];

        if (applied[c] && place->table < 0 && !place->key &&
            (came ? place->new_section : place->old_section) == section) {
            return true;
        }
    }
    return false;
}

static ore_ini *mix_inis(const ore_two_rounds *two, const bool *applied,
                         ore_store *store)
{
    const ore_ini *old = two->old.ini, *new = two->new.ini;
    ore_ini *ini = ore_store_alloc(store, 1, sizeof *ini);

    ini->n_lines = old->n_lines;
    ini->sections = ore_store_alloc(store, old->n_sections + new->n_sections,
                                    sizeof *ini->sections);
    for (int i = 0; i < old->n_sections; i++) {
        if (!is_applied(two, applied, i, false)) {
            ini->sections[ini->n_sections++] =
                mix_section(two, applied, i, store);
        }
    }
    for (int j = 0; j < new->n_sections; j++) {
        if (is_applied(two, applied, j, true)) {
            ini->sections[ini->n_sections++] = new->sections[j];
        }
    }
    return ini;
}

static void put(const mixing *m, int i, int j, ore_source_cell cell)
{
    const int at = i * m->table->n_columns + j;

    m->table->changed[at] = cell;
    m->table->spots[at] = (ore_spot){0, cell.where.line, cell.where.column};
}

/* Row `row` of the old table, or of the new one, becomes row i. */
static void copy_row(const mixing *m, int i, const ore_table *from, int row)
{
    for (int j = 0; j < m->table->n_columns; j++) {
        const int at = ore_table_column(from, m->table->columns[j]);
        const ore_source_cell none = {
            "", {from->file, ore_table_cell(from, row, 0).where.line, 0}};

        put(m, i, j, at >= 0 ? ore_table_cell(from, row, at) : none);
    }
}

/* Where the old rows [n_rows] are now; -1 = they went. */
static int *place_rows(const mixing *m)
{
    const int n_old = m->old ? m->old->n_rows : 0;
    int *place = ore_alloc(n_old, sizeof *place);
    int n = 0;

    for (int c = 0; c < m->two->n; c++) {
        const ore_change_place *change = &m->two->places[c];

        if (m->applied[c] && change->table == m->id && !change->key &&
            change->old_row >= 0) {
            place[change->old_row] = -1;
        }
    }
    for (int i = 0; i < n_old; i++) {
        place[i] = place[i] < 0 ? -1 : n++;
    }
    m->table->n_rows = n;
    return place;
}

static void set_columns(const mixing *m, ore_store *store)
{
    const ore_table *const from[] = {m->old, m->new};
    ore_table *table = m->table;
    const int most =
        (m->old ? m->old->n_columns : 0) + (m->new ? m->new->n_columns : 0);

    table->columns = ore_store_alloc(store, most, sizeof(const char *));
    table->column_where =
        ore_store_alloc(store, most, sizeof *table->column_where);
    for (int side = 0; side < ORE_COUNT_OF(from); side++) {
        for (int j = 0; from[side] && j < from[side]->n_columns; j++) {
            if (ore_table_column(table, from[side]->columns[j]) < 0) {
                table->column_where[table->n_columns] =
                    from[side]->column_where[j];
                table->columns[table->n_columns++] = from[side]->columns[j];
            }
        }
    }
}

static void fill_rows(const mixing *m, const int *place)
{
    for (int i = 0; m->old && i < m->old->n_rows; i++) {
        if (place[i] >= 0) {
            copy_row(m, place[i], m->old, i);
        }
    }
    for (int c = 0; c < m->two->n; c++) {
        const ore_change_place *change = &m->two->places[c];

        if (!m->applied[c] || change->table != m->id) {
            continue;
        }
        if (!change->key && change->new_row >= 0) {
            copy_row(m, m->table->n_rows++, m->new, change->new_row);
        } else if (change->key && place[change->old_row] >= 0) {
            const int j = ore_table_column(m->new, change->key);
            const ore_source_cell none = {"", m->two->changes[c].new_where};

            put(m, place[change->old_row],
                ore_table_column(m->table, change->key),
                j >= 0 ? ore_table_cell(m->new, change->new_row, j) : none);
        }
    }
}

/* The table of both; NULL where nothing is left of it. */
static ore_table *mix_tables(const ore_two_rounds *two, const bool *applied,
                             int id, ore_store *store)
{
    mixing m = {.old = two->old.tables[id],
                .new = two->new.tables[id],
                .table = ore_store_alloc(store, 1, sizeof *m.table),
                .two = two,
                .applied = applied,
                .id = id};
    const int most = (m.old ? m.old->n_rows : 0) + (m.new ? m.new->n_rows : 0);
    static char nothing[] = "";

    if (!m.old && !m.new) {
        return NULL;
    }
    m.table->file = m.old ? m.old->file : m.new->file;
    m.table->texts = nothing;
    set_columns(&m, store);
    m.table->spots = ore_store_alloc(store, most * m.table->n_columns,
                                     sizeof *m.table->spots);
    m.table->changed = ore_store_alloc(store, most * m.table->n_columns,
                                       sizeof *m.table->changed);
    int *place = place_rows(&m);

    fill_rows(&m, place);
    free(place);
    return m.table->n_rows > 0 || (m.old && m.new) ? m.table : NULL;
}

ore_round *ore_two_rounds_between(const ore_two_rounds *two,
                                  const bool *applied)
{
    ore_round_source mixed = {.file = two->old.file};
    ore_diags *unsaid = ore_diags_new();
    ore_round *round = NULL;

    mixed.ini = mix_inis(two, applied, two->store);
    for (int id = 0; id < ORE_TABLES; id++) {
        mixed.tables[id] = mix_tables(two, applied, id, two->store);
    }
    const ore_status status =
        ore_read_mixture(&mixed, &two->options, unsaid, &round);

    ore_diags_free(unsaid);
    return status == ORE_OK ? round : NULL;
}
