/* Doubles in tests: cmocka 1.1.5 compares floats only. */
#ifndef TESTS_NEAR_H
#define TESTS_NEAR_H

#include <math.h>
#include <stdio.h>

/** Fails the running cmocka test unless |a - b| <= tol * max(1, |b|). */
#define expect_near(a, b, tol)                                                 \
    do {                                                                       \
        const double near_a = (a), near_b = (b);                               \
        if (!(fabs(near_a - near_b) <= (tol)*fmax(1.0, fabs(near_b)))) {       \
            fail_msg("%s is %.12g, expected %.12g", #a, near_a, near_b);       \
        }                                                                      \
    } while (0)

#endif
