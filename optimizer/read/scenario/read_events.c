/* [event NAME] and [outcome NAME]: news that is still to come. Their changes
 * are overrides (scenario.c), which act where the outcome is known. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/fields.h"
#include "read/scenario/outcomes.h"

/* Probabilities that add up to 1 but for the rounding of their digits. */
static const double rounding = 1e-9;

bool ore_is_change(const char *key)
{
    return strchr(key, '.') != NULL;
}

/* Where the name stands in the list "a,b"; NULL = nowhere. */
static const char *place_in(const char *list, const char *name)
{
    const size_t length = strlen(name);

    for (const char *at = list; at; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, name, length) == 0 &&
            (at[length] == ',' || at[length] == '\0')) {
            return at;
        }
    }
    return NULL;
}

bool ore_outcome_is_known(const ore_reader *reader, const char *name)
{
    return reader->asked->outcomes &&
           place_in(reader->asked->outcomes, name) != NULL;
}

/* What an outcome cannot make otherwise: how the round is laid out, asked for
 * and shown is the same in every leaf. */
static const char *const fixed_kinds[] = {
    "round",  "tables",    "goals",     "goal",  "scenario",
    "event",  "outcome",   "currency",  "group", "solver",
    "report", "uncertain", "disruption"};

static void check_change(const ore_reader *reader, const char *address,
                         ore_where where)
{
    const size_t length = strcspn(address, " .");

    for (int i = 0; i < ORE_COUNT_OF(fixed_kinds); i++) {
        if (strlen(fixed_kinds[i]) == length &&
            strncmp(address, fixed_kinds[i], length) == 0) {
            ore_error(reader->diags, where,
                      "an outcome cannot change '%s': [%s] is the same "
                      "whatever happens",
                      ore_shown(address), fixed_kinds[i]);
        }
    }
}

/* Keys that are no addresses must be known; the others are its changes. */
static void read_changes(const ore_reader *reader, const ore_record *record,
                         ore_outcome *outcome)
{
    const ore_field *const lists[] = {ore_outcome_fields};
    ore_adjustment *changes =
        ore_store_alloc(reader->store, record->count, sizeof *changes);

    for (int i = 0; i < record->count; i++) {
        if (ore_is_change(record->names[i])) {
            check_change(reader, record->names[i], record->keys[i]);
            changes[outcome->n_changes++] = (ore_adjustment){
                record->names[i], record->cells[i].text, record->keys[i]};
        } else {
            const ore_record one = {1, &record->names[i], &record->cells[i],
                                    &record->keys[i], record->where};

            ore_check_names(reader, &one, "key", lists, 1);
        }
    }
    outcome->changes = changes;
}

static void read_outcome(const ore_reader *reader, const ore_section *section,
                         ore_outcome *outcome)
{
    const ore_record *record = &section->record;
    const ore_source_cell *cell = ore_record_cell(record, "probability");

    ore_fill(reader, record, ore_outcome_fields, outcome);
    outcome->id = section->name;
    outcome->where = record->where;
    ore_default_labels(outcome->id, &outcome->label, &outcome->label_ja);
    outcome->event =
        ore_reference(reader, record, "event", ore_event_list(reader->round));
    if (cell && outcome->probability == 0.0) {
        ore_error(reader->diags, cell->where,
                  "probability is 0: an outcome that never comes is left out");
    }
    read_changes(reader, record, outcome);
}

static void read_event(const ore_reader *reader, const ore_section *section,
                       ore_event *event)
{
    const ore_record *record = &section->record;
    const ore_source_cell *after = ore_record_cell(record, "known_after");
    const ore_source_cell *in = ore_record_cell(record, "known_in");
    const ore_source_cell *lag = ore_record_cell(record, "lag_years");

    ore_fill(reader, record, ore_event_fields, event);
    event->id = section->name;
    event->where = record->where;
    ore_default_labels(event->id, &event->label, &event->label_ja);
    event->project = ore_reference(reader, record, "known_after",
                                   ore_project_list(reader->round));
    if (!after == !in) {
        ore_error(reader->diags, in ? in->where : record->where,
                  "event '%s' has %s, expected known_after or known_in",
                  event->id,
                  in ? _("known_after and known_in")
                     : _("neither known_after nor known_in"));
    }
    if (in && lag) {
        ore_error(reader->diags, lag->where,
                  "lag_years goes with known_after, not with known_in");
    }
}

static int by_event(const void *left, const void *right)
{
    const ore_outcome *a = left, *b = right;

    return a->event != b->event ? a->event - b->event : strcmp(a->id, b->id);
}

