/* See robustness_scores.h. */
#include "write/studies/robustness_scores.h"

#include <math.h>

#include "write/book/columns.h"
#include "write/book/proof.h"

ore_text ore_run_group_name(ore_run_group group)
{
    static const ore_text names[ORE_RUN_GROUPS] = {
        ORE_TEXT_RUNS_SCENARIOS, ORE_TEXT_RUNS_SINGLE, ORE_TEXT_RUNS_SAMPLES,
        ORE_TEXT_RUNS_ALL};

    return names[group];
}

bool ore_run_is_in(const ore_run *run, ore_run_group g)
{
    switch (run->family) {
    case ORE_DESIGN_ROUND:
    case ORE_DESIGN_SCENARIO:
        return g == ORE_RUNS_SCENARIOS || g == ORE_RUNS_ALL;
    case ORE_DESIGN_LOW:
    case ORE_DESIGN_HIGH: return g == ORE_RUNS_SINGLE || g == ORE_RUNS_ALL;
    case ORE_DESIGN_SAMPLE: return g == ORE_RUNS_SAMPLES || g == ORE_RUNS_ALL;
    case ORE_DESIGN_FRONTIER:
    case ORE_DESIGN_FAMILIES: break;
    }
    return false;
}

/* How much worse the recommended projects are than the best of the run; less
 * than written figures tell apart is nothing. */
static double loss_in(const ore_run *run, double sign)
{
    const double loss = sign * (run->kept - run->value);

    return fabs(loss) <= 2e-6 * fmax(1.0, fabs(run->value)) ? 0.0 : loss;
}

/* What the recommended projects come to in a group's runs, by how many. */
typedef struct kept {
    int scored, possible, compared;
    double sum, worst;     /* of those where they are possible */
    double lost, max_lost; /* of those that have a best to compare with */
} kept;

static kept kept_in(const ore_study *study, ore_run_group g, double sign)
{
    kept k = {.worst = -HUGE_VAL, .max_lost = -HUGE_VAL};

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        if (!ore_run_is_in(run, g) || !run->is_scored || !run->has_portfolio) {
            continue;
        }
        k.scored++;
        if (isnan(run->kept)) {
            continue;
        }
        k.possible++;
        k.sum += run->kept;
        k.worst = fmax(k.worst, sign * run->kept);
        /* A run with other goals first, or whose search was stopped, has no
         * best to compare with. */
        if (run->is_sought && ore_run_has_ended(run)) {
            k.compared++;
            k.lost += loss_in(run, sign);
            k.max_lost = fmax(k.max_lost, loss_in(run, sign));
        }
    }
    return k;
}

static const ore_column_def score_columns[] = {
    ORE_COLUMN("runs", ORE_TEXT_RUNS, ORE_TEXT_CELL),
    ORE_COLUMN("number", ORE_TEXT_NUMBER_OF_RUNS, ORE_COUNT),
    ORE_COLUMN("impossible", ORE_TEXT_NOT_POSSIBLE_IN, ORE_COUNT),
    ORE_COLUMN("possible", ORE_TEXT_POSSIBLE_IN, ORE_COUNT),
    ORE_GOAL_COLUMN("mean", ORE_TEXT_MEAN, ore_book_first_goal),
    ORE_GOAL_COLUMN("worst", ORE_TEXT_WORST, ore_book_first_goal),
    ORE_COLUMN("compared", ORE_TEXT_COMPARED_IN, ORE_COUNT),
    ORE_GOAL_COLUMN("mean_loss", ORE_TEXT_MEAN_LOSS, ore_book_first_goal),
    ORE_GOAL_COLUMN("max_loss", ORE_TEXT_LARGEST_LOSS, ore_book_first_goal),
    {0}};

ORE_TABLE(scores, "tblScores", "scores", score_columns);

/* What the recommended projects come to where they are kept, and what is lost
 * against the best that the run has; of how many runs stands beside each. */
static void add_score(ore_sheet *sheet, const ore_study *study, ore_run_group g)
{
    const double sign =
        ore_objective_is_maximised(ore_book_first_goal(sheet->book)) ? -1.0
                                                                     : 1.0;
    const kept k = kept_in(study, g, sign);
    const double none = nan("");

    if (k.scored == 0) {
        return;
    }
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_word(row, "runs", ore_run_group_name(g));
    ore_cell_number(row, "number", k.scored);
    ore_cell_number(row, "impossible", k.scored - k.possible);
    ore_cell_number(row, "possible", k.possible);
    ore_cell_figure(row, "mean", k.possible > 0 ? k.sum / k.possible : none);
    ore_cell_figure(row, "worst", k.possible > 0 ? sign * k.worst : none);
    ore_cell_number(row, "compared", k.compared);
    ore_cell_figure(row, "mean_loss",
                    k.compared > 0 ? k.lost / k.compared : none);
    ore_cell_figure(row, "max_loss", k.compared > 0 ? k.max_lost : none);
}

void ore_robustness_scores(ore_sheet *sheet, const ore_study *study)
{
    bool is_any_scored = false;

    for (int i = 0; i < study->n_runs; i++) {
        is_any_scored |= study->runs[i].is_scored;
    }
    if (!is_any_scored) {
        return;
    }
    ore_sheet_begin(sheet, &scores,
                    ore_book_text(sheet->book, ORE_TEXT_SCORES_NOTE));
    for (ore_run_group g = 0; g < ORE_RUN_GROUPS; g++) {
        add_score(sheet, study, g);
    }
}

/* Before any mean: in how many runs there is none of the recommended set. */
void ore_robustness_say_impossible(ore_sheet *sheet, const ore_study *study)
{
    const kept all = kept_in(study, ORE_RUNS_ALL, 1.0);
    ore_book *book = sheet->book;

    if (all.scored > 0) {
        ore_sheet_say(sheet, all.possible < all.scored ? ORE_STRONG : ORE_PLAIN,
                      all.possible < all.scored ? ORE_TEXT_RUNS_IMPOSSIBLE
                                                : ORE_TEXT_RUNS_ALL_POSSIBLE,
                      ore_book_digits(book, all.scored),
                      ore_book_digits(book, all.scored - all.possible));
    }
}
