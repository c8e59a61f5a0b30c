#!/bin/sh
# What no round should be: refused within a second or two and in bounded
# memory, with a message and an exit code of its own, never a crash.
# inputs.sh PROGRAM SOURCE_DIR
program=$1
allow= # --allow-outside
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

# expect CODE WORDS FILE: `check FILE` ends with CODE and says WORDS.
expect() {
    said=$( (ulimit -v 1500000; timeout 200 "$program" check $allow "$3" 2>&1) </dev/null)
    code=$?
    if [ "$code" != "$1" ] || ! printf '%s' "$said" | grep -q -- "$2"; then
        printf '%s: expected code %s and "%s", got %s:\n%s\n' \
            "$3" "$1" "$2" "$code" "$(printf '%s' "$said" | head -n 5)"
        failed=1
    fi
}

round() {
    printf '[round]\nname = %s\nhorizon = 2026-2030\ncommit = 2026\n' "$1"
    printf '[tables]\nprojects = %s\n' "$2"
    printf '[funder US]\n[instrument g]\nkind = grant\nfunder = US\n'
}

printf 'id,name,mineral,stage,country,capex,sponsor_equity_max\n' >head.csv
{ cat head.csv; printf 'A,Mine,nickel,mine,AU,100,40\n'; } >good.csv
round Round good.csv >good.ini
expect 0 '' good.ini

expect 66 'No such file' absent.ini
expect 66 'directory' .
expect 66 'not a regular file' /dev/zero
expect 66 'not a regular file' /dev/null
mkfifo fifo
expect 66 'not a regular file' fifo
: >empty.ini
expect 65 'no section' empty.ini
head -c 1000000 /dev/zero >zeros.ini
expect 65 'NUL' zeros.ini
head -c 1000000 /dev/zero | tr '\0' '\n' >lines.ini
expect 65 'no section' lines.ini
head -c 104857600 /dev/zero | tr '\0' a >long.ini
expect 65 'larger than 16 MiB' long.ini
head -c 15000000 /dev/zero | tr '\0' a >line.ini
expect 65 'expected at most' line.ini
head -c 15000000 /dev/zero | tr '\0' '[' >brackets.ini
expect 65 'expected at most' brackets.ini
{ round Round good.csv; yes '[x]' | head -n 100000; } >sections.ini
expect 65 "section 'x' comes twice" sections.ini
printf '[round]\nname = caf\303' >cut.ini
expect 65 'not UTF-8' cut.ini

# A mark, line ends and CP932 are accepted.
{ printf '\357\273\277'; cat good.ini; } >mark.ini
expect 0 '' mark.ini
sed 's/$/\r/' good.ini >crlf.ini
expect 0 '' crlf.ini
round "$(printf '\210\304\214\217')" good.csv >cp932.ini
expect 0 'CP932' cp932.ini

# Tables.
table() {
    round Round "$1" >table.ini
    expect "$2" "$3" table.ini
}
table /dev/zero 65 'outside of the round'
allow=--allow-outside
table /dev/zero 66 'not a regular file'
table fifo 66 'not a regular file'
head -c 104857600 /dev/zero | tr '\0' a >big.csv
table big.csv 65 'larger than 64 MiB'
head -c 60000000 /dev/zero | tr '\0' a >field.csv
table field.csv 65 'longer than 32767 bytes'
{ cat head.csv; printf '"'; head -c 1000000 /dev/zero | tr '\0' b; } >quote.csv
table quote.csv 65 'closing quote'
head -c 60000000 /dev/zero | tr '\0' , >commas.csv
table commas.csv 65 'more than 256 columns'
{ cat head.csv; yes 'A,,,,,,' | head -n 2000000; } >rows.csv
table rows.csv 65 'more than 100000 rows'
head -c 1000000 /dev/urandom >random.csv
table random.csv 65 'random.csv'

# Files that are not the round's own are not read, and nothing of them is told.
allow=
mkdir -p folder/sub other
printf 'secret\nlines\n' >other/secret.csv
cp good.csv other
cp good.csv folder/sub
ln -s ../other/good.csv folder/link.csv
outside() { # outside TABLE CODE WORDS
    round Round "$1" >folder/table.ini
    expect "$2" "$3" folder/table.ini
    case $said in *secret*lines* | *"'secret'"*) echo "$1: told: $said"; failed=1 ;; esac
}
outside sub/good.csv 0 ''
outside ../folder/sub/good.csv 0 ''
outside ../other/good.csv 65 'outside of the round'
outside link.csv 65 "'link.csv' is outside of the round"
outside "$dir/other/good.csv" 65 'outside of the round'
outside /etc/passwd 65 'outside of the round'
outside /etc/passwd#x 66 'No such file'
printf '[round]\nextends = ../good.ini\n' >folder/over.ini
expect 65 "'../good.ini' is outside of the round" folder/over.ini
cp other/secret.csv folder
outside secret.csv 65 'no header in this table'
allow=--allow-outside
outside ../other/good.csv 0 ''
outside ../other/secret.csv 65 'no header in this table'
expect 0 '' folder/over.ini
exit $failed
