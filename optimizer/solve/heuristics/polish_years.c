/* See polish_years.h. */
#include "solve/heuristics/polish_years.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "solve/stage.h"

/* The start of option o of part k in commitment year t; -1 = there is none. */
static int start_at(const ore_stage *stage, int k, int o, int t)
{
    const ore_program *program = stage->search->program;
    const ore_program *part = ore_program_part(program, k);

    return ore_program_col_of(
        program, k, part->variables->start[ore_at_commit(part->round, o, t)]);
}

/* The column of the chosen start of project p in part k; -1 = it is not
 * chosen. */
static int chosen_start(const ore_stage *stage, int k, int p, int *option,
                        int *year)
{
    const ore_round *round = stage->search->program->round;
    const ore_project *project = &round->projects[p];

    for (*option = project->first_option;
         *option < project->first_option + project->n_options; (*option)++) {
        for (*year = 0; *year < round->n_commit; (*year)++) {
            const int j = start_at(stage, k, *option, *year);

            if (j >= 0 && stage->incumbent.point[j] > 0.5) {
                return j;
            }
        }
    }
    return -1;
}

/* Put project p from year `from` to year `to` in all parts from k on that have
 * chosen the option then. */
static void put_in_year(ore_stage *stage, int k, int o, int from, int to)
{
    const int n = ore_program_n_parts(stage->search->program);
    double *point = stage->incumbent.point;
    bool *moves = ore_alloc(n, sizeof *moves);

    for (int part = k; part < n; part++) {
        const int now = start_at(stage, part, o, from);

        moves[part] =
            now >= 0 && point[now] > 0.5 && start_at(stage, part, o, to) >= 0;
    }
    for (int part = k; part < n; part++) {
        if (moves[part]) {
            point[start_at(stage, part, o, from)] = 0.0;
            point[start_at(stage, part, o, to)] = 1.0;
        }
    }
    free(moves);
}

static bool move_project(const ore_polishing *s, int k, int p)
{
    ore_stage *stage = s->stage;
    int o, year;

    if (chosen_start(stage, k, p, &o, &year) < 0) {
        return false;
    }
    const size_t size = (size_t)stage->model->n_cols * sizeof(double);
    double *before = ore_alloc(stage->model->n_cols, sizeof *before);
    bool moved = false;

    memcpy(before, stage->incumbent.point, size);
    for (int t = 0; t < year && !moved; t++) {
        if (start_at(stage, k, o, t) < 0 ||
            ore_search_clock_s() > stage->limits.deadline_s) {
            continue;
        }
        put_in_year(stage, k, o, year, t);
        if (ore_polishing_solve(s, stage->incumbent.point)) {
            ore_polishing_keep(s);
            moved = true;
        } else {
            memcpy(stage->incumbent.point, before, size);
        }
    }
    free(before);
    return moved;
}

/* Equally good years: the earliest, project by project in the order of ids.
 * Where news comes earlier by that, what waits for it may follow. */
static void move_earlier(const ore_polishing *s)
{
    const ore_program *program = s->stage->search->program;
    bool moved = true;

    while (moved) {
        moved = false;
        for (int p = 0; p < program->round->n_projects; p++) {
            for (int k = 0; k < ore_program_n_parts(program); k++) {
                moved |= move_project(s, k, p) && program->joined;
            }
        }
    }
}

/* No start of part k but those of the options that were chosen in it. */
static void close_options(const ore_stage *stage, int k, ore_bounds *bounds)
{
    const ore_round *round = stage->search->program->round;

    for (int o = 0; o < round->n_options; o++) {
        bool is_chosen = false;

        for (int t = 0; t < round->n_commit; t++) {
            const int j = start_at(stage, k, o, t);

            is_chosen |= j >= 0 && stage->incumbent.point[j] > 0.5;
        }
        for (int t = 0; t < round->n_commit && !is_chosen; t++) {
            const int j = start_at(stage, k, o, t);

            if (j >= 0 && stage->incumbent.point[j] < 0.5) {
                ore_bounds_fix(bounds, j, 0.0);
            }
        }
    }
}

ore_bounds ore_chosen_options(const ore_stage *stage)
{
    ore_bounds bounds = ore_bounds_new(stage);

    for (int k = 0; k < ore_program_n_parts(stage->search->program); k++) {
        close_options(stage, k, &bounds);
    }
    return bounds;
}

/* Costs [n_cols] of years: early ones are better, most of all for projects that
 * come first by id; a chosen project stays. */
static double *year_costs(const ore_stage *stage)
{
    const ore_program *program = stage->search->program;
    const ore_round *round = program->round;
    double *costs = ore_alloc(stage->model->n_cols, sizeof *costs);

    for (int i = 0; i < ore_program_n_parts(program) * round->n_options; i++) {
        const int o = i % round->n_options;
        const int project = round->options[o].project;
        const double weight = 2.0 - (double)project / round->n_projects;

        for (int t = 0; t < round->n_commit; t++) {
            const int j = start_at(stage, i / round->n_options, o, t);

            if (j >= 0) {
                costs[j] +=
                    weight * t - 2.0 * round->n_commit * round->n_projects;
            }
        }
    }
    return costs;
}

/* Equally good years: first one project after the other, then together, since
 * one may be earlier when another is later. */
void ore_polish_years(const ore_polishing *s)
{
    move_earlier(s);
    double *costs = year_costs(s->stage);
    ore_bounds bounds = ore_chosen_options(s->stage);

    ore_subproblem_costs(s->sub, costs);
    if (ore_polishing_solve(s, s->stage->incumbent.point)) {
        ore_polish_by_tree(s, &bounds, costs, ore_subproblem_value(s->sub));
    }
    ore_bounds_free(&bounds);
    free(costs);
}
