/* Words in the sections of rules: measures, and what a rule holds for each of.
 */
#ifndef OPTIMIZER_READ_ROUND_RULE_WORDS_H
#define OPTIMIZER_READ_ROUND_RULE_WORDS_H

#include "orefolio/measure.h"
#include "read/round/reader.h"

/** The measure that the record's key names, and which column it is of (-1);
 * NULL without the key, or after an error. */
const ore_measure *ore_take_measure(const ore_reader *reader,
                                    const ore_record *record, const char *key,
                                    int *attribute);

/** The words of `each`, as bits of ore_rule.each; the default of the measure
 * without the key. rule->measure is there. */
unsigned ore_take_each(const ore_reader *reader, const ore_record *record,
                       const ore_rule *rule);

#endif
