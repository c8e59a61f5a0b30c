#!/bin/sh
# Rooms know only what they may, and third-party headers have one door each.
cd "$2" || exit 1
bad=0
complain() { echo "$1"; bad=1; }
includes() { grep -nE "^#include $1" -r "$2" --include='*.[ch]'; }

# models/ knows the shared headers only, and prints nothing.
grep -rnE '^#include "' models --include='*.[ch]' |
    grep -vE '"(orefolio/(study/)?[a-z_]+\.h|((families|goals|measures|instruments|economics|rules)/)?[a-z_]+\.(h|def))"' &&
    complain 'models/ may include orefolio/ only'
includes '<stdio.h>' models && complain 'models/ may not include <stdio.h>'
# may ROOM OTHERS...: the rooms of optimizer/ that ROOM may know beside itself.
may() {
    room=$1
    shift
    for other in base program read solve verify study write cli; do
        case " $room $* " in *" $other "*) continue ;; esac
        includes "\"$other/" optimizer/$room && complain "$room/ may not include $other/"
    done
}
may base
may program base
may read base
may solve base program
may verify base program
may write base
may study base program read solve verify
may cli base program read solve verify study write
grep -rnE '^#include "' include --include='*.h' | grep -v '"orefolio/' && complain 'include/ knows itself only'
# One door a library.
door() { # door HEADER FILES...
    header=$1
    shift
    found=$(grep -rlE "^#include <$header>" include models optimizer | sort | tr '\n' ' ')
    [ "$found" = "$* " ] || complain "<$header> is included by: ${found:-nothing }expected: $*"
}
door 'gsl/gsl_cdf.h' models/economics/uncertain.c
door glpk.h optimizer/solve/lp/lp_prob.h
door gmp.h optimizer/verify/rows.c
door expat.h optimizer/read/formats/xlsx_parts.c
door zlib.h optimizer/base/zip.c
door ini.h optimizer/read/formats/ini_file.c
door csv.h optimizer/read/formats/csv_file.c
door xlsxwriter.h $(find optimizer/write/xlsx -name 'template.c' -o -name 'write_xlsx.c' -o -name 'xlsx_*.c' | sort)
exit $bad
