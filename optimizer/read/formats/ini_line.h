/* One line of an INI file, checked before a parser sees it. */
#ifndef OPTIMIZER_READ_FORMATS_INI_LINE_H
#define OPTIMIZER_READ_FORMATS_INI_LINE_H

#include "base/diagnostics.h"

typedef enum ore_line_type {
    ORE_LINE_EMPTY, /**< blank, comment, or refused */
    ORE_LINE_SECTION,
    ORE_LINE_KEY
} ore_line_type;

typedef struct ore_ini_line {
    ore_line_type type;
    bool is_heading;  /**< begins with '[', refused or not */
    const char *text; /**< borrowed, `length` bytes */
    size_t length;
    const char *kind, *name; /**< of a section, in text */
    size_t kind_length, name_length;
    int value_column; /**< of a key, in characters */
} ore_ini_line;

/** Check the line at `text`; what is refused is an error at `where`. */
ore_ini_line ore_ini_line_read(const char *text, size_t length, size_t longest,
                               ore_where where, ore_diags *diags);

#endif
