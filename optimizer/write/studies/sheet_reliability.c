/* Reliability: what the plan comes to in draws of failures, disruptions and
 * outcomes, when nothing is decided anew; and what fails in the bad draws. */
#include <math.h>

#include "write/book/columns.h"

/* What goes wrong is listed so far; the result file has all. */
enum { MAX_FAILURES = 15 };

static const ore_reliability *draws_of(const ore_book *book)
{
    const ore_study *study = book->options->study;

    return study ? study->reliability : NULL;
}

/* A probability, or that the plan meets it in no year. */
static void cell_odds(ore_sheet_row row, const char *column, double holds)
{
    if (isnan(holds)) {
        ore_cell_word(row, column, ORE_TEXT_NOT_PLANNED);
    } else {
        ore_cell_number(row, column, holds);
    }
}

static const ore_column_def market_columns[] = {
    ORE_COLUMN("market", ORE_TEXT_MARKET, ORE_TEXT_CELL),
    ORE_COLUMN("products", ORE_TEXT_PRODUCTS_PLANNED, ORE_COUNT),
    ORE_COLUMN("holds", ORE_TEXT_ODDS_ALL_HOLD, ORE_SHARE),
    {0}};

ORE_TABLE(markets, "tblMarketOdds", "marketodds", market_columns);

static void add_markets(ore_sheet *sheet, const ore_reliability *draws)
{
    ore_sheet_begin(sheet, &markets,
                    ore_book_text(sheet->book, ORE_TEXT_MARKET_ODDS_NOTE));
    for (int i = 0; i < draws->n_markets; i++) {
        const ore_market_odds *own = &draws->markets[i];
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_label(row, "market", &draws->round->markets[own->market]);
        ore_cell_number(row, "products", own->n_planned);
        cell_odds(row, "holds", own->holds);
    }
}

static const ore_column_def target_columns[] = {
    ORE_COLUMN("target_of", ORE_TEXT_MATERIAL_MARKET, ORE_TEXT_CELL),
    ORE_COLUMN("years", ORE_TEXT_YEARS_PLANNED, ORE_COUNT),
    ORE_COLUMN("holds", ORE_TEXT_ODDS_HOLD, ORE_SHARE),
    ORE_COLUMN("planned", ORE_TEXT_GAP_PLANNED, ORE_FLOW),
    ORE_COLUMN("p10", ORE_TEXT_GAP_P10, ORE_FLOW),
    ORE_COLUMN("p50", ORE_TEXT_GAP_P50, ORE_FLOW),
    ORE_COLUMN("p90", ORE_TEXT_GAP_P90, ORE_FLOW),
    {0}};

ORE_TABLE(targets, "tblTargetOdds", "targetodds", target_columns);

static void add_targets(ore_sheet *sheet, const ore_reliability *draws)
{
    ore_sheet_begin(sheet, &targets,
                    ore_book_text(sheet->book, ORE_TEXT_TARGET_ODDS_NOTE));
    for (int i = 0; i < draws->n_targets; i++) {
        const ore_target_odds *own = &draws->targets[i];
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_text(row, "target_of",
                      ore_book_target(sheet->book, own->target));
        ore_cell_number(row, "years", own->n_planned);
        cell_odds(row, "holds", own->holds);
        ore_cell_number(row, "planned", own->planned_tpa);
        ore_cell_figure(row, "p10", own->gap_tpa.p10);
        ore_cell_figure(row, "p50", own->gap_tpa.p50);
        ore_cell_figure(row, "p90", own->gap_tpa.p90);
    }
}

static int count_years(const ore_sheet *sheet)
{
    return sheet->book->round->n_years;
}

static const char *year_heading(const ore_sheet *sheet, int t)
{
    return ore_book_digits(sheet->book, sheet->book->round->horizon.first + t);
}

static const ore_column_def year_columns[] = {
    ORE_COLUMN("target_of", ORE_TEXT_MATERIAL_MARKET, ORE_TEXT_CELL),
    ORE_COLUMNS("year", count_years, year_heading, ORE_SHARE),
    {0}};

ORE_TABLE(years, "tblYearOdds", "yearodds", year_columns);

static void add_years(ore_sheet *sheet, const ore_reliability *draws)
{
    ore_sheet_begin(sheet, &years,
                    ore_book_text(sheet->book, ORE_TEXT_YEAR_ODDS_NOTE));
    for (int i = 0; i < draws->n_targets; i++) {
        const ore_target_odds *own = &draws->targets[i];
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_text(row, "target_of",
                      ore_book_target(sheet->book, own->target));
        for (int t = 0; t < draws->round->n_years; t++) {
            ore_cell_figure(ore_cell_nth(row, t), "year", own->met[t]);
        }
    }
}

static const ore_column_def failure_columns[] = {
    ORE_COLUMN("what", ORE_TEXT_WHAT_FAILS, ORE_TEXT_CELL),
    ORE_COLUMN("share", ORE_TEXT_SHARE_OF_DRAWS, ORE_SHARE),
    ORE_COLUMN("bad", ORE_TEXT_SHARE_OF_BAD_DRAWS, ORE_SHARE),
    ORE_COLUMN("more", ORE_TEXT_MORE_IN_BAD_DRAWS, ORE_SHARE),
    {0}};

ORE_TABLE(failures, "tblFailures", "failures", failure_columns);

static void add_failures(ore_sheet *sheet, const ore_reliability *draws)
{
    ore_book *book = sheet->book;

    if (draws->n_bad == 0) {
        return;
    }
    ore_sheet_begin(sheet, &failures,
                    ore_book_compose(book, ORE_TEXT_FAILURES_NOTE,
                                     ore_book_number(book, draws->n_bad, 0)));
    for (int i = 0; i < draws->n_failures && i < MAX_FAILURES; i++) {
        const ore_failure *own = &draws->failures[i];
        const ore_round *round = draws->round;
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_text(
            row, "what",
            own->project >= 0
                ? ore_book_project(book, &round->projects[own->project])
                : ORE_LABEL(book, &round->disruptions[own->disruption]));
        ore_cell_number(row, "share", own->share);
        ore_cell_number(row, "bad", own->bad_share);
        ore_cell_formula(row, "more", own->bad_share - own->share,
                         "={bad}-{share}");
    }
}

static void say_what(ore_sheet *sheet, const ore_reliability *draws)
{
    ore_book *book = sheet->book;
    const ore_draw_settings *asked = &draws->round->reliability;

    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_RELIABILITY_SAID,
                  ore_book_number(book, draws->n_draws, 0),
                  ore_book_digits(book, asked->seed),
                  ore_book_number(book, 100.0 * asked->level, 0));
    if (draws->n_broken > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_RELIABILITY_BROKEN,
                      ore_book_number(book, draws->n_broken, 0));
    }
    if (draws->n_known < draws->n_draws) {
        ore_sheet_say(sheet, ORE_STRONG, ORE_TEXT_RELIABILITY_UNKNOWN,
                      ore_book_number(book, draws->n_draws - draws->n_known, 0),
                      ore_book_number(book, draws->n_known, 0));
    }
}

void ore_fill_reliability(ore_sheet *sheet)
{
    const ore_reliability *draws = draws_of(sheet->book);

    if (!draws) {
        return;
    }
    say_what(sheet, draws);
    if (draws->n_known == 0) {
        return;
    }
    if (draws->n_markets > 0) {
        add_markets(sheet, draws);
    }
    add_targets(sheet, draws);
    add_failures(sheet, draws);
    add_years(sheet, draws);
}
