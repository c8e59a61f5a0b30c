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

/** A value and the way to it from the root. */
typedef struct ore_json_node {
    const ore_json_file *file;
    const struct ore_json_node *parent; /**< NULL = the root */
    const char *key;                    /**< in an object; else NULL */
    int index;                          /**< in an array */
    const json_t *value;
} ore_json_node;

/** Read and parse the regular file at `path`, at most 64 MiB, and call `read`
 * with its root and `data`; nothing of the file is there afterwards. Unless
 * ORE_OK there is a diagnostic: ORE_NO_INPUT, or ORE_BAD_INPUT for a file that
 * cannot be parsed (`read` was not called) and for errors that `read` told. */
ORE_MUST_USE ore_status ore_json_read(const char *path, ore_diags *diags,
                                      void (*read)(const ore_json_node *root,
                                                   void *data),
                                      void *data);

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
