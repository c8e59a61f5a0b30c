/* Figures of a comparison. */
#include "write/book/compare.h"

#include <math.h>
#include <string.h>

#include "write/book/columns.h"
#include "write/book/proof.h"

/* What the case is called in the round. */
static const char *own_name(const ore_book *book, int c)
{
    const ore_round *round = book->cases[c].round;

    return book->cases[c].label ? book->cases[c].label
           : strcmp(round->scenario, "base") == 0
               ? ore_book_text(book, ORE_TEXT_BASE)
               : ore_book_label(book, round->scenario_label,
                                round->scenario_label_ja);
}

/* The same, told apart from earlier cases of that name. */
static const char *single_name(ore_book *book, int c)
{
    const char *name = own_name(book, c);

    for (int before = 0; before < c; before++) {
        if (strcmp(single_name(book, before), name) == 0) {
            return ore_book_print(book, "%s (%d)", name, c + 1);
        }
    }
    return name;
}

const char *ore_case_label(ore_book *book, int c)
{
    const ore_result *result = book->cases[c].result;
    const char *name = single_name(book, c);

    if (result->status == ORE_OK) {
        return name;
    }
    return ore_book_compose(
        book, ORE_TEXT_CASE_MARKED, name,
        ore_book_text(book, result->has_portfolio ? ORE_TEXT_MARK_STOPPED
                            : result->status == ORE_INFEASIBLE
                                ? ORE_TEXT_MARK_NONE
                                : ORE_TEXT_MARK_OPEN));
}

ore_text ore_case_state(const ore_result *result)
{
    if (result->status != ORE_OK) {
        return result->has_portfolio              ? ORE_TEXT_CASE_STOPPED
               : result->status == ORE_INFEASIBLE ? ORE_TEXT_CASE_INFEASIBLE
                                                  : ORE_TEXT_CASE_NONE;
    }
    return ore_proof_of(&result->goals[0]) == ORE_PROOF_BEST
               ? ORE_TEXT_CASE_PROVEN
               : ORE_TEXT_CASE_WITHIN;
}

bool ore_case_can_differ(const ore_book *book, int c)
{
    return book->cases[0].result->status == ORE_OK &&
           book->cases[c].result->status == ORE_OK;
}

void ore_sheet_say_unended(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const char *list = "";

    for (int c = 0; c < book->n_cases; c++) {
        if (!ore_result_has_ended(book->cases[c].result)) {
            list = ore_book_print(
                book, "%s%s%s", list,
                *list ? ore_book_text(book, ORE_TEXT_LIST_COMMA) : "",
                single_name(book, c));
        }
    }
    if (*list) {
        ore_sheet_say(sheet, ORE_STRONG, ORE_TEXT_CASES_UNENDED, list);
    }
}

int ore_case_project(const ore_book *book, int c, const char *id)
{
    const ore_round *round = book->cases[c].round;
    int low = 0, high = round->n_projects - 1;

    while (low <= high) {
        const int middle = (low + high) / 2;
        const int order = strcmp(id, round->projects[middle].id);

        if (order == 0) {
            return middle;
        }
        if (order < 0) {
            high = middle - 1;
        } else {
            low = middle + 1;
        }
    }
    return -1;
}

int ore_case_chosen(const ore_book *book, int c, const char *id)
{
    const ore_result *result = book->cases[c].result;
    const int p = ore_case_project(book, c, id);

    return !result->has_portfolio || p < 0 ? -1 : result->option[p] >= 0;
}

int ore_case_count(const ore_book *book)
{
    int count = 0;

    for (int c = 0; c < book->n_cases; c++) {
        count += book->cases[c].result->has_portfolio;
    }
    return count;
}

int ore_case_times(const ore_book *book, int p, int *of)
{
    int times = 0;

    *of = 0;
    for (int c = 0; c < book->n_cases; c++) {
        const int chosen =
            ore_case_chosen(book, c, book->round->projects[p].id);

        *of += chosen >= 0;
        times += chosen > 0;
    }
    return times;
}