/* The event's outcomes, and what they leave to 1. */
static void take_outcomes(const ore_reader *reader, int e, ore_event *event)
{
    const ore_round *round = reader->round;
    double sum = 0.0;
    int n_changes = 0;

    for (int i = 0; i < round->n_outcomes; i++) {
        const ore_outcome *outcome = &round->outcomes[i];

        if (outcome->event != e) {
            continue;
        }
        event->first_outcome =
            event->n_outcomes++ == 0 ? i : event->first_outcome;
        n_changes += outcome->n_changes;
        if (sum <= 1.0 + rounding &&
            sum + outcome->probability > 1.0 + rounding) {
            ore_error(reader->diags, outcome->where,
                      "outcomes of event '%s' have a probability of %.10g in "
                      "all with this one, expected at most 1",
                      event->id, sum + outcome->probability);
        }
        sum += outcome->probability;
    }
    event->remainder = 1.0 - sum > rounding ? 1.0 - sum : 0.0;
    if (event->n_outcomes == 0) {
        ore_error(reader->diags, event->where,
                  "event '%s' has no outcome, expected [outcome NAME] with "
                  "event = %s",
                  event->id, event->id);
    } else if (n_changes == 0) {
        ore_warn(reader->diags, event->where,
                 "event '%s' changes nothing: none of its outcomes changes a "
                 "figure",
                 event->id);
    }
}

/* Each event multiplies the leaves; the one that makes them too many is told.
 */
static void check_leaves(const ore_reader *reader)
{
    const ore_round *round = reader->round;
    double n_leaves = 1.0;

    for (int e = 0; e < round->n_events; e++) {
        const double before = n_leaves;

        n_leaves *= ore_event_ways(&round->events[e]);
        if (before <= ORE_MAX_LEAVES && n_leaves > ORE_MAX_LEAVES) {
            ore_error(reader->diags, round->events[e].where,
                      "events make %.0f leaves with event '%s', expected at "
                      "most %d: give up an event or an outcome, or put the "
                      "figures into [uncertain NAME] and run a sweep",
                      n_leaves, round->events[e].id, ORE_MAX_LEAVES);
        }
    }
}

/* News that comes after the last decision changes none. */
static void check_year(const ore_reader *reader, const ore_event *event)
{
    const ore_round *round = reader->round;

    if (event->known_in > round->horizon.last ||
        (event->project >= 0 &&
         round->commit.first + event->lag_years > round->horizon.last)) {
        ore_warn(reader->diags, event->where,
                 "event '%s' is known after %d, the last year: no decision can "
                 "follow it",
                 event->id, round->horizon.last);
    }
}

static void read_all(ore_reader *reader, ore_event *events,
                     ore_outcome *outcomes)
{
    ore_round *round = reader->round;
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(reader, "event", &i))) {
        read_event(reader, section, &events[round->n_events++]);
    }
    ore_sort_ids(reader, "event", events, round->n_events, sizeof *events,
                 offsetof(ore_event, where));
    round->events = events;
    i = 0;
    while ((section = ore_next_section(reader, "outcome", &i))) {
        read_outcome(reader, section, &outcomes[round->n_outcomes++]);
    }
    if (round->n_outcomes > 0) {
        qsort(outcomes, (size_t)round->n_outcomes, sizeof *outcomes, by_event);
    }
    round->outcomes = outcomes;
    for (int e = 0; e < round->n_events; e++) {
        take_outcomes(reader, e, &events[e]);
        check_year(reader, &events[e]);
    }
    check_leaves(reader);
}

static const char *nearest(const ore_round *round, const char *name)
{
    const char *near = "";

    for (int i = 0; i < round->n_outcomes; i++) {
        near = ore_nearer(name, near, round->outcomes[i].id);
    }
    return near;
}

static const ore_outcome *outcome_named(const ore_round *round,
                                        const char *name)
{
    for (int i = 0; i < round->n_outcomes; i++) {
        if (strcmp(round->outcomes[i].id, name) == 0) {
            return &round->outcomes[i];
        }
    }
    return NULL;
}

/* Every name of --outcomes is one, and no event has two. */
static void check_known(const ore_reader *reader)
{
    const ore_round *round = reader->round;
    const ore_where where = {"--outcomes", 0, 0};
    char *list = ore_copy(reader->asked->outcomes), *rest = NULL;
    const ore_outcome **of =
        ore_alloc(round->n_events, sizeof(const ore_outcome *));

    for (char *name = strtok_r(list, ",", &rest); name;
         name = strtok_r(NULL, ",", &rest)) {
        const ore_outcome *outcome = outcome_named(round, name);
        const char *near = outcome ? "" : nearest(round, name);

        if (!outcome && strcmp(name, "none") != 0) {
            ore_error(reader->diags, where, "unknown outcome '%s'%s%s%s",
                      ore_shown(name), *near ? _(", did you mean '") : "", near,
                      *near ? _("'?") : "");
        } else if (outcome && outcome->event >= 0) {
            if (of[outcome->event]) {
                ore_error(reader->diags, where,
                          "'%s' and '%s' are outcomes of one event",
                          of[outcome->event]->id, outcome->id);
            }
            of[outcome->event] = outcome;
        }
    }
    free(of);
    free(list);
}

void ore_read_events(ore_reader *reader)
{
    ore_round *round = reader->round;

    read_all(reader,
             ore_store_alloc(reader->store, ore_count_sections(reader, "event"),
                             sizeof(ore_event)),
             ore_store_alloc(reader->store,
                             ore_count_sections(reader, "outcome"),
                             sizeof(ore_outcome)));
    if (reader->asked->outcomes) {
        check_known(reader);
        round->outcomes_known =
            ore_store_text(reader->store, reader->asked->outcomes);
        round->n_events = round->n_outcomes = 0;
    }
}
