/* sweep submit: a job script for a cluster. Handed to sbatch it is an array of
 * shards; run by a shell it hands itself over, and a job that merges after. */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/atomic.h"
#include "base/files_read.h"
#include "base/text.h"
#include "cli/command.h"
#include "orefolio/memory.h"
#include "study/sweep/sweep_folder.h"
#include "study/verified.h"

/* A task has some points, so that it is worth being scheduled. */
enum { MAX_TASKS = 100, POINTS_OF_TASK = 8, MERGE_MINUTES = 60 };

/* Reading, building and writing a point, beside its search. */
static const double other_s = 30.0;

typedef struct script {
    char *program, *dir; /* absolute */
    int n_tasks;
    int minutes;         /* of a task */
    const char *outside; /* the option, or "" */
} script;

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

/* A pattern of log files in double quotes: '%' begins what Slurm puts in. */
static char *log_name(const char *dir, const char *name)
{
    char *whole = ore_copy("");

    for (; *dir; dir++) {
        char *longer = *dir == '%' ? ore_print("%s%%%%", whole)
                       : *dir == '"' || *dir == '\\'
                           ? ore_print("%s\\%c", whole, *dir)
                           : ore_print("%s%c", whole, *dir);

        free(whole);
        whole = longer;
    }
    char *ended = ore_print("\"%s/logs/%s\"", whole, name);

    free(whole);
    return ended;
}

