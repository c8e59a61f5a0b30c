/* See parse_options.h. One table lists the options of all commands. */
#include "cli/parse_options.h"

#include <argp.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/option_values.h"
#include "cli/progress.h"
#include "orefolio/memory.h"
#include "study/frontier.h"

enum {
    key_json = 256,
    key_tsv,
    key_html,
    key_no_timings,
    key_time_limit,
    key_work_limit,
    key_gap,
    key_seed,
    key_start,
    key_jobs,
    key_language,
    key_format,
    key_example,
    key_xlsx,
    key_money,
    key_date,
    key_strict,
    key_scenario,
    key_set,
    key_baseline,
    key_keep,
    key_respond,
    key_scenarios,
    key_trade_offs,
    key_no_options,
    key_changed_inputs,
    key_over,
    key_points,
    key_samples,
    key_shard,
    key_slurm,
    key_now,
    key_allow_outside
};

/* An option of argp and the group a command must accept to have it. */
typedef struct choice {
    struct argp_option option;
    unsigned group; /* 0 = every command */
} choice;

static const choice choices[] = {
    {{"output", 'o', "FILE", 0,
      "write to FILE (- = standard output); a sweep plan to the folder FILE",
      0},
     ORE_OPT_OUTPUT},
    {{"json", key_json, "FILE", 0, "write the result as JSON", 0},
     ORE_OPT_REPORTS},
    {{"tsv", key_tsv, "DIR", 0, "write every table sheet as text to DIR", 0},
     ORE_OPT_REPORTS | ORE_OPT_TSV},
    {{"html", key_html, "FILE", 0,
      "write the memo, a map of the projects and the sheets as one page", 0},
     ORE_OPT_HTML},
    {{"no-timings", key_no_timings, NULL, 0, "leave seconds out of the JSON",
      0},
     ORE_OPT_REPORTS | ORE_OPT_TIMINGS},
    {{"time-limit", key_time_limit, "S", 0,
      "stop after S seconds, all solves of the command together; in a sweep "
      "each "
      "point",
      0},
     ORE_OPT_SOLVER},
    {{"work-limit", key_work_limit, "S", 0,
      "stop each search after the work of about S seconds, counted and not "
      "timed: the same on every machine",
      0},
     ORE_OPT_SOLVER},
    {{"gap", key_gap, "G", 0, "stop within the relative gap G, as 0.001", 0},
     ORE_OPT_SOLVER},
    {{"jobs", key_jobs, "N", 0,
      "solve N rounds at a time where there are many (default: every core), "
      "which changes no answer; a search by itself takes N processes (1), and "
      "then equally good answers may differ from run to run",
      0},
     ORE_OPT_SOLVER},
    {{"seed", key_seed, "N", 0,
      "seed of the search; in a sweep plan that of the samples", 0},
     ORE_OPT_SOLVER},
    {{"start", key_start, "RESULT.json", 0,
      "begin each search with the portfolio of an earlier run, as far as the "
      "round allows it; no proven answer changes",
      0},
     ORE_OPT_SOLVER},
    {{"language", key_language, "en|ja|en,ja", 0,
      "language of the workbook; with en,ja there are two, FILE.en.xlsx and "
      "FILE.ja.xlsx",
      0},
     ORE_OPT_LANGUAGE},
    {{"money", key_money, "CODE", 0,
      "currency of the amounts in the workbook, as EUR", 0},
     ORE_OPT_LANGUAGE},
    {{"date", key_date, "DAY", 0,
      "date of the workbook, as 2026-07-14; default: SOURCE_DATE_EPOCH, else "
      "none",
      0},
     ORE_OPT_LANGUAGE},
    {{"format", key_format, "mps|lp", 0, "format of the program", 0},
     ORE_OPT_FORMAT},
    {{"example", key_example, "NAME", 0, "which round to start from", 0},
     ORE_OPT_EXAMPLE},
    {{"xlsx", key_xlsx, NULL, 0,
      "write the tables as one workbook, round.xlsx, instead of CSV files", 0},
     ORE_OPT_EXAMPLE},
    {{"scenario", key_scenario, "NAME", 0,
      "with the changes of a scenario; several, repeated or as a,b, act in "
      "their order",
      0},
     ORE_OPT_ROUND | ORE_OPT_CHANGES},
    {{"set", key_set, "ADDRESS=VALUE", 0,
      "change one figure, as a scenario does; may be repeated", 0},
     ORE_OPT_ROUND | ORE_OPT_CHANGES},
    {{"baseline", key_baseline, "RESULT.json", 0,
      "start from the portfolio of an earlier run", 0},
     ORE_OPT_ROUND},
    {{"keep", key_keep, "committed|all|none", 0,
      "which projects of the baseline stay as they are", 0},
     ORE_OPT_ROUND},
    {{"respond", key_respond, "DISRUPTION", 0,
      "plan from this disruption on, given what the baseline committed before",
      0},
     ORE_OPT_ROUND},
    {{"scenarios", key_scenarios, "NAME,NAME", 0,
      "compare only these; default: all", 0},
     ORE_OPT_SCENARIOS},
    {{"trade-offs", key_trade_offs, NULL, 0,
      "re-solve what each project left out would cost, and what one more step "
      "of each limit would gain; takes as many solves",
      0},
     ORE_OPT_TRADE_OFFS},
    {{"no-options", key_no_options, NULL, 0,
      "leave out the memo's options: the portfolios at lower levels of budget "
      "cost, which take a fifth of the time",
      0},
     ORE_OPT_TRADE_OFFS},
    {{"changed-inputs", key_changed_inputs, NULL, 0,
      "verify against the round as it is now, though its files have changed "
      "since the run; says which",
      0},
     ORE_OPT_CHANGED},
    {{"over", key_over, "GOAL", 0,
      "the goal that is limited step by step; default: budget_cost", 0},
     ORE_OPT_FRONTIER},
    {{"points", key_points, "N", 0,
      "how many points of a frontier; default: 12, in a sweep plan none", 0},
     ORE_OPT_FRONTIER},
    {{"samples", key_samples, "N", 0,
      "how many draws of the uncertain figures; default: 100", 0},
     ORE_OPT_SAMPLES},
    {{"shard", key_shard, "I/N", 0,
      "only every Nth point from the Ith on; default: 1/1", 0},
     ORE_OPT_SHARD},
    {{"slurm", key_slurm, NULL, 0, "for the Slurm workload manager", 0},
     ORE_OPT_SUBMIT},
    {{"now", key_now, NULL, 0, "hand the script to sbatch", 0}, ORE_OPT_SUBMIT},
    {{"allow-outside", key_allow_outside, NULL, 0,
      "read tables and other files that the round names outside of its folder",
      0},
     ORE_OPT_OUTSIDE},
    {{"strict", key_strict, NULL, 0, "treat warnings as errors", 0},
     ORE_OPT_STRICT},
    {{"help-short", 'h', NULL, OPTION_HIDDEN, NULL, 0}, 0},
    {{"quiet", 'q', NULL, 0, "no progress, no summary", 0}, 0},
    {{"verbose", 'v', NULL, 0, "tell the size of program and search", 0},
     ORE_OPT_SOLVER},
};

