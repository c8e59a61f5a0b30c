/* The parts of a workbook (.xlsx) that a table needs: ECMA-376 part 1,
 * sections 12.3 and 18. Hostile ones are refused: document types, encryption,
 * links to other files, parts that are cut off or too large. */
#ifndef OPTIMIZER_READ_FORMATS_XLSX_PARTS_H
#define OPTIMIZER_READ_FORMATS_XLSX_PARTS_H

#include "base/diagnostics.h"
#include "base/zip.h"
#include "read/formats/input.h"

/** Events of one part. Names are without their namespace; attributes as expat
 * gives them, with `ore_xml_attribute` to find one. */
typedef struct ore_xml {
    void (*start)(void *data, const char *name, const char **attributes);
    void (*end)(void *data, const char *name);
    void (*text)(void *data, const char *bytes, int length);
    void *data;
} ore_xml;

const char *ore_xml_attribute(const char **attributes, const char *name);

/** A workbook on its way in. */
typedef struct ore_workbook {
    ore_where where; /**< of the file, for messages */
    ore_diags *diags;
    ore_zip zip;
    char *texts;  /**< the shared strings, each ended by a zero byte */
    int *text_at; /**< [n_texts] */
    int n_texts;
    bool *is_date; /**< [n_styles] whether numbers of the style are dates */
    int n_styles;
    char *sheet_part; /**< "xl/worksheets/sheet1.xml" */
} ore_workbook;

/** Open the workbook and find its sheet of that name (ASCII letters of either
 * case). False after an error; ore_workbook_free all the same. */
bool ore_workbook_open(const char *bytes, size_t size, const char *sheet,
                       ore_where where, ore_diags *diags, ore_workbook *book);
void ore_workbook_free(ore_workbook *book);

/** The name of the only sheet (*n = 1), or the names of all, quoted. The caller
 * frees; NULL after an error. */
char *ore_workbook_sheets(const ore_input_text *bytes, ore_where where,
                          ore_diags *diags, int *n);

/** Members of a package, at most. */
enum { ORE_MAX_MEMBERS = 10000 };

/** Find the part of the sheet of that name; for ore_workbook_open. */
bool ore_workbook_find(ore_workbook *book, const char *sheet);

/** Whether the part has a tag of more than 65536 bytes. */
bool ore_has_long_tag(const char *text, size_t length);

/** Say that the workbook cannot be read; returns false. */
bool ore_workbook_refuse(const ore_workbook *book, const char *part,
                         const char *why);

/** Go through a part; one that is not there has no events unless it must be.
 * False after an error. */
bool ore_workbook_part(const ore_workbook *book, const char *name, bool must_be,
                       const ore_xml *events);

#endif
