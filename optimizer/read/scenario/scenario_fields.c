/* The keys of [scenario NAME], [event NAME], [outcome NAME] and
 * [uncertain NAME]: apart from their readers,
 * which need the addresses of all sections. */
#include <stddef.h>

#include "read/round/reader.h"

const ore_field ore_scenario_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_round, scenario_label),
              "default: the name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_round, scenario_label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("ADDRESS", OTHER, 0,
              "what changes: targets.ndpr-oxide.target_tpa = *1.3"),
    {0},
};

const ore_field ore_event_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_event, label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_event, label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("known_after", OTHER, 0,
              "the news is found only if this project goes ahead",
              .unit = "project"),
    ORE_FIELD("lag_years", WHOLE, offsetof(ore_event, lag_years),
              "from the commitment of known_after to the news", .min = 1,
              .max = 100, .fallback = "1", .unit = "years"),
    ORE_FIELD("known_in", YEAR, offsetof(ore_event, known_in),
              "the news comes by itself; decisions of this year and later may "
              "follow it",
              .unit = "year"),
    {0},
};

const ore_field ore_outcome_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_outcome, label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_outcome, label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("event", OTHER, 0, "what turns out so", .is_required = true,
              .unit = "event"),
    ORE_FIELD("probability", NUMBER, offsetof(ore_outcome, probability),
              "above 0; what the outcomes of an event leave to 1 is that the "
              "round is as its tables give it",
              .min = 0.0, .max = 1.0, .is_required = true, .unit = "share"),
    ORE_FIELD("ADDRESS", OTHER, 0,
              "what changes, as in a scenario: projects.MINE.capex = *0.9"),
    {0},
};

const ore_field ore_uncertain_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_uncertain, label),
              "default: the name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_uncertain, label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("of", OTHER, 0,
              "a number, or a pattern of them: projects.*.capex",
              .is_required = true, .unit = "address"),
    ORE_FIELD("distribution", OTHER, 0,
              "uniform a b, triangular a mode b, normal mean sd [min max], "
              "lognormal median spread, empirical FILE",
              .is_required = true, .unit = "factors"),
    ORE_FIELD("shared", NUMBER, offsetof(ore_uncertain, shared),
              "of the variance, common to all that the pattern names",
              .min = 0.0, .max = 1.0, .fallback = "0", .unit = "share"),
    {0},
};
