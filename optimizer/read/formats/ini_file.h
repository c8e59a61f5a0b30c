/* An INI file as sections and keys that know their place. */
#ifndef OPTIMIZER_READ_FORMATS_INI_FILE_H
#define OPTIMIZER_READ_FORMATS_INI_FILE_H

#include "base/diagnostics.h"
#include "base/store.h"
#include "read/formats/record.h"

/** "[kind NAME]" and its keys. */
typedef struct ore_section {
    const char *kind;
    const char *name;  /**< "" when the heading has none */
    ore_record record; /**< where = of the heading */
} ore_section;

typedef struct ore_ini {
    int n_sections;
    ore_section *sections; /**< [n_sections] in the order of the file */
    int n_lines;
} ore_ini;

/** Parse `text` (clean UTF-8, of the file where.file); lines that are not
 * understood are errors and left out. Everything is owned by the store. */
ore_ini *ore_parse_ini(char *text, ore_where where, ore_store *store,
                       ore_diags *diags);

#endif
