/* sweep submit: a job script for a cluster, one task a shard. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/command.h"
#include "cli/sweep.h"
#include "orefolio/memory.h"

enum { MOST_TASKS = 100 };

/* The text in single quotes, as a shell takes it for one word. */
static char *quoted(const char *text)
{
    char *whole = ore_copy("'");

    for (; *text; text++) {
        char *longer = *text == '\'' ? ore_print("%s'\\''", whole)
                                     : ore_print("%s%c", whole, *text);

        free(whole);
        whole = longer;
    }
    char *ended = ore_print("%s'", whole);

    free(whole);
    return ended;
}

static void print_script(const ore_sweep_folder *folder, FILE *out)
{
    const int n_points = folder->sweep->n_points;
    const int n = n_points < MOST_TASKS ? n_points : MOST_TASKS;
    char *absolute = realpath(folder->dir, NULL);
    char *dir = quoted(absolute ? absolute : folder->dir);

    fprintf(out,
            "#!/bin/sh\n"
            "#SBATCH --job-name=orefolio\n"
            "#SBATCH --array=1-%d\n"
            "#SBATCH --ntasks=1\n"
            "#SBATCH --cpus-per-task=1\n"
            "#SBATCH --mem=1G\n"
            "orefolio sweep run %s --shard \"$SLURM_ARRAY_TASK_ID/%d\"\n",
            n, dir, n);
    free(dir);
    free(absolute);
}

static ore_status hand_over(const ore_sweep_folder *folder)
{
    FILE *sbatch = NULL;

    /* One that is not there does not read. */
    signal(SIGPIPE, SIG_IGN);
    sbatch = popen("sbatch", "w");
    if (sbatch) {
        print_script(folder, sbatch);
    }
    if (!sbatch || pclose(sbatch) != 0) {
        ore_error(folder->diags, (ore_where){0},
                  "sbatch did not take the script; without --now it is "
                  "printed");
        return ORE_NO_OUTPUT;
    }
    return ORE_OK;
}

static ore_status run(const ore_options *options)
{
    ore_sweep_folder folder;
    ore_status status = ore_open_sweep(options, &folder);

    if (status == ORE_OK && !options->slurm) {
        ore_error(folder.diags, (ore_where){0},
                  "expected --slurm, the workload manager to write for");
        status = ORE_USAGE;
    }
    if (status == ORE_OK && options->now) {
        status = hand_over(&folder);
    } else if (status == ORE_OK) {
        print_script(&folder, stdout);
    }
    return ore_close_sweep(&folder, status);
}

const ore_command ore_command_sweep_submit = {
    .name = "sweep submit",
    .args = "DIR",
    .summary = "a job script for a cluster that runs a sweep's shards",
    .example = "orefolio sweep submit sweep --slurm > sweep.sbatch",
    .least_args = 1,
    .most_args = 1,
    .accepts = ORE_OPT_SUBMIT,
    .run = run,
};
