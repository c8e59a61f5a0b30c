/* See examples.h. */
#include "cli/examples.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/messages.h"

/* The line with its comment, which the catalogue has line by line. */
static char *translate_line(const char *line, const char *end)
{
    const char *mark = memchr(line, ';', (size_t)(end - line));
    const char *from = mark ? mark + 1 + (mark[1] == ' ') : end;
    char *comment = ore_print("%.*s", (int)(end - from), from);
    char *whole = ore_print("%.*s%s\n", (int)(from - line), line,
                            *comment ? _(comment) : "");

    free(comment);
    return whole;
}

char *ore_example_text(const ore_example_file *file)
{
    const char *text = (const char *)file->bytes,
               *dot = strrchr(file->name, '.');
    char *whole = ore_copy("");

    if (!ore_messages_are_japanese() || !dot || strcmp(dot, ".ini") != 0) {
        free(whole);
        return ore_print("%.*s", (int)file->size, text);
    }
    for (const char *end; *text; text = end + 1) {
        end = text + strcspn(text, "\n");
        char *line = translate_line(text, end);
        char *longer = ore_print("%s%s", whole, line);

        free(line);
        free(whole);
        whole = longer;
        if (!*end) {
            break;
        }
    }
    return whole;
}
