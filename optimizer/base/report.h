/* What the checks of a portfolio found: behind orefolio/result.h, which is all
 * that a family's check sees of it. */
#ifndef OPTIMIZER_BASE_REPORT_H
#define OPTIMIZER_BASE_REPORT_H

#include "base/diagnostics.h"
#include "orefolio/result.h"

struct ore_report {
    ore_diags *diags;   /**< borrowed; gets an error for what is broken */
    const char *family; /**< whose check is running */
    int checked, broken;
};

#endif
