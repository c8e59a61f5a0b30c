/* Provenance: what made this workbook, out of what, and how sure the answer
 * is. Nothing here differs between two runs with equal inputs. */
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/goal.h"
#include "write/book/columns.h"
#include "write/book/compare.h"
#include "write/book/proof.h"
#include "write/xlsx/xlsx_pen.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("item", ORE_TEXT_ITEM, ORE_TEXT_CELL),
    ORE_COLUMN("value", ORE_TEXT_VALUE, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblProvenance", "provenance", columns);

static void add_text(ore_sheet *sheet, const char *item, const char *value)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "item", item);
    ore_cell_text_or(row, "value", value, ORE_TEXT_NOT_APPLICABLE);
}

static void add_item(ore_sheet *sheet, ore_text item, const char *value)
{
    add_text(sheet, ore_book_text(sheet->book, item), value);
}

/* Counts and figures of this sheet are read, not summed: they are texts with
 * the digits that a machine would write. */
static const char *digits(ore_book *book, double value)
{
    if (!isfinite(value)) {
        return ore_book_text(book, ORE_TEXT_NOT_APPLICABLE);
    }
    char *text = ore_number_text(value);
    const char *kept = ore_book_print(book, "%s", text);

    free(text);
    return kept;
}

/* "High demand: Status": an item of one of several cases; label NULL = of the
 * only one, or the base. */
static const char *of_case(ore_book *book, const char *label, const char *item)
{
    return label ? ore_book_compose(book, ORE_TEXT_LABEL_OF, label, item)
                 : item;
}

static void add_goal(ore_sheet *sheet, const ore_case *of, const char *label,
                     int g)
{
    ore_book *book = sheet->book;
    const ore_objective *use = &of->round->goals[g];
    const ore_goal_outcome *outcome = &of->result->goals[g];
    const double rate =
        ore_goal_quantity(use) == ORE_MONEY ? book->money_rate : 1.0;
    const char *item =
        ore_book_compose(book, ORE_TEXT_GOAL_NUMBER, digits(book, g + 1.0),
                         ore_book_goal(book, use));

    const bool has_bound = ore_proof_of(outcome) != ORE_PROOF_NONE;

    add_text(sheet, of_case(book, label, item),
             ore_book_compose(
                 book,
                 has_bound ? ORE_TEXT_GOAL_OUTCOME : ORE_TEXT_GOAL_NO_BOUND,
                 ore_book_print(book, "%.9g", rate * outcome->value),
                 ore_book_print(book, "%.9g", rate * outcome->bound),
                 ore_book_number(book, 100.0 * outcome->gap, 4),
                 ore_book_goal_unit(book, use)));
}

static void add_model(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_statistics *statistics = ore_statistics_of(book->options);

    /* A result that was read from a file does not tell its size. */
    if (statistics->rows > 0) {
        add_item(sheet, ORE_TEXT_MODEL_SIZE,
                 ore_book_compose(book, ORE_TEXT_MODEL_FIGURES,
                                  digits(book, statistics->rows),
                                  digits(book, statistics->columns),
                                  digits(book, statistics->integers),
                                  digits(book, statistics->nonzeros)));
    }
    add_item(sheet, ORE_TEXT_VERIFICATION,
             ore_book_compose(
                 book, ORE_TEXT_VERIFIED_FIGURES,
                 digits(book, statistics->rows_checked),
                 digits(book, statistics->rules_checked),
                 ore_book_print(book, "%.2g", statistics->worst_violation)));
}

static void add_input(ore_sheet *sheet, const ore_input *input,
                      const char *label)
{
    ore_book *book = sheet->book;
    const char *item = ore_book_compose(book, ORE_TEXT_INPUT_FILE, input->path);

    /* The hash is broken in two, so that it fits its column. */
    const char *figures = ore_book_compose(
        book, ORE_TEXT_INPUT_FIGURES, digits(book, input->rows),
        ore_book_print(book, "%.32s", input->sha256), input->sha256 + 32);

    add_text(sheet, of_case(book, label, item),
             input->read_as ? ore_book_compose(book, ORE_TEXT_INPUT_READ_AS,
                                               figures, input->read_as)
                            : figures);
}

static void add_adjustments(ore_sheet *sheet, const ore_round *round,
                            const char *label)
{
    ore_book *book = sheet->book;

    for (int i = 0; i < round->n_adjustments; i++) {
        const ore_adjustment *adjustment = &round->adjustments[i];
        const ore_text item = adjustment->where.line > 0
                                  ? ORE_TEXT_SCENARIO_CHANGE
                                  : ORE_TEXT_SET_CHANGE;

        add_text(sheet, of_case(book, label, ore_book_text(book, item)),
                 ore_book_print(book, "%s = %s", adjustment->address,
                                adjustment->value));
    }
}

/* Whether the base was read from the same bytes under that name. */
static bool is_of_base(const ore_book *book, const ore_input *input)
{
    for (int i = 0; i < book->round->n_inputs; i++) {
        const ore_input *of_base = &book->round->inputs[i];

        if (strcmp(of_base->path, input->path) == 0 &&
            strcmp(of_base->sha256, input->sha256) == 0) {
            return true;
        }
    }
    return false;
}

