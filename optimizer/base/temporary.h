/* Files that have no name yet, or one of their own that nobody else picks. */
#ifndef OPTIMIZER_BASE_TEMPORARY_H
#define OPTIMIZER_BASE_TEMPORARY_H

#include <stdbool.h>

/** A new file in a folder, open for writing and locked, so that it is not taken
 * for one that was left behind. */
typedef struct ore_temporary {
    int fd;     /**< the caller closes */
    char *name; /**< path; NULL = the file has none; the caller frees */
} ore_temporary;

/** False, with errno, when the folder takes no file. */
bool ore_temporary_open(const char *folder, ore_temporary *temporary);

/** Give a file without a name one in the folder. False, with errno, when that
 * fails. */
bool ore_temporary_name(const char *folder, ore_temporary *temporary);

/** Remove the temporary files of runs that were killed in this folder: those of
 * this host that no process holds, and those of others after a day. */
void ore_clean_temporaries(const char *folder);

#endif
