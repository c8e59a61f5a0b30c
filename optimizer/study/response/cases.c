/* See cases.h. */
#include "study/response/cases.h"

#include <math.h>

#include "base/clock.h"
#include "solve/worker.h"
#include "study/solved.h"

typedef struct batch {
    const ore_inquiry *asked;
    ore_response_task *tasks;
    double limit_s; /* of each */
} batch;

static bool begin(void *data, int i)
{
    const batch *b = data;

    (void)i;
    return !ore_interrupted() && ore_now_s() < b->asked->until_s;
}

static void work(void *data, int i, ore_pack *reply)
{
    const batch *b = data;
    const ore_response_task *task = &b->tasks[i];
    ore_solve_settings settings = b->asked->settings;

    settings.is_bare = task->is_bare;
    settings.n_starts = task->start ? 1 : 0;
    settings.starts = &task->start;
    settings.time_limit_s = fmin(settings.time_limit_s, b->limit_s);
    ore_solved_work(task->into->round, settings, reply);
}

static void take(void *data, int i, ore_pack *reply)
{
    const batch *b = data;
    ore_response_case *into = b->tasks[i].into;

    into->status =
        ore_solved_take(into->round, reply, &into->result, &into->statistics);
}

void ore_response_solve(const ore_inquiry *asked, ore_response_task *tasks,
                        int n, const char *what)
{
    batch b = {asked, tasks,
               ore_tasks_share_s(asked->until_s - ore_now_s(), n, asked->jobs)};

    ore_inquire(asked, (ore_tasks){.n = n,
                                   .what = what,
                                   .begin = begin,
                                   .work = work,
                                   .take = take,
                                   .data = &b});
    for (int i = 0; i < n; i++) {
        ore_response_case *into = tasks[i].into;

        if (!into->result) {
            into->result = ore_result_new(into->round);
            into->status = into->result->status = ORE_NO_ANSWER;
        }
    }
}

ore_answer ore_response_answer(const ore_response_case *of)
{
    return of->result && of->result->has_portfolio ? ORE_ANSWER_KNOWN
           : of->status == ORE_INFEASIBLE          ? ORE_ANSWER_IMPOSSIBLE
           : ore_interrupted()                     ? ORE_ANSWER_UNASKED
                                                   : ORE_ANSWER_UNKNOWN;
}

void ore_response_case_free(ore_response_case *of)
{
    ore_result_free(of->result);
    ore_round_free(of->round);
    *of = (ore_response_case){0};
}
