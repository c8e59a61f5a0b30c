/* See option_list.h. */
#include "cli/option_list.h"

#include "base/wrap.h"
#include "orefolio/messages.h"

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
     ORE_OPT_REPORTS | ORE_OPT_RESULT | ORE_OPT_JSON},
    {{"tsv", key_tsv, "DIR", 0, "write every table sheet as text to DIR", 0},
     ORE_OPT_REPORTS | ORE_OPT_TSV},
    {{"html", key_html, "FILE", 0,
      "write the sheets, with a map of the projects, as one page", 0},
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
    {{"fiche", key_fiche, "P17,P18|funded|all", 0,
      "a page of the workbook for each of these projects", 0},
     ORE_OPT_FICHE},
    {{"result", key_result, "RESULT.json", 0,
      "ask about the portfolio of an earlier run, without solving it again", 0},
     ORE_OPT_RESULT},
    {{"within", key_within, "SHARE", 0,
      "how much worse the first goal may be; default: 0.01", 0},
     ORE_OPT_ALTERNATIVES},
    {{"count", key_count, "N", 0, "alternatives at most; default: 20", 0},
     ORE_OPT_ALTERNATIVES},
    {{"by", key_by, "projects|money|country", 0,
      "what alternatives are to differ in; default: projects", 0},
     ORE_OPT_ALTERNATIVES},
    {{"pairs", key_pairs, NULL, 0,
      "ask of every two borderline projects, too, whether they come together "
      "or "
      "exclude each other; takes many solves",
      0},
     ORE_OPT_ALTERNATIVES},
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
     ORE_OPT_ROUND | ORE_OPT_CHANGES | ORE_OPT_SET},
    {{"outcomes", key_outcomes, "NAME,NAME|none", 0,
      "as if events had turned out so, and no other news came; none: as the "
      "tables give the round",
      0},
     ORE_OPT_ROUND | ORE_OPT_RESPONSE},
    {{"baseline", key_baseline, "RESULT.json", 0,
      "start from the portfolio of an earlier run", 0},
     ORE_OPT_ROUND | ORE_OPT_RESPONSE},
    {{"keep", key_keep, "committed|all|none", 0,
      "which projects of the baseline stay as they are", 0},
     ORE_OPT_ROUND},
    {{"respond", key_respond, "DISRUPTION", 0,
      "plan from this disruption on, given what the baseline committed before",
      0},
     ORE_OPT_ROUND},
    {{"disruption", key_disruption, "NAME", 0, "the disruption that happens",
      0},
     ORE_OPT_RESPONSE},
    {{"all", key_all, NULL, 0, "every disruption of the round, one by one", 0},
     ORE_OPT_RESPONSE},
    {{"playbook", key_playbook, "D1,D2|all", 0,
      "with --all: a page of the workbook for each of these disruptions", 0},
     ORE_OPT_RESPONSE},
    {{"from", key_from, "YEAR", 0,
      "the disruption begins in this year; default: as the round has it", 0},
     ORE_OPT_RESPONSE},
    {{"scenarios", key_scenarios, "NAME,NAME", 0,
      "compare only these; default: all", 0},
     ORE_OPT_SCENARIOS},
    {{"trade-offs", key_trade_offs, NULL, 0,
      "re-solve what each project left out would cost, and what one more step "
      "of each limit would gain; takes as many solves",
      0},
     ORE_OPT_TRADE_OFFS},
    {{"flips", key_flips, NULL, 0,
      "find what would let each project left out be chosen: less capital cost, "
      "more success or output, larger accounts (sheet NotFunded); takes as "
      "many "
      "solves",
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
    {{"points", key_points, "N|all", 0,
      "how many points of a frontier; all: every one that no other portfolio "
      "beats; default: 12, in a sweep plan none",
      0},
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
    {{"language", key_terminal, "en|ja", 0,
      "language of what is printed; default: that of the locale", 0},
     ORE_OPT_TERMINAL},
    {{"help", '?', NULL, 0, "Give this help list", -1}, 0},
    {{"usage", key_usage, NULL, 0, "Give a short usage message", -1}, 0},
    {{"help-short", 'h', NULL, OPTION_HIDDEN, NULL, 0}, 0},
    {{"quiet", 'q', NULL, 0, "no progress, no summary", 0}, 0},
    {{"verbose", 'v', NULL, 0, "tell the size of program and search", 0},
     ORE_OPT_SOLVER},
};

/* Where argp begins what an option does, of 79 columns. It counts bytes, so
 * that other lines than English ones are broken here. */
enum { doc_column = 29, doc_width = 79 - doc_column, no_width = 500 };

_Static_assert(ORE_COUNT_OF(choices) < ORE_MAX_OFFERED, "options have room");

void ore_options_offer(const ore_command *command, struct argp_option *offered,
                       char **docs)
{
    const int width = ore_messages_are_japanese() ? doc_width : no_width;
    const unsigned accepts =
        command->accepts |
        (command->accepts & ORE_OPT_LANGUAGE ? 0 : ORE_OPT_TERMINAL);
    int n = 0;

    for (int i = 0; i < ORE_COUNT_OF(choices); i++) {
        const choice *c = &choices[i];

        /* English help is argp's own. */
        if (!ore_messages_are_japanese() &&
            (c->option.key == '?' || c->option.key == key_usage)) {
            continue;
        }
        if (c->group == 0 || (c->group & accepts)) {
            offered[n] = c->option;
            if (c->option.doc) {
                docs[n] = ore_wrapped(_(c->option.doc), width);
                offered[n].doc = docs[n];
            }
            n++;
        }
    }
}
