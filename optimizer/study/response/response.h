/* respond: three portfolios for a disruption that has happened, and what makes
 * the difference between them. */
#ifndef OPTIMIZER_STUDY_RESPONSE_RESPONSE_H
#define OPTIMIZER_STUDY_RESPONSE_RESPONSE_H

#include "orefolio/study/response.h"
#include "study/questions/questions.h"

/** Answer for the n disruptions of the inquiry's round, which has a baseline
 * and in which none has happened; its portfolio is not looked at. The caller
 * ends with ore_playbook_free. */
ore_playbook *ore_playbook_new(const ore_inquiry *asked, const int *disruptions,
                               int n);
void ore_playbook_free(ore_playbook *playbook);

/** The parts of it, in their order. */
void ore_response_find_times(const ore_inquiry *asked,
                             const ore_response_case *planned,
                             ore_response *response);
void ore_response_list_actions(ore_response *response);
void ore_response_value_actions(const ore_inquiry *asked,
                                ore_response *response);
void ore_playbook_lose_countries(const ore_inquiry *asked,
                                 ore_playbook *playbook);

#endif
