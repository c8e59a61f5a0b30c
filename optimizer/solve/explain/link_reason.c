/* See link_reason.h. */
#include "solve/explain/link_reason.h"

#include "orefolio/phrases.h"

/* The other project of the link, -1 when p is not in it. */
static int partner(const ore_link *link, int p)
{
    return link->project == p ? link->other
           : link->other == p ? link->project
                              : -1;
}

/* Excluded by what the phrase says of project `id`. */
static ore_reason say(const char *phrase, const char *id)
{
    ore_reason reason = {0};

    ore_reason_say(&reason, ORE_REASON_EXCLUDED, phrase, id);
    return reason;
}

ore_reason ore_explain_link(const ore_round *round, const ore_result *result,
                            int p)
{
    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];
        const int other = partner(link, p);

        if (other < 0) {
            continue;
        }
        const bool is_in = result->option[other] >= 0;
        const char *id = round->projects[other].id;

        if (link->kind == ORE_LINK_EXCLUDES && is_in) {
            return say("excluded by the chosen {1}", id);
        }
        if (link->kind == ORE_LINK_REQUIRES && link->project == p && !is_in) {
            return say("needs, and cannot go ahead without, {1}", id);
        }
        if (link->kind == ORE_LINK_TOGETHER && !is_in) {
            return say("goes ahead only together with {1}", id);
        }
    }
    return (ore_reason){0};
}
