/* Notes: what the figures mean, and what they can and cannot be used for. Each
 * note has a number; the second line of a sheet names those that it needs. */
#include <stdint.h>

#include "write/columns.h"
#include "write/sheet.h"

#define ON(sheet) (UINT64_C(1) << ORE_SHEET_##sheet)

/* The sheets of a comparison; all others are of one result. */
static const uint64_t compared = ON(SUMMARY) | ON(SELECTION) | ON(SWITCHES) |
                                 ON(FUNDING_CHANGE) | ON(GAPS_CHANGE) |
                                 ON(REGRET) | ON(INPUTS_DIFF) | ON(COMPARED);
static const uint64_t money_sheets = ON(SUMMARY) | ON(FUNDING_CHANGE) |
                                     ON(PORTFOLIO) | ON(FUNDING) | ON(FUNDERS) |
                                     ON(GUARANTEES) | ON(COMMITMENTS) |
                                     ON(WHAT_IF) | ON(WHAT_MONEY);

typedef struct note {
    ore_text text;
    uint64_t sheets; /* that need it; 0 = all of them, and none by name */
    ore_look look;
} note;

static const note notes[] = {
    {ORE_TEXT_NOTE_MONEY, money_sheets | ON(CONSTRAINTS) | ON(NOT_FUNDED), 0},
    {ORE_TEXT_NOTE_YEARS, 0, 0},
    {ORE_TEXT_NOTE_JFY, 0, 0},
    {ORE_TEXT_NOTE_USFY, 0, 0},
    {ORE_TEXT_NOTE_FLOWS,
     ON(PORTFOLIO) | ON(GAPS) | ON(GAPS_BY_YEAR) | ON(OPERATIONS) |
         ON(RESILIENCE) | ON(WHAT_GAPS) | ON(GAPS_CHANGE),
     0},
    {ORE_TEXT_NOTE_SUPPORT, money_sheets, 0},
    {ORE_TEXT_NOTE_COST,
     ON(SUMMARY) | ON(PORTFOLIO) | ON(FUNDING) | ON(FUNDERS) | ON(COMMITMENTS) |
         ON(WHAT_IF) | ON(WHAT_MONEY),
     0},
    {ORE_TEXT_NOTE_EXPOSURE, ON(COMMITMENTS) | ON(GUARANTEES) | ON(CONSTRAINTS),
     0},
    {ORE_TEXT_NOTE_BEFORE, ON(GAPS) | ON(GAPS_BY_YEAR) | ON(CONCENTRATION), 0},
    {ORE_TEXT_NOTE_MEANS, ON(GAPS) | ON(GAPS_CHANGE) | ON(RESILIENCE), 0},
    {ORE_TEXT_NOTE_SCHEDULE, ON(SCHEDULE) | ON(OPERATIONS) | ON(PORTFOLIO), 0},
    {ORE_TEXT_NOTE_RISK, ON(PORTFOLIO), 0},
    {ORE_TEXT_NOTE_RULES, ON(CONSTRAINTS), 0},
    {ORE_TEXT_NOTE_NO_FUND, ON(NOT_FUNDED), 0},
    {ORE_TEXT_NOTE_EXPECTED, ON(PORTFOLIO) | ON(SCHEDULE) | ON(OPERATIONS), 0},
    {ORE_TEXT_NOTE_EVIDENCE, ON(INPUTS), 0},
    {ORE_TEXT_NOTE_CASES,
     ON(SUMMARY) | ON(SELECTION) | ON(SWITCHES) | ON(FUNDING_CHANGE) |
         ON(GAPS_CHANGE),
     0},
    {ORE_TEXT_NOTE_DIFFER, ON(INPUTS_DIFF), 0},
    {ORE_TEXT_NOTE_REGRET, ON(REGRET), 0},
    {ORE_TEXT_NOTE_MARKS, 0, 0},
    {ORE_TEXT_NOTE_COLOURS, 0, 0},
    {ORE_TEXT_NOTE_BLUE, 0, ORE_INPUT},
    {ORE_TEXT_NOTE_FILTERS, 0, 0},
    {ORE_TEXT_NOTE_FORMULAS, 0, 0},
    {ORE_TEXT_NOTE_PROOF, ON(SUMMARY) | ON(MEMO), 0},
    {ORE_TEXT_NOTE_LIMITS, ON(SUMMARY) | ON(MEMO), 0},
    {ORE_TEXT_NOTE_REVIEW, 0, 0},
    {ORE_TEXT_NOTE_REVIEWED, 0, 0},
};

enum { N_NOTES = sizeof notes / sizeof *notes };

/* Whether the note is about this book. */
static bool is_told(const ore_book *book, const note *told)
{
    const ore_plan *plan = book->plan;
    const uint64_t mine = book->n_cases > 0 ? compared : ~compared;

    switch (told->text) {
    case ORE_TEXT_NOTE_YEARS: return plan->year_kind == ORE_YEARS_CALENDAR;
    case ORE_TEXT_NOTE_JFY: return plan->year_kind == ORE_YEARS_JFY;
    case ORE_TEXT_NOTE_USFY: return plan->year_kind == ORE_YEARS_USFY;
    case ORE_TEXT_NOTE_REVIEW: return !plan->reviewed_by;
    case ORE_TEXT_NOTE_REVIEWED: return plan->reviewed_by;
    case ORE_TEXT_NOTE_EXPECTED:
        return plan->outputs_expected && (told->sheets & mine);
    case ORE_TEXT_NOTE_EVIDENCE:
        return plan->n_evidence > 0 && (told->sheets & mine);
    default: return !told->sheets || (told->sheets & mine);
    }
}

const char *ore_note_marks(ore_book *book, const ore_sheet *sheet)
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
                ore_keep(book, "%s%s%s", marks, *marks ? " " : "",
                         ore_compose(book, ORE_TEXT_NOTE_MARK,
                                     (const char *const[]){
                                         ore_keep(book, "%d", number), NULL}));
        }
    }
    return marks;
}

void ore_fill_notes(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const char *const reviewer[] = {book->plan->reviewed_by, NULL};

    sheet->is_upright = true;
    ore_add_table(sheet, "tblNotes", "notes", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_NUMBER), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_NOTE), ORE_TEXT_CELL);
    for (int i = 0; i < N_NOTES; i++) {
        if (is_told(book, &notes[i])) {
            ore_cell *row = ore_next_row(sheet);

            ore_set_number(&row[0], sheet->tables[0].n_rows);
            ore_set_text(&row[1], ore_compose(book, notes[i].text, reviewer));
            row[1].look = notes[i].look;
        }
    }
}
