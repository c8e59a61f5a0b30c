/* A command: one file cmd_NAME.c, one line in commands.def. */
#ifndef OPTIMIZER_CLI_COMMAND_H
#define OPTIMIZER_CLI_COMMAND_H

#include "base/diag.h"
#include "cli/options.h"
#include "orefolio/plan.h"

typedef struct ore_command {
    const char *name;
    const char *args;          /**< "ROUND.ini" */
    const char *summary;       /**< one line */
    const char *example;       /**< a whole command line */
    int least_args, most_args; /**< positional arguments */
    unsigned accepts;          /**< options it takes: sum of ORE_OPT_… */
    ore_writes writes;         /**< what its --output is */
    /** Runs with the parsed options; returns the exit code. */
    ore_status (*run)(const ore_options *options);
} ore_command;

/** All commands in the order of commands.def; ends with NULL. */
extern const ore_command *const ore_commands[];

/** Parse argv and run a command; returns the exit code of the program. */
ore_status ore_main(int argc, char **argv);

/** Read the round, print its diagnostics to stderr; NULL and *status when it
 * was refused. The caller frees the plan. */
ore_plan *ore_open_round(const ore_options *options, const char *path,
                         ore_status *status);

/** Print the diagnostics to stderr and free them; returns `status`. */
ore_status ore_tell_diags(ore_diags *diags, ore_status status);

/** stdout, flushed and checked: ORE_OK or ORE_NO_OUTPUT with a message. */
ore_status ore_close_stdout(void);

#endif
