/* See evidence.h. */
#include "write/book/evidence.h"

#include <string.h>

static const struct {
    ore_text heading;
    size_t at; /* of ore_evidence */
} notes[] = {
    {ORE_TEXT_EVIDENCE, offsetof(ore_evidence, source)},
    {ORE_TEXT_OWNER, offsetof(ore_evidence, owner)},
    {ORE_TEXT_AS_OF, offsetof(ore_evidence, as_of)},
    {ORE_TEXT_RELIABILITY, offsetof(ore_evidence, reliability)},
};

enum { N_NOTES = sizeof notes / sizeof *notes };

static const char *noted(const ore_evidence *evidence, int n)
{
    const char *text = NULL;

    memcpy(&text, (const char *)evidence + notes[n].at, sizeof text);
    return text;
}

/* Whether any row has the note. */
static bool is_noted(const ore_round *round, int n)
{
    for (int i = 0; i < round->n_evidence; i++) {
        if (*noted(&round->evidence[i], n)) {
            return true;
        }
    }
    return false;
}

int ore_evidence_count(const ore_sheet *sheet)
{
    (void)sheet;
    return N_NOTES;
}

const char *ore_evidence_heading(const ore_sheet *sheet, int i)
{
    return is_noted(sheet->book->round, i)
               ? ore_book_text(sheet->book, notes[i].heading)
               : NULL;
}

static const ore_evidence *evidence_at(const ore_round *round, ore_where where)
{
    int low = 0, high = round->n_evidence - 1;

    while (where.file && low <= high) {
        const int middle = (low + high) / 2;
        const ore_where at = round->evidence[middle].where;
        const int file = strcmp(where.file, at.file);
        const int order = file ? file : where.line - at.line;

        if (order == 0) {
            return &round->evidence[middle];
        }
        if (order < 0) {
            high = middle - 1;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

/* Whether any row of that table has notes. */
static bool has_notes(const ore_round *round, ore_where where)
{
    for (int i = 0; where.file && i < round->n_evidence; i++) {
        if (strcmp(round->evidence[i].where.file, where.file) == 0) {
            return true;
        }
    }
    return false;
}

void ore_cell_evidence(ore_sheet_row row, ore_where where)
{
    const ore_round *round = row.sheet->book->round;
    const ore_evidence *evidence = evidence_at(round, where);
    const ore_text nothing =
        has_notes(round, where) ? ORE_TEXT_NOT_KNOWN : ORE_TEXT_NOT_APPLICABLE;

    for (int n = 0; n < N_NOTES; n++) {
        if (is_noted(round, n)) {
            ore_cell_text_or(ore_cell_nth(row, n), "evidence",
                             evidence ? noted(evidence, n) : NULL, nothing);
        }
    }
}
