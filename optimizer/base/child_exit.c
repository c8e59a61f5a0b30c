/* See child_exit.h. */
#include "base/child_exit.h"

#include <unistd.h>
#ifdef ORE_COVERAGE
#include <gcov.h>
#endif

void ore_exit_child(int status)
{
#ifdef ORE_COVERAGE
    __gcov_dump();
#endif
    _exit(status);
}
