/* See table_files.h. */
#include "read/round/table_files.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/formats/csv_file.h"
#include "read/formats/xlsx_file.h"
#include "read/formats/xlsx_parts.h"
#include "read/round/fields.h"

/* A table on its way in. */
typedef struct arrival {
    const ore_reader *reader;
    const ore_source_cell *cell; /* that names its file */
    const ore_table_kind *kind;
    ore_encoding encoding;
    ore_expected expected;
    const char *file, *sheet; /* sheet "" = not said */
    ore_input_text bytes;
} arrival;

/* Whether a table of the kind has a column of this name, or nearly. */
static bool knows(const void *of, const char *name)
{
    const ore_table_kind *kind = of;
    const ore_field *const lists[] = {kind->fields, kind->more};

    for (int l = 0; l < ORE_COUNT_OF(lists); l++) {
        for (const ore_field *f = lists[l]; f && f->key; f++) {
            if (ore_near_miss(name, f->key)) {
                return true;
            }
        }
    }
    return false;
}

/* "id, name, mineral": the columns that a table of the kind must have. */
static const char *required(const ore_reader *reader,
                            const ore_table_kind *kind)
{
    const ore_field *const lists[] = {
        kind->fields, kind->fields == ore_option_fields ? NULL : kind->more};
    char *all = ore_copy("");

    for (int l = 0; l < ORE_COUNT_OF(lists); l++) {
        for (const ore_field *f = lists[l]; f && f->key; f++) {
            if (!f->is_required) {
                continue;
            }
            char *longer = ore_print("%s%s%s", all, *all ? ", " : "", f->key);

            free(all);
            all = longer;
        }
    }
    return ore_store_keep(reader->store, all);
}

/* Spreadsheets that are not read, by the end of their name. */
static const struct {
    const char *end, *title;
} others[] = {{".ods", "an OpenDocument spreadsheet"},
              {".fods", "an OpenDocument spreadsheet"},
              {".xls", "a workbook of the old kind"},
              {".xlsb", "a binary workbook"},
              {".xlsm", "a workbook with macros"},
              {".numbers", "a spreadsheet of Numbers"}};

static const char *other_by_name(const char *path)
{
    for (int i = 0; i < ORE_COUNT_OF(others); i++) {
        const size_t length = strlen(path), end = strlen(others[i].end);

        if (length > end &&
            strcasecmp(path + length - end, others[i].end) == 0) {
            return others[i].title;
        }
    }
    return NULL;
}

/* What the bytes are when they are no text and no .xlsx; NULL. */
static const char *other_by_bytes(const ore_input_text *bytes)
{
    static const char ods[] = "mimetypeapplication/vnd.oasis.opendocument";

    if (bytes->length > 4 && memcmp(bytes->text, "\xD0\xCF\x11\xE0", 4) == 0) {
        return "a workbook of the old kind, or one with a password";
    }
    /* The first member of the package, which is stored as it is. */
    return bytes->length > 80 &&
                   memcmp(bytes->text + 30, ods, sizeof ods - 1) == 0
               ? "an OpenDocument spreadsheet"
               : NULL;
}

static void refuse_other(const arrival *a, const char *title)
{
    ore_error(a->reader->diags, a->cell->where,
              "'%s' is %s, expected CSV or .xlsx: save it as .xlsx and name "
              "its sheet, %s = FILE.xlsx#%s",
              ore_shown(a->file), _(title), a->kind->name,
              *a->sheet ? ore_shown(a->sheet) : "SHEET");
}

/* "round.xlsx#Projects". A '#' elsewhere belongs to the name. */
static void split_path(arrival *a)
{
    const char *path = ore_beside(a->reader, a->cell);
    const char *mark = strrchr(path, '#');
    const char *file =
        mark ? ore_store_cut(a->reader->store, path, (size_t)(mark - path))
             : path;
    const bool has_sheet = mark && (ore_is_xlsx(file) || other_by_name(file));

    a->file = has_sheet ? file : path;
    a->sheet = has_sheet ? mark + 1 : "";
}

static ore_table *parse_sheet(const arrival *a, const char *sheet)
{
    const ore_reader *reader = a->reader;
    const ore_where where = {
        ore_store_keep(reader->store, ore_print("%s#%s", a->file, sheet)), 0,
        0};

    return ore_parse_sheet(&a->bytes, sheet, &a->expected, where, reader->store,
                           reader->diags);
}

