/* Fuzzer: bytes as the changes of a command line, one a line: "ADDRESS=VALUE",
 * or a list of scenarios after '@'. Whatever they are, there is a plan or a
 * message. */
#include <stdint.h>
#include <string.h>

#include "fuzz/small.h"
#include "orefolio/memory.h"

enum { MOST_SETS = 16 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *sets[MOST_SETS];
    ore_read_options options = {.sets = sets};
    char *text = ore_alloc((int)size + 1, 1), *rest = text, *line;
    ore_diags *diags = ore_diags_new();
    ore_round *round = NULL;

    memcpy(text, data, size);
    while (options.n_sets < MOST_SETS && (line = strsep(&rest, "\n"))) {
        if (*line == '@') {
            options.scenario = line + 1;
        } else if (*line) {
            sets[options.n_sets++] = line;
        }
    }
    const ore_status status =
        ore_read_round_file(FUZZ_ROUND, &options, diags, &round);

    if ((status == ORE_OK) != (ore_diags_errors(diags) == 0)) {
        abort();
    }
    ore_round_free(round);
    ore_diags_free(diags);
    free(text);
    return 0;
}