/* The program that runs now, wherever a task's PATH leads. */
static char *own_path(void)
{
    char path[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

    if (length <= 0) {
        return ore_copy("orefolio");
    }
    path[length] = '\0';
    return ore_copy(path);
}

static void lay_out(const ore_sweep_folder *folder, script *s)
{
    const int n = folder->sweep->n_points;
    const ore_solve_settings settings =
        ore_study_solver(&folder->settings, folder->base);
    int tasks = (n + POINTS_OF_TASK - 1) / POINTS_OF_TASK;
    char *absolute = ore_real_path(folder->dir);

    tasks = tasks < MAX_TASKS ? tasks : MAX_TASKS;
    const int points_of_task = (n + tasks - 1) / tasks;

    s->program = own_path();
    s->dir = ore_copy(absolute ? absolute : folder->dir);
    s->n_tasks = tasks;
    s->outside = folder->settings.read.allow_outside ? " --allow-outside" : "";
    s->minutes = (int)fmin(
        1e6, ceil(points_of_task * (settings.time_limit_s + other_s) / 60.0));
    free(absolute);
}

static void print_head(FILE *out, const char *name, const char *log,
                       int minutes)
{
    fprintf(out,
            "#!/bin/sh\n"
            "#SBATCH --job-name=%s\n"
            "#SBATCH --ntasks=1\n"
            "#SBATCH --cpus-per-task=1\n"
            "#SBATCH --mem=1G\n"
            "#SBATCH --time=%d\n"
            "#SBATCH --requeue\n"
            "#SBATCH --output=%s\n",
            name, minutes, log);
}

static void print_script(const script *s, FILE *out)
{
    char *program = quoted(s->program), *dir = quoted(s->dir);
    char *log = log_name(s->dir, "run-%A_%a.log");
    char *merge_log = log_name(s->dir, "merge-%j.log");

    print_head(out, "orefolio", log, s->minutes);
    fprintf(out,
            "#SBATCH --array=1-%d\n"
            "# `sbatch FILE` runs the shards; `sh FILE` does so, and merges "
            "them when all are done.\n"
            "if [ -z \"$SLURM_ARRAY_TASK_ID\" ]; then\n"
            "    mkdir -p %s/logs || exit\n"
            "    run=$(sbatch --parsable \"$0\") || exit\n"
            "    exec sbatch --dependency=\"afterok:${run%%%%;*}\" "
            "<<'MERGE'\n",
            s->n_tasks, dir);
    print_head(out, "orefolio-merge", merge_log, MERGE_MINUTES);
    fprintf(out,
            "exec %s sweep merge %s%s -o %s/robust.xlsx\n"
            "MERGE\n"
            "fi\n"
            "exec %s sweep run %s%s --shard \"$SLURM_ARRAY_TASK_ID/%d\" --jobs "
            "\"${SLURM_CPUS_PER_TASK:-1}\"\n",
            program, dir, s->outside, dir, program, dir, s->outside,
            s->n_tasks);
    free(program);
    free(dir);
    free(log);
    free(merge_log);
}

/* Whether a shell ran the script, and it went well. */
static bool runs(char *path)
{
    char shell[] = "sh";
    char *const words[] = {shell, path, NULL};
    pid_t pid;
    int state = 0;

    fflush(stdout);
    if (posix_spawnp(&pid, shell, NULL, NULL, words, environ) != 0) {
        return false;
    }
    while (waitpid(pid, &state, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

/* Write the script to the folder and run it: it hands over both jobs. */
static ore_status hand_over(const ore_sweep_folder *folder, const script *s)
{
    char *path = ore_print("%s/slurm.sh", s->dir);
    ore_output *output = ore_output_open(path, folder->diags);
    ore_status status = ORE_NO_OUTPUT;

    if (output) {
        print_script(s, ore_output_stream(output));
        status = ore_output_finish(output, folder->diags);
    }
    if (status == ORE_OK && !runs(path)) {
        ore_error(folder->diags, (ore_where){0},
                  "sbatch did not take the script '%s'; without --now it is "
                  "printed",
                  ore_shown(path));
        status = ORE_NO_OUTPUT;
    }
    free(path);
    return status;
}

/* Each line of the script is one directive. */
static ore_status check_folder(const ore_sweep_folder *folder, const script *s)
{
    const ore_where where = {folder->dir, 0, 0};

    for (const char *at = s->dir; *at; at++) {
        if ((unsigned char)*at < ' ') {
            ore_error(folder->diags, where,
                      "has a control character in its path, which no job "
                      "script can have; expected another folder");
            return ORE_USAGE;
        }
    }
    return ORE_OK;
}

/* Slurm starts no task whose log has no folder. */
static ore_status make_logs(const ore_sweep_folder *folder, const script *s)
{
    char *path = ore_print("%s/logs", s->dir);
    const ore_where where = {path, 0, 0};
    ore_status status = ORE_OK;

    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        ore_error(folder->diags, where, "cannot make this folder: %s",
                  strerror(errno));
        status = ORE_NO_OUTPUT;
    }
    free(path);
    return status;
}

static ore_status submit(const ore_sweep_folder *folder, bool is_now)
{
    script s = {0};

    lay_out(folder, &s);
    ore_status status = check_folder(folder, &s);

    if (status == ORE_OK) {
        status = make_logs(folder, &s);
    }
    if (status == ORE_OK && is_now) {
        status = hand_over(folder, &s);
    } else if (status == ORE_OK) {
        print_script(&s, stdout);
    }
    free(s.program);
    free(s.dir);
    return status;
}

static ore_status run(const ore_options *options)
{
    ore_sweep_folder folder;
    ore_status status =
        ore_sweep_open(options->args[0], &options->study, &folder);

    if (status == ORE_OK && !options->slurm) {
        ore_error(folder.diags, (ore_where){0},
                  "expected --slurm, the workload manager to write for");
        status = ORE_USAGE;
    }
    if (status == ORE_OK) {
        status = submit(&folder, options->now);
    }
    return ore_sweep_close(&folder, status);
}

const ore_command ore_command_sweep_submit = {
    .name = "sweep submit",
    .args = "DIR",
    .summary = "a job script for a cluster that runs a sweep's shards",
    .example = "orefolio sweep submit sweep --slurm > sweep.sh; sh sweep.sh",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_SUBMIT | ORE_OPT_OUTSIDE,
    .run = run,
};
