/* Once projects are chosen: goals without slack, and ties. Makes equal rounds
 * give equal figures whatever way the search took. */
#include "solve/heuristics/polish.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "solve/incumbent.h"
#include "solve/presolve/subproblem.h"
#include "solve/tree/branch.h"

/* Gives the rest its best values, with the integers fixed. */
typedef struct settling {
    ore_stage *stage;
    ore_box box;    /* the chosen projects, no later than they were chosen */
    ore_part *part; /* what the box leaves, under one goal after the other */
    double *point;  /* [n_cols] */
} settling;

/* Other instruments are looked for this far, and when they save this part. */
enum { most_nodes = 100 };
static const double most_work = 0.5 * ORE_WORK_A_SECOND;
static const double least_saving = 1e-7;

/* Whether the integers of `candidate` are within the box. */
static bool is_in_box(const settling *s, const double *candidate)
{
    for (int j = 0; j < s->stage->model->n_cols; j++) {
        const double whole = round(candidate[j]);

        if (s->stage->model->cols[j].kind == ORE_BINARY &&
            (whole < s->box.lo[j] || whole > s->box.hi[j])) {
            return false;
        }
    }
    return true;
}

/* Fix the integers of `candidate` and give the rest its best values, for the
 * costs and under the holds that are set; false when there are none. */
static bool polish(const settling *s, const double *candidate)
{
    const ore_shrunk *shrunk = s->part->shrunk;

    if (!is_in_box(s, candidate)) {
        return false;
    }
    for (int j = 0; j < shrunk->model.n_cols; j++) {
        if (shrunk->model.cols[j].kind == ORE_BINARY) {
            const double whole = round(candidate[shrunk->whole_column[j]]);

            ore_lp_bounds(s->part->lp, j, whole, whole);
        }
    }
    ore_lp_deadline(s->part->lp, s->stage->deadline_s + 1.0);
    return ore_lp_solve(s->part->lp) == ORE_LP_OPTIMAL;
}

/* What was just polished becomes the portfolio. */
static void keep(const settling *s)
{
    ore_part_point(s->part, s->point);
    ore_incumbent_keep(s->stage, s->point);
}

/* Whether the goal leaves something to later ones. */
static bool gives_away(const ore_round *round, int g)
{
    return g < round->n_goals - 1 && round->goals[g].tolerance > 0.0;
}

/* Give the goal its best value, and hold it there. */
static void settle_goal(const settling *s, int g)
{
    ore_stage *stage = s->stage;

    ore_part_goal(stage, s->part, g);
    if (polish(s, stage->point)) {
        const double best = ore_part_value(s->part);

        stage->held[g] = best + 1e-12 * fmax(1.0, fabs(best));
        ore_part_hold(stage, s->part, g, stage->held[g]);
    }
}

/* While goals were searched, each was held with a little slack, which later
 * ones used up to the last gram. Now that projects are chosen, give every goal
 * its best value in turn. One that may give something away stays as it was held
 * until the later ones have taken it; what they left is its own. */
static void settle_goals(const settling *s)
{
    ore_stage *stage = s->stage;
    const ore_round *round = stage->search->program->round;

    for (int g = 0; g < round->n_goals; g++) {
        if (!gives_away(round, g)) {
            ore_part_hold(stage, s->part, g, HUGE_VAL);
        }
    }
    for (int g = 0; g < round->n_goals; g++) {
        if (!gives_away(round, g)) {
            settle_goal(s, g);
        }
    }
    for (int g = round->n_goals - 1; g >= 0; g--) {
        if (gives_away(round, g)) {
            settle_goal(s, g);
        }
    }
}

/* What orders equally good financing: least budget cost, then least public
 * face, then the instruments that come first by name, most of all in projects
 * that do, and plants that run as fully as they can. [n_cols], the caller
 * frees. */
