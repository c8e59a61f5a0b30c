/* What several sheets share: columns that name a project, where the portfolio's
 * figures stand, small looks into the plan. */
#ifndef OPTIMIZER_WRITE_BOOK_COLUMNS_H
#define OPTIMIZER_WRITE_BOOK_COLUMNS_H

#include "orefolio/instrument.h"
#include "write/book/sheet.h"

/** Columns of the portfolio that other sheets refer to. After the sources by
 * kind (ore_portfolio_sources) come bank debt, sponsor equity and budget cost.
 */
enum { ORE_PORTFOLIO_YEAR = 5, ORE_PORTFOLIO_CAPEX, ORE_PORTFOLIO_SUPPORT };

/** Columns of the sheet Gaps, and of its yearly form. */
enum {
    ORE_GAPS_TARGET = 1,
    ORE_GAPS_SECURED,
    ORE_GAPS_DELIVERED,
    ORE_GAPS_BEFORE,
    ORE_GAPS_AFTER,
    ORE_GAPS_CLOSED,
    ORE_GAPS_SHARE_BEFORE,
    ORE_GAPS_SHARE_AFTER
};
enum { ORE_YEARLY_BEFORE = 6, ORE_YEARLY_AFTER };

/** Tables of the sheet Funding, and columns of the last one. */
enum { ORE_FUNDING_YEARS, ORE_FUNDING_INSTRUMENTS, ORE_FUNDING_BUDGETS };
enum { ORE_BUDGETS_AVAILABLE = 3, ORE_BUDGETS_USED, ORE_BUDGETS_HEADROOM };

/** Columns of the sheet Constraints. */
enum {
    ORE_CONSTRAINTS_LIMIT = 5,
    ORE_CONSTRAINTS_USED,
    ORE_CONSTRAINTS_SLACK,
    ORE_CONSTRAINTS_STATUS,
    ORE_CONSTRAINTS_STEP,
    ORE_CONSTRAINTS_GAIN,
    ORE_CONSTRAINTS_ROOM
};

/** Columns of the sheet Inputs. */
enum {
    ORE_INPUTS_WHAT = 1,
    ORE_INPUTS_VALUE,
    ORE_INPUTS_UNIT,
    ORE_INPUTS_SOURCE
};

/** Columns of the sheets Commitments, NotFunded and Checks. */
enum {
    ORE_COMMITMENTS_FACE = 7,
    ORE_COMMITMENTS_COST = 10,
    ORE_NOT_FUNDED_CAPEX = 4,
    ORE_NOT_FUNDED_LOSS = 7,
    ORE_CHECKS_RESULT = 5
};

/** Column of what stockpiles cost, in the last table of the sheet Resilience.
 */
enum { ORE_STOCKPILES_COST = 7 };

/** What commitments and stockpiles charge to accounts, by formula, and as a
 * figure in *value. */
const char *ore_budget_cost(const ore_book *book, double *value);

/** Tables of the sheet WhatIf, and columns of its switches. */
enum {
    ORE_WHAT_BROKEN,
    ORE_WHAT_SWITCHES,
    ORE_WHAT_ACCOUNTS,
    ORE_WHAT_FINANCING
};
enum { ORE_WHAT_RECOMMENDED = 3, ORE_WHAT_FUNDED };
/** The option and the commitment year of project p there: the chosen ones, or
 * the first it may have. */
int ore_what_if_option(const ore_book *book, int p);
int ore_what_if_year(const ore_book *book, int p);

enum { ORE_DATA_FACE = 7, ORE_DATA_SHORTFALL = 9 };
/** Fill one sheet; sheets.def says when. */
#define ORE_SHEET(id, name, pass) void ore_fill_##name(ore_sheet *sheet);
#include "write/book/sheets.def"
#undef ORE_SHEET

/** A column of a sheet Data_…: figures in long form for other programs, as
 * values. They have the names of the result file in every language; codes and
 * names stand on every row. */
#define ORE_DATA_COLUMN(name, of)                                              \
    {                                                                          \
        .id = (name), .quantity = (of)                                         \
    }

