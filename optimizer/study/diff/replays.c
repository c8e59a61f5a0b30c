/* See replays.h. */
#include "study/diff/replays.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/store.h"
#include "orefolio/memory.h"
#include "study/solved.h"
#include "study/verified.h"

typedef struct solving {
    const ore_replaying *of;
    const bool *applied; /* [n * changes] */
    ore_replayed *replays;
    ore_inquiry inquiry;
} solving;

ore_result *ore_carried(const ore_round *to, const ore_round *from,
                        const ore_result *result)
{
    ore_result *carried = ore_result_new(to);

    for (int q = 0; q < from->n_projects; q++) {
        const int p = ore_project_named(to, from->projects[q].id);
        const int o =
            p < 0 || result->option[q] < 0
                ? -1
                : ore_option_named(to, p, from->options[result->option[q]].id);

        if (o < 0) {
            continue;
        }
        carried->option[p] = o;
        carried->year[p] = result->year[q];
        for (int k = 0; k < from->projects[q].n_pairs; k++) {
            const int g = from->projects[q].first_pair + k;
            const int f = ore_pair_named(
                to, p, from->instruments[from->pairs[g].instrument].id);

            if (f >= 0) {
                carried->face_m[f] = result->face_m[g];
            }
        }
    }
    return carried;
}

static bool is_proven(const ore_round *round, const ore_result *result)
{
    for (int g = 0; g < round->n_goals; g++) {
        if (!(ore_goal_uncertainty(&result->goals[g]) == 0.0)) {
            return false;
        }
    }
    return true;
}

ore_replayed ore_replay_of(const ore_replaying *of, const ore_round *round,
                           const ore_result *result)
{
    ore_store *store = ore_store_new();
    ore_replayed replay = {
        ORE_ANSWER_KNOWN, is_proven(round, result), result->goals[0].value,
        ore_store_alloc(store, of->n_projects, sizeof *replay.decided), store};

    for (int i = 0; i < of->n_projects; i++) {
        const int p = ore_project_named(round, of->projects[i]);

        if (p >= 0 && result->option[p] >= 0) {
            replay.decided[i] = (ore_decided){
                ore_store_text(store, round->options[result->option[p]].id),
                result->year[p]};
        }
    }
    return replay;
}

void ore_replay_free(ore_replayed *replay)
{
    ore_store_free(replay->store);
}

bool ore_decided_same(const ore_decided *a, const ore_decided *b)
{
    if (!a->option || !b->option) {
        return !a->option && !b->option;
    }
    return strcmp(a->option, b->option) == 0 && a->year == b->year;
}

bool ore_replays_same(const ore_replaying *of, const ore_replayed *a,
                      const ore_replayed *b)
{
    if (!a->decided || !b->decided) {
        return a->answer == ORE_ANSWER_IMPOSSIBLE && a->answer == b->answer;
    }
    for (int i = 0; i < of->n_projects; i++) {
        if (!ore_decided_same(&a->decided[i], &b->decided[i])) {
            return false;
        }
    }
    return true;
}

/* The mixed round's own portfolio, which begins with those of both rounds: the
 * earlier one stays where it is as good. */
static ore_replayed solve(const solving *s, ore_round *round)
{
    const ore_replaying *of = s->of;
    ore_questions a = ore_questions_about(&s->inquiry);
    ore_result *starts[] = {
        of->before ? ore_carried(round, of->two->before, of->before) : NULL,
        of->after ? ore_carried(round, of->two->after, of->after) : NULL};
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {starts[0], starts[1]},
                             .bound = nan("")};
    ore_round *kept = ore_round_copy(round);
    const ore_reply reply = ore_questions_ask(&a, kept, &hints);
    ore_replayed replay = {.answer = reply.answer};

    if (reply.result) {
        replay = ore_replay_of(of, round, reply.result);
    }
    ore_result_free(reply.result);
    ore_result_free(starts[0]);
    ore_result_free(starts[1]);
    return replay;
}

static void work(void *data, int k, ore_pack *pack)
{
    const solving *s = data;
    ore_round *round =
        ore_two_rounds_between(s->of->two, s->applied + k * s->of->two->n);
    ore_replayed replay = {.answer = ORE_ANSWER_UNKNOWN};

    if (round) {
        replay = solve(s, round);
    }
    ore_pack_bytes(pack, &replay, sizeof replay);
    for (int i = 0; replay.decided && i < s->of->n_projects; i++) {
        ore_pack_text(pack, replay.decided[i].option);
        ore_pack_bytes(pack, &replay.decided[i].year, sizeof(int));
    }
    ore_replay_free(&replay);
    ore_round_free(round);
}

static void take(void *data, int k, ore_pack *pack)
{
    const solving *s = data;
    ore_replayed *replay = &s->replays[k];
    const char *why;

    if (!pack) {
        (void)ore_tell_trouble(&why);
        return;
    }
    ore_unpack_bytes(pack, replay, sizeof *replay);
    replay->store = replay->decided ? ore_store_new() : NULL;
    if (replay->decided) {
        replay->decided = ore_store_alloc(replay->store, s->of->n_projects,
                                          sizeof *replay->decided);
        for (int i = 0; i < s->of->n_projects; i++) {
            char *option = ore_unpack_text(pack);

            replay->decided[i].option =
                option ? ore_store_keep(replay->store, option) : NULL;
            ore_unpack_bytes(pack, &replay->decided[i].year, sizeof(int));
        }
    }
}

void ore_replays_solve(const ore_replaying *of, const bool *applied, int n,
                       ore_replayed *replays)
{
    solving s = {.of = of,
                 .applied = applied,
                 .replays = replays,
                 .inquiry = {.round = of->two->after,
                             .settings = of->settings,
                             .watch = of->watch,
                             .jobs = of->jobs,
                             .until_s = of->until_s}};

    for (int k = 0; k < n; k++) {
        replays[k] = (ore_replayed){.answer = ORE_ANSWER_UNASKED};
    }
    ore_inquire(
        &s.inquiry,
        (ore_tasks){
            .n = n, .what = "replays", .work = work, .take = take, .data = &s});
}
