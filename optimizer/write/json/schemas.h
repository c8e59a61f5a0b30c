/* What result files look like: a JSON Schema (2020-12) of each format, carried
 * inside the program. */
#ifndef OPTIMIZER_WRITE_JSON_SCHEMAS_H
#define OPTIMIZER_WRITE_JSON_SCHEMAS_H

typedef struct ore_schema {
    const char *name;  /**< "priority", of the format orefolio-priority/1 */
    const char *title; /**< one line */
    const char *text;  /**< the document */
} ore_schema;

/** By name; ends with a NULL name. Made by embed.cmake at build time. */
extern const ore_schema ore_schemas[];

#endif
