/* Addresses: what a text like "targets.ndpr-oxide/JP.target_tpa" names. */
#include "read/address.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/fields.h"
#include "read/override.h"

enum { MOST_NAMING = 3 };

/* The columns that name a row, by table. */
static const char *const naming[ORE_TABLES][MOST_NAMING] = {
    {"id"},
    {"project", "option"},
    {"project", "instrument"},
    {"project", "material", "option"},
    {"material", "market", "year"},
    {"material", "country", "year"},
    {"project", "other", "kind"},
    {"project", "option", "offset_years"},
    {"budget", "year"},
    {"instrument", "year"}};

static const char *cut(const ore_reader *reader, const char *from,
                       const char *to)
{
    return ore_store_cut(reader->store, from, (size_t)(to - from));
}

bool ore_split_address(const ore_reader *reader, const ore_cell *address,
                       ore_address *to)
{
    const char *text = address->text;
    const char *dot = strchr(text, '.'), *last = strrchr(text, '.');
    const char *blank = strchr(text, ' ');

    if (!dot || dot == text || !last[1]) {
        ore_error(reader->diags, address->where,
                  "'%s' is no address, expected SECTION.key, SECTION NAME.key "
                  "or TABLE.ROW.column",
                  ore_shown(text));
        return false;
    }
    to->table = -1;
    to->key = ore_store_text(reader->store, last + 1);
    for (int id = 0; id < ORE_TABLES && dot != last; id++) {
        const char *name = ore_table_kinds[id].name;

        if (strlen(name) == (size_t)(dot - text) &&
            strncmp(name, text, (size_t)(dot - text)) == 0) {
            to->table = id;
            to->name = cut(reader, dot + 1, last);
            return true;
        }
    }
    to->kind = cut(reader, text, blank && blank < last ? blank : dot);
    to->name = blank && blank < last ? cut(reader, blank + 1, last) : "";
    return true;
}

const ore_section_kind *ore_addressed_kind(const ore_reader *reader,
                                           const ore_cell *address,
                                           const ore_address *to)
{
    const char *near = "";

    for (const ore_section_kind *kind = ore_section_kinds; kind->name; kind++) {
        if (strcmp(kind->name, to->kind) == 0) {
            return kind;
        }
        near = ore_nearer(to->kind, near, kind->name);
    }
    for (int id = 0; id < ORE_TABLES; id++) {
        if (strcmp(ore_table_kinds[id].name, to->kind) == 0) {
            ore_error(reader->diags, address->where,
                      "address '%s' names no row, expected %s.ROW.column",
                      ore_shown(address->text), to->kind);
            return NULL;
        }
        near = ore_nearer(to->kind, near, ore_table_kinds[id].name);
    }
    ore_error(reader->diags, address->where,
              "unknown section or table '%s'%s%s%s", ore_shown(to->kind),
              *near ? ", did you mean '" : "", near, *near ? "'?" : "");
    return NULL;
}

bool ore_is_addressed_section(const ore_section *section, const ore_address *to)
{
    return strcmp(section->kind, to->kind) == 0 &&
           fnmatch(to->name, section->name, 0) == 0;
}

void ore_no_section(const ore_reader *reader, const ore_cell *address,
                    const ore_address *to)
{
    const char *near = "";

    for (int i = 0; i < reader->ini->n_sections; i++) {
        const ore_section *section = &reader->ini->sections[i];

        if (strcmp(section->kind, to->kind) == 0) {
            near = ore_nearer(to->name, near, section->name);
        }
    }
    ore_error(reader->diags, address->where, "no section [%s %s]%s%s%s",
              to->kind, ore_shown(to->name), *near ? ", did you mean '" : "",
              near, *near ? "'?" : "");
}

static int column_of(const ore_table *table, const char *name)
{
    for (int j = 0; j < table->n_columns; j++) {
        if (strcmp(table->columns[j], name) == 0) {
            return j;
        }
    }
    return -1;
}

/* Whether the row's naming columns match the pattern "a/b". */
bool ore_is_addressed_row(const ore_table *table, const ore_address *to,
                          int row)
{
    char *copy = ore_copy(to->name), *rest = NULL;
    bool good = true;
    int n = 0;

    for (char *part = strtok_r(copy, "/", &rest); part && good;
         part = strtok_r(NULL, "/", &rest), n++) {
        const char *name = n < MOST_NAMING ? naming[to->table][n] : NULL;
        const int column = name ? column_of(table, name) : -1;

        good = column >= 0 &&
               fnmatch(part, ore_table_cell(table, row, column).text, 0) == 0;
    }
    free(copy);
    return good;
}