/** Columns that name a project, and project p in them. */
#define ORE_PROJECT_COLUMNS                                                    \
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),                 \
        ORE_COLUMN("name", ORE_TEXT_PROJECT, ORE_TEXT_CELL),                   \
        ORE_COLUMN("country", ORE_TEXT_COUNTRY, ORE_TEXT_CELL),                \
        ORE_COLUMN("stage", ORE_TEXT_STAGE, ORE_TEXT_CELL)
void ore_cell_project(ore_sheet_row row, int p);

/** One column a kind of instrument that finances capital cost: how many, and
 * what each is called. */
int ore_count_kinds(const ore_sheet *sheet);
const char *ore_kind_heading(const ore_sheet *sheet, int i);
/** Whether a result has promises, which no kind's column shows. */
bool ore_book_has_contingents(const ore_book *book);
/** The first goal of the round. */
const ore_objective *ore_first_goal(const ore_book *book);

/** Four columns: id, name, country, stage; and project p in them. */
void ore_add_project_columns(ore_sheet *sheet);
void ore_set_project(const ore_book *book, ore_sheet_cell *row, int p);

/** How many columns that is. */
enum { ORE_OLD_PROJECT_COLUMNS = 4 };

/** What amounts of a goal are: money, or a pure number. */
ore_quantity ore_goal_quantity(const ore_objective *use);
/** Add a column of a goal's values, headed so and by its unit. */
void ore_add_goal_column(ore_sheet *sheet, const char *heading,
                         const ore_objective *use);

/** A number, or "not applicable" for what is not finite. */
void ore_set_figure(const ore_book *book, ore_sheet_cell *cell, double value);
/** Set a figure that was re-solved, or the word for what became of it. */
void ore_set_answer(const ore_book *book, ore_sheet_cell *cell,
                    ore_answer answer, double value);

/** How many kinds of instruments finance capital cost: the first ones. */
int ore_kind_count(void);
/** Whether an instrument is of another kind, a promise: then a column of their
 * face stands before the sources. */
bool ore_has_contingents(const ore_round *round);
/** Column of the first source on the sheet Portfolio. */
int ore_portfolio_sources(const ore_round *round);
/** "Guaranteed debt": the source of money that a kind stands for. */
const char *ore_book_source(const ore_book *book,
                            const ore_instrument_kind *kind);

/** Column of the totals by year on the sheet Funding; the one in yen follows.
 */
int ore_funding_total(const ore_round *round);
/** Whether totals are shown in yen too. */
bool ore_book_has_yen(const ore_book *book);

/** Whether some target asks for the material. */
bool ore_is_targeted(const ore_round *round, int material);

/** "USD 12.3 million" of an amount as it is shown. */
const char *ore_book_amount(ore_book *book, double value_m);
/** The Memo's sentences about limits that bind, and the one most worth
 * moving. */
void ore_memo_limits(ore_sheet *sheet);
/** Its sentences about other runs of the round, when there are any: what less
 * money would buy; how sure the projects are; what is not weighed. */
void ore_memo_frontier(ore_sheet *sheet);
void ore_memo_runs(ore_sheet *sheet);
void ore_memo_single_figures(ore_sheet *sheet);
/** The table of key figures at the end of the Memo. */
void ore_memo_figures(ore_sheet *sheet);

/** "P" or "I": whether project p, which has capacity in horizon year t, makes
 * anything then. */
ore_text ore_book_phase(const ore_book *book, int p, int t);

/** Mean over the horizon of target i and its flows, t/yr. */
typedef struct ore_gap_means {
    double target_tpa, secured_tpa, delivered_tpa, before_tpa, after_tpa;
} ore_gap_means;
ore_gap_means ore_gap_means_of(const ore_book *book, int i);

/** Means over the years that a disruption touches of target i and what it
 * lacks without and during it, t/yr; all 0 when no goal looks at the
 * disruption. */
typedef struct ore_exposure {
    double target_tpa, quiet_tpa, hit_tpa;
} ore_exposure;
ore_exposure ore_exposure_of(const ore_book *book, int d, int i);

/** Every project's line leads to its rows on other sheets, and back. All sheets
 * are filled. */
void ore_link_projects(ore_book *book);

/** A line for a response that begins after the last commitment year: decisions
 * can no longer change. None otherwise. */
void ore_sheet_say_closed(ore_sheet *sheet);

/** Sentences on how near the goals are proven to be to their best. */
void ore_memo_proof(ore_sheet *sheet);

#endif
