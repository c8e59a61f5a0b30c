/* Words that are meant to be one and are spelt as two. */
#ifndef OPTIMIZER_READ_ROUND_SPELLING_H
#define OPTIMIZER_READ_ROUND_SPELLING_H

#include "read/round/reader.h"

/** Refuse names and words of the round that a spreadsheet takes for one:
 * those that differ only in case, width or the encoding of accents, and
 * countries that are neither a code of ISO 3166 nor declared. Warn of stages
 * that are nearly a usual one. */
void ore_check_spelling(const ore_reader *reader);

/** Check that the filter's words for countries, stages, minerals, tags and
 * options are words of the round: an error for one spelt otherwise, a warning
 * for others. Returns whether all are. */
bool ore_check_filter_words(const ore_reader *reader, ore_where where,
                            const ore_filter *filter);

#endif
