/* Robustness: what the first goal comes to over scenarios, single changes and
 * samples, and how often each project goes ahead in them. The core index
 * counts every different portfolio once. Source: J. Liesioe, P. Mild, A. Salo,
 * Preference programming for robust portfolio modeling and project selection,
 * European Journal of Operational Research 181 (2007) 1488-1505. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/study.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/book/sheet.h"

/* The columns of runs: families, and all of them. */
typedef enum group { SCENARIOS, SINGLE_CHANGES, SAMPLES, ALL, GROUPS } group;

static const ore_text group_names[GROUPS] = {
    ORE_TEXT_RUNS_SCENARIOS, ORE_TEXT_RUNS_SINGLE, ORE_TEXT_RUNS_SAMPLES,
    ORE_TEXT_RUNS_ALL};

static bool is_in(const ore_run *run, group g)
{
    switch (run->family) {
    case ORE_DESIGN_ROUND:
    case ORE_DESIGN_SCENARIO: return g == SCENARIOS || g == ALL;
    case ORE_DESIGN_LOW:
    case ORE_DESIGN_HIGH: return g == SINGLE_CHANGES || g == ALL;
    case ORE_DESIGN_SAMPLE: return g == SAMPLES || g == ALL;
    case ORE_DESIGN_FRONTIER:
    case ORE_DESIGN_FAMILIES: break;
    }
    return false;
}

/* Runs of the group; with a portfolio, and of project p alone. */
static int count(const ore_study *study, group g, bool with_portfolio, int p)
{
    int n = 0;

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        n += is_in(run, g) && (!with_portfolio || run->has_portfolio) &&
             (p < 0 || run->goes[p]);
    }
    return n;
}

/* Runs of the group with a portfolio whose search was stopped. */
static int count_stopped(const ore_study *study, group g)
{
    int n = 0;

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        n += is_in(run, g) && run->has_portfolio && !ore_run_has_ended(run);
    }
    return n;
}

static int ascending(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

/* The value that the part `share` of n sorted ones does not exceed. */
static double percentile(const double *sorted, int n, double share)
{
    const int at = (int)ceil(share * n) - 1;

    return sorted[at < 0 ? 0 : at];
}

static void add_outcome(ore_sheet *sheet, const ore_study *study, group g)
{
    static const double shares[] = {0.0, 0.1, 0.5, 0.9, 1.0};
    enum { N_SHARES = sizeof shares / sizeof *shares, FIRST_SHARE = 4 };
    const ore_book *book = sheet->book;
    const int n = count(study, g, true, -1);
    double *values = ore_alloc(n, sizeof *values);
    int at = 0, funded = 0;
    ore_sheet_cell *row = ore_next_row(sheet);

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        if (is_in(run, g) && run->has_portfolio) {
            values[at++] = run->value;
            funded += run->n_funded;
        }
    }
    if (n > 0) {
        qsort(values, (size_t)n, sizeof *values, ascending);
    }
    ore_set_text(&row[0], ore_say(book, group_names[g]));
    ore_set_number(&row[1], count(study, g, false, -1));
    ore_set_number(&row[2], count(study, g, false, -1) - n);
    ore_set_number(&row[3], count_stopped(study, g));
    for (int i = 0; i < N_SHARES; i++) {
        ore_set_figure(book, &row[FIRST_SHARE + i],
                       n > 0 ? percentile(values, n, shares[i]) : nan(""));
    }
    ore_set_figure(book, &row[FIRST_SHARE + N_SHARES],
                   n > 0 ? (double)funded / n : nan(""));
    free(values);
}

