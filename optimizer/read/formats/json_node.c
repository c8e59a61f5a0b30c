/* JSON values that know their place. jansson keeps no positions of what it
 * parsed, so a place is looked up again when a message needs it. The text is
 * known to be valid JSON by then. */
#include "read/formats/json_node.h"

#include <limits.h>
#include <string.h>

#include "base/text.h"

static const char *skip_space(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

static const char *skip_string(const char *at)
{
    for (at++; *at && *at != '"'; at++) {
        if (*at == '\\' && at[1]) {
            at++;
        }
    }
    return *at ? at + 1 : at;
}

static const char *skip_value(const char *at)
{
    int depth = 0;

    do {
        if (*at == '"') {
            at = skip_string(at);
            continue;
        }
        depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
        at++;
    } while (*at && (depth > 0 || !strchr(",]} \t\r\n", *at)));
    return at;
}

/* Whether the key that starts at `at` (its quote) is `key`. */
static bool is_key(const char *at, const char *key)
{
    const size_t length = strlen(key);

    return strncmp(at + 1, key, length) == 0 && at[1 + length] == '"';
}

static const char *place(const ore_json_node *node)
{
    if (!node->parent) {
        return skip_space(node->file->text);
    }
    const char *whole = place(node->parent);
    const char *at = skip_space(whole + 1);

    for (int i = 0; *at && *at != '}' && *at != ']'; i++) {
        bool found = i == node->index;

        if (node->key) {
            found = is_key(at, node->key);
            at = skip_space(skip_string(at));
            at = skip_space(at + 1);
        }
        if (found) {
            return at;
        }
        at = skip_space(skip_value(at));
        if (*at == ',') {
            at = skip_space(at + 1);
        }
    }
    return whole;
}

ore_where ore_json_where(const ore_json_node *node)
{
    const char *end = place(node);
    ore_where where = {node->file->path, 1, 1};

    for (const char *at = node->file->text; at < end; at++) {
        if (*at == '\n') {
            where.line++;
            where.column = 1;
        } else if (((unsigned char)*at & 0xC0U) != 0x80U) {
            where.column++;
        }
    }
    return where;
}

bool ore_json_optional(const ore_json_node *parent, const char *key,
                       ore_json_node *member)
{
    const ore_json_node found = {parent->file, parent, key, -1,
                                 json_object_get(parent->value, key)};

    *member = found;
    return found.value && !json_is_null(found.value);
}

bool ore_json_member(const ore_json_node *parent, const char *key,
                     ore_json_node *member)
{
    if (!json_is_object(parent->value)) {
        ore_error(parent->file->diags, ore_json_where(parent),
                  "expected an object with '%s'", key);
        return false;
    }
    if (!ore_json_optional(parent, key, member)) {
        ore_error(parent->file->diags, ore_json_where(parent),
                  "'%s' is missing here", key);
        return false;
    }
    return true;
}

ore_json_node ore_json_element(const ore_json_node *parent, int index)
{
    const ore_json_node element = {
        parent->file, parent, NULL, index,
        json_array_get(parent->value, (size_t)index)};

    return element;
}

int ore_json_count(const ore_json_node *node)
{
    if (!json_is_array(node->value)) {
        ore_error(node->file->diags, ore_json_where(node), "'%s' is not a list",
                  node->key ? node->key : "");
        return 0;
    }
    return (int)json_array_size(node->value);
}

bool ore_json_get_text(const ore_json_node *parent, const char *key,
                       const char **value)
{
    ore_json_node member;

    if (!ore_json_member(parent, key, &member)) {
        return false;
    }
    if (!json_is_string(member.value)) {
        ore_error(parent->file->diags, ore_json_where(&member),
                  "'%s' is not a text", key);
        return false;
    }
    *value = json_string_value(member.value);
    return true;
}

bool ore_json_get_number(const ore_json_node *parent, const char *key,
                         double *value)
{
    ore_json_node member;

    if (!ore_json_member(parent, key, &member)) {
        return false;
    }
    if (!json_is_number(member.value)) {
        ore_error(parent->file->diags, ore_json_where(&member),
                  "'%s' is not a number", key);
        return false;
    }
    *value = json_number_value(member.value);
    return true;
}

bool ore_json_get_whole(const ore_json_node *parent, const char *key,
                        int *value)
{
    ore_json_node member;

    if (!ore_json_member(parent, key, &member)) {
        return false;
    }
    const json_int_t whole = json_integer_value(member.value);

    if (!json_is_integer(member.value) || whole < INT_MIN || whole > INT_MAX) {
        ore_error(parent->file->diags, ore_json_where(&member),
                  "'%s' is not a whole number", key);
        return false;
    }
    *value = (int)whole;
    return true;
}

void ore_json_unknown(const ore_json_node *parent, const char *key,
                      const char *what, const char *expected)
{
    ore_json_node member;

    (void)ore_json_optional(parent, key, &member);
    ore_error(parent->file->diags, ore_json_where(&member),
              "unknown %s '%s', expected %s", key, ore_shown(what), expected);
}
