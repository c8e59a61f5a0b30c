/* What the tables' own notes say of their rows: source, owner, date and
 * reliability. They change no answer; the sheet Inputs shows them. */
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/scenario/address.h"

/* The figure that a row is about, by table. */
static const char *const figures[] = {
    [ORE_TABLE_PROJECTS] = "capex",     [ORE_TABLE_OPTIONS] = "capex",
    [ORE_TABLE_OFFERS] = "max",         [ORE_TABLE_FLOWS] = "output_tpa",
    [ORE_TABLE_TARGETS] = "target_tpa", [ORE_TABLE_SUPPLY] = "tpa",
    [ORE_TABLE_LINKS] = "value",        [ORE_TABLE_SPENDING] = "share",
    [ORE_TABLE_BUDGETS] = "amount",     [ORE_TABLE_CEILINGS] = "exposure"};
_Static_assert(ORE_COUNT_OF(figures) == ORE_TABLES, "of every table");

static const char *note(const ore_record *record, const char *column)
{
    const ore_source_cell *cell = ore_record_cell(record, column);

    return cell ? cell->text : "";
}

/* The source, and what else is noted. */
static const char *source_of(const ore_reader *reader, const ore_record *record)
{
    const char *source = note(record, "note_source");
    const char *more = note(record, "note");

    return !*source ? more
           : *more  ? ore_store_keep(reader->store,
                                     ore_print("%s; %s", source, more))
                    : source;
}

static ore_evidence evidence_of(const ore_reader *reader, int id, int row,
                                const ore_record *record)
{
    return (ore_evidence){.where = record->where,
                          .address =
                              ore_row_address(reader, id, row, figures[id]),
                          .value = note(record, figures[id]),
                          .source = source_of(reader, record),
                          .owner = note(record, "note_owner"),
                          .as_of = note(record, "note_as_of"),
                          .reliability = note(record, "note_reliability")};
}

static bool says_something(const ore_evidence *e)
{
    return *e->source || *e->owner || *e->as_of || *e->reliability;
}

static int compare_places(const void *one, const void *other)
{
    const ore_evidence *a = one, *b = other;
    const int order = strcmp(a->where.file, b->where.file);

    return order ? order
                 : (a->where.line > b->where.line) -
                       (a->where.line < b->where.line);
}

void ore_read_evidence(ore_reader *reader)
{
    int max = 0, n = 0;

    for (int id = 0; id < ORE_TABLES; id++) {
        max += ore_count_rows(reader, (ore_table_id)id);
    }
    ore_evidence *list = ore_store_alloc(reader->store, max, sizeof *list);

    for (int id = 0; id < ORE_TABLES; id++) {
        ore_rows rows = ore_rows_of(reader, (ore_table_id)id);

        while (ore_rows_next(&rows)) {
            list[n] = evidence_of(reader, id, rows.next - 1, &rows.record);
            n += says_something(&list[n]);
        }
        ore_rows_end(&rows);
    }
    if (n > 0) {
        qsort(list, (size_t)n, sizeof *list, compare_places);
    }
    reader->round->evidence = list;
    reader->round->n_evidence = n;
}