static void add_outcomes(ore_sheet *sheet, const ore_study *study)
{
    static const ore_text levels[] = {ORE_TEXT_LEAST, ORE_TEXT_PERCENTILE_10,
                                      ORE_TEXT_MEDIAN, ORE_TEXT_PERCENTILE_90,
                                      ORE_TEXT_MOST};
    ore_book *book = sheet->book;
    const ore_objective *goal = &book->round->goals[0];

    ore_add_line(
        sheet, ORE_PLAIN,
        ore_compose(sheet->book, ORE_TEXT_OUTCOMES_NOTE,
                    (const char *const[]){ore_goal_title(book, goal), NULL}));
    ore_add_table(sheet, "tblOutcomes", "outcomes", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RUNS), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_NUMBER_OF_RUNS), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_WITHOUT_PORTFOLIO), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_STOPPED_EARLY), ORE_COUNT);
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        ore_add_goal_column(sheet, ore_say(book, levels[i]), goal);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MEAN_PROJECTS), ORE_MEAN);
    for (group g = 0; g < GROUPS; g++) {
        if (count(study, g, false, -1) > 0) {
            add_outcome(sheet, study, g);
        }
    }
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
    double sum, worst;      /* of those where they are possible */
    double lost, most_lost; /* of those that have a best to compare with */
} kept;

static kept kept_in(const ore_study *study, group g, double sign)
{
    kept k = {.worst = -HUGE_VAL, .most_lost = -HUGE_VAL};

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        if (!is_in(run, g) || !run->is_scored || !run->has_portfolio) {
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
            k.most_lost = fmax(k.most_lost, loss_in(run, sign));
        }
    }
    return k;
}

/* What the recommended projects come to where they are kept, and what is lost
 * against the best that the run has; of how many runs stands beside each. */
static void add_score(ore_sheet *sheet, const ore_study *study, group g)
{
    const ore_book *book = sheet->book;
    const double sign =
        ore_objective_is_maximised(&book->round->goals[0]) ? -1.0 : 1.0;
    const kept k = kept_in(study, g, sign);
    const double none = nan("");

    if (k.scored == 0) {
        return;
    }
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], ore_say(book, group_names[g]));
    ore_set_number(&row[1], k.scored);
    ore_set_number(&row[2], k.scored - k.possible);
    ore_set_number(&row[3], k.possible);
    ore_set_figure(book, &row[4], k.possible > 0 ? k.sum / k.possible : none);
    ore_set_figure(book, &row[5], k.possible > 0 ? sign * k.worst : none);
    ore_set_number(&row[6], k.compared);
    ore_set_figure(book, &row[7], k.compared > 0 ? k.lost / k.compared : none);
    ore_set_figure(book, &row[8], k.compared > 0 ? k.most_lost : none);
}

static void add_scores(ore_sheet *sheet, const ore_study *study)
{
    static const struct {
        ore_text heading;
        bool is_count;
    } figures[] = {
        {ORE_TEXT_NUMBER_OF_RUNS, true}, {ORE_TEXT_NOT_POSSIBLE_IN, true},
        {ORE_TEXT_POSSIBLE_IN, true},    {ORE_TEXT_MEAN, false},
        {ORE_TEXT_WORST, false},         {ORE_TEXT_COMPARED_IN, true},
        {ORE_TEXT_MEAN_LOSS, false},     {ORE_TEXT_LARGEST_LOSS, false}};
    const ore_book *book = sheet->book;
    bool is_any_scored = false;

    for (int i = 0; i < study->n_runs; i++) {
        is_any_scored |= study->runs[i].is_scored;
    }
    if (!is_any_scored) {
        return;
    }
    ore_add_table(sheet, "tblScores", "scores",
                  ore_say(book, ORE_TEXT_SCORES_NOTE));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RUNS), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        const char *heading = ore_say(book, figures[i].heading);

        if (figures[i].is_count) {
            ore_add_column(sheet, heading, ORE_COUNT);
        } else {
            ore_add_goal_column(sheet, heading, &book->round->goals[0]);
        }
    }
    for (group g = 0; g < GROUPS; g++) {
        add_score(sheet, study, g);
    }
}

/* Which runs are the first with their portfolio; how many there are. */
static int mark_different(const ore_study *study, int n_projects,
                          bool *is_first)
{
    int n = 0;

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        is_first[i] = run->has_portfolio;
        for (int k = 0; k < i && is_first[i]; k++) {
            is_first[i] = !is_first[k] ||
                          memcmp(study->runs[k].goes, run->goes,
                                 (size_t)n_projects * sizeof *run->goes) != 0;
        }
        n += is_first[i];
    }
    return n;
}

typedef struct rated {
    int p, times; /* in all runs */
} rated;

static int most_often_first(const void *left, const void *right)
{
    const rated *a = left, *b = right;

    return a->times != b->times ? b->times - a->times : a->p - b->p;
}

