/* The clock that times are taken on. */
#ifndef OPTIMIZER_BASE_CLOCK_H
#define OPTIMIZER_BASE_CLOCK_H

/** Seconds of the monotonic clock. */
double ore_now_s(void);

#endif
