/* One call of GLPK's simplex method, which may break down. */
#include <math.h>
#include <setjmp.h>

#include "solve/lp/lp.h"
#include "solve/lp/lp_prob.h"

static void give_up(void *info)
{
    jmp_buf *way_out = info;

    longjmp(*way_out, 1);
}

/* An assertion of the library that fails is a solve that fails: seen in the
 * long steps of the primal method that the dual one falls back to (spxprim.c,
 * "teta_lim >= 0"). What the call had allocated is lost; the program's rows,
 * columns and statuses are whole, and it is factorised anew. Memory that runs
 * out never comes here (ore_out_of_memory). */
static int survive(glp_prob *prob, const glp_smcp *how)
{
    jmp_buf way_out;

    glp_error_hook(give_up, &way_out);
    if (setjmp(way_out) == 0) {
        const int ended = glp_simplex(prob, how);

        glp_error_hook(NULL, NULL);
        return ended;
    }
    glp_error_hook(NULL, NULL);
    return GLP_EFAIL;
}

int ore_lp_simplex(ore_lp *lp, glp_smcp *how, int max_iterations)
{
    const double left = fmax(1.0, ore_lp_work_left(lp) / ore_lp_size(lp->prob));
    const int before = glp_get_it_cnt(lp->prob);

    how->msg_lev = GLP_MSG_OFF;
    how->tm_lim = ore_lp_left_ms(lp);
    how->it_lim = left < max_iterations ? (int)left : max_iterations;
    const int ended = survive(lp->prob, how);

    ore_lp_count_work(lp, (glp_get_it_cnt(lp->prob) - before) *
                              ore_lp_size(lp->prob));
    return ended;
}