/* An empty naming column is passed over at the end, and "*" before others. */
const char *ore_row_address(const ore_reader *reader, int table, int row,
                            const char *column)
{
    const ore_table *of = reader->tables[table];
    char *name = ore_copy("");
    int passed = 0;

    for (int n = 0; n < MOST_NAMING && naming[table][n]; n++) {
        const int j = column_of(of, naming[table][n]);
        const char *text = j >= 0 ? ore_table_cell(of, row, j).text : "";

        if (!*text) {
            passed++;
            continue;
        }
        char *longer = ore_print("%s%s%.*s%s", name, n > 0 ? "/" : "",
                                 2 * passed, "*/*/", text);

        free(name);
        name = longer;
        passed = 0;
    }
    const char *address = ore_store_keep(
        reader->store,
        ore_print("%s.%s.%s", ore_table_kinds[table].name, name, column));

    free(name);
    return address;
}

const char *ore_key_address(const ore_reader *reader,
                            const ore_section *section, const char *key)
{
    return ore_store_keep(reader->store, ore_print("%s%s%s.%s", section->kind,
                                                   *section->name ? " " : "",
                                                   section->name, key));
}

void ore_no_row(const ore_reader *reader, const ore_cell *address,
                const ore_address *to)
{
    const ore_table *table = reader->tables[to->table];
    const int column = column_of(table, naming[to->table][0]);
    const char *near = "";

    for (int i = 0; i < table->n_rows && column >= 0; i++) {
        const char *id = ore_table_cell(table, i, column).text;

        near = ore_nearer(to->name, near, id);
    }
    ore_error(reader->diags, address->where, "no row '%s' in %s%s%s%s",
              ore_shown(to->name), table->file, *near ? ", did you mean '" : "",
              near, *near ? "'?" : "");
}

ore_table *ore_addressed_table(const ore_reader *reader,
                               const ore_cell *address, const ore_address *to,
                               int *column)
{
    ore_table *table = reader->tables[to->table];
    const char *near = "";

    if (!table) {
        ore_error(reader->diags, address->where, "the round has no table '%s'",
                  ore_table_kinds[to->table].name);
        return NULL;
    }
    *column = column_of(table, to->key);
    if (*column >= 0) {
        return table;
    }
    const ore_table_kind *kind = &ore_table_kinds[to->table];

    if (ore_field_named(kind->fields, to->key) ||
        ore_field_named(kind->more, to->key)) {
        return table;
    }
    for (int j = 0; j < table->n_columns; j++) {
        near = ore_nearer(to->key, near, table->columns[j]);
    }
    ore_error(reader->diags, address->where, "no column '%s' in %s%s%s%s",
              ore_shown(to->key), table->file, *near ? ", did you mean '" : "",
              near, *near ? "'?" : "");
    return NULL;
}

/* Note one figure that an address names. */
static void note_figure(ore_figures *figures, const char *text,
                        const char *address)
{
    figures->addresses[figures->count++] = address;
    figures->has_number |= ore_can_calculate(text);
}

static ore_figures keys_addressed(const ore_reader *reader,
                                  const ore_cell *address,
                                  const ore_address *to)
{
    const ore_ini *ini = reader->ini;
    ore_figures found = {.addresses =
                             ore_store_alloc(reader->store, ini->n_sections,
                                             sizeof(const char *))};

    for (int i = 0; i < ini->n_sections; i++) {
        const ore_section *section = &ini->sections[i];
        const ore_cell *cell = ore_record_cell(&section->record, to->key);

        if (ore_is_addressed_section(section, to) && cell) {
            note_figure(&found, cell->text,
                        ore_key_address(reader, section, to->key));
        }
    }
    if (found.count == 0 && ore_addressed_kind(reader, address, to)) {
        ore_no_section(reader, address, to);
    }
    return found;
}

ore_figures ore_figures_addressed(const ore_reader *reader,
                                  const ore_cell *address)
{
    ore_figures found = {0};
    int column;
    ore_address to;

    if (!ore_split_address(reader, address, &to)) {
        return found;
    }
    if (to.table < 0) {
        return keys_addressed(reader, address, &to);
    }
    ore_table *table = ore_addressed_table(reader, address, &to, &column);

    if (!table) {
        return found;
    }
    found =
        (ore_figures){.addresses = ore_store_alloc(reader->store, table->n_rows,
                                                   sizeof(const char *))};
    for (int i = 0; i < table->n_rows; i++) {
        const char *text =
            column < 0 ? "" : ore_table_cell(table, i, column).text;

        if (ore_is_addressed_row(table, &to, i) && *text) {
            note_figure(&found, text,
                        ore_row_address(reader, to.table, i, to.key));
        }
    }
    if (found.count == 0) {
        ore_no_row(reader, address, &to);
    }
    return found;
}
