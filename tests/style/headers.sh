#!/bin/sh
# Every header compiles alone.
cd "$2" || exit 1
bad=0
for header in $(find include models optimizer -name '*.h'); do
    ${CC:-cc} -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -fsyntax-only \
        -Iinclude -Ioptimizer -Imodels -x c "$header" || { echo "$header does not stand alone"; bad=1; }
done
exit $bad
