/* Making a package in a process of its own, whole or not at all. */
#ifndef OPTIMIZER_WRITE_XLSX_PACKAGE_H
#define OPTIMIZER_WRITE_XLSX_PACKAGE_H

#include <stdio.h>

#include "base/diagnostics.h"

/** Where the workbook library keeps a member while it writes it. It declares
 * this function and calls ours: in memory, so that a full or missing folder
 * for temporary files cannot spoil a workbook unseen. */
FILE *lxw_tmpfile(char *folder);

/** Run build(data, file) in a child process, which writes a zip package to
 * `file` and returns whether that went well; check the package; put it at
 * `path` ("-" = standard output). Any word of the child on its standard error
 * is a failure, since the library reports swallowed errors only there. */
ORE_MUST_USE ore_status ore_write_package(const char *path,
                                          bool (*build)(const void *data,
                                                        const char *file),
                                          const void *data, ore_diags *diags);

#endif
