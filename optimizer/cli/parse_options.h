/* The command line, parsed by argp. */
#ifndef OPTIMIZER_CLI_PARSE_OPTIONS_H
#define OPTIMIZER_CLI_PARSE_OPTIONS_H

#include "cli/command.h"

/** Parse the arguments after the command's name. On a mistake a message is on
 * stderr and the program ends with ORE_USAGE. */
void ore_parse_options(const ore_command *command, int argc, char **argv,
                       ore_options *options);

#endif
