/* The end of a forked process. */
#ifndef OPTIMIZER_BASE_CHILD_EXIT_H
#define OPTIMIZER_BASE_CHILD_EXIT_H

/** End this process, a fork of the program, as _exit does: nothing of the
 * parent's is flushed or freed twice. A build that measures coverage writes its
 * counters first, which _exit would lose. Not for signal handlers. */
_Noreturn void ore_exit_child(int status);

#endif
