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

/* A command that would pass over events would answer another question. */
static ore_status check_events(const ore_options *options,
                               const ore_round *round, ore_diags *diags)
{
    if (round->n_events == 0 || options->knows_events) {
        return ORE_OK;
    }
    ore_error(diags, round->events[0].where,
              "the round has events, which check, solve, verify, report and "
              "export follow; other commands need --outcomes NAME,NAME, how "
              "they turn out, or a round without them");
    return ORE_USAGE;
}

ore_round *ore_round_open(const ore_options *options, const char *path,
                          ore_status *status)
{
    ore_diags *diags = ore_diags_new();
    ore_round *round = NULL;

    *status = ore_read_round_file(path, &options->study.read, diags, &round);
    if (round) {
        *status = check_events(options, round, diags);
    }
    if (round && *status != ORE_OK) {
        ore_round_free(round);
        round = NULL;
    }
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
