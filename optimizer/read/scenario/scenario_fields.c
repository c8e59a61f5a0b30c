/* The keys of [scenario NAME] and [uncertain NAME]: apart from their readers,
 * which need the addresses of all sections. */
#include <stddef.h>

#include "read/round/reader.h"

const ore_field ore_scenario_fields[] = {
    {"label", ORE_FIELD_TEXT, offsetof(ore_round, scenario_label), 0, 0, "", "",
     "default: the name", NULL},
    {"label_ja", ORE_FIELD_TEXT, offsetof(ore_round, scenario_label_ja), 0, 0,
     "", "", "in Japanese; default: label", NULL},
    {"ADDRESS", ORE_FIELD_OTHER, 0, 0, 0, "", "",
     "what changes: targets.ndpr-oxide.target_tpa = *1.3", NULL},
    {0},
};

const ore_field ore_uncertain_fields[] = {
    {"label", ORE_FIELD_TEXT, offsetof(ore_uncertain, label), 0, 0, "", "",
     "default: the name", NULL},
    {"label_ja", ORE_FIELD_TEXT, offsetof(ore_uncertain, label_ja), 0, 0, "",
     "", "in Japanese; default: label", NULL},
    {"of", ORE_FIELD_OTHER, 0, 0, 0, NULL, "address",
     "a number, or a pattern of them: projects.*.capex", NULL},
    {"distribution", ORE_FIELD_OTHER, 0, 0, 0, NULL, "factors",
     "uniform a b, triangular a mode b, normal mean sd [min max], lognormal "
     "median spread, empirical FILE",
     NULL},
    {"shared", ORE_FIELD_NUMBER, offsetof(ore_uncertain, shared), 0, 1, "0",
     "share", "of the variance, common to all that the pattern names", NULL},
    {0},
};
