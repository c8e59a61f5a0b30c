/* verify: check a portfolio against the round without the solver. */
#include <stdio.h>

#include "cli/command.h"
#include "cli/replay.h"
#include "orefolio/messages.h"

/* What is shown, and what nothing in the file shows. */
static void print_verdict(const ore_replayed *run)
{
    printf(_("portfolio verified; bound not checked\n"
             "%d rows and %d rules hold, worst violation %.2g\n"),
           run->statistics.rows_checked, run->statistics.rules_checked,
           run->statistics.worst_violation);
    if (*run->unchecked) {
        printf(_("not checked either: %s, found by solving again\n"),
               run->unchecked);
    }
}

static ore_status run(const ore_options *options)
{
    ore_diags *diags = ore_diags_new();
    ore_replayed replayed;
    const ore_status status = ore_replay_open(options, diags, &replayed);

    if (status == ORE_OK && !options->quiet) {
        print_verdict(&replayed);
    }
    ore_replay_close(&replayed);
    return ore_diags_tell(diags, status);
}

const ore_command ore_command_verify = {
    .name = "verify",
    .args = "ROUND.ini RESULT.json",
    .summary = "check a portfolio against the round without the solver",
    .example = "orefolio verify inputs/demo/round.ini result.json",
    .min_args = 2,
    .max_args = 2,
    .accepts =
        ORE_OPT_STRICT | ORE_OPT_OUTSIDE | ORE_OPT_ROUND | ORE_OPT_CHANGED,
    .knows_events = true,
    .run = run,
};
