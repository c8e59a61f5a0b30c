/* See differences.h. */
#include "read/mixture/differences.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/scenario/address.h"

/* A row, and the columns that name it. */
typedef struct named_row {
    const char *name;
    int row;
} named_row;

static ore_reader view(const ore_two_rounds *two, const ore_round_source *of)
{
    ore_reader reader = {.store = two->store, .ini = of->ini};

    memcpy(reader.tables, of->tables, sizeof reader.tables);
    return reader;
}

bool ore_source_texts_equal(const char *a, const char *b)
{
    double x, y;

    return strcmp(a, b) == 0 || (!ore_parse_number(a, &x) &&
                                 !ore_parse_number(b, &y) && !(x < y || x > y));
}

/* The text, or what it stands for where none is given and a word is meant. */
static const char *meant(const ore_field *field, const char *text)
{
    const bool is_word = field && (field->type == ORE_FIELD_WORD ||
                                   field->type == ORE_FIELD_YES_NO);

    return !*text && is_word && field->fallback ? field->fallback : text;
}

static void add(ore_two_rounds *two, ore_input_change change,
                ore_change_place place)
{
    two->changes =
        ore_grow(two->changes, two->n, &two->room, sizeof *two->changes);
    two->places =
        ore_grow(two->places, two->n, &two->room_places, sizeof *two->places);
    two->changes[two->n] = change;
    two->places[two->n++] = place;
}

