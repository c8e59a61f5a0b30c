/* See response.h. Each column of a response may decide more than the one before
 * it, so that it is never worse. */
#include "study/response/response.h"

#include <stdlib.h>

#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "study/edited_round.h"
#include "study/response/cases.h"
#include "study/response/rounds.h"

static void free_response(ore_response *response)
{
    for (int i = 0; i < ORE_RESPONSE_COLUMNS; i++) {
        ore_response_case_free(&response->cases[i]);
    }
    free(response->actions);
    free(response->times);
}

void ore_playbook_free(ore_playbook *playbook)
{
    if (playbook) {
        for (int i = 0; i < playbook->n; i++) {
            free_response(&playbook->list[i]);
        }
        ore_response_case_free(&playbook->planned);
        free(playbook->list);
        free(playbook->losses);
        free(playbook);
    }
}

static void make_rounds(const ore_round *round, ore_response *response)
{
    static const ore_response_mode modes[] = {
        [ORE_DO_NOTHING] = ORE_RESPONSE_NONE,
        [ORE_RESPOND] = ORE_RESPONSE_DECIDES,
        [ORE_FORESIGHT] = ORE_RESPONSE_FORESEEN};

    for (int i = 0; i < ORE_RESPONSE_COLUMNS; i++) {
        response->cases[i].round =
            ore_response_round(round, response->disruption, modes[i]);
        if (response->is_without_promises) {
            ore_edit_drop_promises(response->cases[i].round);
        }
    }
}

/* What becomes of the earlier decisions, with and without the disruptions. */
static void solve_without_decisions(const ore_inquiry *asked,
                                    ore_playbook *book)
{
    ore_response_task *tasks = ore_alloc(book->n + 1, sizeof *tasks);

    book->planned.round =
        ore_response_round(asked->round, -1, ORE_RESPONSE_NONE);
    tasks[book->n] = (ore_response_task){.into = &book->planned};
    for (int i = 0; i < book->n; i++) {
        make_rounds(asked->round, &book->list[i]);
        tasks[i] = (ore_response_task){
            .into = &book->list[i].cases[ORE_DO_NOTHING], .is_bare = true};
    }
    ore_response_solve(asked, tasks, book->n + 1, "disruptions");
    free(tasks);
}

/* A disruption may take what rules promise markets: then no column has them. */
static void drop_promises(const ore_inquiry *asked, ore_playbook *book)
{
    ore_response_task *tasks = ore_alloc(book->n, sizeof *tasks);
    int n = 0;

    for (int i = 0; i < book->n; i++) {
        ore_response *own = &book->list[i];

        if (own->cases[ORE_DO_NOTHING].status == ORE_INFEASIBLE &&
            ore_has_promises(asked->round)) {
            for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
                ore_response_case_free(&own->cases[k]);
            }
            own->is_without_promises = true;
            make_rounds(asked->round, own);
            tasks[n++] = (ore_response_task){
                .into = &own->cases[ORE_DO_NOTHING], .is_bare = true};
        }
    }
    ore_response_solve(asked, tasks, n, "disruptions");
    free(tasks);
}

/* Searches of their own find more than those that begin with what was decided
 * before. */
static void solve_with_decisions(const ore_inquiry *asked, ore_playbook *book)
{
    ore_response_task *tasks = ore_alloc(2 * book->n, sizeof *tasks);
    int n = 0;

    for (int i = 0; i < book->n; i++) {
        ore_response_case *cases = book->list[i].cases;

        tasks[n++] = (ore_response_task){.into = &cases[ORE_RESPOND]};
        tasks[n++] =
            (ore_response_task){.into = &cases[ORE_FORESIGHT], .is_bare = true};
    }
    ore_response_solve(asked, tasks, n, "responses");
    free(tasks);
}

static bool is_worse(const ore_response_case *own,
                     const ore_response_case *before)
{
    if (!before->result->has_portfolio || !own->result->has_portfolio) {
        return before->result->has_portfolio;
    }
    const double more =
        own->result->goals[0].value - before->result->goals[0].value;

    return ore_objective_is_maximised(&own->round->goals[0]) ? more < 0.0
                                                             : more > 0.0;
}

/* Where a search came to less than the column before, it begins with that. */
static void improve(const ore_inquiry *asked, ore_playbook *book,
                    ore_response_column column)
{
    ore_response_task *tasks = ore_alloc(book->n, sizeof *tasks);
    int n = 0;

    for (int i = 0; i < book->n; i++) {
        ore_response_case *own = &book->list[i].cases[column];

        if (is_worse(own, own - 1)) {
            ore_result_free(own->result);
            own->result = NULL;
            tasks[n++] =
                (ore_response_task){own, own[-1].result, column != ORE_RESPOND};
        }
    }
    ore_response_solve(asked, tasks, n, "responses");
    free(tasks);
}

ore_playbook *ore_playbook_new(const ore_inquiry *asked, const int *disruptions,
                               int n)
{
    ore_playbook *book = ore_alloc(1, sizeof *book);

    book->round = asked->round;
    book->n = n;
    book->list = ore_alloc(n, sizeof *book->list);
    for (int i = 0; i < n; i++) {
        book->list[i].disruption = disruptions[i];
    }
    solve_without_decisions(asked, book);
    drop_promises(asked, book);
    solve_with_decisions(asked, book);
    improve(asked, book, ORE_RESPOND);
    improve(asked, book, ORE_FORESIGHT);
    for (int i = 0; i < n; i++) {
        ore_response_find_times(asked, &book->planned, &book->list[i]);
        ore_response_list_actions(&book->list[i]);
        ore_response_value_actions(asked, &book->list[i]);
    }
    ore_playbook_lose_countries(asked, book);
    return book;
}
