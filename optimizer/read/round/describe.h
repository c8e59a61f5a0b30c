/* What a round file and its tables may say, for `orefolio keys`. */
#ifndef OPTIMIZER_READ_ROUND_DESCRIBE_H
#define OPTIMIZER_READ_ROUND_DESCRIBE_H

#include <stdio.h>

/** Print every section's keys, every table's columns and the goals, each with
 * type, unit, range, default and meaning, as a text table. */
void ore_describe_fields(FILE *out);

#endif
