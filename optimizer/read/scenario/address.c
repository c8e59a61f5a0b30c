/* Addresses: what a text like "targets.ndpr-oxide/JP.target_tpa" names. */
#include "read/scenario/address.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/fields.h"
#include "read/scenario/calculate.h"

enum { MAX_NAMING = 3 };

/* The columns that name a row, by table. */
static const char *const naming[][MAX_NAMING] = {
    [ORE_TABLE_PROJECTS] = {"id"},
    [ORE_TABLE_OPTIONS] = {"project", "option"},
    [ORE_TABLE_OFFERS] = {"project", "instrument"},
    [ORE_TABLE_FLOWS] = {"project", "material", "option"},
    [ORE_TABLE_TARGETS] = {"material", "market", "year"},
    [ORE_TABLE_SUPPLY] = {"material", "country", "year"},
    [ORE_TABLE_LINKS] = {"project", "other", "kind"},
    [ORE_TABLE_SPENDING] = {"project", "option", "offset_years"},
    [ORE_TABLE_BUDGETS] = {"budget", "year"},
    [ORE_TABLE_CEILINGS] = {"instrument", "year"}};
_Static_assert(ORE_COUNT_OF(naming) == ORE_TABLES, "every table has rows");

static const char *cut(const ore_reader *reader, const char *from,
                       const char *to)
{
    return ore_store_cut(reader->store, from, (size_t)(to - from));
}

bool ore_split_address(const ore_reader *reader, const ore_source_cell *address,
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
                                           const ore_source_cell *address,
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
              *near ? _(", did you mean '") : "", near, *near ? _("'?") : "");
    return NULL;
}

bool ore_is_addressed_section(const ore_section *section, const ore_address *to)
{
    return strcmp(section->kind, to->kind) == 0 &&
           fnmatch(to->name, section->name, 0) == 0;
}

void ore_no_section(const ore_reader *reader, const ore_source_cell *address,
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
              to->kind, ore_shown(to->name), *near ? _(", did you mean '") : "",
              near, *near ? _("'?") : "");
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
        const char *name = n < MAX_NAMING ? naming[to->table][n] : NULL;
        const int column = name ? column_of(table, name) : -1;

        good = column >= 0 &&
               fnmatch(part, ore_table_cell(table, row, column).text, 0) == 0;
    }
    free(copy);
    return good;
}

/* A row and what names it first. */
typedef struct named_row {
    const char *name;
    int row;
} named_row;

static int compare_rows(const void *one, const void *other)
{
    const named_row *a = one, *b = other;
    const int order = strcmp(a->name, b->name);

    return order ? order : a->row - b->row;
}

/* All rows by their first name, those of one name in their order. */
static const int *sorted_rows(ore_reader *reader, int id)
{
    const ore_table *table = reader->tables[id];
    const int n = table->n_rows, column = column_of(table, naming[id][0]);
    named_row *rows = ore_alloc(n, sizeof *rows);
    int *sorted = ore_store_alloc(reader->store, n, sizeof *sorted);

    for (int i = 0; i < n; i++) {
        rows[i] = (named_row){
            column >= 0 ? ore_table_cell(table, i, column).text : "", i};
    }
    qsort(rows, (size_t)n, sizeof *rows, compare_rows);
    for (int i = 0; i < n; i++) {
        sorted[i] = rows[i].row;
    }
    free(rows);
    return sorted;
}

/* How many of the sorted rows come before the name, or, `is_after`, before what
 * follows it. */
static int place_of(const ore_table *table, const int *sorted, int column,
                    const char *name, bool is_after)
{
    int low = 0, high = table->n_rows;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        const int order =
            strcmp(ore_table_cell(table, sorted[middle], column).text, name);

        if (order < 0 || (is_after && order == 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const int *ore_rows_to_look_at(ore_reader *reader, const ore_address *to,
                               int *count)
{
    const ore_table *table = reader->tables[to->table];
    const int column = column_of(table, naming[to->table][0]);
    const size_t length = strcspn(to->name, "/");
    const char *first = ore_store_cut(reader->store, to->name, length);

    if (!reader->by_name[to->table]) {
        reader->by_name[to->table] = sorted_rows(reader, to->table);
    }
    const int *sorted = reader->by_name[to->table];

    if (length == 0 || column < 0 || strpbrk(first, "*?[\\")) {
        int *all = ore_store_alloc(reader->store, table->n_rows, sizeof *all);

        for (int i = 0; i < table->n_rows; i++) {
            all[i] = i;
        }
        *count = table->n_rows;
        return all;
    }
    const int from = place_of(table, sorted, column, first, false);

    *count = place_of(table, sorted, column, first, true) - from;
    return sorted + from;
}

void ore_row_was_changed(ore_reader *reader, const ore_address *to)
{
    if (strcmp(to->key, naming[to->table][0]) == 0) {
        reader->by_name[to->table] = NULL;
    }
}

/* An empty naming column is passed over at the end, and "*" before others. */
const char *ore_row_address(const ore_reader *reader, int table, int row,
                            const char *column)
{
    const ore_table *of = reader->tables[table];
    char *name = ore_copy("");
    int passed = 0;

    for (int n = 0; n < MAX_NAMING && naming[table][n]; n++) {
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

void ore_no_row(const ore_reader *reader, const ore_source_cell *address,
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
              ore_shown(to->name), table->file,
              *near ? _(", did you mean '") : "", near, *near ? _("'?") : "");
}

ore_table *ore_addressed_table(const ore_reader *reader,
                               const ore_source_cell *address,
                               const ore_address *to, int *column)
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
              ore_shown(to->key), table->file,
              *near ? _(", did you mean '") : "", near, *near ? _("'?") : "");
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
                                  const ore_source_cell *address,
                                  const ore_address *to)
{
    const ore_ini *ini = reader->ini;
    ore_figures found = {.addresses =
                             ore_store_alloc(reader->store, ini->n_sections,
                                             sizeof(const char *))};

    for (int i = 0; i < ini->n_sections; i++) {
        const ore_section *section = &ini->sections[i];
        const ore_source_cell *cell =
            ore_record_cell(&section->record, to->key);

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
                                  const ore_source_cell *address)
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
