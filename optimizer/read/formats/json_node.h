/* JSON values that know their place in the text, for messages. */
#ifndef OPTIMIZER_READ_FORMATS_JSON_NODE_H
#define OPTIMIZER_READ_FORMATS_JSON_NODE_H

#include <jansson.h>

#include "base/diagnostics.h"

/** A file that was parsed. */
typedef struct ore_json_file {
    const char *path; /**< borrowed */
    char *text;       /**< what was parsed, ends with a zero byte; owned */
    ore_diags *diags; /**< borrowed */
} ore_json_file;

/** Read and parse the regular file file->path, at most 64 MiB. On ORE_OK the
 * caller ends with json_decref(*value) and ore_json_unload; otherwise (with a
 * diagnostic) there is nothing to free. */
ORE_MUST_USE ore_status ore_json_load(ore_json_file *file, json_t **value);
void ore_json_unload(ore_json_file *file);

/** A value and the way to it from the root. */
typedef struct ore_json_node {
    const ore_json_file *file;
    const struct ore_json_node *parent; /**< NULL = the root */
    const char *key;                    /**< in an object; else NULL */
    int index;                          /**< in an array */
    const json_t *value;
} ore_json_node;

/** Line and column of the node's value. */
ore_where ore_json_where(const ore_json_node *node);

/** The member `key` of an object, or an error at the object. */
bool ore_json_member(const ore_json_node *parent, const char *key,
                     ore_json_node *member);
/** The member `key` when it is there and not null; no error. */
bool ore_json_optional(const ore_json_node *parent, const char *key,
                       ore_json_node *member);
/** The element `index` of an array. */
ore_json_node ore_json_element(const ore_json_node *parent, int index);
/** How many elements the array `node` has; an error (and 0) when it is none.
 */
int ore_json_count(const ore_json_node *node);

/** Members of an object by type; false after an error. */
bool ore_json_get_text(const ore_json_node *parent, const char *key,
                       const char **value);
bool ore_json_get_number(const ore_json_node *parent, const char *key,
                         double *value);
bool ore_json_get_whole(const ore_json_node *parent, const char *key,
                        int *value);

/** An error at member `key` of `parent`: "unknown KEY 'WHAT', expected …". */
void ore_json_unknown(const ore_json_node *parent, const char *key,
                      const char *what, const char *expected);

#endif
