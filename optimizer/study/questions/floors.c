/* What the round's promises to markets cost: the same round without them. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/rules.h"
#include "study/questions/questions.h"

void ore_edit_drop_promises(ore_round *edited)
{
    ore_rule *rules =
        ore_round_own(edited, edited->rules, edited->n_rules, sizeof *rules);

    for (int i = 0; i < edited->n_rules; i++) {
        if (ore_rule_is_promise(&rules[i])) {
            rules[i].min = rules[i].min_share = nan("");
        }
    }
    edited->rules = rules;
}

bool ore_has_promises(const ore_round *round)
{
    bool any = false;

    for (int i = 0; i < round->n_rules; i++) {
        any = any || ore_rule_is_promise(&round->rules[i]);
    }
    return any;
}

void ore_questions_floors(ore_questions *a, ore_floors_price *floors)
{
    ore_round *edited = ore_round_copy(a->round);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {a->result, ore_questions_first(a)},
                             .bound = nan("")};

    ore_edit_drop_promises(edited);
    const ore_reply reply = ore_questions_ask(a, edited, &hints);

    floors->answer = reply.answer;
    if (reply.result) {
        floors->marginal_gain =
            fmax(0.0, -ore_questions_worse(a, reply.result));
        floors->uncertainty = ore_questions_gap(a, reply.result);
        floors->cost_m = ore_funder_charge_m(a->round, reply.result, -1) -
                         ore_funder_charge_m(a->round, a->result, -1);
    }
    ore_result_free(reply.result);
}
