/* The cells of a table, and others in their place. */
#include <string.h>

#include "read/formats/table.h"

ore_source_cell ore_table_cell(const ore_table *table, int i, int j)
{
    const int at = i * table->n_columns + j;
    const ore_spot *spot = &table->spots[at];

    if (table->changed && table->changed[at].text) {
        return table->changed[at];
    }
    return (ore_source_cell){table->texts + spot->text,
                             {table->file, spot->line, spot->column}};
}

void ore_table_change(ore_store *store, ore_table *table, int i, int j,
                      ore_source_cell cell)
{
    if (!table->changed) {
        table->changed = ore_store_alloc(
            store, table->n_rows * table->n_columns, sizeof(ore_source_cell));
    }
    table->changed[i * table->n_columns + j] = cell;
}

int ore_table_add_column(ore_store *store, ore_table *table, const char *name,
                         ore_where where)
{
    const int n = table->n_columns, wide = n + 1;
    const char **columns = ore_store_alloc(store, wide, sizeof *columns);
    ore_where *places = ore_store_alloc(store, wide, sizeof *places);
    ore_spot *spots =
        ore_store_alloc(store, table->n_rows * wide, sizeof *spots);
    ore_source_cell *changed =
        ore_store_alloc(store, table->n_rows * wide, sizeof *changed);

    memcpy(columns, table->columns, (size_t)n * sizeof *columns);
    memcpy(places, table->column_where, (size_t)n * sizeof *places);
    columns[n] = name;
    places[n] = where;
    for (int i = 0; i < table->n_rows; i++) {
        for (int j = 0; j < n; j++) {
            spots[i * wide + j] = table->spots[i * n + j];
            if (table->changed) {
                changed[i * wide + j] = table->changed[i * n + j];
            }
        }
        changed[i * wide + n] = (ore_source_cell){"", where};
    }
    table->columns = columns;
    table->column_where = places;
    table->spots = spots;
    table->changed = changed;
    table->n_columns = wide;
    return n;
}

ore_record ore_table_row(const ore_table *table, int i, ore_source_cell *cells)
{
    for (int j = 0; j < table->n_columns; j++) {
        cells[j] = ore_table_cell(table, i, j);
    }
    return (ore_record){
        .count = table->n_columns,
        .names = table->columns,
        .cells = cells,
        .where = {table->file, table->spots[i * table->n_columns].line, 0}};
}
