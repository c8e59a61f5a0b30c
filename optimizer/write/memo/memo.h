/* The sections of the Memo, in their order. Each writes lines or a table, or
 * nothing where the run has nothing to say of it. */
#ifndef OPTIMIZER_WRITE_MEMO_MEMO_H
#define OPTIMIZER_WRITE_MEMO_MEMO_H

#include "write/book/sheet.h"

/** "1,404", "12.3": as many digits as a reader wants. */
const char *ore_memo_number(ore_book *book, double value);
/** "USD 1,404 million" of an amount as it is shown. */
const char *ore_memo_amount(ore_book *book, double value_m);
/** "47" of 0.47. */
const char *ore_memo_percent(ore_book *book, double share);
/** The list so far and one more item. */
const char *ore_memo_listed(ore_book *book, const char *list, const char *item);
/** "14 July 2026" of "2026-07-14". */
const char *ore_memo_date(ore_book *book, const char *date);
/** "1 project", "28 projects". */
const char *ore_memo_projects(ore_book *book, int n);
/** "2027-2029" as the round's years are named. */
const char *ore_memo_years(ore_book *book, int first, int last);

/** What the ministers are asked to decide, year by year. */
void ore_memo_decision(ore_sheet *sheet);
/** Of a round with events: what is decided now, and what later on which
 * news. */
void ore_memo_news(ore_sheet *sheet);
/** What is recommended, and its largest charges. */
void ore_memo_recommendation(ore_sheet *sheet);
/** What a response to a disruption comes to, when there is one. */
void ore_memo_response(ore_sheet *sheet);
/** What less money would buy: points of the frontier, if there is one. */
void ore_memo_options(ore_sheet *sheet);
/** Whether the Memo has options to choose from. */
bool ore_memo_has_options(const ore_book *book);
/** What each funder pays and gains, and which gaps close or stay. */
void ore_memo_gains(ore_sheet *sheet);
/** What may go wrong, and what the decision depends on. */
void ore_memo_risks(ore_sheet *sheet);
/** Sentences about limits that bind, and the one most worth moving. */
void ore_memo_limits(ore_sheet *sheet);
/** How far the answer can be trusted. */
void ore_memo_certainty(ore_sheet *sheet);
/** Sentences on how near the goals are proven to be to their best. */
void ore_memo_proof(ore_sheet *sheet);
/** Sentences about other runs of the round, when there are any: how sure the
 * projects are; what is not weighed. */
void ore_memo_runs(ore_sheet *sheet);
void ore_memo_single_figures(ore_sheet *sheet);

/** Instead of all of them: why there is no portfolio. */
void ore_memo_none(ore_sheet *sheet);

#endif