static double *financing_costs(const ore_stage *stage)
{
    const ore_program *program = stage->search->program;
    const ore_round *round = program->round;
    const ore_variables *variables = program->variables;
    double *costs = ore_alloc(stage->model->n_cols, sizeof *costs);

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];
        const ore_project *project = &round->projects[pair->project];

        for (int i = 0; i < project->n_options * round->n_commit; i++) {
            const ore_col award =
                variables->award[variables->award_first[f] + i];

            if (award.at >= 0) {
                costs[award.at] =
                    ore_charge_rate(round, f,
                                    project->first_option + i / round->n_commit,
                                    i % round->n_commit) +
                    0.01 +
                    1e-3 * pair->instrument *
                        (2.0 - (double)pair->project / round->n_projects) /
                        fmax(1, round->n_instruments);
            }
        }
    }
    for (int i = 0; i < round->n_options * round->n_states; i++) {
        if (variables->run[i].at >= 0) {
            costs[variables->run[i].at] = -1e-3;
        }
    }
    for (int i = 0; i < round->n_options * round->n_commit; i++) {
        if (variables->equity[i].at >= 0) {
            costs[variables->equity[i].at] = 1e-3;
        }
    }
    ore_stage_scale_costs(stage, costs);
    return costs;
}

typedef struct change {
    const settling *s;
    const ore_part *part;
    double cost;   /* of the financing so far */
    double *point; /* [n_cols] */
} change;

static double change_cutoff(const change *c)
{
    return c->cost - least_saving * fmax(1.0, fabs(c->cost)) - c->part->still;
}

static double take_change(void *data, const double *point)
{
    change *c = data;

    ore_unshrink(c->part->shrunk, point, c->point);
    if (polish(c->s, c->point) && ore_part_value(c->s->part) < c->cost) {
        c->cost = ore_part_value(c->s->part);
        keep(c->s);
    }
    return change_cutoff(c);
}

static bool take_node(void *data, double bound, int nodes, double *cutoff)
{
    const change *c = data;

    (void)bound;
    (void)nodes;
    (void)cutoff;
    c->s->stage->nodes++;
    return ore_search_clock_s() > c->s->stage->deadline_s ||
           ore_lp_work(c->part->lp) > most_work;
}

/* Leaves the instruments to choose at the projects chosen; false when there is
 * no choice. */
static bool free_instruments(const ore_stage *stage, ore_box *box)
{
    const ore_round *round = stage->search->program->round;
    bool any = false;

    for (int j = 0; j < stage->model->n_cols; j++) {
        if (ore_stage_is_start(stage, j)) {
            ore_box_fix(box, j, rint(stage->point[j]));
        }
    }
    for (int f = 0; f < round->n_pairs; f++) {
        any |= stage->search->program->variables->use[f].at >= 0;
    }
    return any;
}

/* Equally good financing by other instruments, where only so many of them are
 * allowed, or no small awards. */
static void settle_instruments(const settling *s, const double *costs)
{
    ore_stage *stage = s->stage;
    const int n = stage->model->n_cols;
    ore_box box = ore_box_new(stage);

    if (free_instruments(stage, &box)) {
        ore_part *part = ore_part_without_goal(stage, &box);
        change c = {s, part, ore_part_value(s->part),
                    ore_alloc(n, sizeof(double))};
        ore_branching how = {.cutoff = change_cutoff(&c),
                             .node_limit = most_nodes,
                             .on_point = take_change,
                             .on_node = take_node,
                             .data = &c};

        ore_part_hold_first(stage, part,
                            stage->search->program->round->n_goals);
        ore_part_costs(part, costs);
        if (ore_lp_solve(part->lp) == ORE_LP_OPTIMAL) {
            ore_branch(part->lp, &part->shrunk->model, &how);
        }
        ore_part_free(stage, part);
        free(c.point);
    }
    ore_box_free(&box);
}

static void settle_financing(const settling *s)
{
    ore_stage *stage = s->stage;
    double *costs = financing_costs(stage);

    ore_part_costs(s->part, costs);
    if (polish(s, stage->point)) {
        keep(s);
        settle_instruments(s, costs);
    }
    free(costs);
}

static void mark(const ore_col *cols, int count, bool *is_trade)
{
    for (int i = 0; i < count; i++) {
        if (cols[i].at >= 0) {
            is_trade[cols[i].at] = true;
        }
    }
}

