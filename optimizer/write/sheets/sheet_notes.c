/* Notes: what the figures mean, and what they can and cannot be used for. Each
 * note has a number; the second line of a sheet names those that it needs. */
#include <stdint.h>

#include "write/book/columns.h"

#define ON(sheet) (UINT64_C(1) << ORE_SHEET_##sheet)

/* The sheets of a comparison; all others are of one result. */
static const uint64_t compared = ON(SUMMARY) | ON(SELECTION) | ON(SWITCHES) |
                                 ON(FUNDING_CHANGE) | ON(GAPS_CHANGE) |
                                 ON(REGRET) | ON(INPUTS_DIFF) | ON(COMPARED);
/* Those of answers to questions. */
static const uint64_t answered =
    ON(EXPLAINED) | ON(ALTERNATIVES) | ON(PRICES) | ON(PRIORITY) | ON(CAUSES);
static const uint64_t money_sheets =
    ON(SUMMARY) | ON(FUNDING_CHANGE) | ON(PORTFOLIO) | ON(FUNDING) |
    ON(GUARANTEES) | ON(COMMITMENTS) | ON(STAKES) | ON(PURCHASES) |
    ON(WHAT_IF) | ON(WHAT_MONEY);

typedef struct note {
    uint64_t sheets; /* that need it; 0 = all of them, and none by name */
    ore_text text;
    ore_cell_look look;
} note;

static const note notes[] = {
    {money_sheets | ON(CONSTRAINTS) | ON(NOT_FUNDED) | ON(ALTERNATIVES) |
         ON(PRIORITY),
     ORE_TEXT_NOTE_MONEY, 0},
    {0, ORE_TEXT_NOTE_YEARS, 0},
    {0, ORE_TEXT_NOTE_JFY, 0},
    {0, ORE_TEXT_NOTE_USFY, 0},
    {ON(FUNDING) | ON(WHAT_IF) | ON(CONSTRAINTS) | ON(INPUTS),
     ORE_TEXT_NOTE_ACCOUNT_YEARS, 0},
    {ON(PORTFOLIO) | ON(GAPS) | ON(GAPS_BY_YEAR) | ON(OPERATIONS) |
         ON(RESILIENCE) | ON(WHAT_GAPS) | ON(GAPS_CHANGE),
     ORE_TEXT_NOTE_FLOWS, 0},
    {money_sheets, ORE_TEXT_NOTE_SUPPORT, 0},
    {ON(SUMMARY) | ON(PORTFOLIO) | ON(FUNDING) | ON(COMMITMENTS) | ON(WHAT_IF) |
         ON(WHAT_MONEY),
     ORE_TEXT_NOTE_COST, 0},
    {ON(SUMMARY) | ON(MEMO) | ON(NOT_FUNDED) | ON(FRONTIER) | ON(ROBUSTNESS) |
         ON(SENSITIVITY) | ON(CHECKS) | answered,
     ORE_TEXT_NOTE_TARGET_YEARS, 0},
    {ON(COMMITMENTS) | ON(GUARANTEES) | ON(CONSTRAINTS), ORE_TEXT_NOTE_EXPOSURE,
     0},
    {ON(GAPS) | ON(GAPS_BY_YEAR) | ON(CONCENTRATION), ORE_TEXT_NOTE_BEFORE, 0},
    {ON(GAPS) | ON(GAPS_CHANGE) | ON(RESILIENCE), ORE_TEXT_NOTE_MEANS, 0},
    {ON(SCHEDULE) | ON(OPERATIONS) | ON(PORTFOLIO), ORE_TEXT_NOTE_SCHEDULE, 0},
    {ON(PORTFOLIO), ORE_TEXT_NOTE_RISK, 0},
    {ON(CONSTRAINTS), ORE_TEXT_NOTE_RULES, 0},
    {ON(NOT_FUNDED), ORE_TEXT_NOTE_NO_FUND, 0},
    {ON(NOT_FUNDED), ORE_TEXT_NOTE_REASONS, 0},
    {ON(NOT_FUNDED), ORE_TEXT_NOTE_FORCED, 0},
    {ON(NOT_FUNDED), ORE_TEXT_NOTE_ENTRY, 0},
    {ON(CONSTRAINTS), ORE_TEXT_NOTE_RELAXED, 0},
    {ON(NOT_FUNDED) | ON(CONSTRAINTS), ORE_TEXT_NOTE_ANSWERS, 0},
    {ON(FRONTIER), ORE_TEXT_NOTE_FRONTIER, 0},
    {ON(FRONTIER), ORE_TEXT_NOTE_EVERY_POINT, 0},
    {ON(ROBUSTNESS) | ON(SENSITIVITY), ORE_TEXT_NOTE_RUNS, 0},
    {ON(PORTFOLIO) | ON(SCHEDULE) | ON(OPERATIONS), ORE_TEXT_NOTE_EXPECTED, 0},
    {ON(INPUTS), ORE_TEXT_NOTE_EVIDENCE, 0},
    {ON(SUMMARY) | ON(SELECTION) | ON(SWITCHES) | ON(FUNDING_CHANGE) |
         ON(GAPS_CHANGE),
     ORE_TEXT_NOTE_CASES, 0},
    {ON(INPUTS_DIFF), ORE_TEXT_NOTE_DIFFER, 0},
    {ON(REGRET), ORE_TEXT_NOTE_REGRET, 0},
    {0, ORE_TEXT_NOTE_MARKS, 0},
    {0, ORE_TEXT_NOTE_COLOURS, 0},
    {0, ORE_TEXT_NOTE_BLUE, ORE_INPUT},
    {0, ORE_TEXT_NOTE_FILTERS, 0},
    {0, ORE_TEXT_NOTE_FORMULAS, 0},
    {ON(SUMMARY) | ON(MEMO), ORE_TEXT_NOTE_PROOF, 0},
    {ON(SUMMARY) | ON(MEMO), ORE_TEXT_NOTE_LIMITS, 0},
    {0, ORE_TEXT_NOTE_REVIEW, 0},
    {0, ORE_TEXT_NOTE_REVIEWED, 0},
};

