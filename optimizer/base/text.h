/* Text: numbers in, numbers out, names from data made safe to show. No
 * function here depends on the locale. */
#ifndef OPTIMIZER_BASE_TEXT_H
#define OPTIMIZER_BASE_TEXT_H

#include "base/text.h"
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

/** The multiple of 1 / per_unit that is nearest to `value`, halves away from
 * zero. */
double ore_rounded(double value, double per_unit);

/** Control, bidirectional and other characters that an eye does not see; an
 * input may have none of them but tabs and ends of lines. */
bool ore_is_hidden(int point);

/** The first character of the text that an eye takes for nothing or for a
 * plain blank and a comparison does not: no-break and wide blanks, characters
 * of no width; 0 = none. */
int ore_unseen(const char *text);

/** The character at `text`, of at most `length` bytes, as strict UTF-8: its
 * length, and its code point; 0 when it is malformed. */
int ore_next_char(const char *text, long length, int *point);

/** Whether the list "P17,P18" has the id. */
bool ore_lists(const char *list, const char *id);

/** Edit distance is small: `word` is likely meant to be `candidate`. */
bool ore_near_miss(const char *word, const char *candidate);

/** The likelier of two meanings of `word`: `candidate` when it is a near miss
 * and nearer than `best`, above all when only the case differs; else `best`.
 * `best` NULL or "" = none so far. */
const char *ore_nearer(const char *word, const char *best,
                       const char *candidate);

/** The word as spreadsheets and readers compare it: without case, width, and
 * the encoding of accents, blanks around it and full stops after it. The
 * caller frees. */
char *ore_folded(const char *word);

#endif
