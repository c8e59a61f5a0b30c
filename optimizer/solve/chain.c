/* See chain.h. The programs of all rounds stand side by side; a project has as
 * its columns those that it has in any of them, so that neighbourhoods free a
 * project in all rounds at once. */
#include "solve/chain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/tolerances.h"
#include "solve/presolve/scaling.h"
#include "solve/search.h"
#include "solve/worker.h"

/* All programs, and what they are put together to. */
typedef struct joint {
    const ore_chain *chain;
    ore_program **parts; /* [n] */
    int *first_col;      /* [n + 1] of each part */
    ore_program program; /* its variables are those of the first part */
} joint;

/* What the search has told. */
typedef struct listener {
    double *point; /* [n_cols] in the search's units */
    bool has_point;
    double bound;
    const ore_scaling *scaling;
} listener;

static void add_part(joint *all, int i)
{
    const ore_model *part = all->parts[i]->model;
    ore_model *model = all->program.model;
    const int first_row = model->n_rows;
    const ore_expression sum = {
        .model = model, .goal = 0, .scale = all->chain->weights[i]};

    all->first_col[i] = model->n_cols;
    for (int j = 0; j < part->n_cols; j++) {
        const ore_program_col *col = &part->cols[j];
        const ore_col added = ore_model_add_col(model, col->kind, col->lo,
                                                col->hi, "%s/%d", col->name, i);

        if (col->is_start) {
            ore_model_mark_start(model, added);
        }
    }
    for (int k = 0; k < part->n_rows; k++) {
        const ore_program_row *row = &part->rows[k];
        const ore_row added = ore_model_add_row(model, row->where, row->lo,
                                                row->hi, "%s/%d", row->name, i);

        if (row->is_choice) {
            ore_model_mark_choice(model, added, row->project);
        }
    }
    for (int e = 0; e < part->n_entries; e++) {
        const ore_program_entry *entry = &part->entries[e];

        ore_model_add_coef(model, (ore_row){first_row + entry->row},
                           entry->coef,
                           (ore_col){all->first_col[i] + entry->col});
    }
    for (int e = 0; e < part->n_goal_entries; e++) {
        const ore_program_entry *entry = &part->goal_entries[e];

        ore_expression_add(&sum, entry->coef,
                           (ore_col){all->first_col[i] + entry->col});
    }
    all->first_col[i + 1] = model->n_cols;
}

/* Add `coef` of each start of project p in part i to the row. */
static void add_starts(const joint *all, ore_row row, int i, int p, double coef)
{
    const ore_program *part = all->parts[i];
    const ore_project *project = &part->round->projects[p];
    const int n_commit = part->round->n_commit;

    for (int k = 0; k < project->n_options * n_commit; k++) {
        const int at =
            part->variables->start[project->first_option * n_commit + k].at;

        if (at >= 0) {
            ore_model_add_coef(all->program.model, row, coef,
                               (ore_col){all->first_col[i] + at});
        }
    }
}

/* What goes ahead in a round goes ahead in the next one. */
static void nest(const joint *all)
{
    for (int i = 0; i + 1 < all->chain->n; i++) {
        for (int p = 0; p < all->program.round->n_projects; p++) {
            const ore_row row =
                ore_model_add_row(all->program.model, (ore_where){0}, -HUGE_VAL,
                                  0.0, "nested(%d,%d)", p, i);

            add_starts(all, row, i, p, 1.0);
            add_starts(all, row, i + 1, p, -1.0);
        }
    }
}

static joint *join(const ore_chain *chain)
{
    joint *all = ore_alloc(1, sizeof *all);

    all->chain = chain;
    all->parts = ore_alloc(chain->n, sizeof(ore_program *));
    all->first_col = ore_alloc(chain->n + 1, sizeof *all->first_col);
    for (int i = 0; i < chain->n; i++) {
        all->parts[i] = ore_program_new(chain->rounds[i]);
    }
    all->program = *all->parts[0];
    all->program.model = ore_model_new();
    for (int i = 0; i < chain->n; i++) {
        add_part(all, i);
    }
    nest(all);
    all->program.owner =
        ore_alloc(all->first_col[chain->n], sizeof *all->program.owner);
    for (int i = 0; i < chain->n; i++) {
        memcpy(all->program.owner + all->first_col[i], all->parts[i]->owner,
               (size_t)all->parts[i]->model->n_cols * sizeof(int));
    }
    ore_model_seal(all->program.model, all->program.owner);
    return all;
}

