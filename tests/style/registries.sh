#!/bin/sh
# Every family, goal, instrument kind, sheet and command file is registered,
# and every registered name has its file.
cd "$2" || exit 1
bad=0
registry() { # registry FOLDER PREFIX DEF MACRO
    for file in "$1"/"$2"_*.c; do
        name=${file##*/"$2"_}
        grep -q "$4(.*\b${name%.c}\b" "$1/$3" || { echo "$file is not in $1/$3"; bad=1; }
    done
    for name in $(sed -n "s/^$4([A-Z_, ]*\([a-z_]*\).*/\1/p" "$1/$3"); do
        [ -f "$1/$2_$name.c" ] || { echo "$1/$3 names $name, which has no file"; bad=1; }
    done
}
registry models family families.def ORE_FAMILY
registry models goal goals.def ORE_GOAL
registry models instrument instruments.def ORE_INSTRUMENT
registry optimizer/cli cmd commands.def ORE_COMMAND
registry optimizer/write sheet sheets.def ORE_SHEET
exit $bad
