/* [tables]: the tables of the round, loaded and their columns checked. */
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/round/table_files.h"

static const char *const encodings[] = {[ORE_ENCODING_AUTO] = "auto",
                                        [ORE_ENCODING_UTF8] = "utf-8",
                                        [ORE_ENCODING_CP932] = "cp932",
                                        [ORE_ENCODING_WESTERN] = "windows-1252",
                                        NULL};

typedef struct table_paths {
    const char *paths[ORE_TABLES];
    int encoding;
} table_paths;

#define PATH(id) offsetof(table_paths, paths[id])

const ore_field ore_tables_fields[] = {
    ORE_FIELD("projects", TEXT, PATH(ORE_TABLE_PROJECTS), "the candidates",
              .is_required = true, .unit = "path"),
    ORE_FIELD("options", TEXT, PATH(ORE_TABLE_OPTIONS), "shapes of projects",
              .unit = "path"),
    ORE_FIELD("offers", TEXT, PATH(ORE_TABLE_OFFERS),
              "which instruments a project may take", .unit = "path"),
    ORE_FIELD("flows", TEXT, PATH(ORE_TABLE_FLOWS),
              "what projects make and take", .unit = "path"),
    ORE_FIELD("targets", TEXT, PATH(ORE_TABLE_TARGETS), "what markets need",
              .unit = "path"),
    ORE_FIELD("supply", TEXT, PATH(ORE_TABLE_SUPPLY), "what already flows",
              .unit = "path"),
    ORE_FIELD("links", TEXT, PATH(ORE_TABLE_LINKS),
              "what ties projects together", .unit = "path"),
    ORE_FIELD("spending", TEXT, PATH(ORE_TABLE_SPENDING), "when money is spent",
              .unit = "path"),
    ORE_FIELD("budgets", TEXT, PATH(ORE_TABLE_BUDGETS), "amounts of budgets",
              .unit = "path"),
    ORE_FIELD("ceilings", TEXT, PATH(ORE_TABLE_CEILINGS),
              "ceilings of instruments", .unit = "path"),
    ORE_FIELD("encoding", WORD, offsetof(table_paths, encoding),
              "of every table; auto: UTF-8, or what the text clearly is",
              .fallback = "auto", .choices = encodings),
    {0},
};

/* A column that stands for itself: x_NAME where allowed, note… everywhere. */
static bool is_free(const ore_table_kind *kind, const char *column)
{
    return strncmp(column, "note", 4) == 0 ||
           (kind->takes_attributes && strncmp(column, "x_", 2) == 0);
}

/* Whether another column was told to be meant for this one. */
static bool is_misspelt(const ore_record *header, const ore_field *const *lists,
                        int n_lists, const char *column)
{
    for (int j = 0; j < header->count; j++) {
        const char *meant = NULL;

        if (*header->names[j] &&
            ore_is_unknown(lists, n_lists, header->names[j], &meant) && meant &&
            strcmp(meant, column) == 0) {
            return true;
        }
    }
    return false;
}

static void check_columns(const ore_reader *reader, const ore_table *table,
                          const ore_table_kind *kind)
{
    const ore_field *const lists[] = {kind->fields, kind->more};
    ore_source_cell *cells =
        ore_alloc(table->n_columns, sizeof(ore_source_cell));
    const char **columns = ore_alloc(table->n_columns, sizeof(const char *));

    for (int j = 0; j < table->n_columns; j++) {
        columns[j] = is_free(kind, table->columns[j]) ? "" : table->columns[j];
        cells[j] = (ore_source_cell){table->columns[j], table->column_where[j]};
    }
    const ore_record header = {
        table->n_columns, columns, cells, NULL, {table->file, 1, 0}};

    ore_check_names(reader, &header, "column", lists, ORE_COUNT_OF(lists));
    for (int l = 0; l < ORE_COUNT_OF(lists); l++) {
        for (const ore_field *f = lists[l]; f && f->key; f++) {
            const bool optional = !f->is_required ||
                                  (l == 1 && kind->fields == ore_option_fields);

            if (!optional && !ore_record_cell(&header, f->key) &&
                !is_misspelt(&header, lists, ORE_COUNT_OF(lists), f->key)) {
                ore_error(reader->diags, table->column_where[0],
                          "column '%s' is missing", f->key);
            }
        }
    }
    free(columns);
    free(cells);
}

static void load(ore_reader *reader, const ore_source_cell *cell,
                 ore_table_id id, ore_encoding encoding)
{
    ore_round *round = reader->round;
    ore_status status;
    ore_input input = {.path = ore_store_text(reader->store, cell->text)};
    ore_table *table =
        ore_load_table(reader, cell, id, encoding, &input, &status);

    reader->is_missing = reader->is_missing || status == ORE_NO_INPUT;
    reader->is_refused = reader->is_refused || !table;
    reader->tables[id] = table;
    if (table) {
        /* The list was made with room for every table. */
        input.rows = table->n_rows;
        reader->inputs[round->n_inputs++] = input;
        check_columns(reader, table, &ore_table_kinds[id]);
    }
}

void ore_load_tables(ore_reader *reader)
{
    const ore_section *section = ore_section_of(reader, "tables");
    const ore_where where = {reader->file, 0, 0};
    table_paths paths = {0};

    if (!section) {
        ore_error(reader->diags, where,
                  "section 'tables' is missing, expected at least "
                  "'projects = FILE'");
        return;
    }
    ore_fill(reader, &section->record, ore_tables_fields, &paths);
    for (int id = 0; id < ORE_TABLES; id++) {
        const ore_source_cell *cell =
            ore_record_cell(&section->record, ore_table_kinds[id].name);

        if (cell && paths.paths[id]) {
            load(reader, cell, (ore_table_id)id, (ore_encoding)paths.encoding);
        }
    }
}
