/* Finding sections of a round file. */
#include <assert.h>
#include <string.h>

#include "read/round/reader.h"

const ore_section *ore_next_section(const ore_reader *reader, const char *kind,
                                    int *i)
{
    while (*i < reader->ini->n_sections) {
        const ore_section *section = &reader->ini->sections[(*i)++];

        if (strcmp(section->kind, kind) == 0) {
            return section;
        }
    }
    return NULL;
}

const ore_section *ore_section_of(const ore_reader *reader, const char *kind)
{
    int i = 0;

    return ore_next_section(reader, kind, &i);
}

int ore_count_sections(const ore_reader *reader, const char *kind)
{
    int i = 0, count = 0;

    while (ore_next_section(reader, kind, &i)) {
        count++;
    }
    return count;
}

const ore_section *ore_section_named(const ore_reader *reader, const char *kind,
                                     const char *name)
{
    const ore_section *section;
    int i = 0;

    do {
        section = ore_next_section(reader, kind, &i);
    } while (section && strcmp(section->name, name) != 0);
    assert(section);
    return section;
}
