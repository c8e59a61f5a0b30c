/* Screening and windows: which option may start when. Dates are ISO texts, so
 * comparing them as strings compares them in time. */
#include "orefolio/screen.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/asset_sales.h"
#include "orefolio/memory.h"
#include "orefolio/phrases.h"
#include "orefolio/timing.h"

/* Whether something dated `date` is there in time to commit in year `s`: the
 * first year's decisions fall on decide_by, later ones at their year's end. */
static bool there_by(const ore_round *round, const char *date, int s)
{
    if (!date) {
        return true;
    }
    if (s == 0 && round->decide_by && strcmp(date, round->decide_by) > 0) {
        return false;
    }
    return strtol(date, NULL, 10) <= round->commit.first + s;
}

static bool passes_screening(const ore_round *round, const ore_project *project)
{
    if (project->decision == ORE_COMMITTED) {
        return true;
    }
    if (project->review == ORE_REVIEW_BLOCKED ||
        project->concern_share > round->screening.concern_share_max) {
        return false;
    }
    return project->review != ORE_REVIEW_PENDING ||
           round->screening.pending == ORE_PENDING_ALLOW ||
           (round->screening.pending == ORE_PENDING_WAIT && project->review_on);
}

/* Whether what was decided for the year stays whatever happens: a response
 * begins with the disruption, and one that decides nothing keeps everything. */
static bool is_past(const ore_round *round, int year)
{
    switch (round->response) {
    case ORE_RESPONSE_NONE: return true;
    case ORE_RESPONSE_FORESEEN: return false;
    case ORE_RESPONSE_DECIDES: break;
    }
    return round->respond >= 0 &&
           year < round->disruptions[round->respond].years.first;
}

bool ore_is_kept(const ore_round *round, int p)
{
    const ore_baseline *baseline = &round->baseline;

    if (!baseline->path || baseline->option[p] < 0) {
        return false;
    }
    return round->keep == ORE_KEEP_ALL ||
           (round->keep == ORE_KEEP_COMMITTED &&
            round->projects[p].decision == ORE_COMMITTED) ||
           is_past(round, baseline->year[p]);
}

bool ore_is_answer_kept(const ore_round *round, int i)
{
    return round->baseline.path && round->supplies[i].is_open &&
           round->baseline.answer[i] >= 0 &&
           (round->keep == ORE_KEEP_ALL ||
            is_past(round, ore_sale_year(&round->supplies[i])));
}

static bool too_early(const ore_round *round, int p, int year)
{
    return !ore_is_kept(round, p) && is_past(round, year);
}

/* A speed-up is of what the baseline has committed before the disruption, and
 * has to bring its first output sooner. */
static bool speeds_up(const ore_round *round, const ore_option *option,
                      int year)
{
    const ore_project *project = &round->projects[option->project];
    const ore_baseline *baseline = &round->baseline;

    if (!project->speeds_up) {
        return true;
    }
    const int o = project->sped_option;
    const int p = round->options[o].project;

    return baseline->path && baseline->option[p] == o &&
           year >= baseline->year[p] &&
           (round->respond < 0 ||
            baseline->year[p] <
                round->disruptions[round->respond].years.first) &&
           ore_first_output(option, year) <
               ore_first_output(&round->options[o], baseline->year[p]);
}

static bool in_window(const ore_round *round, const ore_option *option, int s)
{
    const ore_project *project = &round->projects[option->project];
    const int year = round->commit.first + s;

    if (year < option->first_year || year > option->last_year ||
        too_early(round, option->project, year) ||
        !speeds_up(round, option, year) ||
        !there_by(round, option->ready_on, s)) {
        return false;
    }
    return project->review != ORE_REVIEW_PENDING ||
           round->screening.pending != ORE_PENDING_WAIT ||
           project->decision == ORE_COMMITTED ||
           there_by(round, project->review_on, s);
}

bool ore_may_start(const ore_round *round, int o, int s, ore_reason_kind *why)
{
    const ore_option *option = &round->options[o];
    const ore_project *project = &round->projects[option->project];
    ore_reason_kind reason = ORE_REASON_NONE;

    if (project->decision == ORE_OUT) {
        reason = ORE_REASON_OUT;
    } else if (!passes_screening(round, project)) {
        reason = ORE_REASON_SCREENED;
    } else if (!in_window(round, option, s)) {
        reason = ORE_REASON_WINDOW;
    }
    if (why) {
        *why = reason;
    }
    return reason == ORE_REASON_NONE;
}

static void explain_screening(const ore_round *round,
                              const ore_project *project, ore_reason *reason)
{
    const double max_share = round->screening.concern_share_max;

    if (project->review == ORE_REVIEW_BLOCKED) {
        ore_reason_say(reason, ORE_REASON_SCREENED,
                       "national-security review: blocked");
    } else if (project->concern_share > max_share) {
        char *own = ore_print("%.0f", 100.0 * project->concern_share);
        char *max = ore_print("%.0f", 100.0 * max_share);

        ore_reason_say(reason, ORE_REASON_SCREENED,
                       "entities of concern own {1} %, at most {2} % is "
                       "allowed",
                       own, max);
        free(own);
        free(max);
    } else {
        ore_reason_say(reason, ORE_REASON_SCREENED,
                       "national-security review: pending, no date of "
                       "decision");
    }
}

static void explain_window(const ore_round *round, const ore_project *project,
                           ore_reason *reason)
{
    const ore_option *option = &round->options[project->first_option];
    const char *ready_on = option->ready_on ? option->ready_on : "-";
    const char *review_on = project->review_on ? project->review_on : "-";
    char *from = ore_print("%d", option->first_year);
    char *to = ore_print("%d", option->last_year);
    char *first = ore_print("%d", round->commit.first);
    char *last = ore_print("%d", round->commit.last);

    if (project->speeds_up) {
        ore_reason_say(reason, ORE_REASON_WINDOW,
                       "speeds up {1} only where that was committed before the "
                       "disruption and its output still comes sooner",
                       project->speeds_up);
    } else if (option->ready_on &&
               strtol(option->ready_on, NULL, 10) > round->commit.last) {
        ore_reason_say(reason, ORE_REASON_WINDOW,
                       "ready on {1}, after the last commitment year {2}",
                       ready_on, last);
    } else {
        ore_reason_say(reason, ORE_REASON_WINDOW,
                       "commitment possible from {1} to {2}, ready on {3}, "
                       "review on {4}: outside the round's window {5}-{6}",
                       from, to, ready_on, review_on, first, last);
    }
    free(from);
    free(to);
    free(first);
    free(last);
}

ore_reason ore_screen_reason(const ore_round *round, int p)
{
    const ore_project *project = &round->projects[p];
    ore_reason reason = {.kind = ORE_REASON_NONE};

    for (int i = 0; i < project->n_options; i++) {
        for (int s = 0; s < round->n_commit; s++) {
            if (ore_may_start(round, project->first_option + i, s,
                              &reason.kind)) {
                return (ore_reason){.kind = ORE_REASON_NONE};
            }
        }
    }
    if (reason.kind == ORE_REASON_OUT) {
        ore_reason_say(&reason, reason.kind, "set to out by its status");
    } else if (reason.kind == ORE_REASON_SCREENED) {
        explain_screening(round, project, &reason);
    } else {
        explain_window(round, project, &reason);
    }
    return reason;
}
