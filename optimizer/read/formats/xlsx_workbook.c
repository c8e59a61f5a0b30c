/* A workbook opened: its sheet, the texts that cells share, and which styles
 * show dates. */
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/formats/xlsx_parts.h"

/* Shared texts of a workbook, at most. */
enum { max_texts = 1000000 };

/* ------------------------------------------------------------ shared text */

typedef struct text_list {
    ore_workbook *book;
    int length, room, room_at;
    bool in_text, in_reading; /* of <t>; of <rPh>, how Japanese is read aloud */
    bool too_many;
} text_list;

static void put_bytes(text_list *l, const char *bytes, int length)
{
    while (l->room - l->length < length) {
        l->room = 2 * l->room + 4096;
        l->book->texts = ore_resize(l->book->texts, l->room, 1);
    }
    memcpy(l->book->texts + l->length, bytes, (size_t)length);
    l->length += length;
}

static void text_start(void *data, const char *name, const char **attributes)
{
    text_list *l = data;
    ore_workbook *book = l->book;

    (void)attributes;
    if (strcmp(name, "si") == 0 && book->n_texts == max_texts) {
        l->too_many = true;
    } else if (strcmp(name, "si") == 0) {
        book->text_at = ore_grow(book->text_at, book->n_texts, &l->room_at,
                                 sizeof *book->text_at);
        book->text_at[book->n_texts++] = l->length;
    }
    l->in_reading = l->in_reading || strcmp(name, "rPh") == 0;
    l->in_text = strcmp(name, "t") == 0 && !l->in_reading;
}

static void text_end(void *data, const char *name)
{
    text_list *l = data;

    l->in_text = false;
    if (strcmp(name, "rPh") == 0) {
        l->in_reading = false;
    } else if (strcmp(name, "si") == 0) {
        put_bytes(l, "", 1);
    }
}

static void text_bytes(void *data, const char *bytes, int length)
{
    text_list *l = data;

    if (l->in_text) {
        put_bytes(l, bytes, length);
    }
}

static bool read_texts(ore_workbook *book)
{
    text_list l = {.book = book};
    const ore_xml events = {text_start, text_end, text_bytes, &l};

    return ore_workbook_part(book, "xl/sharedStrings.xml", false, &events) &&
           (!l.too_many || ore_workbook_refuse(book, "xl/sharedStrings.xml",
                                               "has more than 1000000 texts"));
}

/* ----------------------------------------------------------------- styles */

typedef struct style_list {
    ore_workbook *book;
    int room;
    bool in_cells; /* of <cellXfs> */
    int *dates;    /* [n_dates] number formats of one's own that are dates */
    int n_dates, room_dates;
} style_list;

/* Whether a number format shows a day or a year; quoted and bracketed parts
 * are words and colours. */
static bool shows_date(const char *code)
{
    char closing = '\0';

    for (; *code; code++) {
        if (closing) {
            closing = *code == closing ? '\0' : closing;
        } else if (*code == '"' || *code == '[') {
            closing = *code == '"' ? '"' : ']';
        } else if (strchr("yYdD", *code)) {
            return true;
        }
    }
    return false;
}

/* The formats that need no code: ECMA-376 part 1, 18.8.30, with those of
 * Japanese. */
static bool is_known_date(int id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) ||
           (id >= 50 && id <= 58);
}

static bool is_date_id(const style_list *l, int id)
{
    for (int i = 0; i < l->n_dates; i++) {
        if (l->dates[i] == id) {
            return true;
        }
    }
    return is_known_date(id);
}

static void style_start(void *data, const char *name, const char **attributes)
{
    style_list *l = data;
    ore_workbook *book = l->book;
    const char *id_text = ore_xml_attribute(attributes, "numFmtId");
    const char *code = ore_xml_attribute(attributes, "formatCode");
    const int id = id_text ? atoi(id_text) : 0;

    if (strcmp(name, "numFmt") == 0 && code && shows_date(code)) {
        l->dates =
            ore_grow(l->dates, l->n_dates, &l->room_dates, sizeof *l->dates);
        l->dates[l->n_dates++] = id;
    } else if (strcmp(name, "cellXfs") == 0) {
        l->in_cells = true;
    } else if (strcmp(name, "xf") == 0 && l->in_cells) {
        book->is_date = ore_grow(book->is_date, book->n_styles, &l->room,
                                 sizeof *book->is_date);
        book->is_date[book->n_styles++] = is_date_id(l, id);
    }
}

static void style_end(void *data, const char *name)
{
    style_list *l = data;

    if (strcmp(name, "cellXfs") == 0) {
        l->in_cells = false;
    }
}

static bool read_styles(ore_workbook *book)
{
    style_list l = {.book = book};
    const ore_xml events = {style_start, style_end, NULL, &l};
    const bool good = ore_workbook_part(book, "xl/styles.xml", false, &events);

    free(l.dates);
    return good;
}

/* ------------------------------------------------------------------------ */

static bool has_foreign_links(const ore_workbook *book)
{
    static const char folder[] = "xl/externalLinks/";
    ore_zip_member member = {0};

    for (size_t at = book->zip.first;
         ore_zip_member_at(&book->zip, at, &member); at = member.next) {
        if (member.name_length > sizeof folder - 1 &&
            strncmp(member.name, folder, sizeof folder - 1) == 0) {
            return true;
        }
    }
    return false;
}

bool ore_workbook_open(const char *bytes, size_t size, const char *sheet,
                       ore_where where, ore_diags *diags, ore_workbook *book)
{
    static const char old_mark[] = "\xD0\xCF\x11\xE0";

    *book = (ore_workbook){.where = where, .diags = diags};
    if (size >= 4 && memcmp(bytes, old_mark, 4) == 0) {
        return ore_workbook_refuse(book, "",
                                   "it is of the old kind (.xls) or has a "
                                   "password, expected .xlsx without one");
    }
    if (!ore_zip_open((const unsigned char *)bytes, size, &book->zip) ||
        book->zip.n_members > ORE_MAX_MEMBERS) {
        return ore_workbook_refuse(book, "",
                                   "it is no .xlsx file, or is cut off");
    }
    if (has_foreign_links(book)) {
        return ore_workbook_refuse(
            book, "",
            "it has links to other files, expected values "
            "(Data, Edit Links, Break Link)");
    }
    return ore_workbook_find(book, sheet) && read_texts(book) &&
           read_styles(book);
}

void ore_workbook_free(ore_workbook *book)
{
    free(book->texts);
    free(book->text_at);
    free(book->is_date);
    free(book->sheet_part);
}
