/* keys: every key and column, from the tables the reader reads by. */
#include "cli/command.h"
#include "read/round/describe.h"

static ore_status run(const ore_options *options)
{
    (void)options;
    ore_describe_fields(stdout);
    return ORE_OK;
}

const ore_command ore_command_keys = {
    .name = "keys",
    .args = "",
    .summary = "every key and column: unit, range, default, meaning",
    .example = "orefolio keys | less",
    .run = run,
};