static bool is_among(const char *word, const char *const *words)
{
    for (; *words; words++) {
        if (strcmp(word, *words) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether it is said to people only, or of other commands. */
static bool is_idle_key(const char *key)
{
    static const char *const idle[] = {"name",  "name_ja",  "label",
                                       "title", "label_ja", NULL};

    return is_among(key, idle) || strncmp(key, "note", 4) == 0;
}

static bool is_idle_section(const char *kind)
{
    static const char *const idle[] = {"scenario", "report", "appropriation",
                                       "uncertain", NULL};

    return is_among(kind, idle);
}

static const char *title_of(const ore_two_rounds *two,
                            const ore_section *section)
{
    return ore_store_keep(two->store,
                          ore_print("%s%s%s", section->kind,
                                    *section->name ? " " : "", section->name));
}

/* The key of sections of the kind; NULL = there is none. */
static const ore_field *field_of(const char *kind, const char *key)
{
    for (const ore_section_kind *k = ore_section_kinds; k->name; k++) {
        if (strcmp(k->name, kind) == 0) {
            return ore_field_named(k->fields, key);
        }
    }
    return NULL;
}

/* A key, which one of the sections may not have. */
static void compare_key(ore_two_rounds *two, int i, int j, const char *key)
{
    const ore_section *old = &two->old.ini->sections[i],
                      *new = &two->new.ini->sections[j];
    const ore_reader reader = view(two, &two->old);
    const ore_source_cell *before = ore_record_cell(&old->record, key),
                          *after = ore_record_cell(&new->record, key);
    const ore_field *field = field_of(old->kind, key);

    if (ore_source_texts_equal(meant(field, before ? before->text : ""),
                               meant(field, after ? after->text : ""))) {
        return;
    }
    add(two,
        (ore_input_change){.address = ore_key_address(&reader, old, key),
                           .before = before ? before->text : NULL,
                           .after = after ? after->text : NULL,
                           .old_where = before ? before->where : (ore_where){0},
                           .new_where = after ? after->where : (ore_where){0},
                           .thing = title_of(two, old),
                           .is_idle =
                               is_idle_key(key) || is_idle_section(old->kind)},
        (ore_change_place){i, j, key, -1, -1, -1});
}

static void compare_sections(ore_two_rounds *two, int i, int j)
{
    const ore_record *old = &two->old.ini->sections[i].record,
                     *new = &two->new.ini->sections[j].record;

    for (int k = 0; k < old->count; k++) {
        compare_key(two, i, j, old->names[k]);
    }
    for (int k = 0; k < new->count; k++) {
        bool is_new = true;

        for (int o = 0; o < old->count; o++) {
            is_new &= strcmp(old->names[o], new->names[k]) != 0;
        }
        if (is_new) {
            compare_key(two, i, j, new->names[k]);
        }
    }
}

static int section_like(const ore_ini *ini, const ore_section *like)
{
    for (int i = 0; i < ini->n_sections; i++) {
        if (strcmp(ini->sections[i].kind, like->kind) == 0 &&
            strcmp(ini->sections[i].name, like->name) == 0) {
            return i;
        }
    }
    return -1;
}

static void add_section(ore_two_rounds *two, const ore_section *section,
                        bool came, int number)
{
    const char *title = title_of(two, section);
    const ore_where where = section->record.where, nowhere = {0};

    add(two,
        (ore_input_change){.address = title,
                           .before = came ? NULL : "",
                           .after = came ? "" : NULL,
                           .old_where = came ? nowhere : where,
                           .new_where = came ? where : nowhere,
                           .thing = title,
                           .is_whole = true,
                           .is_idle = is_idle_section(section->kind)},
        (ore_change_place){came ? -1 : number, came ? number : -1, NULL, -1, -1,
                           -1});
}

/* The tables themselves are compared, not what their files are called. */
static bool is_passed_over(const ore_section *section)
{
    return strcmp(section->kind, "tables") == 0;
}

static void compare_inis(ore_two_rounds *two)
{
    const ore_ini *old = two->old.ini, *new = two->new.ini;

    for (int i = 0; i < old->n_sections; i++) {
        const int j = section_like(new, &old->sections[i]);

        if (is_passed_over(&old->sections[i])) {
            continue;
        }
        if (j >= 0) {
            compare_sections(two, i, j);
        } else {
            add_section(two, &old->sections[i], false, i);
        }
    }
    for (int j = 0; j < new->n_sections; j++) {
        if (!is_passed_over(&new->sections[j]) &&
            section_like(old, &new->sections[j]) < 0) {
            add_section(two, &new->sections[j], true, j);
        }
    }
}

static int by_name(const void *a, const void *b)
{
    const named_row *x = a, *y = b;
    const int order = strcmp(x->name, y->name);

    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

/* The rows of a table by name; NULL without the table. */
static named_row *rows_of(const ore_two_rounds *two,
                          const ore_round_source *source, int id)
{
    const ore_table *table = source->tables[id];
    const ore_reader reader = view(two, source);
    named_row *rows = ore_alloc(table ? table->n_rows : 0, sizeof *rows);

    for (int i = 0; table && i < table->n_rows; i++) {
        char *name = ore_copy(ore_row_address(&reader, id, i, ""));

        name[strlen(name) - 1] = '\0'; /* the point before no column */
        rows[i] = (named_row){ore_store_keep(two->store, name), i};
    }
    if (table) {
        qsort(rows, (size_t)table->n_rows, sizeof *rows, by_name);
    }
    return rows;
}

/* "project P17" of all tables about projects, "targets oxide/JP" of others. */
static const char *thing_of(const ore_two_rounds *two, int id, const char *row)
{
    static const ore_table_id of_projects[] = {
        ORE_TABLE_PROJECTS, ORE_TABLE_OPTIONS, ORE_TABLE_OFFERS,
        ORE_TABLE_FLOWS,    ORE_TABLE_LINKS,   ORE_TABLE_SPENDING};
    const char *name = strchr(row, '.') + 1;

    for (int i = 0; i < ORE_COUNT_OF(of_projects); i++) {
        if (of_projects[i] == (ore_table_id)id) {
            return ore_store_keep(
                two->store,
                ore_print("project %.*s", (int)strcspn(name, "/"), name));
        }
    }
    return ore_store_keep(two->store,
                          ore_print("%s %s", ore_table_kinds[id].name, name));
}

int ore_table_column(const ore_table *table, const char *name)
{
    for (int j = 0; table && j < table->n_columns; j++) {
        if (strcmp(table->columns[j], name) == 0) {
            return j;
        }
    }
    return -1;
}

static ore_source_cell cell_of(const ore_table *table, int row,
                               const char *column)
{
    const int j = ore_table_column(table, column);
    const ore_source_cell none = {
        "", {table->file, ore_table_cell(table, row, 0).where.line, 0}};

    return j >= 0 ? ore_table_cell(table, row, j) : none;
}

static void compare_cell(ore_two_rounds *two, int id, const named_row *old,
                         const named_row *new, const char *column)
{
    const ore_source_cell before =
                              cell_of(two->old.tables[id], old->row, column),
                          after =
                              cell_of(two->new.tables[id], new->row, column);

    /* What an option leaves out is the project's. */
    const ore_field *field =
        id == ORE_TABLE_OPTIONS
            ? NULL
            : ore_field_named(ore_table_kinds[id].fields, column);

    if (ore_source_texts_equal(meant(field, before.text),
                               meant(field, after.text))) {
        return;
    }
    add(two,
        (ore_input_change){
            .address = ore_store_keep(two->store,
                                      ore_print("%s.%s", old->name, column)),
            .before = *before.text ? before.text : NULL,
            .after = *after.text ? after.text : NULL,
            .old_where = before.where,
            .new_where = after.where,
            .thing = thing_of(two, id, old->name),
            .is_idle = is_idle_key(column)},
        (ore_change_place){-1, -1, column, id, old->row, new->row});
}

static void compare_rows(ore_two_rounds *two, int id, const named_row *old,
                         const named_row *new)
{
    const ore_table *before = two->old.tables[id], *after = two->new.tables[id];

    for (int j = 0; j < before->n_columns; j++) {
        compare_cell(two, id, old, new, before->columns[j]);
    }
    for (int j = 0; j < after->n_columns; j++) {
        if (ore_table_column(before, after->columns[j]) < 0) {
            compare_cell(two, id, old, new, after->columns[j]);
        }
    }
}

static void add_row(ore_two_rounds *two, int id, const named_row *row,
                    bool came)
{
    const ore_table *table = came ? two->new.tables[id] : two->old.tables[id];
    const ore_where where = {table->file,
                             ore_table_cell(table, row->row, 0).where.line, 0},
                    nowhere = {0};

    add(two,
        (ore_input_change){.address = row->name,
                           .before = came ? NULL : "",
                           .after = came ? "" : NULL,
                           .old_where = came ? nowhere : where,
                           .new_where = came ? where : nowhere,
                           .thing = thing_of(two, id, row->name),
                           .is_whole = true},
        (ore_change_place){-1, -1, NULL, id, came ? -1 : row->row,
                           came ? row->row : -1});
}

static void compare_tables(ore_two_rounds *two, int id)
{
    const ore_table *before = two->old.tables[id], *after = two->new.tables[id];
    named_row *old = rows_of(two, &two->old, id),
              *new = rows_of(two, &two->new, id);
    const int n_old = before ? before->n_rows : 0,
              n_new = after ? after->n_rows : 0;
    int i = 0, j = 0;

    while (i < n_old || j < n_new) {
        const int order = i == n_old   ? 1
                          : j == n_new ? -1
                                       : strcmp(old[i].name, new[j].name);

        if (order == 0) {
            compare_rows(two, id, &old[i++], &new[j++]);
        } else if (order < 0) {
            add_row(two, id, &old[i++], false);
        } else {
            add_row(two, id, &new[j++], true);
        }
    }
    free(old);
    free(new);
}

void ore_differences_find(ore_two_rounds *two)
{
    compare_inis(two);
    for (int id = 0; id < ORE_TABLES; id++) {
        compare_tables(two, id);
    }
}
