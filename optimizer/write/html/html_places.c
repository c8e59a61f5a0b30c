/* What of a book stands on the page, and under which name. */
#include "write/html/html.h"

static const char *const ids[ORE_SHEETS] = {
#define ORE_SHEET(id, name, pass, group, print) #name,
#include "write/book/sheets.def"
#undef ORE_SHEET
};

const char *ore_html_id(const ore_sheet *sheet)
{
    return ids[sheet - sheet->book->sheets];
}

/* The page's own list of contents stands for the sheet. */
bool ore_html_has(const ore_page *page, const ore_sheet *sheet)
{
    return ore_sheet_is_shown(sheet) && sheet->group != ORE_GROUP_TRY &&
           sheet != &page->book->sheets[ORE_SHEET_CONTENTS] &&
           !(sheet->n_tables > 0 && sheet->tables[0].def->is_data);
}
