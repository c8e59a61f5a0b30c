/* Fuzzer: bytes as a workbook. Whatever they are, there is a table whose rows
 * have as many cells as its header, or a message. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "read/formats/xlsx_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ore_where where = {"fuzz.xlsx#projects", 0, 0};
    ore_diags *diags = ore_diags_new();
    ore_store *store = ore_store_new();
    const ore_table *table = ore_parse_xlsx((const char *)data, size,
                                            "projects", where, store, diags);

    if (!table && ore_diags_errors(diags) == 0) {
        abort();
    }
    for (int i = 0; table && i < table->n_rows * table->n_columns; i++) {
        if (table->spots[i].line < 1 || table->spots[i].column < 1) {
            abort();
        }
    }
    ore_store_free(store);
    ore_diags_free(diags);
    return 0;
}
