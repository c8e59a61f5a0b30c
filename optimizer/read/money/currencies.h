/* Currencies of the round: [currency CODE]. */
#ifndef OPTIMIZER_READ_MONEY_CURRENCIES_H
#define OPTIMIZER_READ_MONEY_CURRENCIES_H

#include "read/round/reader.h"

/** Read every [currency CODE] into the round, whose own currency is known. */
void ore_read_currencies(ore_reader *reader);

#endif
