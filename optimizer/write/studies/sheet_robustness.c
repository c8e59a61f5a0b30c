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
#include "orefolio/study/study.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/studies/robustness_scores.h"

/* Runs of the group; with a portfolio, and of project p alone. */
static int count(const ore_study *study, ore_run_group g, bool with_portfolio,
                 int p)
{
    int n = 0;

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        n += ore_run_is_in(run, g) && (!with_portfolio || run->has_portfolio) &&
             (p < 0 || run->goes[p]);
    }
    return n;
}

/* Runs of the group with a portfolio whose search was stopped. */
static int count_stopped(const ore_study *study, ore_run_group g)
{
    int n = 0;

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        n += ore_run_is_in(run, g) && run->has_portfolio &&
             !ore_run_has_ended(run);
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

static const ore_column_def outcome_columns[] = {
    ORE_COLUMN("runs", ORE_TEXT_RUNS, ORE_TEXT_CELL),
    ORE_COLUMN("number", ORE_TEXT_NUMBER_OF_RUNS, ORE_COUNT),
    ORE_COLUMN("without", ORE_TEXT_WITHOUT_PORTFOLIO, ORE_COUNT),
    ORE_COLUMN("stopped", ORE_TEXT_STOPPED_EARLY, ORE_COUNT),
    ORE_GOAL_COLUMN("least", ORE_TEXT_LEAST, ore_book_first_goal),
    ORE_GOAL_COLUMN("tenth", ORE_TEXT_PERCENTILE_10, ore_book_first_goal),
    ORE_GOAL_COLUMN("median", ORE_TEXT_MEDIAN, ore_book_first_goal),
    ORE_GOAL_COLUMN("ninetieth", ORE_TEXT_PERCENTILE_90, ore_book_first_goal),
    ORE_GOAL_COLUMN("most", ORE_TEXT_MOST, ore_book_first_goal),
    ORE_COLUMN("projects", ORE_TEXT_MEAN_PROJECTS, ORE_MEAN),
    {0}};

ORE_TABLE(outcomes, "tblOutcomes", "outcomes", outcome_columns);

static void add_outcome(ore_sheet *sheet, const ore_study *study,
                        ore_run_group g)
{
    static const struct {
        const char *id;
        double share;
    } levels[] = {{"least", 0.0},
                  {"tenth", 0.1},
                  {"median", 0.5},
                  {"ninetieth", 0.9},
                  {"most", 1.0}};
    const int n = count(study, g, true, -1), all = count(study, g, false, -1);
    double *values = ore_alloc(n, sizeof *values);
    int at = 0, funded = 0;
    const ore_sheet_row row = ore_sheet_next(sheet);

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];

        if (ore_run_is_in(run, g) && run->has_portfolio) {
            values[at++] = run->value;
            funded += run->n_funded;
        }
    }
    if (n > 0) {
        qsort(values, (size_t)n, sizeof *values, ascending);
    }
    ore_cell_word(row, "runs", ore_run_group_name(g));
    ore_cell_number(row, "number", all);
    ore_cell_number(row, "without", all - n);
    ore_cell_number(row, "stopped", count_stopped(study, g));
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        ore_cell_figure(row, levels[i].id,
                        n > 0 ? percentile(values, n, levels[i].share)
                              : nan(""));
    }
    ore_cell_figure(row, "projects", n > 0 ? (double)funded / n : nan(""));
    free(values);
}

static void add_outcomes(ore_sheet *sheet, const ore_study *study)
{
    ore_book *book = sheet->book;

    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_OUTCOMES_NOTE,
                  ore_book_goal(book, ore_book_first_goal(book)));
    ore_sheet_begin(sheet, &outcomes, NULL);
    for (ore_run_group g = 0; g < ORE_RUN_GROUPS; g++) {
        if (count(study, g, false, -1) > 0) {
            add_outcome(sheet, study, g);
        }
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

static int count_groups(const ore_sheet *sheet)
{
    (void)sheet;
    return ORE_RUN_GROUPS;
}

/* A group without a portfolio has no column. */
static const char *group_heading(const ore_sheet *sheet, int i)
{
    return count(sheet->book->options->study, (ore_run_group)i, true, -1) > 0
               ? ore_book_text(sheet->book,
                               ore_run_group_name((ore_run_group)i))
               : NULL;
}

static const ore_column_def project_columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("recommended", ORE_TEXT_IS_RECOMMENDED, ORE_COUNT,
               .positive = ORE_PRODUCE),
    ORE_COLUMNS("share", count_groups, group_heading, ORE_SHARE,
                .scale = ORE_SCALE_SHARE),
    ORE_COLUMN("core", ORE_TEXT_CORE_OF_DIFFERENT, ORE_SHARE),
    ORE_COLUMN("class", ORE_TEXT_CLASS, ORE_TEXT_CELL,
               .marks = {{ORE_TEXT_CORE, ORE_GOOD}}),
    {0}};

ORE_TABLE(projects, "tblRobust", "robustness", project_columns,
          .is_filtered = true);

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
    const int all = count(study, ORE_RUNS_ALL, true, -1);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, project->p);
    ore_cell_number(row, "recommended",
                    sheet->book->result->option[project->p] >= 0);
    for (ore_run_group g = 0; g < ORE_RUN_GROUPS; g++) {
        const int n = count(study, g, true, -1);

        if (n > 0) {
            ore_cell_number(ore_cell_nth(row, (int)g), "share",
                            (double)count(study, g, true, project->p) / n);
        }
    }
    ore_cell_number(row, "core", core);
    ore_cell_word(row, "class",
                  project->times == all ? ORE_TEXT_CORE
                  : project->times == 0 ? ORE_TEXT_EXTERIOR
                                        : ORE_TEXT_BORDERLINE);
}

static void add_projects(ore_sheet *sheet, const ore_study *study)
{
    ore_book *book = sheet->book;
    const int n = book->round->n_projects;
    rated *list = ore_alloc(n, sizeof *list);
    bool *is_first = ore_alloc(study->n_runs, sizeof *is_first);
    const int n_different = mark_different(study, n, is_first);

    for (int p = 0; p < n; p++) {
        list[p] = (rated){p, count(study, ORE_RUNS_ALL, true, p)};
    }
    if (n > 0) {
        qsort(list, (size_t)n, sizeof *list, most_often_first);
    }
    ore_sheet_begin(
        sheet, &projects,
        ore_book_compose(
            book, ORE_TEXT_ROBUST_NOTE,
            ore_book_digits(book, count(study, ORE_RUNS_ALL, true, -1)),
            ore_book_digits(book, count(study, ORE_RUNS_ALL, false, -1))));
    for (int i = 0; i < n; i++) {
        add_project(sheet, study, &list[i],
                    core_index(study, is_first, n_different, list[i].p));
    }
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
        ore_sheet_say(sheet, ORE_STRONG, ORE_TEXT_RUNS_MISSING,
                      ore_book_digits(book, study->n_missing));
    }
    if (count_stopped(study, ORE_RUNS_ALL) > 0) {
        ore_sheet_say(
            sheet, ORE_STRONG, ORE_TEXT_RUNS_STOPPED,
            ore_book_digits(book, count_stopped(study, ORE_RUNS_ALL)));
    }
    ore_robustness_say_impossible(sheet, study);
    add_outcomes(sheet, study);
    ore_robustness_scores(sheet, study);
    add_projects(sheet, study);
}
