/* What differs between two rounds, as they are written. */
#ifndef OREFOLIO_STUDY_INPUT_CHANGES_H
#define OREFOLIO_STUDY_INPUT_CHANGES_H

#include "orefolio/common.h"

/** A figure that was changed, or a section or a row that came or went. Texts
 * are borrowed. */
typedef struct ore_input_change {
    const char *address; /**< "projects.P17.capex"; of a row "projects.P20", of
                              a section "rule home" */
    const char *before, *after;     /**< as written; NULL = it was not there */
    ore_where old_where, new_where; /**< no file = it is not there */
    const char *thing;              /**< what it is of: "project P17" */
    bool is_whole;                  /**< a row or a section */
    bool is_idle; /**< a label, a scenario: it changes no portfolio */
} ore_input_change;

#endif
