/* The program of a scenario tree. */
#ifndef OPTIMIZER_STUDY_EVENTS_EXTENSIVE_FORM_H
#define OPTIMIZER_STUDY_EVENTS_EXTENSIVE_FORM_H

#include "orefolio/scenario_tree.h"

/** Build the programs of all leaves and join them. The caller frees. */
ore_program *ore_extensive_form(const ore_scenario_tree *tree);

#endif
