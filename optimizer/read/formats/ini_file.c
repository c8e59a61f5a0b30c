/* Reading INI through inih.
 *
 * inih cuts lines, section names and values that are longer than its buffers,
 * takes an indented key as more of the value above, does not report empty
 * sections and delivers no positions. So the lines are given to it one by one
 * by a reader of our own, which checks each, refuses what inih would misread
 * (it is given an empty line instead) and knows where everything is. Sections
 * are announced to inih by their number, since it cuts names at 49 bytes. */
#include "read/formats/ini_file.h"

#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/formats/ini_line.h"

/* Debian's library has its limits as variables, upstream's is built with
 * them; without the variable, lines over 197 bytes are refused. */
#pragma weak ini_max_line

enum {
    LONGEST_LINE = 4000,
    FOR_INIH = LONGEST_LINE + 4,
    MAX_SECTIONS = 10000,
    MAX_KEYS = 1000 /* in a section */
};

typedef struct growing {
    ore_section section;
    const char **names;
    ore_source_cell *cells;
    ore_where *keys;
    int count, room;
} growing;

typedef struct parser {
    const char *next; /* rest of the text */
    ore_where where;  /* the line in hand */
    ore_ini_line line;
    growing *sections;
    int n_sections, room_sections;
    bool in_section; /* keys go to the last section */
    bool is_ignored; /* they are dropped: its heading was refused */
    ore_store *store;
    ore_diags *diags;
} parser;

/* Read no further. */
static void stop(parser *p, const char *what, int max)
{
    ore_error(p->diags, p->where, "more than %d %s", max, what);
    p->next = "";
    p->in_section = false;
    p->is_ignored = true;
}

static void open_section(parser *p)
{
    const ore_ini_line *line = &p->line;

    p->in_section = line->type == ORE_LINE_SECTION;
    p->is_ignored = !p->in_section;
    if (!p->in_section) {
        return;
    }
    if (p->n_sections == MAX_SECTIONS) {
        stop(p, "sections", MAX_SECTIONS);
        return;
    }
    for (int i = 0; i < p->n_sections; i++) {
        const ore_section *other = &p->sections[i].section;

        if (strlen(other->kind) == line->kind_length &&
            strncmp(other->kind, line->kind, line->kind_length) == 0 &&
            strlen(other->name) == line->name_length &&
            strncmp(other->name, line->name, line->name_length) == 0) {
            ore_error(p->diags, p->where,
                      "section '%s%s%s' comes twice, first on line %d",
                      other->kind, *other->name ? " " : "", other->name,
                      other->record.where.line);
            p->in_section = false;
            p->is_ignored = true;
            return;
        }
    }
    p->sections = ore_grow(p->sections, p->n_sections, &p->room_sections,
                           sizeof(growing));
    p->sections[p->n_sections++] = (growing){
        .section = {
            .kind = ore_store_cut(p->store, line->kind, line->kind_length),
            .name = ore_store_cut(p->store, line->name, line->name_length),
            .record = {.where = p->where}}};
}

/* inih's buffer for this line, as a line that it reads rightly. */
static void give(const parser *p, char *buffer, size_t room)
{
    const ore_ini_line *line = &p->line;

    if (line->type == ORE_LINE_SECTION && p->in_section) {
        snprintf(buffer, room, "[%d]\n", p->n_sections - 1);
    } else if (line->type == ORE_LINE_KEY && !p->is_ignored) {
        snprintf(buffer, room, "%.*s\n", (int)line->length, line->text);
    } else {
        snprintf(buffer, room, "\n");
    }
}

/* What inih calls for fgets. */
static char *next_line(char *buffer, int room, void *data)
{
    parser *p = data;

    if (*p->next == '\0') {
        return NULL;
    }
    const size_t length = strcspn(p->next, "\n");
    const size_t longest =
        room - 3 < LONGEST_LINE ? (size_t)(room - 3) : LONGEST_LINE;

    p->where.line++;
    p->where.column = 1;
    p->line = ore_ini_line_read(p->next, length, longest, p->where, p->diags);
    p->next += length + (p->next[length] == '\n' ? 1 : 0);
    if (p->line.is_heading) {
        open_section(p);
    } else if (p->line.type == ORE_LINE_KEY && !p->in_section &&
               !p->is_ignored) {
        ore_error(p->diags, p->where,
                  "key before the first section, expected '[round]'");
        p->is_ignored = true;
    }
    give(p, buffer, (size_t)room);
    return buffer;
}

/* What inih calls for every key. */
static int take_key(void *data, const char *number, const char *name,
                    const char *value)
{
    parser *p = data;
    growing *to = &p->sections[atoi(number)];
    ore_where at = p->where;
    int room_names = to->room, room_cells = to->room;

    at.column = p->line.value_column;
    if (to->count == MAX_KEYS) {
        stop(p, "keys in a section", MAX_KEYS);
        return 1;
    }
    for (int i = 0; i < to->count; i++) {
        if (strcmp(to->names[i], name) == 0) {
            ore_error(p->diags, p->where,
                      "key '%s' comes twice in this section, first on line %d",
                      name, to->keys[i].line);
            return 1;
        }
    }
    to->names =
        ore_grow(to->names, to->count, &room_names, sizeof(const char *));
    to->cells =
        ore_grow(to->cells, to->count, &room_cells, sizeof(ore_source_cell));
    to->keys = ore_grow(to->keys, to->count, &to->room, sizeof(ore_where));
    to->names[to->count] = ore_store_text(p->store, name);
    to->cells[to->count] =
        (ore_source_cell){ore_store_text(p->store, value), at};
    to->keys[to->count] = p->where;
    to->count++;
    return 1;
}

static ore_ini *finish(const parser *p)
{
    ore_ini *ini = ore_store_alloc(p->store, 1, sizeof *ini);

    ini->n_lines = p->where.line;
    ini->n_sections = p->n_sections;
    ini->sections =
        ore_store_alloc(p->store, p->n_sections, sizeof(ore_section));
    for (int i = 0; i < p->n_sections; i++) {
        const growing *from = &p->sections[i];
        ore_record *record = &ini->sections[i].record;

        ini->sections[i] = from->section;
        record->count = from->count;
        if (from->count > 0) {
            record->names = ore_store_keep(p->store, from->names);
            record->cells = ore_store_keep(p->store, from->cells);
            record->keys = ore_store_keep(p->store, from->keys);
        }
    }
    return ini;
}

ore_ini *ore_parse_ini(char *text, ore_where where, ore_store *store,
                       ore_diags *diags)
{
    parser p = {.next = text, .where = where, .store = store, .diags = diags};

    p.where.line = 0;
    if (&ini_max_line) {
        ini_max_line = FOR_INIH;
    }
    const int bad_line = ini_parse_stream(next_line, &p, take_key, &p);

    if (bad_line != 0 && ore_diags_errors(diags) == 0) {
        where.line = bad_line;
        ore_error(diags, where, "line not understood");
    }
    ore_ini *ini = finish(&p);

    free(p.sections);
    return ini;
}
