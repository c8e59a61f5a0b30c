/* See weight_steps.h. */
#include "read/flows/weight_steps.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/fields.h"

/* Both numbers of one step; NULL = good, else what was expected. */
static const char *parse_step(char *word, double *share, double *weight)
{
    char *colon = strchr(word, ':');

    if (!colon) {
        return "SHARE:WEIGHT";
    }
    *colon = '\0';
    const char *wrong = ore_parse_number(word, share);

    wrong = wrong ? wrong : ore_parse_number(colon + 1, weight);
    *colon = ':';
    return wrong                           ? "SHARE:WEIGHT, two numbers"
           : *share <= 0.0 || *share > 1.0 ? "a share above 0, up to 1"
           : *weight < 0.0                 ? "a weight of at least 0"
                                           : NULL;
}

int ore_take_weight_steps(const ore_reader *reader, const ore_source_cell *cell,
                          const ore_weight_step **steps)
{
    const int room = (int)strlen(cell->text) / 2 + 1;
    ore_weight_step *list =
        ore_store_alloc(reader->store, room, sizeof(ore_weight_step));
    char *text = ore_copy(cell->text), *rest = NULL;
    double from = 0.0, before = 0.0;
    int n = 0;
    bool good = true;

    for (char *word = strtok_r(text, " \t;", &rest); word && good;
         word = strtok_r(NULL, " \t;", &rest)) {
        double share = 0.0, weight = 0.0;
        const char *expected = parse_step(word, &share, &weight);

        if (!expected && weight < before) {
            expected = "weights that never fall: a smaller gap would count "
                       "more than a larger one";
        } else if (!expected && from >= 1.0) {
            expected = "no step after shares that add up to 1";
        }
        if (expected) {
            ore_error(reader->diags, cell->where,
                      "weight_steps has '%s', expected %s, as in '0.3:1 "
                      "0.4:2 1:4'",
                      ore_shown(word), _(expected));
            good = false;
        } else {
            list[n++] = (ore_weight_step){from, weight};
            from += share;
            before = weight;
        }
    }
    free(text);
    *steps = list;
    return good ? n : 0;
}
