/* See sweep_folder.h. */
#include "study/sweep/sweep_folder.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/atomic.h"
#include "base/diagnostics.h"
#include "base/temporary.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "read/results/read_sweep.h"
#include "study/verified.h"

/* Every file of the round has the hash that it had. */
static bool is_unchanged(const ore_sweep_folder *folder, const ore_round *round)
{
    const ore_sweep *sweep = folder->sweep;
    bool same = round->n_inputs == sweep->n_inputs;

    for (int i = 0; i < round->n_inputs && i < sweep->n_inputs; i++) {
        const ore_input *now = &round->inputs[i], *then = &sweep->inputs[i];
        const ore_where where = {now->path, 0, 0};

        if (strcmp(now->path, then->path) != 0 ||
            strcmp(now->sha256, then->sha256) != 0) {
            same = false;
            ore_error(folder->diags, where,
                      "has changed since the sweep was planned, expected the "
                      "file with SHA-256 %.12s…; plan the sweep again",
                      then->sha256);
        }
    }
    if (!same && ore_diags_errors(folder->diags) == 0) {
        const ore_where where = {folder->round, 0, 0};

        ore_error(folder->diags, where,
                  "has other files than when the sweep was planned; plan it "
                  "again");
    }
    return same;
}

static ore_status check_round(ore_sweep_folder *folder)
{
    ore_status status = ORE_OK;
    ore_round *round =
        ore_design_point_round(&folder->settings.read, folder->round,
                               &folder->sweep->points[0], &status);

    folder->base = round;
    if (round && !is_unchanged(folder, round)) {
        status = ORE_BAD_INPUT;
    }
    if (status == ORE_OK) {
        folder->draws = ore_draws_new(round, folder->sweep->seed);
    }
    return status;
}

ore_round *ore_sweep_open_point(const ore_sweep_folder *folder,
                                const ore_design_point *point,
                                ore_status *status)
{
    const ore_design_point drawn =
        ore_drawn_point(folder->draws, &folder->sweep->points[0], point);

    return ore_design_point_round(&folder->settings.read, folder->round, &drawn,
                                  status);
}

/* What runs that were killed have left. */
static void clean(const char *dir)
{
    static const char *const folders[] = {"results", "scores"};

    for (int i = 0; i < ORE_COUNT_OF(folders); i++) {
        char *path = ore_print("%s/%s", dir, folders[i]);

        ore_clean_temporaries(path);
        free(path);
    }
    ore_clean_temporaries(dir);
}

ore_status ore_sweep_open(const char *dir, const ore_study_settings *settings,
                          ore_sweep_folder *folder)
{
    char *path = ore_print("%s/sweep.json", dir);

    *folder = (ore_sweep_folder){
        .dir = dir, .settings = *settings, .diags = ore_diags_new()};
    ore_status status = ore_read_sweep(path, folder->diags, &folder->sweep);

    free(path);
    if (status != ORE_OK) {
        return status;
    }
    clean(folder->dir);
    folder->round = folder->sweep->round[0] == '/'
                        ? ore_copy(folder->sweep->round)
                        : ore_print("%s/%s", folder->dir, folder->sweep->round);
    return check_round(folder);
}

ore_status ore_sweep_close(ore_sweep_folder *folder, ore_status status)
{
    ore_draws_free(folder->draws);
    ore_round_free(folder->base);
    ore_sweep_free(folder->sweep);
    free(folder->round);
    return ore_diags_tell(folder->diags, status);
}

char *ore_sweep_point_path(const ore_sweep_folder *folder,
                           const ore_design_point *point)
{
    return ore_print("%s/results/%s.json", folder->dir, point->id);
}

ore_design_point_state ore_sweep_point_state(const ore_sweep_folder *folder,
                                             const ore_design_point *point,
                                             ore_status *found)
{
    char *path = ore_sweep_point_path(folder, point);
    const ore_where where = {path, 0, 0};
    ore_diags *unsaid = ore_diags_new();
    ore_result_head own = {0};
    ore_design_point_state state = ORE_POINT_MISSING;

    if (access(path, F_OK) == 0) {
        state = ore_read_result_head(path, unsaid, &own) == ORE_OK
                    ? ORE_POINT_FINISHED
                    : ORE_POINT_UNREADABLE;
    }
    if (state == ORE_POINT_UNREADABLE) {
        ore_warn(
            folder->diags, where,
            "is no result that can be read, as if it was cut off; `orefolio "
            "sweep run %s` solves the point again",
            folder->dir);
    }
    if (found) {
        *found = own.status;
    }
    ore_result_head_free(&own);
    ore_diags_free(unsaid);
    free(path);
    return state;
}

ore_status ore_sweep_claim_file(const ore_sweep_folder *folder,
                                const char *path)
{
    struct stat state;

    if (lstat(path, &state) == 0 && S_ISLNK(state.st_mode)) {
        (void)unlink(path);
    }
    return ore_output_try(path, folder->diags);
}

ore_status ore_sweep_open_recommended(ore_sweep_folder *folder,
                                      ore_round **round, ore_result **result,
                                      ore_statistics *statistics)
{
    const ore_design_point *point = &folder->sweep->points[0];
    ore_status status = ORE_OK;

    if (ore_sweep_point_state(folder, point, NULL) != ORE_POINT_FINISHED) {
        ore_error(folder->diags, (ore_where){0},
                  "the round itself, point %s, is not solved yet; `orefolio "
                  "sweep run %s` solves it",
                  point->id, folder->dir);
        return ORE_NO_INPUT;
    }
    *round = ore_sweep_open_point(folder, point, &status);
    if (!*round) {
        return status;
    }
    char *path = ore_sweep_point_path(folder, point);

    status = ore_result_open(*round, path, folder->diags, result, statistics);
    free(path);
    if (status == ORE_OK && !(*result)->has_portfolio) {
        ore_error(folder->diags, (ore_where){0},
                  "the round itself has no portfolio; `orefolio solve` says "
                  "why");
        status = (*result)->status;
    }
    return status;
}

char *ore_sweep_score_path(const ore_sweep_folder *folder,
                           const ore_design_point *point)
{
    return ore_print("%s/scores/%s.json", folder->dir, point->id);
}

ore_status ore_sweep_make_scores(const ore_sweep_folder *folder)
{
    char *path = ore_print("%s/scores", folder->dir);
    const ore_where where = {path, 0, 0};
    ore_status status = ORE_OK;

    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        ore_error(folder->diags, where, "%s", strerror(errno));
        status = ORE_NO_OUTPUT;
    }
    free(path);
    return status;
}

void ore_sweep_take_score(const ore_sweep_folder *folder,
                          const ore_design_point *point, const ore_round *round,
                          const ore_result *result, ore_score *score)
{
    char *path = ore_sweep_score_path(folder, point);
    const ore_where where = {path, 0, 0};
    ore_diags *unsaid = ore_diags_new();

    *score = (ore_score){0};
    if (access(path, F_OK) == 0 &&
        ore_read_score(path, round, result, unsaid, score) != ORE_OK) {
        *score = (ore_score){0};
        ore_warn(
            folder->diags, where,
            "is no score that can be read, as if it was cut off; `orefolio "
            "sweep score %s` makes it again",
            folder->dir);
    }
    ore_diags_free(unsaid);
    free(path);
}