/* Fix the columns that are no trade where the portfolio has them. */
static void hold_still(const settling *s, const bool *is_trade)
{
    const ore_shrunk *shrunk = s->part->shrunk;

    for (int j = 0; j < shrunk->n_whole; j++) {
        const int on = shrunk->ties[j].on;

        if (!is_trade[j] && on >= 0) {
            const double value = s->stage->point[shrunk->whole_column[on]];

            ore_lp_bounds(s->part->lp, on, value, value);
        }
    }
}

/* Equally good deliveries: the targets that come first by name are served
 * first. Money and plants stay as they are. */
static void settle_deliveries(const settling *s)
{
    ore_stage *stage = s->stage;
    const ore_round *round = stage->search->program->round;
    const ore_variables *variables = stage->search->program->variables;
    const int n = round->n_targets * round->n_states;
    double *costs = ore_alloc(stage->model->n_cols, sizeof *costs);
    bool *is_trade = ore_alloc(stage->model->n_cols, sizeof *is_trade);

    mark(variables->deliver, n, is_trade);
    mark(variables->unmet, n, is_trade);
    mark(variables->pooled, n, is_trade);
    mark(variables->sell, round->n_sales * round->n_states, is_trade);
    hold_still(s, is_trade);
    for (int i = 0; i < n; i++) {
        const double share = (double)(i / round->n_states) / round->n_targets;

        if (variables->deliver[i].at >= 0) {
            costs[variables->deliver[i].at] = share - 1.0;
        }
    }
    ore_stage_scale_costs(stage, costs);
    ore_part_costs(s->part, costs);
    if (polish(s, stage->point)) {
        keep(s);
    }
    free(costs);
    free(is_trade);
}

/* The column of the chosen start of project p; -1 = it is not chosen. */
static int chosen_start(const ore_stage *stage, int p, int *option, int *year)
{
    const ore_round *round = stage->search->program->round;
    const ore_project *project = &round->projects[p];
    const ore_col *start = stage->search->program->variables->start;

    for (*option = project->first_option;
         *option < project->first_option + project->n_options; (*option)++) {
        for (*year = 0; *year < round->n_commit; (*year)++) {
            const int j = start[*option * round->n_commit + *year].at;

            if (j >= 0 && stage->point[j] > 0.5) {
                return j;
            }
        }
    }
    return -1;
}

/* Equally good years: the earliest, project by project in the order of ids. */
static void settle_years(const settling *s)
{
    ore_stage *stage = s->stage;
    const ore_round *round = stage->search->program->round;
    const ore_col *start = stage->search->program->variables->start;

    for (int p = 0; p < round->n_projects; p++) {
        int o, year;
        const int j = chosen_start(stage, p, &o, &year);

        for (int t = 0; j >= 0 && t < year; t++) {
            const int earlier = start[o * round->n_commit + t].at;

            if (earlier < 0 || ore_search_clock_s() > stage->deadline_s) {
                continue;
            }
            stage->point[j] = 0.0;
            stage->point[earlier] = 1.0;
            if (polish(s, stage->point)) {
                keep(s);
                break;
            }
            stage->point[j] = 1.0;
            stage->point[earlier] = 0.0;
        }
    }
}

/* No start but those that were chosen, and the years before them. */
static ore_box chosen_box(const ore_stage *stage)
{
    const ore_round *round = stage->search->program->round;
    const ore_col *start = stage->search->program->variables->start;
    ore_box box = ore_box_new(stage);

    for (int o = 0; o < round->n_options; o++) {
        bool is_chosen = false;

        for (int t = round->n_commit - 1; t >= 0; t--) {
            const int j = start[o * round->n_commit + t].at;

            is_chosen |= j >= 0 && stage->point[j] > 0.5;
            if (j >= 0 && !is_chosen) {
                ore_box_fix(&box, j, 0.0);
            }
        }
    }
    return box;
}

void ore_settle(ore_stage *stage)
{
    settling s = {.stage = stage, .box = chosen_box(stage)};

    s.point = ore_alloc(stage->model->n_cols, sizeof(double));
    s.part = ore_part_without_goal(stage, &s.box);
    ore_part_hold_first(stage, s.part, stage->search->program->round->n_goals);
    settle_goals(&s);
    settle_years(&s);
    settle_financing(&s);
    settle_deliveries(&s);
    ore_part_free(stage, s.part);
    ore_box_free(&s.box);
    free(s.point);
}
