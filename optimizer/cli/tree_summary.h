/* What is printed of a result with leaves. */
#ifndef OPTIMIZER_CLI_TREE_SUMMARY_H
#define OPTIMIZER_CLI_TREE_SUMMARY_H

#include "orefolio/study/tree_study.h"

/** On stdout: goals, what is signed now, what is decided later on which news,
 * and what the news is worth. */
void ore_print_tree(const ore_tree_study *study);

#endif