typedef struct parsing {
    const ore_command *command;
    ore_options *options;
} parsing;

enum { max_jobs = 64, max_samples = 9000 };
/* Words separated by '|', as the help shows them. */
static const char languages[] = "en|ja|en,ja", formats[] = "mps|lp",
                  keeps[] = "committed|all|none";

static void take_argument(char *text, const parsing *p,
                          const struct argp_state *state)
{
    if (p->options->n_args >= p->command->max_args) {
        argp_error(state, "'%s' is one argument too many", ore_shown(text));
        return;
    }
    p->options->args[p->options->n_args++] = text;
}

/* What only all of them together show. */
static void check_all(const parsing *p, const struct argp_state *state)
{
    const ore_options *o = p->options;

    if (o->n_args < p->command->min_args) {
        argp_error(state, "expected %s", p->command->args);
    }
    if ((o->study.read.respond || o->study.read.keep) &&
        !o->study.read.baseline) {
        argp_error(state, "--%s needs --baseline RESULT.json",
                   o->study.read.respond ? "respond" : "keep");
    }
}

/* Options without a value. */
static bool take_flag(int key, ore_options *o)
{
    switch (key) {
    case 'q': o->quiet = true; return true;
    case 'v': o->verbose = true; return true;
    case key_no_timings: o->no_timings = true; return true;
    case key_trade_offs: o->trade_offs = true; return true;
    case key_no_options: o->no_options = true; return true;
    case key_changed_inputs: o->changed_inputs = true; return true;
    case key_strict: o->study.read.strict = true; return true;
    case key_slurm: o->slurm = true; return true;
    case key_now: o->now = true; return true;
    case key_xlsx: o->xlsx = true; return true;
    case key_allow_outside: o->study.read.allow_outside = true; return true;
    default: return false;
    }
}

