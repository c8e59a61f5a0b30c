/* The result file of `respond`, format orefolio-response/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_RESPONSE_H
#define OPTIMIZER_WRITE_JSON_WRITE_RESPONSE_H

#include "base/diagnostics.h"
#include "orefolio/study/response.h"

/** Write the playbook to `path` ("-" = stdout). */
ORE_MUST_USE ore_status ore_write_response(const ore_playbook *book,
                                           const char *path, ore_diags *diags);

#endif