enum { N_NOTES = sizeof notes / sizeof *notes };

/* Whether the note is about this book. */
static bool is_told(const ore_book *book, const note *told)
{
    const ore_round *round = book->round;
    const ore_study *study = book->options->study;
    const uint64_t mine = book->n_cases > 0 ? compared
                          : ore_book_is_of_answers(book)
                              ? answered
                              : ~(compared | answered);

    switch (told->text) {
    case ORE_TEXT_NOTE_YEARS: return round->year_kind == ORE_YEARS_CALENDAR;
    case ORE_TEXT_NOTE_JFY: return round->year_kind == ORE_YEARS_JFY;
    case ORE_TEXT_NOTE_USFY: return round->year_kind == ORE_YEARS_USFY;
    case ORE_TEXT_NOTE_ACCOUNT_YEARS:
        return ore_book_has_fiscal_years(book) && (told->sheets & mine);
    case ORE_TEXT_NOTE_REVIEW: return !round->reviewed_by;
    case ORE_TEXT_NOTE_REVIEWED: return round->reviewed_by;
    case ORE_TEXT_NOTE_EXPECTED:
        return round->outputs_expected && (told->sheets & mine);
    case ORE_TEXT_NOTE_FORCED:
    case ORE_TEXT_NOTE_ENTRY:
    case ORE_TEXT_NOTE_RELAXED:
    case ORE_TEXT_NOTE_ANSWERS: return book->options->re_solved;
    case ORE_TEXT_NOTE_FRONTIER:
        return study && study->frontier && !study->frontier->may_be;
    case ORE_TEXT_NOTE_EVERY_POINT:
        return study && study->frontier && study->frontier->may_be;
    case ORE_TEXT_NOTE_RUNS: return study && study->n_runs > 0;
    case ORE_TEXT_NOTE_EVIDENCE:
        return round->n_evidence > 0 && (told->sheets & mine);
    default: return !told->sheets || (told->sheets & mine);
    }
}

const char *ore_sheet_note_marks(ore_book *book, const ore_sheet *sheet)
{
    const uint64_t bit = UINT64_C(1) << (sheet - book->sheets);
    const char *marks = "";
    int number = 0;

    for (int i = 0; i < N_NOTES; i++) {
        if (!is_told(book, &notes[i])) {
            continue;
        }
        number++;
        if (notes[i].sheets & bit) {
            marks =
                ore_book_print(book, "%s%s%s", marks, *marks ? " " : "",
                               ore_book_compose(book, ORE_TEXT_NOTE_MARK,
                                                ore_book_digits(book, number)));
        }
    }
    return marks;
}

static const ore_column_def columns[] = {
    ORE_COLUMN("number", ORE_TEXT_NUMBER, ORE_COUNT),
    ORE_COLUMN("note", ORE_TEXT_NOTE, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblNotes", "notes", columns);

void ore_fill_notes(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    sheet->is_upright = true;
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < N_NOTES; i++) {
        if (is_told(book, &notes[i])) {
            const ore_sheet_row row = ore_sheet_next(sheet);

            ore_cell_number(row, "number", row.table->n_rows);
            ore_cell_text(row, "note",
                          ore_book_compose(book, notes[i].text,
                                           book->round->reviewed_by));
            ore_cell_at(row, "note")->look = notes[i].look;
        }
    }
}
