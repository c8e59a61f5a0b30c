/* The result file of a round with events, format orefolio-tree/1. */
#ifndef OPTIMIZER_WRITE_JSON_WRITE_TREE_H
#define OPTIMIZER_WRITE_JSON_WRITE_TREE_H

#include "orefolio/study/tree_study.h"
#include "write/write.h"

/** The file as text. What was found by solving again (`values`) is left out
 * when `study` has none. The caller frees. */
char *ore_tree_text(const ore_tree_study *study,
                    const ore_write_options *options);

/** Write it to `path` ("-" = standard output). */
ORE_MUST_USE ore_status ore_write_tree(const ore_tree_study *study,
                                       const ore_write_options *options,
                                       const char *path, ore_diags *diags);

#endif
