#!/bin/sh
# Every family, goal, instrument kind, sheet, command and separator file is registered,
# and every registered name has its file.
cd "$2" || exit 1
bad=0
registry() { # registry FOLDERS PREFIX DEF MACRO
    for file in $(find $1 -maxdepth 1 -name "$2*.c"); do
        name=${file##*/"$2"}
        grep -q "$4(.*\b${name%.c}\b" "$3" || { echo "$file is not in $3"; bad=1; }
    done
    for name in $(sed -n "s/^$4([A-Z_, ]*\([a-z_]*\).*/\1/p" "$3"); do
        [ "$(find $1 -maxdepth 1 -name "$2$name.c")" ] || { echo "$3 names $name, which has no file"; bad=1; }
    done
}
registry models/families '' models/families/families.def ORE_FAMILY
registry models/goals '' models/goals/goals.def ORE_GOAL
registry models/measures '' models/measures/measures.def ORE_MEASURE
registry models/instruments '' models/instruments/instruments.def ORE_INSTRUMENT
registry optimizer/solve/cuts separate_ optimizer/solve/cuts/separators.def ORE_SEPARATOR
registry optimizer/cli/commands cmd_ optimizer/cli/commands.def ORE_COMMAND
write=optimizer/write
registry "$write/sheets $write/studies $write/memo $write/what_if $write/comparison $write/answers $write/data" sheet_ $write/book/sheets.def ORE_SHEET
# Each family has a row in the README of models/, each command one in README.md.
lacks() { # lacks FILE PATTERN NAME
    grep -q "$2" "$1" || { echo "$1 lacks a row for $3"; bad=1; }
}
for family in $(sed -n 's/^ORE_FAMILY(\(.*\))/\1/p' models/families/families.def); do
    lacks models/README.md "^| $family |" "the family $family"
done
for command in $(sed -n 's/^ORE_COMMAND(\(.*\))/\1/p' optimizer/cli/commands.def); do
    case $command in
    sweep_*) lacks README.md "^| .sweep .*\`${command#sweep_}\|^| .sweep ${command#sweep_}" "the command $command" ;;
    *) lacks README.md "^| \`$command" "the command $command" ;;
    esac
done
for family in $(sed -n '/^| family /,/^$/s/^| \([a-z_]*\) |.*/\1/p' models/README.md); do
    [ "$family" = family ] || grep -q "($family)" models/families/families.def ||
        { echo "models/README.md has a row for $family, which is no family"; bad=1; }
done
exit $bad
