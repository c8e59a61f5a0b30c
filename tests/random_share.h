/* How many random rounds a property test looks at. */
#ifndef TESTS_RANDOM_SHARE_H
#define TESTS_RANDOM_SHARE_H

/** Under sanitizers, which take ten times as long, a twelfth of them: they look
 * for other mistakes. The release build looks at all. */
enum {
#ifdef __SANITIZE_ADDRESS__
    random_share = 12
#elif defined __has_feature
#if __has_feature(address_sanitizer)
    random_share = 12
#else
    random_share = 1
#endif
#else
    random_share = 1
#endif
};

/** ORE_MANY_ROUNDS: the build of `.ci/test long` looks at ten times as many. */
enum {
#ifdef ORE_MANY_ROUNDS
    random_times = 10
#else
    random_times = 1
#endif
};

#define RANDOM_ROUNDS(all) ((all)*random_times / random_share)

#endif
