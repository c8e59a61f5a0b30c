/* See wrap.h. */
#include "base/wrap.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "orefolio/memory.h"

int ore_character_at(const char *text, int *point)
{
    utf8proc_int32_t c = 0;
    const utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);

    *point = n > 0 ? c : '?';
    return n > 0 ? (int)n : 1;
}

static bool is_one_of(int point, const char *marks)
{
    bool found = false;

    while (*marks && !found) {
        int mark = 0;

        marks += ore_character_at(marks, &mark);
        found = mark == point;
    }
    return found;
}

bool ore_may_break(int before, int point)
{
    if (is_one_of(point, "、。，．）」；：ー・％)%,.") ||
        is_one_of(before, "（「(")) {
        return false;
    }
    return before == ' ' || utf8proc_charwidth(point) == 2 ||
           utf8proc_charwidth(before) == 2;
}

int ore_terminal_columns(const char *text)
{
    int columns = 0;

    while (*text) {
        int point = 0;

        text += ore_character_at(text, &point);
        columns += utf8proc_charwidth(point);
    }
    return columns;
}

char *ore_wrapped(const char *text, int columns)
{
    char *lines = ore_alloc(1, 2 * strlen(text) + 1), *to = lines;
    const char *line = text, *best = NULL;
    int used = 0, before = 0;

    for (const char *at = text; *at;) {
        int point = 0;
        const int n = ore_character_at(at, &point);

        if (at > line && ore_may_break(before, point)) {
            best = at;
        }
        used = point == '\n' ? 0 : used + utf8proc_charwidth(point);
        if (used > columns && best > line) {
            memcpy(to, line, (size_t)(best - line));
            to += best - line;
            *to++ = '\n';
            line = at = best;
            used = before = 0;
            continue;
        }
        before = point;
        at += n;
    }
    memcpy(to, line, strlen(line) + 1);
    return lines;
}
