#!/bin/sh
# Files stay short enough to read, and the top level is fixed.
cd "$2" || exit 1
bad=0
for file in $(find include models optimizer -name '*.[ch]'); do
    lines=$(wc -l <"$file")
    [ "$lines" -le 400 ] || { echo "$file has $lines lines, expected at most 400"; bad=1; }
done
git ls-files 2>/dev/null | cut -d/ -f1 | sort -u |
    grep -vxE 'optimizer|models|include|inputs|tests|CMakeLists.txt|README.md|LICENSE|CHANGELOG.md|\..*' &&
    { echo 'these do not belong to the top level'; bad=1; }
exit $bad
