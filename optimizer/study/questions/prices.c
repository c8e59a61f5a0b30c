/* See prices.h. Each point is the round with one figure moved by steps, solved
 * anew for all goals and verified. */
#include "study/questions/prices.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/family.h"
#include "orefolio/memory.h"

static const int steps[ORE_PRICE_POINTS] = {-3, -2, -1, 1, 2, 3};

typedef struct pricing {
    const ore_inquiry *asked;
    ore_price_curve *curves;
} pricing;

double ore_price_change(const ore_price_curve *curve, int i)
{
    const double change = curve->points[i].steps * curve->limit.step;

    return curve->limit.is_floor ? -change : change;
}

ore_price_curve *ore_prices_list(const ore_round *round,
                                 const ore_result *result, int *n)
{
    ore_limits limits = ore_limits_of(round, result);
    ore_price_curve *curves = ore_alloc(limits.n, sizeof *curves);

    *n = 0;
    for (int i = 0; i < limits.n; i++) {
        const ore_limit *limit = &limits.list[i];
        bool is_new = limit->family->relax && limit->step > 0.0;

        for (int k = 0; k < *n && is_new; k++) {
            is_new = !ore_limits_same(&curves[k].limit, limit);
        }
        if (is_new) {
            ore_price_curve *curve = &curves[(*n)++];

            *curve = (ore_price_curve){.limit = *limit};
            for (int k = 0; k < ORE_PRICE_POINTS; k++) {
                curve->points[k] =
                    (ore_price_point){steps[k], ORE_ANSWER_UNASKED, NULL};
            }
        }
    }
    ore_limits_free(&limits);
    return curves;
}

void ore_prices_free(ore_price_curve *curves, int n)
{
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < ORE_PRICE_POINTS; k++) {
            ore_result_free(curves[i].points[k].result);
        }
    }
    free(curves);
}

/* A tighter round has the bound of the round. */
static void work(void *data, int i, ore_pack *pack)
{
    const pricing *p = data;
    const ore_price_curve *curve = &p->curves[i / ORE_PRICE_POINTS];
    const int moved = steps[i % ORE_PRICE_POINTS];
    const ore_inquiry *asked = p->asked;
    ore_questions a = ore_questions_about(asked);
    ore_round *edited = ore_round_copy(asked->round);
    ore_limit by = curve->limit;
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {asked->result},
                             .bound = moved < 0 ? asked->result->goals[0].bound
                                                : nan("")};

    by.step *= moved;
    by.family->relax(edited, &by);
    ore_reply_pack(asked, ore_questions_ask(&a, edited, &hints), pack);
}

static void take(void *data, int i, ore_pack *pack)
{
    const pricing *p = data;
    ore_price_point *point =
        &p->curves[i / ORE_PRICE_POINTS].points[i % ORE_PRICE_POINTS];
    const ore_reply reply = ore_reply_unpack(p->asked, pack);

    point->answer = reply.answer;
    point->result = reply.result;
}

void ore_prices_solve(const ore_inquiry *asked, ore_price_curve *curves, int n)
{
    pricing p = {asked, curves};

    ore_inquire(asked, (ore_tasks){.n = n * ORE_PRICE_POINTS,
                                   .what = "points",
                                   .work = work,
                                   .take = take,
                                   .data = &p});
}
