/* The options of all commands, one table: what they are called, what they say
 * of themselves, and which commands have them. */
#ifndef OPTIMIZER_CLI_OPTION_LIST_H
#define OPTIMIZER_CLI_OPTION_LIST_H

#include <argp.h>

#include "cli/command.h"

/** Keys of options without a short name, from past the characters on. */
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
    key_fiche,
    key_playbook,
    key_within,
    key_count,
    key_by,
    key_result,
    key_terminal,
    key_usage,
    key_format,
    key_example,
    key_xlsx,
    key_money,
    key_date,
    key_strict,
    key_scenario,
    key_set,
    key_outcomes,
    key_baseline,
    key_keep,
    key_respond,
    key_disruption,
    key_all,
    key_from,
    key_scenarios,
    key_trade_offs,
    key_no_options,
    key_flips,
    key_pairs,
    key_changed_inputs,
    key_over,
    key_points,
    key_samples,
    key_shard,
    key_slurm,
    key_now,
    key_allow_outside
};

/** More than all options. */
enum { ORE_MAX_OFFERED = 60 };

/** The options that a command accepts, in the language of the terminal, ended
 * as argp asks for. What `docs` [ORE_MAX_OFFERED] has is the caller's to free.
 */
void ore_options_offer(const ore_command *command, struct argp_option *offered,
                       char **docs);

#endif
