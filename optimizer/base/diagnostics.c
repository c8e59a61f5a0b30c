/* Diagnostics: a list that is sorted when it is printed. */
#include "base/diagnostics.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/messages.h"

enum { MAX_SHOWN = 100 };

typedef enum severity { IS_ERROR, IS_WARNING, IS_NOTE } severity;

typedef struct diag {
    severity severity;
    int file; /* index into files; -1 = none */
    int line, column;
    int order; /* of arrival */
    char *text;
} diag;

struct ore_diags {
    diag *list; /* [count] */
    int count, room;
    char **files; /* [n_files] in order of first mention */
    int n_files, room_files;
    int n_errors, n_warnings;
};

ore_diags *ore_diags_new(void)
{
    return ore_alloc(1, sizeof(ore_diags));
}

void ore_diags_free(ore_diags *diags)
{
    if (!diags) {
        return;
    }
    for (int i = 0; i < diags->count; i++) {
        free(diags->list[i].text);
    }
    for (int i = 0; i < diags->n_files; i++) {
        free(diags->files[i]);
    }
    free(diags->list);
    free(diags->files);
    free(diags);
}

static int file_index(ore_diags *diags, const char *file)
{
    if (!file) {
        return -1;
    }
    for (int i = 0; i < diags->n_files; i++) {
        if (strcmp(diags->files[i], file) == 0) {
            return i;
        }
    }
    diags->files = ore_grow(diags->files, diags->n_files, &diags->room_files,
                            sizeof(char *));
    diags->files[diags->n_files] = ore_copy(file);
    return diags->n_files++;
}

static void add(ore_diags *diags, severity how, ore_where where, char *text)
{
    diags->list =
        ore_grow(diags->list, diags->count, &diags->room, sizeof(diag));
    diags->list[diags->count] =
        (diag){how,          file_index(diags, where.file),
               where.line,   where.column,
               diags->count, text};
    diags->count++;
}

void ore_error(ore_diags *diags, ore_where where, const char *fmt, ...)
{
    va_list args;

    diags->n_errors++;
    /* A file of nothing but mistakes must not fill the memory. */
    if (diags->n_errors > 100 * MAX_SHOWN) {
        return;
    }
    va_start(args, fmt);
    add(diags, IS_ERROR, where, ore_vprint(_(fmt), args));
    va_end(args);
}

void ore_warn(ore_diags *diags, ore_where where, const char *fmt, ...)
{
    va_list args;

    diags->n_warnings++;
    if (diags->n_warnings > 100 * MAX_SHOWN) {
        return;
    }
    va_start(args, fmt);
    add(diags, IS_WARNING, where, ore_vprint(_(fmt), args));
    va_end(args);
}

void ore_note(ore_diags *diags, ore_where where, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    add(diags, IS_NOTE, where, ore_vprint(_(fmt), args));
    va_end(args);
}

int ore_diags_errors(const ore_diags *diags)
{
    return diags->n_errors;
}

int ore_diags_warnings(const ore_diags *diags)
{
    return diags->n_warnings;
}

static int by_place(const void *left, const void *right)
{
    const diag *a = left, *b = right;

    if (a->file != b->file) {
        return a->file < b->file ? -1 : 1;
    }
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    if (a->column != b->column) {
        return a->column < b->column ? -1 : 1;
    }
    return a->order < b->order ? -1 : a->order > b->order;
}

static bool repeats(const diag *a, const diag *b)
{
    return a->severity == b->severity && a->file == b->file &&
           a->line == b->line && a->column == b->column &&
           strcmp(a->text, b->text) == 0;
}

/* "C7" for row 7, column 3 of a sheet: what its reader sees. */
static void print_cell(int line, int column, FILE *out)
{
    char letters[8] = {0};
    size_t at = sizeof letters - 1;

    for (; column > 0 && at > 0; column = (column - 1) / 26) {
        letters[--at] = (char)('A' + (column - 1) % 26);
    }
    fprintf(out, "%s%d:", letters + at, line);
}

static void print_place(const char *file, int line, int column, FILE *out)
{
    fprintf(out, "%s:", file);
    if (line > 0 && column > 0 &&
        (strstr(file, ".xlsx#") || strstr(file, ".csv#"))) {
        print_cell(line, column, out);
        return;
    }
    if (line > 0) {
        fprintf(out, "%d:", line);
    }
    if (line > 0 && column > 0) {
        fprintf(out, "%d:", column);
    }
}

static void print_one(const ore_diags *diags, const diag *d, FILE *out)
{
    static const char *const names[] = {
        [IS_ERROR] = "error", [IS_WARNING] = "warning", [IS_NOTE] = "note"};

    if (d->file < 0) {
        fputs("orefolio: ", out);
    } else {
        print_place(diags->files[d->file], d->line, d->column, out);
        fputc(' ', out);
    }
    fprintf(out, "%s: %s\n", _(names[d->severity]), d->text);
}

void ore_diags_print(const ore_diags *diags, FILE *out)
{
    diag *sorted = ore_alloc(diags->count, sizeof(diag));
    int shown[IS_NOTE + 1] = {0};

    if (diags->count > 0) {
        memcpy(sorted, diags->list, (size_t)diags->count * sizeof(diag));
        qsort(sorted, (size_t)diags->count, sizeof(diag), by_place);
    }
    for (int i = 0; i < diags->count; i++) {
        if ((i > 0 && repeats(&sorted[i - 1], &sorted[i])) ||
            ++shown[sorted[i].severity] > MAX_SHOWN) {
            continue;
        }
        print_one(diags, &sorted[i], out);
    }
    if (shown[IS_ERROR] > MAX_SHOWN) {
        fprintf(out, _("orefolio: %d more errors\n"),
                diags->n_errors - MAX_SHOWN);
    }
    if (shown[IS_WARNING] > MAX_SHOWN) {
        fprintf(out, _("orefolio: %d more warnings\n"),
                diags->n_warnings - MAX_SHOWN);
    }
    free(sorted);
}

ore_status ore_diags_tell(ore_diags *diags, ore_status status)
{
    ore_diags_print(diags, stderr);
    ore_diags_free(diags);
    return status;
}
