/* The sheets of a workbook, and the part that each has. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/formats/xlsx_parts.h"

typedef struct sheet_search {
    const char *wanted;
    char *id; /* relation of the sheet; NULL = not found */
    char *known;
    bool counts_from_1904;
    char *target;
} sheet_search;

static void see_sheet(void *data, const char *name, const char **attributes)
{
    sheet_search *s = data;
    const char *title = ore_xml_attribute(attributes, "name");
    const char *id = ore_xml_attribute(attributes, "id");
    const char *old = ore_xml_attribute(attributes, "date1904");

    if (strcmp(name, "workbookPr") == 0 && old && strcmp(old, "0") != 0 &&
        strcmp(old, "false") != 0) {
        s->counts_from_1904 = true;
    }
    if (strcmp(name, "sheet") != 0 || !title || !id) {
        return;
    }
    if (!s->id && strcasecmp(title, s->wanted) == 0) {
        s->id = ore_print("%s", id);
    }
    char *known = ore_print("%s%s'%s'", s->known ? s->known : "",
                            s->known ? ", " : "", ore_shown(title));

    free(s->known);
    s->known = known;
}

/* The names of sheets, as "'A', 'B'"; of a single one plain. */
typedef struct sheet_names {
    char *all, *only;
    int count;
} sheet_names;

static void see_name(void *data, const char *name, const char **attributes)
{
    sheet_names *n = data;
    const char *title = ore_xml_attribute(attributes, "name");

    if (strcmp(name, "sheet") != 0 || !title) {
        return;
    }
    char *all = ore_print("%s%s'%s'", n->all ? n->all : "", n->all ? ", " : "",
                          ore_shown(title));

    free(n->all);
    n->all = all;
    if (n->count++ == 0) {
        n->only = ore_copy(title);
    }
}

static void see_relation(void *data, const char *name, const char **attributes)
{
    sheet_search *s = data;
    const char *id = ore_xml_attribute(attributes, "Id");
    const char *target = ore_xml_attribute(attributes, "Target");
    const char *mode = ore_xml_attribute(attributes, "TargetMode");

    if (strcmp(name, "Relationship") != 0 || !id || !target || s->target ||
        strcmp(id, s->id) != 0 || (mode && strcmp(mode, "External") == 0)) {
        return;
    }
    s->target = ore_print("%s%s", *target == '/' ? "" : "xl/",
                          *target == '/' ? target + 1 : target);
}

bool ore_workbook_find(ore_workbook *book, const char *sheet)
{
    sheet_search s = {.wanted = sheet};
    const ore_xml sheets = {.start = see_sheet, .data = &s};
    const ore_xml relations = {.start = see_relation, .data = &s};
    bool good = ore_workbook_part(book, "xl/workbook.xml", true, &sheets);

    if (good && !s.id) {
        ore_error(book->diags, book->where,
                  "workbook has no sheet '%s', it has %s", ore_shown(sheet),
                  s.known ? s.known : "none");
        good = false;
    } else if (good && s.counts_from_1904) {
        good = ore_workbook_refuse(book, "",
                                   "its dates count from 1904, expected 1900");
    } else if (good) {
        good = ore_workbook_part(book, "xl/_rels/workbook.xml.rels", true,
                                 &relations) &&
               (s.target || ore_workbook_refuse(book, "",
                                                "the sheet has no part of its "
                                                "own in it"));
    }
    book->sheet_part = s.target;
    free(s.id);
    free(s.known);
    return good;
}

char *ore_workbook_sheets(const ore_input_text *bytes, ore_where where,
                          ore_diags *diags, int *n)
{
    ore_workbook book = {.where = where, .diags = diags};
    sheet_names names = {0};
    const ore_xml events = {.start = see_name, .data = &names};

    *n = 0;
    if (!ore_zip_open((const unsigned char *)bytes->text, (size_t)bytes->length,
                      &book.zip) ||
        book.zip.n_members > ORE_MAX_MEMBERS) {
        ore_workbook_refuse(&book, "", "it is no .xlsx file, or is cut off");
        return NULL;
    }
    if (!ore_workbook_part(&book, "xl/workbook.xml", true, &events)) {
        free(names.all);
        free(names.only);
        return NULL;
    }
    *n = names.count;
    free(*n == 1 ? names.all : names.only);
    return *n == 1 ? names.only : names.all ? names.all : ore_copy("none");
}
