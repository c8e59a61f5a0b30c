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

#define RANDOM_ROUNDS(all) ((all) / random_share)

#endif
