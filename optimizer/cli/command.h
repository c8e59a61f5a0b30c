/* A command: one file commands/cmd_NAME.c, one line in commands.def. */
#ifndef OPTIMIZER_CLI_COMMAND_H
#define OPTIMIZER_CLI_COMMAND_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "orefolio/round.h"
#include "orefolio/study/sweep.h"

typedef struct ore_command {
    const char *name;
    const char *args;       /**< "ROUND.ini" */
    const char *summary;    /**< one line */
    const char *example;    /**< a whole command line */
    int min_args, max_args; /**< positional arguments */
    unsigned accepts;       /**< options it takes: sum of ORE_OPT_… */
    ore_writes writes;      /**< what its --output is */
    bool knows_events;      /**< follows news; else a round with events is
                                 refused */
    /** Runs with the parsed options; returns the exit code. */
    ore_status (*run)(const ore_options *options);
} ore_command;

/** All commands in the order of commands.def; ends with NULL. */
extern const ore_command *const ore_commands[];

/** Parse argv and run a command; returns the exit code of the program. */
ore_status ore_main(int argc, char **argv);

/** Read the round, print its diagnostics to stderr; NULL and *status when it
 * was refused. The caller frees the round. */
ore_round *ore_round_open(const ore_options *options, const char *path,
                          ore_status *status);

/** Print what a point of a sweep is called: "0041  sample 30: ". */
void ore_print_point(const ore_design_point *point);

/** stdout, flushed and checked: ORE_OK or ORE_NO_OUTPUT with a message. */
ore_status ore_close_stdout(void);

#endif