static void joint_free(joint *all)
{
    for (int i = 0; i < all->chain->n; i++) {
        ore_program_free(all->parts[i]);
    }
    ore_model_free(all->program.model);
    free(all->program.owner);
    free(all->first_col);
    free(all->parts);
    free(all);
}

static void receive(void *data, const ore_message *message,
                    const double *doubles)
{
    listener *l = data;

    if (message->kind == ORE_MESSAGE_POINT) {
        memcpy(l->point, doubles, (size_t)message->count * sizeof *doubles);
        l->has_point = true;
    } else if (message->kind == ORE_MESSAGE_BOUND ||
               message->kind == ORE_MESSAGE_GOAL_DONE) {
        l->bound = l->scaling->goal_unit[0] * message->bound;
    }
}

/* The portfolios to begin with, as one point. The caller frees. */
static double *start_of(const joint *all, const ore_scaling *scaling,
                        const ore_solve_settings *settings)
{
    double *point = ore_alloc(all->program.model->n_cols, sizeof *point);

    for (int i = 0; i < settings->n_starts; i++) {
        ore_variables_point(all->parts[i]->round, all->parts[i]->variables,
                            settings->starts[i], point + all->first_col[i]);
    }
    ore_scale_point(scaling, point);
    return point;
}

static void run(const ore_search *search, const ore_solve_settings *settings,
                listener *l)
{
    ore_search own = *search;
    const ore_worker worker = {.work = ore_search_run,
                               .data = &own,
                               .deadline_s =
                                   ore_now_s() + settings->time_limit_s,
                               .receive = receive,
                               .listener = l};
    const bool is_outermost = ore_interrupts_begin();

    (void)ore_worker_run(&worker);
    ore_interrupts_end(is_outermost);
}

static bool *projects_of(const joint *all, const double *point)
{
    const ore_round *round = all->program.round;
    bool *goes = ore_alloc(all->chain->n * round->n_projects, sizeof *goes);

    for (int i = 0; i < all->chain->n; i++) {
        for (int k = 0; k < round->n_options * round->n_commit; k++) {
            const int at = all->parts[i]->variables->start[k].at;
            const int p = round->options[k / round->n_commit].project;

            goes[i * round->n_projects + p] |=
                at >= 0 && point[all->first_col[i] + at] > 0.5;
        }
    }
    return goes;
}

ore_chain_answer ore_chain_solve(const ore_chain *chain,
                                 const ore_solve_settings *settings)
{
    joint *all = join(chain);
    ore_scaling *scaling = ore_scaling_new(&all->program);
    double *start = start_of(all, scaling, settings);
    double *const starts[] = {start};
    const bool by_work = settings->work_limit_s > 0.0;
    const ore_search search = {
        .program = &scaling->program,
        .col_unit = scaling->col_unit,
        .n_starts = settings->n_starts > 0 ? 1 : 0,
        .starts = starts,
        .known_bound = settings->has_bound
                           ? settings->known_bound / scaling->goal_unit[0]
                           : nan(""),
        .gap = fmax(settings->gap, ORE_TOLERANCE_WRITTEN),
        .gap_for_all = settings->gap_for_all,
        .deadline_s = by_work ? settings->work_limit_s
                              : ore_now_s() + settings->time_limit_s,
        .by_work = by_work,
        .seed = settings->seed,
        .jobs = 1};
    listener l = {.point =
                      ore_alloc(all->program.model->n_cols, sizeof *l.point),
                  .bound = nan(""),
                  .scaling = scaling};
    ore_chain_answer answer = {NULL, nan("")};

    run(&search, settings, &l);
    answer.goes_ahead = l.has_point ? projects_of(all, l.point) : NULL;
    answer.bound = isfinite(l.bound) ? l.bound : nan("");
    free(l.point);
    free(start);
    ore_scaling_free(scaling);
    joint_free(all);
    return answer;
}

void ore_chain_answer_free(ore_chain_answer *answer)
{
    free(answer->goes_ahead);
}
