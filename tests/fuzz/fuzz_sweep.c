/* Fuzzer: bytes as a sweep.json. Whatever they are, there is a point, or a
 * message. */
#include <stdint.h>

#include "fuzz/files.h"
#include "read/results/read_sweep.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ore_diags *diags = ore_diags_new();
    ore_sweep *sweep = NULL;

    if (ore_read_sweep(fuzz_file(data, size), diags, &sweep) != ORE_OK) {
        if (ore_diags_errors(diags) == 0) {
            abort();
        }
    } else if (sweep->n_points < 1 || !sweep->round) {
        abort();
    } else {
        ore_sweep_free(sweep);
    }
    ore_diags_free(diags);
    return 0;
}
