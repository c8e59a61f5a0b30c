/* See solved.h. */
#include "study/solved.h"

#include "base/diagnostics.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "study/tasks.h"
#include "study/verified.h"

/* Packs an array, or fills it from the pack. */
typedef void transfer(ore_pack *pack, void *array, size_t size);

static void to_pack(ore_pack *pack, void *array, size_t size)
{
    ore_pack_bytes(pack, array, size);
}

static void from_pack(ore_pack *pack, void *array, size_t size)
{
    ore_unpack_bytes(pack, array, size);
}

/* The arrays of a result, in their order: as ore_result_new makes them. */
static void transfer_arrays(const ore_round *round, ore_result *r,
                            transfer *move, ore_pack *pack)
{
    const int projects = round->n_projects, states = round->n_states,
              flows = round->n_targets * states;
    const struct {
        double *array;
        int count;
    } figures[] = {{r->face_m, round->n_pairs},
                   {r->equity_m, projects},
                   {r->debt_m, projects},
                   {r->utilisation, projects * states},
                   {r->delivered_tpa, flows},
                   {r->shortfall_tpa, flows},
                   {r->taken_tpa, round->n_supplies * round->n_years},
                   {r->sold_tpa, round->n_sales * states},
                   {r->bought_t, round->n_stockpiles * round->n_years},
                   {r->released_t, round->n_stockpiles * states},
                   {r->lent_t, round->n_stockpiles * states},
                   {r->repaid_t, round->n_stockpiles * round->n_years}};

    move(pack, r->option, (size_t)projects * sizeof *r->option);
    move(pack, r->year, (size_t)projects * sizeof *r->year);
    move(pack, r->answer, (size_t)round->n_supplies * sizeof *r->answer);
    for (int i = 0; i < ORE_COUNT_OF(figures); i++) {
        move(pack, figures[i].array,
             (size_t)figures[i].count * sizeof *figures[i].array);
    }
    move(pack, r->goals, (size_t)round->n_goals * sizeof *r->goals);
}

void ore_result_pack(const ore_round *round, const ore_result *result,
                     ore_pack *pack)
{
    ore_result whole = *result;

    ore_pack_bytes(pack, &whole, sizeof whole);
    ore_pack_text(pack, result->trouble);
    transfer_arrays(round, &whole, to_pack, pack);
    for (int p = 0; p < result->n_reasons; p++) {
        ore_pack_bytes(pack, &result->reason[p].kind,
                       sizeof result->reason[p].kind);
        ore_pack_text(pack, result->reason[p].detail);
        ore_pack_text(pack, result->reason[p].detail_ja);
    }
    for (int i = 0; i < result->n_conflicts; i++) {
        ore_pack_bytes(pack, &result->conflict_where[i],
                       sizeof result->conflict_where[i]);
        ore_pack_text(pack, result->conflict_text[i]);
        ore_pack_text(pack, result->conflict_text_ja[i]);
    }
}

ore_result *ore_result_unpack(const ore_round *round, ore_pack *pack)
{
    ore_result *result = ore_result_new(round);
    ore_result whole;

    ore_unpack_bytes(pack, &whole, sizeof whole);
    result->status = whole.status;
    result->has_portfolio = whole.has_portfolio;
    result->n_conflicts = whole.n_conflicts;
    result->is_irreducible = whole.is_irreducible;
    result->trouble = ore_unpack_text(pack);
    transfer_arrays(round, result, from_pack, pack);
    for (int p = 0; p < result->n_reasons; p++) {
        ore_unpack_bytes(pack, &result->reason[p].kind,
                         sizeof result->reason[p].kind);
        result->reason[p].detail = ore_unpack_text(pack);
        result->reason[p].detail_ja = ore_unpack_text(pack);
    }
    result->conflict_where =
        ore_alloc(whole.n_conflicts, sizeof *result->conflict_where);
    result->conflict_text =
        ore_alloc(whole.n_conflicts, sizeof *result->conflict_text);
    result->conflict_text_ja =
        ore_alloc(whole.n_conflicts, sizeof *result->conflict_text_ja);
    for (int i = 0; i < whole.n_conflicts; i++) {
        ore_unpack_bytes(pack, &result->conflict_where[i],
                         sizeof result->conflict_where[i]);
        result->conflict_text[i] = ore_unpack_text(pack);
        result->conflict_text_ja[i] = ore_unpack_text(pack);
    }
    return result;
}

void ore_solved_work(const ore_round *round, ore_solve_settings settings,
                     ore_pack *reply)
{
    ore_program *program = ore_program_new(round);
    ore_diags *unsaid = ore_diags_new();
    ore_result *result = NULL;
    ore_statistics statistics;

    settings.jobs = 1;
    ore_tasks_watch(&settings);
    const ore_status status =
        ore_solve_verified(program, &settings, &result, &statistics, unsaid);

    ore_pack_bytes(reply, &status, sizeof status);
    ore_pack_bytes(reply, &statistics, sizeof statistics);
    ore_result_pack(round, result, reply);
    if (ore_status_is_breakdown(status)) {
        (void)ore_diags_tell(unsaid, status);
    } else {
        ore_diags_free(unsaid);
    }
    ore_result_free(result);
    ore_program_free(program);
}

/* What is left of a process that broke down, or was stopped in time. */
static ore_status broken(ore_result *result)
{
    const char *why = NULL;
    const ore_status status = ore_tell_trouble(&why);

    if (status != ORE_OK) {
        result->status = status;
        result->trouble = ore_copy(why);
    }
    return result->status;
}

ore_status ore_solved_take(const ore_round *round, ore_pack *reply,
                           ore_result **result, ore_statistics *statistics)
{
    ore_status status;

    if (!reply) {
        *result = ore_result_new(round);
        *statistics = (ore_statistics){0};
        return broken(*result);
    }
    ore_unpack_bytes(reply, &status, sizeof status);
    ore_unpack_bytes(reply, statistics, sizeof *statistics);
    *result = ore_result_unpack(round, reply);
    return status;
}