/* Options that are a number. */
static bool take_number(int key, const char *text, ore_options *o,
                        const struct argp_state *state)
{
    switch (key) {
    case key_points:
        o->points = (int)ore_option_number(text, "--points", ORE_MIN_POINTS,
                                           ORE_MAX_POINTS, state);
        return true;
    case key_samples:
        o->samples =
            (int)ore_option_number(text, "--samples", 0.0, max_samples, state);
        return true;
    case key_work_limit:
        o->study.work_limit_s =
            ore_option_number(text, "--work-limit", 0.01, HUGE_VAL, state);
        return true;
    case key_time_limit:
        o->study.time_limit_s =
            ore_option_number(text, "--time-limit", 0.01, HUGE_VAL, state);
        return true;
    case key_gap:
        o->study.gap = ore_option_number(text, "--gap", 0.0, HUGE_VAL, state);
        return true;
    case key_jobs:
        o->study.jobs =
            (int)ore_option_number(text, "--jobs", 1.0, max_jobs, state);
        return true;
    case key_seed:
        o->study.seed =
            (int)ore_option_number(text, "--seed", 0.0, INT_MAX, state);
        return true;
    default: return false;
    }
}

/* Scenarios stack. */
static void add_scenario(const char *text, ore_options *o)
{
    char *all =
        o->scenario ? ore_print("%s,%s", o->scenario, text) : ore_copy(text);

    free(o->scenario);
    o->scenario = all;
    o->study.read.scenario = all;
}

static void take_languages(const char *text, ore_options *o,
                           const struct argp_state *state)
{
    static const char *const each[ORE_MAX_LANGUAGES] = {"en", "ja"};
    const char *words = ore_option_word(text, "--language", languages, state);

    o->n_languages = 0;
    for (int i = 0; i < ORE_MAX_LANGUAGES; i++) {
        if (strstr(words, each[i])) {
            o->languages[o->n_languages++] = each[i];
        }
    }
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    const parsing *p = state->input;
    ore_options *o = p->options;

    if (take_flag(key, o) || take_number(key, text, o, state)) {
        return 0;
    }
    switch (key) {
    case 'h': argp_state_help(state, stdout, ARGP_HELP_STD_HELP); break;
    case 'o': o->output = text; break;
    case key_json: o->json = text; break;
    case key_tsv: o->tsv = text; break;
    case key_html: o->html = text; break;
    case key_scenario: add_scenario(text, o); break;
    case key_scenarios: o->scenarios = text; break;
    case key_over: o->over = text; break;
    case key_shard: ore_option_shard(text, o, state); break;
    case key_set:
        o->study.read.sets = ore_grow(o->study.read.sets, o->study.read.n_sets,
                                      &o->room_sets, sizeof(const char *));
        o->study.read.sets[o->study.read.n_sets++] = text;
        break;
    case key_start: o->study.read.start = text; break;
    case key_baseline: o->study.read.baseline = text; break;
    case key_keep:
        o->study.read.keep = ore_option_word(text, "--keep", keeps, state);
        break;
    case key_respond: o->study.read.respond = text; break;
    case key_example: o->example = text; break;
    case key_language: take_languages(text, o, state); break;
    case key_money:
        o->study.read.money = ore_option_currency(text, state);
        break;
    case key_date:
        memcpy(o->date, ore_option_date(text, state), sizeof o->date);
        break;
    case key_format:
        o->format = ore_option_word(text, "--format", formats, state);
        break;
    case ARGP_KEY_ARG: take_argument(text, p, state); break;
    case ARGP_KEY_END: check_all(p, state); break;
    default: return ARGP_ERR_UNKNOWN;
    }
    return 0;
}

void ore_parse_options(const ore_command *command, int argc, char **argv,
                       ore_options *options)
{
    struct argp_option offered[ORE_COUNT_OF(choices) + 1] = {0};
    int n_offered = 0;

    for (int i = 0; i < ORE_COUNT_OF(choices); i++) {
        if (choices[i].group == 0 || (choices[i].group & command->accepts)) {
            offered[n_offered++] = choices[i].option;
        }
    }
    char *doc =
        ore_print("%s\vExample: %s", command->summary, command->example);
    char *name = ore_print("orefolio %s", command->name);
    const struct argp how = {.options = offered,
                             .parser = parse,
                             .args_doc = command->args,
                             .doc = doc};
    parsing p = {command, options};

    argv[0] = name;
    *options = (ore_options){.writes = command->writes,
                             .study = {.time_limit_s = nan(""),
                                       .work_limit_s = nan(""),
                                       .gap = nan(""),
                                       .seed = -1},
                             .points = -1,
                             .samples = -1,
                             .shard = 1,
                             .shards = 1};
    ore_option_default_date(options->date);
    /* A mistake ends the program there; what comes back is memory. */
    if (argp_parse(&how, argc, argv, 0, NULL, &p) != 0) {
        ore_out_of_memory();
    }
    if (!options->quiet) {
        options->study.watch = ore_terminal_watch();
    }
    free(doc);
    free(name);
}
