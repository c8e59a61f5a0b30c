/* Text: numbers in, numbers out, names from data made safe to show. No
 * function here depends on the locale. */
#ifndef OPTIMIZER_BASE_TEXT_H
#define OPTIMIZER_BASE_TEXT_H

#include "orefolio/common.h"

/** Read the whole of `text` as a plain decimal number "[+-]d[.d][e[+-]d]".
 * Returns NULL and sets *value on success; otherwise what is wrong with it, as
 * a static phrase that follows "expected a number": " (remove the thousands
 * separator)", " (12 % is written 0.12)", " without a unit", … or "". */
const char *ore_parse_number(const char *text, double *value);

/** `text` with control, bidirectional and malformed characters escaped as
 * \xHH and cut to 60 characters, for messages. A static ring of 8 buffers is
 * used: valid until the eighth later call. */
const char *ore_shown(const char *text);

/** The shortest decimal text that reads back as the same double. The caller
 * frees. */
char *ore_number_text(double value);

/** Control, bidirectional and other characters that an eye does not see; an
 * input may have none of them but tabs and ends of lines. */
bool ore_is_hidden(int point);

/** The character at `text`, of at most `length` bytes, as strict UTF-8: its
 * length, and its code point; 0 when it is malformed. */
int ore_next_char(const char *text, long length, int *point);

/** Edit distance is small: `word` is likely meant to be `candidate`. */
bool ore_near_miss(const char *word, const char *candidate);

#endif
