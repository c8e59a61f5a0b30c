/* See replay.h. */
#include "cli/replay.h"

#include <string.h>

#include "base/text.h"

static const ore_input_stamp *stamp_of(const ore_result_head *head,
                                       const char *path)
{
    for (int i = 0; i < head->n_inputs; i++) {
        if (strcmp(head->inputs[i].path, path) == 0) {
            return &head->inputs[i];
        }
    }
    return NULL;
}

static bool is_read(const ore_round *round, const char *path)
{
    for (int i = 0; i < round->n_inputs; i++) {
        if (strcmp(round->inputs[i].path, path) == 0) {
            return true;
        }
    }
    return false;
}

static void tell(const ore_options *options, ore_diags *diags, const char *path,
                 const char *what)
{
    const ore_where where = {options->args[1], 0, 0};

    if (options->changed_inputs) {
        ore_warn(diags, where, "'%s' %s", ore_shown(path), what);
    } else {
        ore_error(diags, where,
                  "'%s' %s; --changed-inputs verifies against the round as it "
                  "is now",
                  ore_shown(path), what);
    }
}

ore_status ore_check_stamps(const ore_options *options, const ore_round *round,
                            const ore_result_head *head, ore_diags *diags)
{
    const int errors = ore_diags_errors(diags);

    for (int i = 0; i < round->n_inputs; i++) {
        const ore_input *input = &round->inputs[i];
        const ore_input_stamp *stamp = stamp_of(head, input->path);

        if (!stamp) {
            tell(options, diags, input->path, "was not read by the run");
        } else if (strcmp(stamp->sha256, input->sha256) != 0) {
            tell(options, diags, input->path, "has changed since the run");
        } else if (stamp->rows != input->rows) {
            tell(options, diags, input->path,
                 "has another number of rows than the run says");
        }
    }
    for (int i = 0; i < head->n_inputs; i++) {
        if (!is_read(round, head->inputs[i].path)) {
            tell(options, diags, head->inputs[i].path,
                 "was read by the run, but the round does not name it now");
        }
    }
    return ore_diags_errors(diags) > errors ? ORE_BAD_INPUT : ORE_OK;
}
