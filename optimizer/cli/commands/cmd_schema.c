/* schema: what result files look like. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "orefolio/messages.h"
#include "write/json/schemas.h"

static ore_status unknown(const char *name)
{
    ore_diags *diags = ore_diags_new();
    const char *near = NULL;

    for (const ore_schema *schema = ore_schemas; schema->name; schema++) {
        near = ore_nearer(name, near, schema->name);
    }
    ore_error(diags, (ore_where){0}, "no schema '%s'%s%s%s", ore_shown(name),
              near ? _(", did you mean '") : "", near ? near : "",
              near ? _("'?") : "");
    return ore_diags_tell(diags, ORE_USAGE);
}

static ore_status run(const ore_options *options)
{
    for (const ore_schema *schema = ore_schemas; schema->name; schema++) {
        if (options->n_args == 0) {
            printf("%-14s%s\n", schema->name, schema->title);
        } else if (strcmp(options->args[0], schema->name) == 0) {
            fputs(schema->text, stdout);
            return ORE_OK;
        }
    }
    return options->n_args == 0 ? ORE_OK : unknown(options->args[0]);
}

const ore_command ore_command_schema = {
    .name = "schema",
    .args = "[NAME]",
    .summary = "the JSON Schema of a result file, or the names of all",
    .example = "orefolio schema priority > priority.schema.json",
    .max_args = 1,
    .run = run,
};