/* A further case of a comparison: what is its own. */
static void add_case(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_case *of = &book->cases[c];
    const char *label = ore_case_label(book, c);

    add_text(sheet, of_case(book, label, ore_book_text(book, ORE_TEXT_STATUS)),
             ore_book_text(book, ore_case_state(of->result)));
    add_adjustments(sheet, of->round, label);
    for (int g = 0; of->result->has_portfolio && g < of->round->n_goals; g++) {
        add_goal(sheet, of, label, g);
    }
    for (int i = 0; i < of->round->n_inputs; i++) {
        if (!is_of_base(book, &of->round->inputs[i])) {
            add_input(sheet, &of->round->inputs[i], label);
        }
    }
}

/* A number as it was given; lives as long as the book. */
static const char *given(ore_book *book, double value)
{
    char *text = ore_number_text(value);
    const char *kept = ore_book_print(book, "%s", text);

    free(text);
    return kept;
}

/* The options that shaped the answer. */
static const char *options_of(ore_book *book)
{
    const ore_write_options *options = book->options;
    const ore_round *round = book->round;
    const char *const parts[] = {
        ore_book_compose(book, ORE_TEXT_OPTIONS_LIMITS,
                         given(book, options->gap),
                         given(book, options->time_limit_s)),
        options->work_limit_s > 0.0
            ? ore_book_compose(book, ORE_TEXT_OPTIONS_WORK,
                               given(book, options->work_limit_s))
            : "",
        ore_book_compose(book, ORE_TEXT_OPTIONS_SEED,
                         ore_book_digits(book, options->seed)),
        round->baseline.path ? ore_book_text(book, ORE_TEXT_OPTIONS_BASELINE)
                             : "",
        options->keep
            ? ore_book_compose(book, ORE_TEXT_OPTIONS_KEEP, options->keep)
            : "",
        round->respond >= 0
            ? ore_book_compose(book, ORE_TEXT_OPTIONS_RESPOND,
                               round->disruptions[round->respond].id)
            : "",
        options->re_solved ? ore_book_text(book, ORE_TEXT_OPTIONS_TRADE_OFFS)
                           : ""};
    const char *all = "";

    for (int i = 0; i < ORE_COUNT_OF(parts); i++) {
        all = ore_book_print(book, "%s%s", all, parts[i]);
    }
    return all;
}

static ore_text status_of(const ore_result *result)
{
    return result->status == ORE_INFEASIBLE ? ORE_TEXT_STATUS_INFEASIBLE
           : !result->has_portfolio         ? ORE_TEXT_STATUS_NONE
           : result->status == ORE_OK       ? ORE_TEXT_STATUS_OPTIMAL
                                            : ORE_TEXT_STATUS_STOPPED;
}

void ore_fill_provenance(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_write_options *options = book->options;
    const ore_case base = {.round = book->round, .result = book->result};

    ore_sheet_begin(sheet, &table, NULL);
    add_item(sheet, ORE_TEXT_PROGRAM,
             ore_book_print(book, "orefolio %s", options->version));
    add_item(sheet, ORE_TEXT_OPTIONS, options_of(book));
    add_item(sheet, ORE_TEXT_SOLVER, options->solver);
    add_item(sheet, ORE_TEXT_LIBRARIES,
             ore_book_print(book, "libxlsxwriter %s, jansson %s",
                            ore_xlsx_version(), jansson_version_str()));
    add_item(sheet, ORE_TEXT_SEEN_AS,
             ore_book_compose(book, ORE_TEXT_SEEN_FIGURES, options->language,
                              ore_book_unit(book, ORE_MONEY)));
    add_item(sheet, ORE_TEXT_SCENARIO,
             book->round->scenario_label
                 ? ore_book_label(book, book->round->scenario_label,
                                  book->round->scenario_label_ja)
                 : ore_book_word(book, book->round->scenario));
    add_adjustments(sheet, book->round, NULL);
    add_item(sheet, ORE_TEXT_STATUS,
             ore_book_text(book, status_of(book->result)));
    for (int g = 0; book->result->has_portfolio && g < book->round->n_goals;
         g++) {
        add_goal(sheet, &base, NULL, g);
    }
    add_model(sheet);
    for (int i = 0; i < book->round->n_inputs; i++) {
        add_input(sheet, &book->round->inputs[i], NULL);
    }
    for (int c = 1; c < book->n_cases; c++) {
        add_case(sheet, c);
    }
    add_item(sheet, ORE_TEXT_LOCALE, ore_book_text(book, ORE_TEXT_LOCALE_WHY));
    add_item(sheet, ORE_TEXT_SAME_BYTES,
             ore_book_text(book, ore_book_is_repeatable(book)
                                     ? ORE_TEXT_SAME_BYTES_WHY
                                     : ORE_TEXT_OTHER_BYTES_WHY));
    add_item(sheet, ORE_TEXT_FILE_HASH,
             ore_book_text(book, ORE_TEXT_FILE_HASH_WHY));
}
