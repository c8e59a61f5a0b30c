/* Rows of Inputs: assumptions as they were read, each with the place it comes
 * from. */
#ifndef OPTIMIZER_WRITE_SHEETS_INPUTS_ROWS_H
#define OPTIMIZER_WRITE_SHEETS_INPUTS_ROWS_H

#include "write/book/sheet.h"

/** What rows are about: what their assumption belongs to, and where the input
 * says it. */
typedef struct ore_input_topic {
    ore_sheet *sheet;
    const char *of;
    ore_where where;
} ore_input_topic;

/** A new row without its value. */
ore_sheet_row ore_inputs_row(const ore_input_topic *about, const char *what,
                             ore_quantity quantity);
void ore_inputs_text(const ore_input_topic *about, ore_text what,
                     const char *text);
void ore_inputs_word(const ore_input_topic *about, ore_text what,
                     ore_text word);
/** What is not finite was not given, and has no row. */
void ore_inputs_number(const ore_input_topic *about, ore_text what,
                       ore_quantity quantity, double value);
/** A number whose cell has a name. */
void ore_inputs_named(const ore_input_topic *about, ore_text what,
                      ore_quantity quantity, double value, const char *name);

/** What decides most about options: cost, time, chances, money of others, what
 * they make and take. */
void ore_inputs_options(ore_sheet *sheet);
/** Targets, what is asked of markets, disruptions. */
void ore_inputs_supply(ore_sheet *sheet);

#endif
