/* Limits, each as if it were one step wider. None of them gains more alone than
 * all of them together: so they are asked in groups, and only a group that
 * gains more than its proof leaves open is halved. A group bounds its halves,
 * and its portfolio is often one of a half. */
#include <math.h>

#include "study/questions/questions.h"

ore_reply ore_questions_group(ore_questions *a, const ore_relaxation *group,
                              int n, const ore_result *above)
{
    ore_round *edited = ore_round_copy(a->round);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {above, ore_questions_first(a)},
                             .bound = above ? above->goals[0].bound : nan("")};

    ore_edit_to_first_goal(edited);
    for (int i = 0; i < n; i++) {
        group[i].limit.family->relax(edited, &group[i].limit);
    }
    return ore_questions_ask(a, edited, &hints);
}

/* One limit has the gain; one of several has none that is proven, and at most
 * that of all of them. */
bool ore_questions_settle(const ore_questions *a, ore_relaxation *group, int n,
                          const ore_reply *reply)
{
    const ore_result *result = reply->result;
    const double gain =
        result ? fmax(0.0, -ore_questions_worse(a, result)) : 0.0;
    const double room = result ? ore_questions_gap(a, result) : 0.0;

    if (n > 1 && result && gain > room) {
        return false;
    }
    for (int i = 0; i < n; i++) {
        group[i].answer = reply->answer;
        group[i].marginal_gain = n == 1 ? gain : 0.0;
        group[i].uncertainty = n == 1 ? room : gain + room;
    }
    return true;
}
