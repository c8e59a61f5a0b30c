/* WhatIfRules: what the formulas of WhatIf and WhatIfGaps do not look at, as
 * the families tell it. */
#include "orefolio/family.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

static void add_note(ore_sheet *sheet, const ore_note_line *note)
{
    ore_book *book = sheet->book;
    const char *text = ore_label(book, note->text, note->text_ja);
    const char *of = note->objective ? ore_goal_title(book, note->objective)
                     : note->label
                         ? ore_label(book, note->label, note->label_ja)
                         : NULL;
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0],
                 of ? ore_join(book, ORE_TEXT_LABEL_OF, text, of) : text);
    ore_set_text(&row[1], note->where.file
                              ? ore_source_text(book, note->where)
                              : ore_say(book, ORE_TEXT_EVERYWHERE));
}

void ore_fill_what_rules(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    ore_notes notes = {0};

    ore_add_table(sheet, "tblWhatUncovered", "whatuncovered", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RULE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SOURCE), ORE_TEXT_CELL);
    for (int i = 0; ore_families[i]; i++) {
        if (ore_families[i]->list_unfollowed) {
            ore_families[i]->list_unfollowed(book->round, &notes);
        }
    }
    for (int i = 0; i < notes.n; i++) {
        add_note(sheet, &notes.list[i]);
    }
    ore_notes_free(&notes);
}
