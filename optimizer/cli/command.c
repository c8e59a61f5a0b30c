/* What commands share: opening a round, and what they print. */
#include "cli/command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/messages.h"
#include "read/read.h"

ore_status ore_close_stdout(void)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        if (errno != EPIPE) {
            fprintf(stderr, _("orefolio: standard output: %s\n"),
                    strerror(errno));
        }
        return ORE_NO_OUTPUT;
    }
    return ORE_OK;
}

ore_round *ore_round_open(const ore_options *options, const char *path,
                          ore_status *status)
{
    ore_diags *diags = ore_diags_new();
    ore_round *round = NULL;

    *status = ore_read_round_file(path, &options->study.read, diags, &round);
    if (!options->quiet || *status != ORE_OK) {
        ore_diags_print(diags, stderr);
    }
    ore_diags_free(diags);
    return round;
}

void ore_print_point(const ore_design_point *point)
{
    printf("%s  %s%s%s: ", point->id, ore_design_families[point->family],
           *point->name ? " " : "", ore_shown(point->name));
}
