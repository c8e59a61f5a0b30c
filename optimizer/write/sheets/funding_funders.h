/* The table of Funding that adds up what each funder takes on. */
#ifndef OPTIMIZER_WRITE_SHEETS_FUNDING_FUNDERS_H
#define OPTIMIZER_WRITE_SHEETS_FUNDING_FUNDERS_H

#include "write/book/sheet.h"

/** Add the table and its chart. */
void ore_funding_funders(ore_sheet *sheet);

#endif
