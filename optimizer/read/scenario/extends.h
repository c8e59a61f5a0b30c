/* A round file that extends another: its sections are laid over the base's. */
#ifndef OPTIMIZER_READ_SCENARIO_EXTENDS_H
#define OPTIMIZER_READ_SCENARIO_EXTENDS_H

#include "read/round/reader.h"

/** Load the round file at `path` and what it extends; their files are noted in
 * the round's inputs, the extending one first. NULL after an error; *status is
 * ORE_NO_INPUT when a file cannot be opened. */
ore_ini *ore_load_round_file(ore_reader *reader, const char *path,
                             ore_status *status);

#endif
