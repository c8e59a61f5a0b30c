/* The keys of [scenario NAME] and [uncertain NAME]: apart from their readers,
 * which need the addresses of all sections. */
#include <stddef.h>

#include "read/round/reader.h"

const ore_field ore_scenario_fields[] = {
    {.key = "label",
     .type = ORE_FIELD_TEXT,
     .at = offsetof(ore_round, scenario_label),
     .help = "default: the name"},
    {.key = "label_ja",
     .type = ORE_FIELD_TEXT,
     .at = offsetof(ore_round, scenario_label_ja),
     .help = "in Japanese; default: label"},
    {.key = "ADDRESS",
     .type = ORE_FIELD_OTHER,
     .help = "what changes: targets.ndpr-oxide.target_tpa = *1.3"},
    {0},
};

const ore_field ore_uncertain_fields[] = {
    {.key = "label",
     .type = ORE_FIELD_TEXT,
     .at = offsetof(ore_uncertain, label),
     .help = "default: the name"},
    {.key = "label_ja",
     .type = ORE_FIELD_TEXT,
     .at = offsetof(ore_uncertain, label_ja),
     .help = "in Japanese; default: label"},
    {.key = "of",
     .type = ORE_FIELD_OTHER,
     .is_required = true,
     .unit = "address",
     .help = "a number, or a pattern of them: projects.*.capex"},
    {.key = "distribution",
     .type = ORE_FIELD_OTHER,
     .is_required = true,
     .unit = "factors",
     .help = "uniform a b, triangular a mode b, normal mean sd [min max], "
             "lognormal median spread, empirical FILE"},
    {.key = "shared",
     .type = ORE_FIELD_NUMBER,
     .at = offsetof(ore_uncertain, shared),
     .min = 0.0,
     .max = 1.0,
     .fallback = "0",
     .unit = "share",
     .help = "of the variance, common to all that the pattern names"},
    {0},
};
