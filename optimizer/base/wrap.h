/* Text in lines, in the languages of the program. */
#ifndef OPTIMIZER_BASE_WRAP_H
#define OPTIMIZER_BASE_WRAP_H

#include "orefolio/common.h"

/** Code point of the character at `text`, '?' for a byte that is not UTF-8;
 * returns its length in bytes. */
int ore_character_at(const char *text, int *point);

/** Whether a line may end between two characters: after a blank, and in
 * Japanese anywhere but before closing and after opening marks. */
bool ore_may_break(int before, int point);

/** Columns that the text takes on a terminal. */
int ore_terminal_columns(const char *text);

/** The text with its lines broken to at most so many columns of a terminal,
 * where they may be. The caller frees. */
char *ore_wrapped(const char *text, int columns);

#endif
