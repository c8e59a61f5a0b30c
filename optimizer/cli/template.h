/* `orefolio init --xlsx`: an example's tables as one workbook. */
#ifndef OPTIMIZER_CLI_TEMPLATE_H
#define OPTIMIZER_CLI_TEMPLATE_H

#include "base/diagnostics.h"

/** Write DIR/round.xlsx with the tables of the example, and DIR/round.ini,
 * which names its sheets; its other files as they are. */
ORE_MUST_USE ore_status ore_write_xlsx_example(const char *example,
                                               const char *dir,
                                               ore_diags *diags);

#endif
