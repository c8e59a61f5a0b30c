/* Work: what limits a search where the clock must not, and the clock itself. */
#include <limits.h>
#include <math.h>

#include "base/clock.h"
#include "solve/lp/lp.h"
#include "solve/lp/lp_prob.h"

/* Of this process alone: a search is one, forked. */
static struct {
    double done;
    bool by_work;
} work;

void ore_clock_by_work(void)
{
    work.done = 0.0;
    work.by_work = true;
}

double ore_search_clock_s(void)
{
    return work.by_work ? work.done / ORE_WORK_A_SECOND : ore_now_s();
}

double ore_work_done(void)
{
    return work.done;
}

void ore_lp_count_work(ore_lp *lp, double amount)
{
    lp->work += amount;
    work.done += amount;
}

double ore_lp_work_left(const ore_lp *lp)
{
    const double until = work.by_work
                             ? ORE_WORK_A_SECOND * lp->deadline_s - work.done
                             : HUGE_VAL;

    return fmin(lp->max_work - lp->work, until);
}

double ore_lp_work(const ore_lp *lp)
{
    return lp->work;
}

void ore_lp_work_limit(ore_lp *lp, double max_work)
{
    lp->max_work = max_work;
}

int ore_lp_left_ms(const ore_lp *lp)
{
    const double left_s = lp->deadline_s - ore_search_clock_s();

    if (work.by_work) {
        return INT_MAX;
    }
    return left_s <= 0.0 ? 1 : left_s > 1e6 ? INT_MAX : (int)(1e3 * left_s) + 1;
}
