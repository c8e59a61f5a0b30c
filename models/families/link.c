/* link: projects that need, exclude or help one another. With X[p,s] = p is
 * committed in a year up to s:
 *
 *   requires  X[p,s] <= X[q,s - lag]                       all s
 *   excludes  sum of X over a clique of excluding projects <= 1
 *   together  X[p,last] = X[q,last]
 *   bonus     both <= X[p,last],  both <= X[q,last]
 *             (both >= X[p] + X[q] - 1 when the bonus is a loss)
 *
 * Cumulative rows are tighter than one row a pair, and a clique row is tighter
 * than its pairs; `both` needs no integrality. */
#include <math.h>
#include <stdlib.h>

#include "economics/charges.h"
#include "orefolio/memory.h"
#include "registry.h"

static void emit_requires(const ore_round *round,
                          const ore_variables *variables, ore_model *model,
                          const ore_link *link)
{
    for (int s = 0; s < round->n_commit; s++) {
        const ore_row row = ore_model_add_row(
            model, link->where, -HUGE_VAL, 0.0, "link_requires(%s,%s,%d)",
            round->projects[link->project].id, round->projects[link->other].id,
            round->commit.first + s);

        ore_model_row_limit(model, row, "link: %s requires %s",
                            round->projects[link->project].id,
                            round->projects[link->other].id);
        ore_row_add_starts(round, variables, model, row, 1.0, link->project,
                           (ore_years){0, s});
        ore_row_add_starts(round, variables, model, row, -1.0, link->other,
                           (ore_years){0, s - link->lag_years});
    }
}

static void emit_together(const ore_round *round,
                          const ore_variables *variables, ore_model *model,
                          const ore_link *link)
{
    const ore_row row = ore_model_add_row(
        model, link->where, 0.0, 0.0, "link_together(%s,%s)",
        round->projects[link->project].id, round->projects[link->other].id);
    ore_model_row_limit(model, row, "link: %s together with %s",
                        round->projects[link->project].id,
                        round->projects[link->other].id);
    const ore_years all = {0, round->n_commit - 1};

    ore_row_add_starts(round, variables, model, row, 1.0, link->project, all);
    ore_row_add_starts(round, variables, model, row, -1.0, link->other, all);
}

static void emit_bonus(const ore_round *round, const ore_variables *variables,
                       ore_model *model, int i)
{
    const ore_link *link = &round->links[i];
    const int ends[] = {link->project, link->other};
    const ore_years all = {0, round->n_commit - 1};

    for (int e = 0; e < ORE_COUNT_OF(ends); e++) {
        const ore_row row = ore_model_add_row(
            model, link->where, -HUGE_VAL, 0.0, "link_bonus(%s,%s,%s)",
            round->projects[ends[0]].id, round->projects[ends[1]].id,
            e == 0 ? "first" : "second");

        ore_model_add_coef(model, row, 1.0, variables->synergy[i]);
        ore_row_add_starts(round, variables, model, row, -1.0, ends[e], all);
    }
    if (link->value_m < 0.0) {
        const ore_row row = ore_model_add_row(
            model, link->where, -HUGE_VAL, 1.0, "link_malus(%s,%s)",
            round->projects[ends[0]].id, round->projects[ends[1]].id);

        ore_row_add_starts(round, variables, model, row, 1.0, ends[0], all);
        ore_row_add_starts(round, variables, model, row, 1.0, ends[1], all);
        ore_model_add_coef(model, row, -1.0, variables->synergy[i]);
    }
}

/* excludes[p * n + q]: the pair excludes each other. The caller frees. */
static bool *exclusion_matrix(const ore_round *round)
{
    const int n = round->n_projects;
    bool *excludes = ore_alloc(n * n, sizeof *excludes);

    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];

        if (link->kind == ORE_LINK_EXCLUDES) {
            excludes[link->project * n + link->other] = true;
            excludes[link->other * n + link->project] = true;
        }
    }
    return excludes;
}

static bool excludes_all(const bool *excludes, int n, int p, const int *members,
                         int n_members)
{
    for (int i = 0; i < n_members; i++) {
        if (!excludes[p * n + members[i]]) {
            return false;
        }
    }
    return true;
}

/* One row for the clique grown around a pair; marks the pairs it covers. */
static void emit_clique(const ore_round *round, const ore_variables *variables,
                        ore_model *model, const bool *excludes, bool *covered,
                        const ore_link *link)
{
    const int n = round->n_projects;
    int *members = ore_alloc(n, sizeof *members), n_members = 2;

    members[0] = link->project;
    members[1] = link->other;
    for (int p = 0; p < n; p++) {
        if (excludes_all(excludes, n, p, members, n_members)) {
            members[n_members++] = p;
        }
    }
    const ore_row row = ore_model_add_row(
        model, link->where, -HUGE_VAL, 1.0, "link_excludes(%s,%s)",
        round->projects[link->project].id, round->projects[link->other].id);

    ore_model_row_limit(model, row, "link: %s excludes %s",
                        round->projects[link->project].id,
                        round->projects[link->other].id);
    for (int i = 0; i < n_members; i++) {
        ore_row_add_starts(round, variables, model, row, 1.0, members[i],
                           (ore_years){0, round->n_commit - 1});
        for (int j = 0; j < n_members; j++) {
            covered[members[i] * n + members[j]] = true;
        }
    }
    free(members);
}

static void emit_excludes(const ore_round *round,
                          const ore_variables *variables, ore_model *model)
{
    const int n = round->n_projects;
    bool *excludes = exclusion_matrix(round);
    bool *covered = ore_alloc(n * n, sizeof *covered);

    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];

        if (link->kind == ORE_LINK_EXCLUDES &&
            !covered[link->project * n + link->other]) {
            emit_clique(round, variables, model, excludes, covered, link);
        }
    }
    free(covered);
    free(excludes);
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];

        switch (link->kind) {
        case ORE_LINK_REQUIRES:
            emit_requires(round, variables, model, link);
            break;
        case ORE_LINK_TOGETHER:
            emit_together(round, variables, model, link);
            break;
        case ORE_LINK_SYNERGY: emit_bonus(round, variables, model, i); break;
        case ORE_LINK_EXCLUDES: break;
        }
    }
    emit_excludes(round, variables, model);
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];
        const bool p = result->option[link->project] >= 0;
        const bool q = result->option[link->other] >= 0;
        const char *project = round->projects[link->project].id;
        const char *other = round->projects[link->other].id;

        switch (link->kind) {
        case ORE_LINK_REQUIRES:
            ore_expect_le(report, p, q, link->where, "%s requires %s", project,
                          other);
            if (p && q) {
                ore_expect_ge(report, result->year[link->project],
                              result->year[link->other] + link->lag_years,
                              link->where, "%s comes %d years after %s",
                              project, link->lag_years, other);
            }
            break;
        case ORE_LINK_EXCLUDES:
            ore_expect_le(report, p + q, 1, link->where, "%s excludes %s",
                          project, other);
            break;
        case ORE_LINK_TOGETHER:
            ore_expect_eq(report, p, q, link->where, "%s goes with %s", project,
                          other);
            break;
        case ORE_LINK_SYNERGY: break;
        }
    }
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (round->n_links > 0) {
        ore_notes_add(
            notes, (ore_note_line){
                       .text = "Links: requires, excludes, together, bonus"});
    }
}

const ore_family ore_family_link = {
    .name = "link",
    .summary = "Projects that require, exclude or accompany one another",
    .scope = ORE_SCOPE_PORTFOLIO,
    .reason = "a link with another project",
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
