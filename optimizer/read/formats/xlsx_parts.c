/* See xlsx_parts.h. */
#include "read/formats/xlsx_parts.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/messages.h"

static const size_t largest_part = (size_t)64 << 20;
/* What a part may ask of its reader. A workbook of all rows that a table may
 * have stays below; what is above was made to take time. */
enum {
    max_elements = 4000000,
    max_attributes = 100,
    deepest = 100,
    min_packed = 1 << 20, /* bytes: below, any packing will do */
    max_packed = 200      /* times smaller than it is */
};

/* expat calls with qualified names: "namespace|name". */
typedef struct parse {
    const ore_xml *events;
    XML_Parser parser;
    const char *wrong; /* why the part is refused; NULL = it is not */
    long n_elements;
    int depth;
} parse;

static const char *local(const char *name)
{
    const char *bar = strrchr(name, '|');

    return bar ? bar + 1 : name;
}

const char *ore_xml_attribute(const char **attributes, const char *name)
{
    for (int i = 0; attributes[i]; i += 2) {
        if (strcmp(local(attributes[i]), name) == 0) {
            return attributes[i + 1];
        }
    }
    return NULL;
}

static void XMLCALL on_start(void *data, const char *name,
                             const char **attributes)
{
    parse *p = data;
    int n = 0;

    while (attributes[2 * n] && n <= max_attributes) {
        n++;
    }
    p->wrong = ++p->n_elements > max_elements ? "has more than 4000000 elements"
               : ++p->depth > deepest ? "has elements more than 100 deep"
               : n > max_attributes   ? "has more than 100 attributes in an "
                                        "element"
                                      : p->wrong;
    if (p->wrong) {
        XML_StopParser(p->parser, XML_FALSE);
        return;
    }
    p->events->start(p->events->data, local(name), attributes);
}

static void XMLCALL on_end(void *data, const char *name)
{
    parse *p = data;

    p->depth--;
    if (p->events->end) {
        p->events->end(p->events->data, local(name));
    }
}

static void XMLCALL on_text(void *data, const char *bytes, int length)
{
    const parse *p = data;

    if (p->events->text) {
        p->events->text(p->events->data, bytes, length);
    }
}

/* No part of a workbook has a document type; who writes one means harm. */
static void XMLCALL on_doctype(void *data, const char *name, const char *system,
                               const char *public, int has_subset)
{
    parse *p = data;

    (void)name;
    (void)system;
    (void)public;
    (void)has_subset;
    p->wrong = "declares a document type, expected none";
    XML_StopParser(p->parser, XML_FALSE);
}

bool ore_workbook_refuse(const ore_workbook *book, const char *part,
                         const char *why)
{
    ore_error(book->diags, book->where, "workbook cannot be read: %s%s%s", part,
              *part ? " " : "", _(why));
    return false;
}

/* The parser calls a failure "not well-formed". */
static const XML_Memory_Handling_Suite memory = {ore_library_alloc,
                                                 ore_library_resize, free};

static bool parse_part(const ore_workbook *book, const char *name,
                       const char *text, size_t length, const ore_xml *events)
{
    parse p = {.events = events, .parser = NULL};

    if (ore_has_long_tag(text, length)) {
        return ore_workbook_refuse(book, name,
                                   "has a tag of more than 65536 bytes");
    }
    p.parser = XML_ParserCreate_MM(NULL, &memory, "|");
    XML_SetUserData(p.parser, &p);
    XML_SetElementHandler(p.parser, on_start, on_end);
    XML_SetCharacterDataHandler(p.parser, on_text);
    XML_SetStartDoctypeDeclHandler(p.parser, on_doctype);
    const bool good =
        XML_Parse(p.parser, text, (int)length, XML_TRUE) == XML_STATUS_OK;

    XML_ParserFree(p.parser);
    if (p.wrong) {
        return ore_workbook_refuse(book, name, p.wrong);
    }
    return good || ore_workbook_refuse(book, name, "is not well-formed XML");
}

bool ore_workbook_part(const ore_workbook *book, const char *name, bool must_be,
                       const ore_xml *events)
{
    ore_zip_member member = {0};

    for (size_t at = book->zip.first;
         ore_zip_member_at(&book->zip, at, &member); at = member.next) {
        if (member.name_length != strlen(name) ||
            strncmp(member.name, name, member.name_length) != 0) {
            continue;
        }
        if (member.plain_size > min_packed &&
            member.plain_size <= largest_part &&
            member.plain_size / max_packed > member.packed_size) {
            return ore_workbook_refuse(
                book, name,
                "is packed more than 200 times smaller, expected a workbook "
                "as a spreadsheet saves it");
        }
        char *text = ore_zip_unpack(&book->zip, &member, largest_part);
        const bool good =
            text ? parse_part(book, name, text, member.plain_size, events)
                 : ore_workbook_refuse(
                       book, name,
                       "is damaged, encrypted or larger than 64 MiB");

        free(text);
        return good;
    }
    return !must_be || ore_workbook_refuse(book, name, "is missing");
}
