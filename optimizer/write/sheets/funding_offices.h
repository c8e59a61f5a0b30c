/* The table of Funding that tells what permits take of each office. */
#ifndef OPTIMIZER_WRITE_SHEETS_FUNDING_OFFICES_H
#define OPTIMIZER_WRITE_SHEETS_FUNDING_OFFICES_H

#include "write/book/sheet.h"

/** Add the table, when the round has offices. */
void ore_funding_offices(ore_sheet *sheet);

#endif
