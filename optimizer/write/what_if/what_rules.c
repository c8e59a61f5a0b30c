/* The table of WhatIf that lists the rules its formulas do not test, as the
 * families tell it. */
#include "orefolio/family.h"
#include "write/book/columns.h"
#include "write/what_if/what_if.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("rule", ORE_TEXT_RULE, ORE_TEXT_CELL),
    ORE_COLUMN("source", ORE_TEXT_SOURCE, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblWhatUncovered", "whatuncovered", columns);

/* What a family tells; its texts are words of its own. */
static void add_note(ore_sheet *sheet, const ore_family *family,
                     const ore_note_line *note)
{
    ore_book *book = sheet->book;
    const char *text = ore_book_own_word(book, note->text,
                                         "family.%s.unfollowed", family->name);
    const char *of = note->objective ? ore_book_goal(book, note->objective)
                     : note->label   ? ORE_LABEL(book, note)
                                     : NULL;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "rule",
                  of ? ore_book_compose(book, ORE_TEXT_LABEL_OF, text, of)
                     : text);
    ore_cell_text_or(row, "source", ore_book_place(book, note->where),
                     ORE_TEXT_EVERYWHERE);
}

static void add_family(ore_sheet *sheet, const ore_family *family)
{
    ore_notes notes = {0};

    family->list_unfollowed(sheet->book->round, &notes);
    for (int i = 0; i < notes.n; i++) {
        add_note(sheet, family, &notes.list[i]);
    }
    ore_notes_free(&notes);
}

void ore_what_if_rules(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &table,
                    ore_book_text(sheet->book, ORE_TEXT_WHAT_RULES));
    for (int i = 0; ore_families[i]; i++) {
        if (ore_families[i]->list_unfollowed) {
            add_family(sheet, ore_families[i]);
        }
    }
}
