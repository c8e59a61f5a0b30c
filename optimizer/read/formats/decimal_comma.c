/* Decimal commas, as a spreadsheet of most of Europe writes them. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/round/table_files.h"

/* What the commas and points in numbers of a column can be. */
typedef struct signs {
    int commas;                   /* cells with a comma */
    int sure;                     /* … that can be no thousands: 12,5 */
    int points;                   /* cells with a point */
    ore_source_cell comma, point; /* the first of each */
} signs;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits(const char *at)
{
    size_t n = 0;

    while (is_digit(at[n])) {
        n++;
    }
    return n;
}

/* One number "12,5": sets *sure when no one would write thousands so. */
static bool has_decimal_comma(const char *word, bool *sure)
{
    const char *at = word + (*word == '+' || *word == '-');
    const size_t before = digits(at);
    const size_t after = at[before] == ',' ? digits(at + before + 1) : 0;

    *sure = after != 3 || before > 3 || (before == 1 && *at == '0');
    return before > 0 && after > 0 && at[before + 1 + after] == '\0';
}

/* Every word of the cell "0,3 0,7 1": whether it has decimal commas and no
 * other ones. */
static bool look_at(const char *text, bool *sure)
{
    char *copy = ore_copy(text), *rest = NULL;
    bool found = false, good = true;

    *sure = false;
    for (char *word = strtok_r(copy, " \t", &rest); word && good;
         word = strtok_r(NULL, " \t", &rest)) {
        bool is_sure = false;

        if (strchr(word, ',')) {
            good = has_decimal_comma(word, &is_sure);
            found = true;
            *sure = *sure || (good && is_sure);
        }
    }
    free(copy);
    return found && good;
}

static bool is_number_column(const ore_table_kind *kind, const char *name)
{
    const ore_field *field = ore_field_named(kind->fields, name);

    field = field ? field : ore_field_named(kind->more, name);
    return field ? field->type == ORE_FIELD_NUMBER ||
                       field->type == ORE_FIELD_NUMBERS
                 : kind->takes_attributes && strncmp(name, "x_", 2) == 0;
}

static signs signs_of(const ore_table *table, int column)
{
    signs found = {0};

    for (int i = 0; i < table->n_rows; i++) {
        const ore_source_cell cell = ore_table_cell(table, i, column);
        bool sure = false;

        if (look_at(cell.text, &sure)) {
            found.comma = found.commas == 0 ? cell : found.comma;
            found.commas++;
            found.sure += sure;
        }
        if (strchr(cell.text, '.')) {
            found.point = found.points == 0 ? cell : found.point;
            found.points++;
        }
    }
    return found;
}

static void make_plain(const ore_reader *reader, ore_table *table, int column)
{
    for (int i = 0; i < table->n_rows; i++) {
        ore_source_cell cell = ore_table_cell(table, i, column);
        bool sure;

        if (look_at(cell.text, &sure)) {
            char *text = ore_copy(cell.text);

            for (char *at = strchr(text, ','); at; at = strchr(at, ',')) {
                *at = '.';
            }
            cell.text = ore_store_keep(reader->store, text);
            ore_table_change(reader->store, table, i, column, cell);
        }
    }
}

bool ore_take_decimal_commas(const ore_reader *reader, ore_table *table,
                             const ore_table_kind *kind)
{
    signs *columns = ore_alloc(table->n_columns, sizeof *columns);
    const ore_source_cell *point = NULL;
    bool found = false;

    for (int j = 0; j < table->n_columns; j++) {
        if (is_number_column(kind, table->columns[j])) {
            columns[j] = signs_of(table, j);
            point = !point && columns[j].points > 0 ? &columns[j].point : point;
        }
    }
    for (int j = 0; j < table->n_columns; j++) {
        const signs *c = &columns[j];

        if (c->commas > 0 && point) {
            ore_error(reader->diags, c->comma.where,
                      "%s is '%s' and '%s' is on line %d, expected one decimal "
                      "sign in all of the file",
                      table->columns[j], ore_shown(c->comma.text),
                      ore_shown(point->text), point->where.line);
        } else if (c->commas > 0 && c->sure == 0) {
            ore_error(reader->diags, c->comma.where,
                      "%s is '%s', which is thousands or a decimal comma: "
                      "write it with a decimal point and without separators",
                      table->columns[j], ore_shown(c->comma.text));
        } else if (c->commas > 0) {
            make_plain(reader, table, j);
            found = true;
        }
    }
    free(columns);
    return found;
}
