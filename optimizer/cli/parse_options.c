/* See parse_options.h. */
#include "cli/parse_options.h"

#include <argp.h>
#include <limits.h>
#include <math.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/option_list.h"
#include "cli/option_values.h"
#include "cli/progress.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "study/frontier.h"

typedef struct parsing {
    const ore_command *command;
    ore_options *options;
} parsing;

enum { max_jobs = 64, max_samples = 9000, max_count = 1000, max_year = 9999 };
/* Words separated by '|', as the help shows them. */
static const char languages[] = "en|ja|en,ja", terminal_languages[] = "en|ja",
                  formats[] = "mps|lp", keeps[] = "committed|all|none",
                  bys[] = "projects|money|country";

static void take_argument(char *text, const parsing *p,
                          const struct argp_state *state)
{
    if (p->options->n_args >= p->command->max_args) {
        argp_error(state, _("'%s' is one argument too many"), ore_shown(text));
        return;
    }
    p->options->args[p->options->n_args++] = text;
}

/* Of a response: what has happened, and what had been decided. */
static void check_response(const ore_options *o, const struct argp_state *state)
{
    if (o->all_disruptions == (o->study.read.respond != NULL)) {
        argp_error(state, _("expected one of --disruption NAME and --all"));
    }
    if (o->playbook && !o->all_disruptions) {
        argp_error(state, _("--playbook needs --all"));
    }
    if (!o->study.read.baseline) {
        argp_error(state, _("--%s needs --baseline RESULT.json"),
                   o->all_disruptions ? "all" : "disruption");
    }
}

/* What only all of them together show. */
static void check_all(const parsing *p, const struct argp_state *state)
{
    const ore_options *o = p->options;

    if (o->n_args < p->command->min_args) {
        argp_error(state, _("expected %s"), p->command->args);
    }
    if (p->command->accepts & ORE_OPT_RESPONSE) {
        check_response(o, state);
    } else if ((o->study.read.respond || o->study.read.keep) &&
               !o->study.read.baseline) {
        argp_error(state, _("--%s needs --baseline RESULT.json"),
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
    case key_flips: o->flips = true; return true;
    case key_pairs: o->pairs = true; return true;
    case key_all:
        o->all_disruptions = true;
        o->study.read.is_response = true;
        return true;
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
        o->points =
            strcmp(text, "all") == 0
                ? ORE_EVERY_POINT
                : (int)ore_option_number(text, "--points", ORE_MIN_POINTS,
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
    case key_from:
        o->study.read.from_year =
            (int)ore_option_number(text, "--from", 1.0, max_year, state);
        return true;
    case key_within:
        o->within = ore_option_number(text, "--within", 0.0, 1.0, state);
        return true;
    case key_count:
        o->count =
            (int)ore_option_number(text, "--count", 1.0, max_count, state);
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

/* argp has the usage line and a note in English only. */
static void give_help(const ore_command *command,
                      const struct argp_state *state)
{
    printf(_("Usage: %s [OPTION...] %s\n"), state->name, command->args);
    argp_state_help(state, stdout,
                    ARGP_HELP_PRE_DOC | ARGP_HELP_LONG | ARGP_HELP_POST_DOC |
                        ARGP_HELP_EXIT_OK);
}

static char *without_note(int key, const char *text, void *input)
{
    (void)input;
    return key == ARGP_KEY_HELP_DUP_ARGS_NOTE ? NULL : (char *)(intptr_t)text;
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    const parsing *p = state->input;
    ore_options *o = p->options;

    if (take_flag(key, o) || take_number(key, text, o, state)) {
        return 0;
    }
    switch (key) {
    case '?':
    case 'h': give_help(p->command, state); break;
    case key_usage:
        argp_state_help(state, stdout, ARGP_HELP_USAGE | ARGP_HELP_EXIT_OK);
        break;
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
    case key_outcomes: o->study.read.outcomes = text; break;
    case key_start: o->study.read.start = text; break;
    case key_baseline: o->study.read.baseline = text; break;
    case key_keep:
        o->study.read.keep = ore_option_word(text, "--keep", keeps, state);
        break;
    case key_disruption:
    case key_respond: o->study.read.respond = text; break;
    case key_by: o->by = ore_option_word(text, "--by", bys, state); break;
    case key_result: o->result = text; break;
    case key_fiche: o->fiches = text; break;
    case key_playbook: o->playbook = text; break;
    case key_example: o->example = text; break;
    case key_language: take_languages(text, o, state); break;
    case key_terminal: /* which ore_main has chosen */
        (void)ore_option_word(text, "--language", terminal_languages, state);
        break;
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

/* argp has an assertion wherever it needs memory. */
static void end_without_memory(int number)
{
    static const char told[] = "orefolio: out of memory\n";

    (void)number;
    (void)!write(STDERR_FILENO, told, sizeof told - 1);
    _exit(ORE_NO_MEMORY);
}

void ore_parse_options(const ore_command *command, int argc, char **argv,
                       ore_options *options)
{
    struct argp_option offered[ORE_MAX_OFFERED] = {0};
    char *docs[ORE_MAX_OFFERED] = {0};
    char *example = ore_print(_("Example: %s"), command->example);
    char *doc = ore_print("%s\v%s", _(command->summary), example);
    char *name = ore_print("orefolio %s", command->name);
    const struct argp how = {.options = offered,
                             .parser = parse,
                             .args_doc = command->args,
                             .doc = doc,
                             .help_filter = without_note};
    parsing p = {command, options};

    ore_options_offer(command, offered, docs);
    argv[0] = name;
    *options = (ore_options){.writes = command->writes,
                             .knows_events = command->knows_events,
                             .study = {.time_limit_s = nan(""),
                                       .work_limit_s = nan(""),
                                       .gap = nan(""),
                                       .seed = -1},
                             .within = nan(""),
                             .count = -1,
                             .points = -1,
                             .samples = -1,
                             .shard = 1,
                             .shards = 1};
    ore_option_default_date(options->date);
    if (ore_messages_are_japanese()) {
        setenv("ARGP_HELP_FMT", "rmargin=200", 0);
    }
    (void)signal(SIGABRT, end_without_memory);
    /* A mistake ends the program there; what comes back is memory. */
    if (argp_parse(&how, argc, argv,
                   ore_messages_are_japanese() ? ARGP_NO_HELP : 0, NULL,
                   &p) != 0) {
        ore_out_of_memory();
    }
    (void)signal(SIGABRT, SIG_DFL);
    if (!options->quiet) {
        options->study.watch = ore_terminal_watch();
    }
    for (int i = 0; i < ORE_MAX_OFFERED; i++) {
        free(docs[i]);
    }
    free(example);
    free(doc);
    free(name);
}
