/* Reading back a written package before anybody else does. */
#ifndef OPTIMIZER_WRITE_XLSX_ZIP_CHECK_H
#define OPTIMIZER_WRITE_XLSX_ZIP_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/** Whether the bytes are a zip file whose every member unpacks to its stated
 * size and checksum and ends a tag. */
bool ore_zip_is_whole(const unsigned char *bytes, size_t size);

#endif