/* A workbook that is named as a CSV file: read when it has one sheet. */
static ore_table *parse_disguised(const arrival *a)
{
    const ore_where where = {a->file, 0, 0};
    int n;
    char *sheets = ore_workbook_sheets(&a->bytes, where, a->reader->diags, &n);
    ore_table *table = NULL;

    if (sheets && n == 1) {
        ore_note(a->reader->diags, where,
                 "read as a workbook, which its bytes are");
        table = parse_sheet(a, ore_store_text(a->reader->store, sheets));
    } else if (sheets) {
        ore_error(a->reader->diags, a->cell->where,
                  "'%s' is a workbook with the sheets %s, expected CSV: name "
                  "it .xlsx and say which, %s = FILE.xlsx#SHEET",
                  ore_shown(a->file), sheets, a->kind->name);
    }
    free(sheets);
    return table;
}

static bool is_package(const ore_input_text *bytes)
{
    return bytes->length > 4 && memcmp(bytes->text, "PK\x03\x04", 4) == 0;
}

static ore_table *parse_text(arrival *a)
{
    const ore_reader *reader = a->reader;
    const ore_where where = {a->file, 0, 0};

    return ore_clean_text(where, a->encoding, reader->diags, &a->bytes)
               ? ore_parse_any_csv(&a->bytes, &a->expected, where,
                                   reader->store, reader->diags)
               : NULL;
}

/* What was assumed of the table besides its encoding, told and kept. False
 * after an error that leaves no table. */
static bool tell_assumptions(const arrival *a, ore_table *table,
                             ore_input *input)
{
    const int before = ore_diags_errors(a->reader->diags);
    const ore_reader *reader = a->reader;
    const char *encoding = a->bytes.read_as ? a->bytes.read_as : "";
    const char separator = table->separator;
    const bool has_commas = separator && separator != ',' &&
                            ore_take_decimal_commas(reader, table, a->kind);
    char *titles = table->n_titles > 0
                       ? ore_print("%sheader in row %d",
                                   separator && separator != ',' ? ", " : "",
                                   table->column_where[0].line)
                       : ore_copy("");
    char *form = ore_print("%s%s%s",
                           separator == ';'    ? "separator ';'"
                           : separator == '\t' ? "separator tab"
                                               : "",
                           has_commas ? ", decimal sign ','" : "", titles);
    const ore_where where = {table->file, 0, 0};

    if (*form) {
        ore_note(reader->diags, where, "read with %s", form);
    }
    if (*encoding || *form) {
        input->read_as = ore_store_keep(
            reader->store, ore_print("%s%s%s", encoding,
                                     *encoding && *form ? ", " : "", form));
    }
    free(titles);
    free(form);
    return ore_diags_errors(a->reader->diags) == before;
}

static ore_table *parse_bytes(arrival *a)
{
    const char *other = other_by_bytes(&a->bytes);

    if (other) {
        refuse_other(a, other);
        return NULL;
    }
    if (ore_is_xlsx(a->file)) {
        return parse_sheet(a, *a->sheet ? a->sheet : a->kind->name);
    }
    return is_package(&a->bytes) ? parse_disguised(a) : parse_text(a);
}

ore_table *ore_load_table(const ore_reader *reader, const ore_source_cell *cell,
                          ore_table_id id, ore_encoding encoding,
                          ore_input *input, ore_status *status)
{
    const ore_table_kind *kind = &ore_table_kinds[id];
    arrival a = {.reader = reader,
                 .cell = cell,
                 .kind = kind,
                 .encoding = encoding,
                 .expected = {knows, kind, required(reader, kind)}};

    split_path(&a);
    const ore_where where = {a.file, 0, 0};

    if (!ore_may_read(reader, cell, a.file)) {
        *status = ORE_BAD_INPUT;
        return NULL;
    }
    *status = ore_load_bytes(where, cell->where, ORE_LARGEST_TABLE,
                             reader->diags, &a.bytes);
    if (*status != ORE_OK) {
        return NULL;
    }
    memcpy(input->sha256, a.bytes.sha256, sizeof a.bytes.sha256);
    const char *other = other_by_name(a.file);
    ore_table *table = NULL;

    if (other) {
        refuse_other(&a, other);
    } else {
        table = parse_bytes(&a);
    }
    /* Rows of a wrong length alone: all that follows would be about them. */
    const bool good = table && !(table->n_ragged > 0 && table->n_rows == 0) &&
                      tell_assumptions(&a, table, input);

    free(a.bytes.text);
    return good ? table : NULL;
}
