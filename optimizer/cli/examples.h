/* The rounds of inputs/, carried inside the program for `orefolio init`. */
#ifndef OPTIMIZER_CLI_EXAMPLES_H
#define OPTIMIZER_CLI_EXAMPLES_H

#include <stddef.h>

typedef struct ore_example_file {
    const char *example; /**< folder of inputs/: "demo" */
    const char *name;    /**< file in it: "projects.csv" */
    const unsigned char *bytes;
    size_t size;
} ore_example_file;

/** Ends with a NULL example. Made by embed.cmake at build time. */
extern const ore_example_file ore_example_files[];

/** The file's text, comments of a round file in the language of the terminal.
 * The caller frees. */
char *ore_example_text(const ore_example_file *file);

#endif
