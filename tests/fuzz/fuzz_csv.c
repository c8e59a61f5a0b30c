/* Fuzzer: bytes as a table. Whatever they are, there is a table whose rows
 * have as many cells as its header, or a message. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/formats/csv_file.h"
#include "read/formats/input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every cell lies where the table says: the text there begins with it, or with
 * the quote around it. */
static void check(const ore_table *table, const ore_input_text *text)
{
    for (int i = 0; i < table->n_rows * table->n_columns; i++) {
        const ore_spot *spot = &table->spots[i];
        const char *at = text->text;

        for (int line = 1; line < spot->line; line++) {
            at = strchr(at, '\n') + 1;
        }
        for (int column = 1; column < spot->column; column++) {
            int point;

            at += ore_next_char(at, text->text + text->length - at, &point);
        }
        const char *cell = table->texts + spot->text;

        if (*at != '"' && strncmp(at, cell, strlen(cell)) != 0) {
            abort();
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ore_where where = {"fuzz.csv", 0, 0};
    ore_diags *diags = ore_diags_new();
    ore_store *store = ore_store_new();
    ore_input_text text = {.text = ore_alloc((int)size + 1, 1),
                           .length = (long)size};

    memcpy(text.text, data, size);
    if (ore_clean_text(where, ORE_ENCODING_AUTO, diags, &text)) {
        const ore_table *table =
            ore_parse_csv(text.text, text.length, where, store, diags);

        if (table) {
            check(table, &text);
        } else if (ore_diags_errors(diags) == 0) {
            abort();
        }
        free(text.text);
    } else if (ore_diags_errors(diags) == 0) {
        abort();
    }
    ore_store_free(store);
    ore_diags_free(diags);
    return 0;
}
