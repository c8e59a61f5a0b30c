/* Lists that are found by id, rows of tables. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/reader.h"

static const char *id_of(const void *element)
{
    return *(const char *const *)element;
}

static ore_where where_in(const void *element, size_t at)
{
    ore_where where;

    memcpy(&where, (const char *)element + at, sizeof where);
    return where;
}

static int by_id(const void *left, const void *right, void *data)
{
    const int order = strcmp(id_of(left), id_of(right));

    if (order != 0) {
        return order;
    }
    return where_in(left, *(size_t *)data).line -
           where_in(right, *(size_t *)data).line;
}

void ore_sort_ids(const ore_reader *reader, const char *what, void *base,
                  int count, size_t size, size_t where)
{
    const char *at = base;

    qsort_r(base, (size_t)count, size, by_id, &where);
    for (int i = 1; i < count; i++) {
        const char *now = at + (size_t)i * size, *before = now - size;

        /* An id that was refused is empty. */
        if (*id_of(now) && strcmp(id_of(now), id_of(before)) == 0) {
            ore_error(reader->diags, where_in(now, where),
                      "%s '%s' comes twice, first on line %d", what,
                      ore_shown(id_of(now)), where_in(before, where).line);
        }
    }
}

ore_list ore_funder_list(const ore_round *round)
{
    return (ore_list){"funder", round->funders, round->n_funders,
                      sizeof(ore_funder)};
}

ore_list ore_event_list(const ore_round *round)
{
    return (ore_list){"event", round->events, round->n_events,
                      sizeof(ore_event)};
}

ore_list ore_budget_list(const ore_round *round)
{
    return (ore_list){"budget", round->budgets, round->n_budgets,
                      sizeof(ore_budget)};
}

ore_list ore_office_list(const ore_round *round)
{
    return (ore_list){"office", round->offices, round->n_offices,
                      sizeof(ore_office)};
}

ore_list ore_instrument_list(const ore_round *round)
{
    return (ore_list){"instrument", round->instruments, round->n_instruments,
                      sizeof(ore_instrument)};
}

ore_list ore_material_list(const ore_round *round)
{
    return (ore_list){"material", round->materials, round->n_materials,
                      sizeof(ore_material)};
}

ore_list ore_market_list(const ore_round *round)
{
    return (ore_list){"market", round->markets, round->n_markets,
                      sizeof(ore_market)};
}

ore_list ore_disruption_list(const ore_round *round)
{
    return (ore_list){"disruption", round->disruptions, round->n_disruptions,
                      sizeof(ore_disruption)};
}

ore_list ore_project_list(const ore_round *round)
{
    return (ore_list){"project", round->projects, round->n_projects,
                      sizeof(ore_project)};
}

static int compare_id(const void *key, const void *element)
{
    return strcmp(key, id_of(element));
}

int ore_find_id(ore_list list, const char *id)
{
    if (list.count == 0) {
        return -1;
    }
    const char *found =
        bsearch(id, list.base, (size_t)list.count, list.size, compare_id);

    return found ? (int)((size_t)(found - (const char *)list.base) / list.size)
                 : -1;
}

const char *ore_did_you_mean(const ore_reader *reader, ore_list list,
                             const char *id)
{
    const char *at = list.base;

    const char *near = NULL;

    for (int i = 0; i < list.count; i++, at += list.size) {
        near = ore_nearer(id, near, id_of(at));
    }
    return near ? ore_store_keep(reader->store,
                                 ore_print(_(", did you mean '%s'?"), near))
                : "";
}

int ore_reference(const ore_reader *reader, const ore_record *record,
                  const char *key, ore_list list)
{
    const ore_source_cell *cell = ore_record_cell(record, key);

    if (!cell) {
        return -1;
    }
    const int found = ore_find_id(list, cell->text);

    if (found < 0) {
        ore_error(reader->diags, cell->where, "unknown %s '%s'%s", list.what,
                  ore_shown(cell->text),
                  ore_did_you_mean(reader, list, cell->text));
    }
    return found;
}

ore_rows ore_rows_of(const ore_reader *reader, ore_table_id id)
{
    const ore_table *table = reader->tables[id];
    ore_rows rows = {.table = table};

    if (table) {
        rows.cells = ore_alloc(table->n_columns, sizeof(ore_source_cell));
    }
    return rows;
}

bool ore_rows_next(ore_rows *rows)
{
    if (!rows->table || rows->next == rows->table->n_rows) {
        return false;
    }
    rows->record = ore_table_row(rows->table, rows->next++, rows->cells);
    return true;
}

void ore_rows_end(ore_rows *rows)
{
    free(rows->cells);
}

int ore_count_rows(const ore_reader *reader, ore_table_id id)
{
    return reader->tables[id] ? reader->tables[id]->n_rows : 0;
}
