#!/bin/sh
# Rooms know only what they may, and third-party headers have one door each.
cd "$2" || exit 1
bad=0
complain() { echo "$1"; bad=1; }
includes() { grep -nE "^#include $1" -r "$2" --include='*.[ch]'; }

# models/ knows the shared headers only, and prints nothing.
grep -rnE '^#include "' models --include='*.[ch]' |
    grep -vE '"(orefolio/[a-z_]+\.h|[a-z_]+\.(h|def))"' && complain 'models/ may include orefolio/ only'
includes '<stdio.h>' models && complain 'models/ may not include <stdio.h>'
# Stages never include each other; build and base include no stage.
for room in read solve verify write; do
    for other in read solve verify write cli; do
        [ $room = $other ] || { includes "\"$other/" optimizer/$room && complain "$room/ may not include $other/"; }
    done
done
for other in read solve verify write cli; do
    includes "\"$other/" optimizer/build && complain "build/ may not include $other/"
    includes "\"$other/" optimizer/base && complain "base/ may not include $other/"
done
# One door a library.
door() { # door HEADER FILES...
    header=$1
    shift
    found=$(grep -rlE "^#include <$header>" include models optimizer | sort | tr '\n' ' ')
    [ "$found" = "$* " ] || complain "<$header> is included by: ${found:-nothing }expected: $*"
}
door 'gsl/gsl_cdf.h' models/uncertain.c
door glpk.h optimizer/solve/lp_prob.h
door gmp.h optimizer/verify/rows.c
door expat.h optimizer/read/xlsx_parts.c
door zlib.h optimizer/base/zip.c
door ini.h optimizer/read/ini_file.c
door csv.h optimizer/read/csv_file.c
door xlsxwriter.h optimizer/write/template.c optimizer/write/write_xlsx.c optimizer/write/xlsx_charts.c optimizer/write/xlsx_formats.c optimizer/write/xlsx_marks.c optimizer/write/xlsx_page.c optimizer/write/xlsx_pen.c
grep -rnE '^#include "' include | grep -v '"orefolio/' && complain 'include/ knows itself only'
exit $bad
