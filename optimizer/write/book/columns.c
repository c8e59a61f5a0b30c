/* What several sheets share. */
#include "write/book/columns.h"

#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"

void ore_cell_project(ore_sheet_row row, int p)
{
    const ore_book *book = row.sheet->book;
    const ore_project *project = &book->round->projects[p];

    ore_cell_text(row, "project", project->id);
    ore_cell_text(row, "name", ore_book_project(book, project));
    ore_cell_text(row, "country", ore_book_country(book, project->country));
    ore_cell_text(row, "stage", ore_book_word(book, project->stage));
}

const char *ore_kind_heading(const ore_sheet *sheet, int i)
{
    return ore_book_source(sheet->book, ore_instrument_kinds[i]);
}

bool ore_book_has_contingents(const ore_book *book)
{
    const ore_round *round = book->round;

    for (int k = 0; k < round->n_instruments; k++) {
        if (!round->instruments[k].kind->json_source) {
            return true;
        }
    }
    return false;
}

bool ore_book_is_re_solved(const ore_book *book)
{
    return book->options->re_solved;
}

const ore_objective *ore_book_first_goal(const ore_book *book)
{
    return &book->round->goals[0];
}

int ore_kind_count(const ore_sheet *sheet)
{
    int n = 0;

    (void)sheet;
    while (ore_instrument_kinds[n] && ore_instrument_kinds[n]->json_source) {
        n++;
    }
    return n;
}

const char *ore_book_source(const ore_book *book,
                            const ore_instrument_kind *kind)
{
    switch (kind->source) {
    case ORE_SOURCE_NONE: return ore_book_text(book, ORE_TEXT_GUARANTEED_DEBT);
    case ORE_SOURCE_EQUITY: return ore_book_text(book, ORE_TEXT_PUBLIC_EQUITY);
    case ORE_SOURCE_GRANT:
    case ORE_SOURCE_LOAN: break;
    }
    return ore_book_own_word(book, kind->label, "instrument.%s", kind->name);
}

bool ore_book_has_fiscal_years(const ore_book *book)
{
    const ore_round *round = book->round;

    for (int u = 0; u < round->n_funders; u++) {
        if (round->funders[u].year_kind != round->year_kind) {
            return true;
        }
    }
    return false;
}

const char *ore_book_account_year(ore_book *book, const ore_budget *budget,
                                  int year)
{
    const char *digits = ore_book_digits(book, year);

    if (!ore_book_has_fiscal_years(book)) {
        return digits;
    }
    switch (book->round->funders[budget->funder].year_kind) {
    case ORE_YEARS_CALENDAR: break;
    case ORE_YEARS_JFY:
        return ore_book_compose(book, ORE_TEXT_YEAR_JFY, digits);
    case ORE_YEARS_USFY:
        return ore_book_compose(book, ORE_TEXT_YEAR_USFY, digits);
    }
    return ore_book_compose(book, ORE_TEXT_YEAR_CALENDAR, digits);
}

bool ore_limit_is_account(const ore_limit *limit)
{
    return strcmp(limit->figure, "budget amount") == 0;
}

void ore_cell_account_year(ore_sheet_row row, const ore_budget *budget,
                           int year)
{
    ore_book *book = row.sheet->book;

    if (ore_book_has_fiscal_years(book)) {
        ore_cell_text_or(row, "accountyear",
                         budget ? ore_book_account_year(book, budget, year)
                                : NULL,
                         ORE_TEXT_NO_UNIT);
    }
}

bool ore_is_counted(const ore_round *round, int i)
{
    bool any = false;

    for (int t = 0; t < round->n_years && !any; t++) {
        any = round->targets[i].weight[t] > 0.0;
    }
    return any;
}

ore_gap_means ore_book_gap_means(const ore_book *book, int i)
{
    const ore_round *round = book->round;
    ore_gap_means means = {0};

    for (int t = 0; t < round->n_years; t++) {
        const int at = i * round->n_states + t;

        means.target_tpa += round->targets[i].target_tpa[t] / round->n_years;
        means.secured_tpa +=
            ore_figure_secured_tpa(round, i, t) / round->n_years;
        means.delivered_tpa += book->result->delivered_tpa[at] / round->n_years;
        means.before_tpa +=
            ore_figure_gap_before_tpa(round, i, t) / round->n_years;
        means.after_tpa += book->result->shortfall_tpa[at] / round->n_years;
    }
    return means;
}

/* Less use of capacity than this is none. */
static const double idle_below = 1e-6;

ore_text ore_book_phase(const ore_book *book, int p, int t)
{
    return ore_figure_use(book->round, book->result, p, t) < idle_below
               ? ORE_TEXT_IDLE
               : ORE_TEXT_PRODUCES;
}

ore_text ore_review_text(ore_review review)
{
    static const ore_text texts[] = {
        [ORE_REVIEW_CLEARED] = ORE_TEXT_REVIEW_CLEARED,
        [ORE_REVIEW_PENDING] = ORE_TEXT_REVIEW_PENDING,
        [ORE_REVIEW_CONDITIONS] = ORE_TEXT_REVIEW_CONDITIONS,
        [ORE_REVIEW_BLOCKED] = ORE_TEXT_REVIEW_BLOCKED};

    return texts[review];
}
