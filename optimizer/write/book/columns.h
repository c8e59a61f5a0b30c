/* What several sheets share: columns that name a project or a kind of
 * instrument, those of programs, and small looks into round and result. */
#ifndef OPTIMIZER_WRITE_BOOK_COLUMNS_H
#define OPTIMIZER_WRITE_BOOK_COLUMNS_H

#include "orefolio/instrument.h"
#include "orefolio/limits.h"
#include "write/book/sheet.h"

/** Columns that name a project, and project p in them. */
#define ORE_PROJECT_COLUMNS                                                    \
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),                 \
        ORE_COLUMN("name", ORE_TEXT_PROJECT, ORE_TEXT_CELL),                   \
        ORE_COLUMN("country", ORE_TEXT_COUNTRY, ORE_TEXT_CELL),                \
        ORE_COLUMN("stage", ORE_TEXT_STAGE, ORE_TEXT_CELL)
void ore_cell_project(ore_sheet_row row, int p);

/** The run of columns "kind": one a kind of instrument that finances capital
 * cost. */
#define ORE_KIND_COLUMNS                                                       \
    ORE_COLUMNS("kind", ore_kind_count, ore_kind_heading, ORE_MONEY,           \
                .total = true)
int ore_kind_count(const ore_sheet *sheet);
const char *ore_kind_heading(const ore_sheet *sheet, int i);
/** Whether an instrument is of another kind, a promise, which has a column of
 * its own. */
bool ore_book_has_contingents(const ore_book *book);
/** "Guaranteed debt": the source of money that a kind stands for. */
const char *ore_book_source(const ore_book *book,
                            const ore_instrument_kind *kind);

/** A column of a sheet Data_…: figures in long form for other programs, as
 * values. They have the names of the result file in every language; codes and
 * names stand on every row. */
#define ORE_DATA_COLUMN(name, of)                                              \
    {                                                                          \
        .id = (name), .quantity = (of)                                         \
    }

/** What a review has come to. */
ore_text ore_review_text(ore_review review);

/** The first goal of the round. */
const ore_objective *ore_book_first_goal(const ore_book *book);
/** Whether what was asked of single projects and limits was re-solved. */
bool ore_book_is_re_solved(const ore_book *book);

/** Whether a funder's accounts have other fiscal years than the round; then
 * their years are named in columns of this kind. */
bool ore_book_has_fiscal_years(const ore_book *book);
#define ORE_ACCOUNT_YEAR_COLUMN                                                \
    ORE_COLUMN("accountyear", ORE_TEXT_ACCOUNT_YEAR, ORE_TEXT_CELL,            \
               .is_shown = ore_book_has_fiscal_years)
/** Year `year` of an account: "JFY 2027", or where all have the round's years
 * the plain year. */
const char *ore_book_account_year(ore_book *book, const ore_budget *budget,
                                  int year);
/** Whether the limit is the amount of budget `of`. */
bool ore_limit_is_account(const ore_limit *limit);
/** Fill the cell of such a column where it is there; NULL = no account. */
void ore_cell_account_year(ore_sheet_row row, const ore_budget *budget,
                           int year);

/** Whether a goal may count target i: one of weight 0 states a demand that
 * rules refer to. */
bool ore_is_counted(const ore_round *round, int i);
/** "P" or "I": whether project p, which has capacity in horizon year t, makes
 * anything then. */
ore_text ore_book_phase(const ore_book *book, int p, int t);

/** Mean over the horizon of target i and its flows, t/yr. */
typedef struct ore_gap_means {
    double target_tpa, secured_tpa, delivered_tpa, before_tpa, after_tpa;
} ore_gap_means;
ore_gap_means ore_book_gap_means(const ore_book *book, int i);

/** Means over the years that a disruption touches of target i and what it
 * lacks without and during it, t/yr; all 0 when no goal looks at the
 * disruption. */
typedef struct ore_exposure {
    double target_tpa, quiet_tpa, hit_tpa;
} ore_exposure;
ore_exposure ore_book_exposure(const ore_book *book, int d, int i);

/** A line for a response that begins after the last commitment year: decisions
 * can no longer change. None otherwise. */
void ore_sheet_say_closed(ore_sheet *sheet);

#endif
