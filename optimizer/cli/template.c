/* See template.h. */
#include "cli/template.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/examples.h"
#include "cli/new_file.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/formats/csv_file.h"
#include "read/round/reader.h"
#include "write/xlsx/template.h"

/* The sheets under way; columns, cells and texts are the store's. */
typedef struct outline {
    ore_input_sheet sheets[ORE_TABLES];
    ore_store *store;
    ore_diags *diags;
    const char *example;
} outline;

static const ore_example_file *file_of(const char *example, const char *table)
{
    char *name = ore_print("%s.csv", table);
    const ore_example_file *found = NULL;

    for (const ore_example_file *f = ore_example_files; f->example; f++) {
        if (strcmp(f->example, example) == 0 && strcmp(f->name, name) == 0) {
            found = f;
        }
    }
    free(name);
    return found;
}

static const char *keep(const outline *o, char *text)
{
    return ore_store_keep(o->store, text);
}

/* "Projects" */
static const char *sheet_name(const outline *o, const char *table)
{
    char *name = ore_copy(table);

    name[0] = (char)toupper((unsigned char)name[0]);
    return keep(o, name);
}

static ore_input_column describe(const outline *o, const ore_field *field)
{
    const bool is_number =
        field->type == ORE_FIELD_NUMBER || field->type == ORE_FIELD_WHOLE;
    const char *unit = field->unit ? field->unit : "";
    const char *must = field->is_required ? "Required."
                       : field->fallback  ? "When empty: "
                                          : "May be empty.";

    return (ore_input_column){
        .name = field->key,
        .note =
            keep(o, ore_print("%s%s%s%s\n%s%s", _(field->help),
                              *unit ? " (" : "", unit, *unit ? ")" : "", must,
                              field->fallback ? field->fallback : "")),
        .choices = field->choices,
        .is_required = field->is_required,
        .is_number = is_number,
        .is_whole = field->type != ORE_FIELD_NUMBER,
        .is_date = field->type == ORE_FIELD_DATE,
        .min = field->min,
        .max = field->max};
}

static int count_fields(const ore_field *fields)
{
    int n = 0;

    while (fields && fields[n].key) {
        n++;
    }
    return n;
}

static const ore_field *field_of(const ore_table_kind *kind, const char *name)
{
    const ore_field *const lists[] = {kind->fields, kind->more};

    for (int l = 0; l < ORE_COUNT_OF(lists); l++) {
        for (const ore_field *f = lists[l]; f && f->key; f++) {
            if (strcmp(f->key, name) == 0) {
                return f;
            }
        }
    }
    return NULL;
}

static bool has_column(const ore_table *table, const char *name)
{
    for (int j = 0; table && j < table->n_columns; j++) {
        if (strcmp(table->columns[j], name) == 0) {
            return true;
        }
    }
    return false;
}

/* The columns of the example in its order, then all others there are. */
static void fill_columns(const outline *o, const ore_table_kind *kind,
                         const ore_table *table, ore_input_sheet *sheet)
{
    const ore_field *const lists[] = {kind->fields, kind->more};
    const int room = count_fields(kind->fields) + count_fields(kind->more) +
                     (table ? table->n_columns : 0);
    ore_input_column *columns =
        ore_store_alloc(o->store, room, sizeof *columns);

    sheet->columns = columns;
    for (int j = 0; table && j < table->n_columns; j++) {
        const ore_field *field = field_of(kind, table->columns[j]);

        columns[sheet->n_columns++] =
            field ? describe(o, field)
                  : (ore_input_column){.name = table->columns[j],
                                       .note = "A column of this round's own."};
    }
    for (int l = 0; l < ORE_COUNT_OF(lists); l++) {
        for (const ore_field *f = lists[l]; f && f->key; f++) {
            if (!has_column(table, f->key)) {
                columns[sheet->n_columns++] = describe(o, f);
            }
        }
    }
}

static void fill_cells(const outline *o, const ore_table *table,
                       ore_input_sheet *sheet)
{
    sheet->n_rows = table ? table->n_rows : 0;
    const char **cells = ore_store_alloc(
        o->store, sheet->n_rows * sheet->n_columns, sizeof *cells);

    sheet->cells = cells;
    for (int i = 0; i < sheet->n_rows; i++) {
        for (int j = 0; j < sheet->n_columns; j++) {
            cells[i * sheet->n_columns + j] =
                j < table->n_columns ? ore_table_cell(table, i, j).text : "";
        }
    }
}

static void fill_sheet(outline *o, int id)
{
    const ore_table_kind *kind = &ore_table_kinds[id];
    const ore_example_file *file = file_of(o->example, kind->name);
    ore_input_sheet *sheet = &o->sheets[id];
    const ore_table *table = NULL;

    if (file) {
        const ore_where where = {file->name, 0, 0};
        char *text = ore_print("%.*s", (int)file->size, file->bytes);

        table =
            ore_parse_csv(text, (long)strlen(text), where, o->store, o->diags);
        free(text);
    }
    sheet->name = sheet_name(o, kind->name);
    fill_columns(o, kind, table, sheet);
    fill_cells(o, table, sheet);
}

/* round.ini with sheets in the place of CSV files. */
static char *rewrite_ini(const outline *o, const ore_example_file *file)
{
    char *text = ore_example_text(file);

    for (int id = 0; id < ORE_TABLES; id++) {
        const char *table = ore_table_kinds[id].name;
        char *path = ore_print("%s.csv", table);
        char *at = strstr(text, path);

        if (at) {
            char *longer =
                ore_print("%.*sround.xlsx#%s%s", (int)(at - text), text,
                          o->sheets[id].name, at + strlen(path));

            free(text);
            text = longer;
        }
        free(path);
    }
    return text;
}

static ore_status write_rest(const outline *o, const char *dir)
{
    ore_status status = ORE_OK;

    for (const ore_example_file *f = ore_example_files;
         f->example && status == ORE_OK; f++) {
        const char *dot = strrchr(f->name, '.');
        const bool is_table = dot && strcmp(dot, ".csv") == 0;

        if (strcmp(f->example, o->example) != 0 || is_table) {
            continue;
        }
        char *text = rewrite_ini(o, f);

        status = ore_write_new(dir, f->name, text, strlen(text), o->diags);
        free(text);
    }
    return status;
}

ore_status ore_write_xlsx_example(const char *example, const char *dir,
                                  ore_diags *diags)
{
    outline o = {.store = ore_store_new(), .diags = diags, .example = example};
    char *path = ore_print("%s/round.xlsx", dir);

    for (int id = 0; id < ORE_TABLES; id++) {
        fill_sheet(&o, id);
    }
    ore_status status = ore_write_template(o.sheets, ORE_TABLES, path, diags);

    if (status == ORE_OK) {
        status = write_rest(&o, dir);
    }
    free(path);
    ore_store_free(o.store);
    return status;
}
