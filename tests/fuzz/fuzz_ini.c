/* Fuzzer: bytes as an INI file. Whatever they are, every line is either
 * understood as it stands or told; what comes out is clean text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/formats/ini_file.h"
#include "read/formats/input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const ore_record *record)
{
    for (int i = 0; i < record->count; i++) {
        if (strlen(record->names[i]) > 200 || *record->cells[i].text == '\0' ||
            record->cells[i].where.column < 1 ||
            strpbrk(record->cells[i].text, "\n\r\x1b")) {
            abort();
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ore_where where = {"fuzz.ini", 0, 0};
    ore_diags *diags = ore_diags_new();
    ore_store *store = ore_store_new();
    ore_input_text text = {.text = ore_alloc((int)size + 1, 1),
                           .length = (long)size};

    memcpy(text.text, data, size);
    if (ore_clean_text(where, ORE_ENCODING_AUTO, diags, &text)) {
        const ore_ini *ini = ore_parse_ini(text.text, where, store, diags);

        for (int i = 0; i < ini->n_sections; i++) {
            check(&ini->sections[i].record);
        }
        free(text.text);
    } else if (ore_diags_errors(diags) == 0) {
        abort();
    }
    ore_store_free(store);
    ore_diags_free(diags);
    return 0;
}
