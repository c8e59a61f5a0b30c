/* init: write a starter round, one of the examples, to a folder. Nothing that
 * is there already is touched. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/examples.h"
#include "cli/new_file.h"
#include "cli/template.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

static bool is_known(const char *example)
{
    for (int i = 0; ore_example_files[i].example; i++) {
        if (strcmp(ore_example_files[i].example, example) == 0) {
            return true;
        }
    }
    return false;
}

static void tell_unknown(const char *example, ore_diags *diags)
{
    const ore_where nowhere = {0};
    const char *last = "";

    ore_error(diags, nowhere, "there is no example '%s'", ore_shown(example));
    for (int i = 0; ore_example_files[i].example; i++) {
        if (strcmp(last, ore_example_files[i].example) != 0) {
            last = ore_example_files[i].example;
            ore_error(diags, nowhere, "an example is '%s'", last);
        }
    }
}

/* Whether DIR/name is there, if only as a link to nothing. */
static bool is_there(const char *dir, const char *name, ore_diags *diags)
{
    char *path = ore_print("%s/%s", dir, name);
    const ore_where where = {.file = path};
    struct stat state;
    const bool there = lstat(path, &state) == 0;

    if (there) {
        ore_error(diags, where, "is there already; nothing is written to '%s'",
                  ore_shown(dir));
    }
    free(path);
    return there;
}

/* Half a round is none: either all files are new, or nothing is written. */
static ore_status check_new(const ore_options *options, const char *example,
                            ore_diags *diags)
{
    const char *dir = options->args[0];
    bool there = options->xlsx && is_there(dir, "round.xlsx", diags);

    for (const ore_example_file *f = ore_example_files; f->example; f++) {
        const char *dot = strrchr(f->name, '.');
        const bool is_table = dot && strcmp(dot, ".csv") == 0;

        if (strcmp(f->example, example) == 0 && !(options->xlsx && is_table)) {
            there |= is_there(dir, f->name, diags);
        }
    }
    return there ? ORE_NO_OUTPUT : ORE_OK;
}

static ore_status write_example(const char *example, const char *dir,
                                ore_diags *diags)
{
    ore_status status = ORE_OK;

    for (const ore_example_file *f = ore_example_files; f->example; f++) {
        if (strcmp(f->example, example) == 0) {
            char *text = ore_example_text(f);
            const ore_status written =
                ore_write_new(dir, f->name, text, strlen(text), diags);

            free(text);
            status = written == ORE_OK ? status : written;
        }
    }
    return status;
}

static ore_status run(const ore_options *options)
{
    const char *dir = options->args[0];
    const char *example = options->example ? options->example : "demo";
    ore_diags *diags = ore_diags_new();
    ore_status status;

    if (!is_known(example)) {
        tell_unknown(example, diags);
        return ore_diags_tell(diags, ORE_USAGE);
    }
    if (mkdir(dir, 0777) != 0 && errno != EEXIST) {
        const ore_where where = {.file = dir};

        ore_error(diags, where, "cannot make this folder: %s", strerror(errno));
        return ore_diags_tell(diags, ORE_NO_OUTPUT);
    }
    status = check_new(options, example, diags);
    if (status == ORE_OK) {
        status = options->xlsx ? ore_write_xlsx_example(example, dir, diags)
                               : write_example(example, dir, diags);
    }
    if (status == ORE_OK && !options->quiet) {
        printf(
            _("%s holds the round '%s'; next: orefolio check %s/round.ini\n"),
            dir, example, dir);
    }
    return ore_diags_tell(diags, status);
}

const ore_command ore_command_init = {
    .name = "init",
    .args = "DIR",
    .summary = "write a commented starter round",
    .example = "orefolio init my-round --example demo",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_EXAMPLE,
    .run = run,
};
