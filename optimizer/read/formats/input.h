/* Text files from outside: read whole, hashed, and brought to clean UTF-8. */
#ifndef OPTIMIZER_READ_FORMATS_INPUT_H
#define OPTIMIZER_READ_FORMATS_INPUT_H

#include "base/diagnostics.h"

typedef enum ore_encoding {
    ORE_ENCODING_AUTO, /**< UTF-8, or what it clearly is when it is not */
    ORE_ENCODING_UTF8,
    ORE_ENCODING_CP932,
    ORE_ENCODING_WESTERN /**< Windows-1252 */
} ore_encoding;

/** A text file: strict UTF-8 without byte-order mark, NUL, carriage returns
 * and hidden characters; it ends with a zero byte. */
typedef struct ore_input_text {
    char *text;          /**< the caller frees */
    long length;         /**< bytes */
    const char *read_as; /**< what it was taken for; NULL = UTF-8. Static */
    char sha256[65];     /**< lower-case hex of the bytes as they were */
} ore_input_text;

enum {
    ORE_LARGEST_ROUND = 16 << 20, /**< bytes of a round file */
    ORE_LARGEST_TABLE = 64 << 20  /**< bytes of a table */
};

/** Read the regular file `where.file` ("-" = standard input), at most
 * `largest` bytes. Complaints about opening it are told at `named`, those
 * about what is in it at their place. Unless ORE_OK there is nothing to free.
 */
ORE_MUST_USE ore_status ore_load_text(ore_where where, ore_where named,
                                      ore_encoding encoding, long largest,
                                      ore_diags *diags, ore_input_text *text);

/** The same for bytes that are no text: hashed, and ended by a zero byte. */
ORE_MUST_USE ore_status ore_load_bytes(ore_where where, ore_where named,
                                       long largest, ore_diags *diags,
                                       ore_input_text *bytes);

/** Make `bytes` clean as above, in place or in a new block: takes ownership
 * of text->text, which ends with a zero byte. False after an error. */
bool ore_clean_text(ore_where where, ore_encoding encoding, ore_diags *diags,
                    ore_input_text *text);

#endif
