/* Loading a round file, and the files it extends. */
#include "read/scenario/extends.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/formats/input.h"

/* The file that names another, and how deep that is. */
typedef struct chain {
    const struct chain *from;
    const char *path;
    int depth;
} chain;

/* The provenance names the round file without its folder, so that equal rounds
 * give equal results wherever they lie. */
static void note_file(ore_reader *reader, const chain *at,
                      const ore_input_text *text, int n_lines)
{
    const char *slash = strrchr(at->path, '/');
    ore_input input = {.path = slash ? slash + 1 : at->path,
                       .read_as = text->read_as,
                       .rows = n_lines};

    memcpy(input.sha256, text->sha256, sizeof text->sha256);
    reader->inputs[reader->round->n_inputs++] = input;
}

static ore_section *find(const ore_ini *ini, const ore_section *like)
{
    for (int i = 0; i < ini->n_sections; i++) {
        if (strcmp(ini->sections[i].kind, like->kind) == 0 &&
            strcmp(ini->sections[i].name, like->name) == 0) {
            return &ini->sections[i];
        }
    }
    return NULL;
}

/* The keys of `over`, then those of `base` that it does not have. */
static ore_record lay_over(const ore_reader *reader, const ore_record *base,
                           const ore_record *over)
{
    const int max = base->count + over->count;
    const char **names =
        ore_store_alloc(reader->store, max, sizeof(const char *));
    ore_source_cell *cells =
        ore_store_alloc(reader->store, max, sizeof(ore_source_cell));
    ore_where *keys = ore_store_alloc(reader->store, max, sizeof(ore_where));
    const ore_record *const from[] = {over, base};
    int n = 0;

    for (int side = 0; side < ORE_COUNT_OF(from); side++) {
        for (int i = 0; i < from[side]->count; i++) {
            const char *name = from[side]->names[i];
            bool is_there = side == 1 && strcmp(name, "extends") == 0;

            for (int k = 0; k < n; k++) {
                is_there |= strcmp(names[k], name) == 0;
            }
            if (!is_there) {
                names[n] = name;
                cells[n] = from[side]->cells[i];
                keys[n++] = from[side]->keys[i];
            }
        }
    }
    return (ore_record){n, names, cells, keys, over->where};
}

static ore_ini *merge(const ore_reader *reader, const ore_ini *base,
                      const ore_ini *over)
{
    ore_ini *ini = ore_store_alloc(reader->store, 1, sizeof *ini);

    ini->n_lines = over->n_lines;
    ini->sections =
        ore_store_alloc(reader->store, base->n_sections + over->n_sections,
                        sizeof(ore_section));
    for (int i = 0; i < base->n_sections; i++) {
        const ore_section *upper = find(over, &base->sections[i]);

        ini->sections[i] = base->sections[i];
        if (upper) {
            ini->sections[i].record =
                lay_over(reader, &base->sections[i].record, &upper->record);
        }
    }
    ini->n_sections = base->n_sections;
    for (int i = 0; i < over->n_sections; i++) {
        if (!find(base, &over->sections[i])) {
            ini->sections[ini->n_sections++] = over->sections[i];
        }
    }
    return ini;
}

static const ore_source_cell *extends_of(const ore_ini *ini)
{
    for (int i = 0; i < ini->n_sections; i++) {
        if (strcmp(ini->sections[i].kind, "round") == 0) {
            return ore_record_cell(&ini->sections[i].record, "extends");
        }
    }
    return NULL;
}

static bool is_circle(const chain *at, const char *path)
{
    for (; at; at = at->from) {
        if (strcmp(at->path, path) == 0) {
            return true;
        }
    }
    return false;
}

static ore_ini *load(ore_reader *reader, const chain *at, ore_where named,
                     ore_status *status);

/* The file that `cell` names, laid under `ini`. */
static ore_ini *extend(ore_reader *reader, const chain *at, ore_ini *ini,
                       const ore_source_cell *cell, ore_status *status)
{
    const chain below = {at, ore_beside(reader, cell), at->depth + 1};

    if (is_circle(at, below.path)) {
        ore_error(reader->diags, cell->where, "'%s' extends itself",
                  ore_shown(below.path));
        *status = ORE_BAD_INPUT;
        return NULL;
    }
    if (below.depth > ORE_DEEPEST_EXTENDS) {
        ore_error(reader->diags, cell->where,
                  "more than %d files extend each other", ORE_DEEPEST_EXTENDS);
        *status = ORE_BAD_INPUT;
        return NULL;
    }
    if (!ore_may_read(reader, cell, below.path)) {
        *status = ORE_BAD_INPUT;
        return NULL;
    }
    const ore_ini *base = load(reader, &below, cell->where, status);

    return base ? merge(reader, base, ini) : NULL;
}

static ore_ini *load(ore_reader *reader, const chain *at, ore_where named,
                     ore_status *status)
{
    const ore_where where = {at->path, 0, 0};
    ore_input_text text = {0};

    *status = ore_load_text(where, named, ORE_ENCODING_AUTO, ORE_LARGEST_ROUND,
                            reader->diags, &text);
    if (*status != ORE_OK) {
        return NULL;
    }
    ore_ini *ini =
        ore_parse_ini(text.text, where, reader->store, reader->diags);

    note_file(reader, at, &text, ini->n_lines);
    free(text.text);
    if (ini->n_sections == 0) {
        ore_error(reader->diags, where,
                  "no section in this file, expected '[round]' first");
        *status = ORE_BAD_INPUT;
        return NULL;
    }
    const ore_source_cell *cell = extends_of(ini);

    return cell ? extend(reader, at, ini, cell, status) : ini;
}

ore_ini *ore_load_round_file(ore_reader *reader, const char *path,
                             ore_status *status)
{
    const ore_where nowhere = {0};
    const chain top = {NULL, ore_store_text(reader->store, path), 0};

    return load(reader, &top, nowhere, status);
}