/* Columns after those that name the project. */
static void add_columns(ore_sheet *sheet, const ore_study *study)
{
    ore_book *book = sheet->book;
    const char *const arguments[] = {
        ore_keep(book, "%d", count(study, ALL, true, -1)),
        ore_keep(book, "%d", count(study, ALL, false, -1)), NULL};

    ore_add_table(sheet, "tblRobust", "robustness",
                  ore_compose(book, ORE_TEXT_ROBUST_NOTE, arguments));
    ore_filter_table(sheet);
    ore_add_project_columns(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_IS_RECOMMENDED), ORE_COUNT);
    ore_mark_column(sheet, ORE_PRODUCE);
    for (group g = 0; g < GROUPS; g++) {
        if (count(study, g, true, -1) > 0) {
            const int c =
                ore_add_column(sheet, ore_say(book, group_names[g]), ORE_SHARE);

            sheet->tables[sheet->n_tables - 1].columns[c].scale =
                ORE_SCALE_SHARE;
        }
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CORE_OF_DIFFERENT), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CLASS), ORE_TEXT_CELL);
}

/* The share of different portfolios that have project p. */
static double core_index(const ore_study *study, const bool *is_first,
                         int n_different, int p)
{
    int n = 0;

    for (int i = 0; i < study->n_runs; i++) {
        n += is_first[i] && study->runs[i].goes[p];
    }
    return (double)n / n_different;
}

static void add_project(ore_sheet *sheet, const ore_study *study,
                        const rated *project, double core)
{
    ore_book *book = sheet->book;
    const int all = count(study, ALL, true, -1);
    ore_sheet_cell *row = ore_next_row(sheet);
    int c = ORE_PROJECT_COLUMNS;

    ore_set_project(book, row, project->p);
    ore_set_number(&row[c++], book->result->option[project->p] >= 0);
    for (group g = 0; g < GROUPS; g++) {
        const int n = count(study, g, true, -1);

        if (n > 0) {
            ore_set_number(&row[c++],
                           (double)count(study, g, true, project->p) / n);
        }
    }
    ore_set_number(&row[c++], core);
    ore_set_text(&row[c],
                 ore_say(book, project->times == all ? ORE_TEXT_CORE
                               : project->times == 0 ? ORE_TEXT_EXTERIOR
                                                     : ORE_TEXT_BORDERLINE));
}

static void add_projects(ore_sheet *sheet, const ore_study *study)
{
    const int n = sheet->book->round->n_projects;
    rated *list = ore_alloc(n, sizeof *list);
    bool *is_first = ore_alloc(study->n_runs, sizeof *is_first);
    const int n_different = mark_different(study, n, is_first);

    for (int p = 0; p < n; p++) {
        list[p] = (rated){p, count(study, ALL, true, p)};
    }
    if (n > 0) {
        qsort(list, (size_t)n, sizeof *list, most_often_first);
    }
    add_columns(sheet, study);
    for (int i = 0; i < n; i++) {
        add_project(sheet, study, &list[i],
                    core_index(study, is_first, n_different, list[i].p));
    }
    const int last = sheet->tables[sheet->n_tables - 1].n_columns - 1;

    sheet->marks[sheet->n_marks++] =
        (ore_mark){sheet->n_tables - 1, last, last, ORE_TEXT_CORE, ORE_GOOD};
    free(is_first);
    free(list);
}

void ore_fill_robustness(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_study *study = book->options->study;

    if (!study || study->n_runs < 2) {
        return;
    }
    if (study->n_missing > 0) {
        ore_add_line(
            sheet, ORE_STRONG,
            ore_compose(book, ORE_TEXT_RUNS_MISSING,
                        (const char *const[]){
                            ore_keep(book, "%d", study->n_missing), NULL}));
    }
    if (count_stopped(study, ALL) > 0) {
        ore_add_line(
            sheet, ORE_STRONG,
            ore_compose(
                book, ORE_TEXT_RUNS_STOPPED,
                (const char *const[]){
                    ore_keep(book, "%d", count_stopped(study, ALL)), NULL}));
    }
    add_outcomes(sheet, study);
    add_scores(sheet, study);
    add_projects(sheet, study);
}