double ore_case_funding_m(const ore_book *book, int c, int year)
{
    const ore_round *round = book->cases[c].round;
    const ore_result *result = book->cases[c].result;
    double sum_m = 0.0;

    if (!result->has_portfolio) {
        return nan("");
    }
    for (int f = 0; f < round->n_pairs; f++) {
        if (result->year[round->pairs[f].project] == year) {
            sum_m += result->face_m[f];
        }
    }
    return sum_m;
}

/* The target of case c that is the base's i. */
static int target_of(const ore_book *book, int c, int i)
{
    const ore_round *base = book->round, *round = book->cases[c].round;
    const ore_target *wanted = &base->targets[i];

    for (int k = 0; k < round->n_targets; k++) {
        const ore_target *target = &round->targets[k];

        if (strcmp(round->materials[target->material].id,
                   base->materials[wanted->material].id) == 0 &&
            strcmp(round->markets[target->market].id,
                   base->markets[wanted->market].id) == 0) {
            return k;
        }
    }
    return -1;
}

/* The part of the base's target i that case c does not meet: by its shortfalls,
 * or by what it delivers. */
static double unmet_share(const ore_book *book, int c, int i, bool by_delivery)
{
    const ore_round *round = book->cases[c].round;
    const ore_result *result = book->cases[c].result;
    const int k = target_of(book, c, i);
    double wanted_tpa = 0.0, lacking_tpa = 0.0;

    if (!result->has_portfolio || k < 0) {
        return nan("");
    }
    for (int t = 0; t < round->n_years; t++) {
        const double target_tpa = round->targets[k].target_tpa[t];
        const int at = k * round->n_states + t;

        wanted_tpa += target_tpa;
        lacking_tpa += by_delivery
                           ? fmax(0.0, target_tpa - result->delivered_tpa[at])
                           : result->shortfall_tpa[at];
    }
    return wanted_tpa > 0.0 ? lacking_tpa / wanted_tpa : nan("");
}

double ore_case_gap(const ore_book *book, int c, int i)
{
    return unmet_share(book, c, i, false);
}

double ore_case_undelivered(const ore_book *book, int c, int i)
{
    return unmet_share(book, c, i, true);
}

int ore_case_columns(const ore_sheet *sheet)
{
    return sheet->book->n_cases;
}

const char *ore_case_heading(const ore_sheet *sheet, int i)
{
    return ore_case_label(sheet->book, i);
}

const char *ore_change_heading(const ore_sheet *sheet, int i)
{
    return i > 0 ? ore_book_compose(sheet->book, ORE_TEXT_CHANGE_OF,
                                    ore_case_label(sheet->book, i))
                 : NULL;
}

/* By how much a case differs from the first. */
static void set_change(ore_sheet_row row, ore_quantity quantity, double base,
                       double own)
{
    const char *first = ore_cell_address(ore_cell_nth(row, 0), "case");

    if (isnan(own) || isnan(base)) {
        ore_cell_word(row, "change", ORE_TEXT_NOT_APPLICABLE);
    } else if (!ore_case_can_differ(row.sheet->book, row.nth)) {
        ore_cell_word(row, "change", ORE_TEXT_ANSWER_NOT_KNOWN);
    } else if (quantity == ORE_SHARE) {
        ore_cell_formula(row, "change", (own - base) / 0.01, "=({case}-%s)/1%%",
                         first);
    } else {
        ore_cell_formula(row, "change", own - base, "={case}-%s", first);
    }
    ore_cell_at(row, "change")->quantity =
        quantity == ORE_SHARE ? ORE_POINTS : quantity;
}

void ore_cell_cases(ore_sheet_row row, ore_quantity quantity,
                    const double *figures)
{
    for (int c = 0; c < row.sheet->book->n_cases; c++) {
        const ore_sheet_row cell = ore_cell_nth(row, c);

        ore_cell_figure(cell, "case", figures[c]);
        ore_cell_at(cell, "case")->quantity = quantity;
        if (c > 0) {
            set_change(cell, quantity, figures[0], figures[c]);
        }
    }
}
