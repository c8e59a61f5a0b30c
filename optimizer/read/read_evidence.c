/* What the tables' own notes say of their rows: source, owner, date and
 * reliability. They change no answer; the sheet Inputs shows them. */
#include <stdlib.h>
#include <string.h>

#include "read/reader.h"

static const char *note(const ore_record *record, const char *column)
{
    const ore_cell *cell = ore_record_cell(record, column);

    return cell ? cell->text : "";
}

static ore_evidence evidence_of(const ore_record *record)
{
    return (ore_evidence){
        record->where, note(record, "note_source"), note(record, "note_owner"),
        note(record, "note_as_of"), note(record, "note_reliability")};
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
    int most = 0, n = 0;

    for (int id = 0; id < ORE_TABLES; id++) {
        most += ore_count_rows(reader, (ore_table_id)id);
    }
    ore_evidence *list = ore_store_alloc(reader->store, most, sizeof *list);

    for (int id = 0; id < ORE_TABLES; id++) {
        ore_rows rows = ore_rows_of(reader, (ore_table_id)id);

        while (ore_list_next(&rows)) {
            list[n] = evidence_of(&rows.record);
            n += says_something(&list[n]);
        }
        ore_rows_end(&rows);
    }
    if (n > 0) {
        qsort(list, (size_t)n, sizeof *list, compare_places);
    }
    reader->plan->evidence = list;
    reader->plan->n_evidence = n;
}
