/* Names of the files of a workbook that is written in several languages. */
#ifndef OPTIMIZER_CLI_OUTPUT_NAMES_H
#define OPTIMIZER_CLI_OUTPUT_NAMES_H

#include "cli/options.h"

/** How many workbooks --output asks for: one for each language. */
int ore_output_count(const ore_options *options);

/** The i-th of them: `path` itself where there is one; of several,
 * "FILE.ja.xlsx" for "FILE.xlsx" and "DIR.ja" for a folder. The caller frees.
 */
char *ore_output_name(const ore_options *options, const char *path, int i);

#endif
