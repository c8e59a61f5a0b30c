/* respond: a disruption has happened. What becomes of the earlier decisions,
 * what can still be done, and what foresight would have done. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/print_response.h"
#include "cli/reports.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "study/response/response.h"
#include "write/json/write_response.h"

/* The one that has happened, or all of them. The caller frees. */
static int *asked_disruptions(const ore_round *round, int *n)
{
    int *list = ore_alloc(round->n_disruptions + 1, sizeof *list);

    *n = 0;
    for (int w = 0; w < round->n_disruptions; w++) {
        if (round->respond < 0 || round->respond == w) {
            list[(*n)++] = w;
        }
    }
    return list;
}

/* The workbook is that of the response, or of the plan for all disruptions. */
static const ore_response_case *subject_of(const ore_playbook *book)
{
    return book->round->respond >= 0 ? &book->list[0].cases[ORE_RESPOND]
                                     : &book->planned;
}

static ore_status write_all(const ore_options *options,
                            const ore_playbook *book, ore_diags *diags)
{
    const ore_response_case *subject = subject_of(book);
    const ore_study study = {.is_beside = true, .playbook = book};
    ore_options others = *options;
    ore_status status = ORE_OK;

    others.json = NULL;
    if (options->output || options->html) {
        status = ore_reports_write(&others, subject->round, subject->result,
                                   &subject->statistics, &study, NULL, diags);
    }
    if (status == ORE_OK && options->json) {
        status = ore_write_response(book, options->json, diags);
    }
    if (status == ORE_OK) {
        ore_reports_tell(options, subject->result);
    }
    return status;
}

/* The worst of the columns that were asked for. */
static ore_status status_of(const ore_playbook *book)
{
    ore_status worst = ORE_OK;

    for (int i = 0; i < book->n; i++) {
        for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
            const ore_status own = book->list[i].cases[k].status;

            worst = own > worst ? own : worst;
        }
    }
    return worst;
}

static ore_status respond(const ore_options *options, const ore_round *round,
                          ore_diags *diags)
{
    ore_study_settings study = options->study;
    const double limit_s = study.time_limit_s, from_s = ore_now_s();
    int n;
    int *disruptions = asked_disruptions(round, &n);

    if (round->respond >= 0) {
        ore_study_limit_by_work(&study, round);
    } else {
        ore_study_limit_in_part(&study, round);
    }
    const int jobs = ore_study_jobs(&study);
    const ore_inquiry inquiry = {.round = round,
                                 .jobs = jobs,
                                 .settings = ore_study_solver(&study, round),
                                 .watch = &study.watch,
                                 .until_s = isnan(limit_s) ? HUGE_VAL
                                                           : from_s + limit_s};
    ore_playbook *book = ore_playbook_new(&inquiry, disruptions, n);

    if (!options->quiet && !ore_stdout_is_taken(options)) {
        ore_print_playbook(book);
    }
    const ore_status status = status_of(book);
    const ore_status written = write_all(options, book, diags);

    ore_playbook_free(book);
    free(disruptions);
    return written == ORE_OK ? status : written;
}

static const char *disruption_id(const ore_round *round, int w)
{
    return round->disruptions[w].id;
}

/* The disruptions of --playbook. */
static ore_status check_playbook(const char *asked, const ore_round *round,
                                 ore_diags *diags)
{
    const ore_ids disruptions = {round, round->n_disruptions, disruption_id};

    if (!asked || strcmp(asked, "all") == 0) {
        return ORE_OK;
    }
    return ore_check_ids(
        asked, &disruptions,
        "--playbook has '%s', which is no disruption of the round%s%s%s",
        diags);
}

static ore_status run(const ore_options *options)
{
    ore_status status = ORE_OK;
    ore_diags *diags = ore_diags_new();
    ore_round *round = ore_round_open(options, options->args[0], &status);

    if (round && round->n_disruptions == 0) {
        ore_error(diags, (ore_where){.file = options->args[0]},
                  "the round has no disruption to respond to, expected a "
                  "section [disruption NAME]");
        status = ORE_BAD_INPUT;
    }
    if (round && status == ORE_OK) {
        status = check_playbook(options->playbook, round, diags);
    }
    if (round && status == ORE_OK) {
        status = ore_check_outputs(options, diags);
    }
    if (round && status == ORE_OK) {
        status = respond(options, round, diags);
    }
    ore_round_free(round);
    return ore_diags_tell(diags, status);
}

const ore_command ore_command_respond = {
    .name = "respond",
    .args = "ROUND.ini",
    .summary = "a disruption: what it does, what can be done, what foresight "
               "would have done",
    .example = "orefolio respond my-round/round.ini --baseline before.json "
               "--disruption export-ban -o response.xlsx",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_OUTPUT | ORE_OPT_SOLVER | ORE_OPT_JSON | ORE_OPT_HTML |
               ORE_OPT_LANGUAGE | ORE_OPT_STRICT | ORE_OPT_OUTSIDE |
               ORE_OPT_CHANGES | ORE_OPT_RESPONSE,
    .run = run,
};
