/* The files that a round was read from. */
#ifndef OREFOLIO_INPUT_H
#define OREFOLIO_INPUT_H

/** One input file, for the result's provenance. */
typedef struct ore_input {
    const char *path;    /**< as named in the round */
    char sha256[65];     /**< lower-case hex of the bytes read */
    int rows;            /**< data rows of a table; lines of an INI file */
    const char *read_as; /**< what was assumed of it; NULL = UTF-8, commas */
} ore_input;

#endif
