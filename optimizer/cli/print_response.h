/* Responses to disruptions on the terminal. */
#ifndef OPTIMIZER_CLI_PRINT_RESPONSE_H
#define OPTIMIZER_CLI_PRINT_RESPONSE_H

#include "orefolio/study/response.h"

/** One disruption in full; several, a line each. Then what each material would
 * lack without its largest supplier. */
void ore_print_playbook(const ore_playbook *book);

#endif
