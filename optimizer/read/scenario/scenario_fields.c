/* The keys of [scenario NAME] and [uncertain NAME]: apart from their readers,
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
