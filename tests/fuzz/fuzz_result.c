/* Fuzzer: bytes as the result file of a round. Whatever they are, they are a
 * result that can be verified, or there is a message. */
#include <stdint.h>

#include "fuzz/files.h"
#include "fuzz/small.h"
#include "program/program.h"
#include "verify/verify.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ore_program *program;
    const char *path = fuzz_file(data, size);
    ore_diags *diags = ore_diags_new();
    ore_result *result = NULL;
    ore_statistics statistics;
    ore_result_head head = {0};

    program = program ? program : ore_program_new(fuzz_round());
    if (ore_read_result(path, fuzz_round(), diags, &result) != ORE_OK) {
        if (ore_diags_errors(diags) == 0) {
            abort();
        }
    } else if (result->has_portfolio &&
               (ore_verify(program, result, &statistics, diags) == ORE_OK) !=
                   (ore_diags_errors(diags) == 0)) {
        abort();
    }
    ore_result_free(result);
    if (ore_read_result_head(path, diags, &head) == ORE_OK) {
        ore_result_head_free(&head);
    }
    ore_diags_free(diags);
    return 0;
}
