/* What --trade-offs asked, in the result file. */
#include "orefolio/goal.h"
#include "write/json/json_parts.h"

static const char *answer_word(ore_answer answer)
{
    switch (answer) {
    case ORE_ANSWER_NONE: return "not applicable";
    case ORE_ANSWER_UNASKED: return "not asked";
    case ORE_ANSWER_KNOWN: return "known";
    case ORE_ANSWER_IMPOSSIBLE: return "not possible";
    case ORE_ANSWER_UNKNOWN: return "not known";
    }
    return "";
}

/* A figure of an answer that is known; else null. */
static json_t *figure(ore_answer answer, double value)
{
    return answer == ORE_ANSWER_KNOWN ? ore_json_figure(value) : json_null();
}

static json_t *forced_json(const ore_project *project,
                           const ore_conditional_optimum *f)
{
    json_t *object = json_object();

    ore_json_set(object, "project", ore_json_text(project->id));
    ore_json_set(object, "forced", ore_json_text(answer_word(f->answer)));
    ore_json_set(object, "loss", figure(f->answer, f->opportunity_cost));
    ore_json_set(object, "proven_within", figure(f->answer, f->uncertainty));
    ore_json_set(object, "support", figure(f->answer, f->support_m));
    ore_json_set(object, "entry", ore_json_text(answer_word(f->break_even)));
    ore_json_set(object, "entry_capex_factor",
                 figure(f->break_even, f->break_even_factor));
    ore_json_set(object, "entry_support",
                 figure(f->break_even, f->break_even_support_m));
    return object;
}

static json_t *relaxed_json(const ore_round *round, const ore_relaxation *r)
{
    json_t *object = json_object();

    ore_json_set(object, "limit", ore_json_text(r->limit.figure));
    ore_json_set(object, "id", ore_json_text(r->limit.id));
    ore_json_set(object, "year",
                 r->limit.s < 0
                     ? json_null()
                     : json_integer(round->commit.first + r->limit.s));
    ore_json_set(object, "step", ore_json_figure(r->limit.step));
    ore_json_set(object, "relaxed", ore_json_text(answer_word(r->answer)));
    ore_json_set(object, "gain", figure(r->answer, r->marginal_gain));
    ore_json_set(object, "proven_within", figure(r->answer, r->uncertainty));
    return object;
}

static json_t *floors_json(const ore_floors_price *floors)
{
    json_t *object = json_object();

    ore_json_set(object, "relaxed", ore_json_text(answer_word(floors->answer)));
    ore_json_set(object, "gain", figure(floors->answer, floors->marginal_gain));
    ore_json_set(object, "proven_within",
                 figure(floors->answer, floors->uncertainty));
    ore_json_set(object, "budget_cost_change",
                 figure(floors->answer, floors->cost_m));
    return object;
}

json_t *ore_json_re_solved(const ore_round *round, const ore_result *result,
                           const ore_trade_offs *re_solved)
{
    json_t *all = json_object(), *projects = json_array(),
           *limits = json_array();
    const ore_goal *goal = ore_objective_goal(&round->goals[0]);

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] < 0) {
            json_array_append_new(projects, forced_json(&round->projects[p],
                                                        &re_solved->forced[p]));
        }
    }
    for (int i = 0; i < re_solved->n_relaxed; i++) {
        json_array_append_new(limits,
                              relaxed_json(round, &re_solved->relaxed[i]));
    }
    if (re_solved->floors.answer != ORE_ANSWER_NONE) {
        ore_json_set(all, "without_floors", floors_json(&re_solved->floors));
    }
    ore_json_set(all, "goal", ore_json_text(round->goals[0].name));
    ore_json_set(all, "unit", ore_json_text(goal->unit));
    ore_json_set(all, "projects", projects);
    ore_json_set(all, "limits", limits);
    return all;
}
