/* The options of every command. */
#ifndef OPTIMIZER_CLI_OPTIONS_H
#define OPTIMIZER_CLI_OPTIONS_H

#include "orefolio/common.h"
#include "study/settings.h"

/** Which options a command takes; the sum is ore_command.accepts. */
enum {
    ORE_OPT_OUTPUT = 1 << 0, /**< -o, --output */
    ORE_OPT_SOLVER = 1 << 1, /**< --time-limit --gap --jobs --seed --start -v */
    ORE_OPT_REPORTS = 1 << 2,  /**< --json --tsv --no-timings */
    ORE_OPT_LANGUAGE = 1 << 3, /**< --language --money --date */
    ORE_OPT_FORMAT = 1 << 4,   /**< --format */
    ORE_OPT_EXAMPLE = 1 << 5,  /**< --example --xlsx */
    ORE_OPT_STRICT = 1 << 6,   /**< --strict: warnings are errors */
    ORE_OPT_ROUND = 1 << 7, /**< --scenario --set --baseline --keep --respond */
    ORE_OPT_SCENARIOS = 1 << 8,     /**< --scenarios */
    ORE_OPT_FRONTIER = 1 << 9,      /**< --over --points */
    ORE_OPT_SAMPLES = 1 << 10,      /**< --samples */
    ORE_OPT_SHARD = 1 << 11,        /**< --shard */
    ORE_OPT_SUBMIT = 1 << 12,       /**< --slurm --now */
    ORE_OPT_TIMINGS = 1 << 13,      /**< --no-timings */
    ORE_OPT_TRADE_OFFS = 1 << 14,   /**< --trade-offs --flips --no-options */
    ORE_OPT_CHANGES = 1 << 15,      /**< --scenario --set, without the others */
    ORE_OPT_OUTSIDE = 1 << 16,      /**< --allow-outside */
    ORE_OPT_CHANGED = 1 << 17,      /**< --changed-inputs */
    ORE_OPT_TSV = 1 << 18,          /**< --tsv, without the others */
    ORE_OPT_FICHE = 1 << 20,        /**< --fiche */
    ORE_OPT_ALTERNATIVES = 1 << 23, /**< --within --count --by --pairs */
    ORE_OPT_JSON = 1 << 24,         /**< --json, without the others */
    ORE_OPT_SET = 1 << 25,          /**< --set, without the others */
    ORE_OPT_RESULT = 1 << 22,       /**< --result --json, without the others */
    ORE_OPT_HTML = 1 << 21,         /**< --html */
    ORE_OPT_RESPONSE = 1 << 26,     /**< --baseline --disruption --all --from
                                         --playbook */
    ORE_OPT_TERMINAL = 1 << 19      /**< --language of what is printed: every
                                         command without ORE_OPT_LANGUAGE */
};

/** What a command's --output is. */
typedef enum ore_writes {
    ORE_WRITES_WORKBOOK, /**< or the command has no --output */
    ORE_WRITES_PROGRAM,  /**< in the format of --format */
    ORE_WRITES_FOLDER    /**< of a sweep */
} ore_writes;

/** Files that a command may be given at once; languages of its workbooks. */
enum { ORE_MAX_ARGS = 50, ORE_MAX_LANGUAGES = 2 };

/** NULL, NAN and -1 = not given. All texts are borrowed from argv. */
typedef struct ore_options {
    const char *args[ORE_MAX_ARGS]; /**< positional */
    int n_args;
    ore_writes writes; /**< of the command */
    bool knows_events; /**< of the command */
    const char *output, *json, *tsv, *html, *format, *example;
    /** [n_languages] "en", "ja"; none = the round's. With several, each
     * workbook is a file of its own (cli/output_names.h). */
    const char *languages[ORE_MAX_LANGUAGES];
    int n_languages;
    char date[11];            /**< of the workbook, "2026-07-14"; "" = none */
    ore_study_settings study; /**< how rounds are read and solved */
    int room_sets;            /**< for study.read.sets */
    char *scenario;           /**< owner of study.read.scenario */
    double within;            /**< of the first goal, relative; NAN */
    int count;                /**< of alternatives; -1 */
    const char *by;           /**< "projects", "money", "country"; NULL */
    const char *result;       /**< of an earlier run; NULL = solve */
    const char *fiches;       /**< "P17,P18", "funded", "all"; NULL = none */
    const char *playbook;     /**< disruptions: "D1,D2", "all"; NULL = none */
    const char *scenarios;    /**< "a,b"; NULL = all */
    const char *over;         /**< goal of a frontier; NULL = budget_cost */
    int points;               /**< of a frontier; ORE_EVERY_POINT; -1 */
    int samples;              /**< of a sweep; -1 */
    int shard, shards;        /**< the part i of N, from 1; 1 of 1 */
    bool no_timings, quiet, verbose, xlsx, slurm, now, trade_offs,
        changed_inputs, no_options, all_disruptions, flips, pairs;
} ore_options;

/** Say nothing but what went wrong. */
static inline void ore_be_quiet(ore_options *options)
{
    options->quiet = true;
    options->study.watch = (ore_study_watch){0};
}

#endif
