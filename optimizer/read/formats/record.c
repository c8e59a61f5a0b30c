/* Looking into records. */
#include "read/formats/record.h"

#include <string.h>

const ore_source_cell *ore_record_cell(const ore_record *record,
                                       const char *name)
{
    for (int i = 0; i < record->count; i++) {
        if (strcmp(record->names[i], name) == 0) {
            return *record->cells[i].text ? &record->cells[i] : NULL;
        }
    }
    return NULL;
}
