#!/bin/sh
# Outputs that cannot be written: exit code 74, a message, the old file as it
# was and no temporary file left. output.sh PROGRAM SOURCE_DIR
program=$1
round=$2/inputs/demo/round.ini
[ -f "$round" ] || exit 77
dir=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

fail() {
    echo "$*"
    failed=1
}

# refused WHAT ARGUMENTS...: the run ends with 74 and says why.
refused() {
    what=$1
    shift
    said=$(timeout 60 "$program" solve "$round" --quiet "$@" 2>&1 >/dev/null)
    code=$?
    [ "$code" = 74 ] || fail "$what: expected exit code 74, got $code: $said"
    [ -n "$said" ] || fail "$what: no message"
}

mkdir folder.xlsx readonly
refused 'a device that is full' -o /dev/full
refused 'a folder' -o folder.xlsx
refused 'a folder that is missing' -o nowhere/out.xlsx
refused 'text tables below a file' -o ok.xlsx --tsv "$round/tables"
[ -d folder.xlsx ] || fail 'the folder is gone'

# The superuser writes everywhere, so this one needs another user.
if [ "$(id -u)" != 0 ]; then
    echo old >readonly/old.xlsx
    chmod a-w readonly
    refused 'a folder that is read-only' -o readonly/old.xlsx
    [ "$(cat readonly/old.xlsx)" = old ] || fail 'the old file has changed'
fi

# A reader of standard output that leaves, and one that is full.
timeout 60 "$program" solve "$round" --quiet -o - >/dev/full 2>said
code=$?
[ "$code" = 74 ] || fail "standard output is full: got exit code $code"

# A full or missing folder for temporary files spoils nothing.
"$program" solve "$round" --quiet -o one.xlsx || fail 'no workbook'
TMPDIR=/nowhere TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 \
    "$program" solve "$round" --quiet -o two.xlsx || fail 'TMPDIR matters'
cmp one.xlsx two.xlsx || fail 'equal runs give different workbooks'
"$program" solve "$round" --quiet -o - >three.xlsx || fail 'no standard output'
cmp one.xlsx three.xlsx || fail 'standard output differs from the file'

# What is a link stays one.
ln -s one.xlsx link.xlsx
"$program" solve "$round" --quiet -o link.xlsx || fail 'no workbook by a link'
[ -L link.xlsx ] || fail 'the link was replaced'

left=$(find . -name '*.tmp*')
[ -z "$left" ] || fail "temporary files left: $left"
exit $failed
