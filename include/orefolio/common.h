/* What every folder shares: status codes, positions, compiler attributes. */
#ifndef OREFOLIO_COMMON_H
#define OREFOLIO_COMMON_H

#include <stdbool.h>
#include <stddef.h>

/** A printf-like function: format is argument `fmt`, values from `first`. */
#define ORE_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
/** The caller must look at the returned status. */
#define ORE_MUST_USE __attribute__((warn_unused_result))

/** How many elements an array has. Not for pointers: -Wsizeof-pointer-div. */
#define ORE_COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

/** How a stage ended; also the exit code of the program. The numbers are
 * part of the public interface; 64 and above are those of <sysexits.h>. */
typedef enum ore_status {
    ORE_OK = 0,         /**< done; optimal within the asked gap, verified */
    ORE_STOPPED = 1,    /**< stopped early: verified, gap larger than asked */
    ORE_INFEASIBLE = 2, /**< no portfolio satisfies the rules */
    ORE_NO_ANSWER = 3,  /**< no portfolio found in the time given */
    ORE_UNVERIFIED = 4, /**< the portfolio breaks a rule: nothing written */
    ORE_USAGE = 64,     /**< wrong command line */
    ORE_BAD_INPUT = 65, /**< the input was read and refused */
    ORE_NO_INPUT = 66,  /**< a file cannot be opened or read */
    ORE_INTERNAL = 70,  /**< a fault of the program */
    ORE_NO_MEMORY = 71, /**< out of memory */
    ORE_NO_OUTPUT = 74, /**< the output cannot be written */
    ORE_STOPPED_AT_ONCE = 130 /**< by a second Ctrl-C: nothing is written */
} ore_status;

/** A position in an input, for messages. Zero line = the whole file; zero
 * column = the whole line. `file` is borrowed and lives as long as the round.
 */
typedef struct ore_where {
    const char *file; /**< as the user named it; NULL = no position */
    int line;         /**< from 1 */
    int column;       /**< from 1, in characters as an editor counts them */
} ore_where;

/** Inclusive range of calendar years. */
typedef struct ore_years {
    int first, last;
} ore_years;

#endif
