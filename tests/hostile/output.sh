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
    said=$(timeout 600 "$program" solve "$round" --quiet "$@" 2>&1 >/dev/null)
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

# All this is told before anything is solved: nothing was found that gets lost.
told_before() {
    said=$(timeout 600 "$program" "$@" 2>&1)
    code=$?
    [ "$code" = 74 ] || [ "$code" = 66 ] || fail "$*: got exit code $code: $said"
    case $said in *solved* | *committed* | *'point 1'*) fail "$*: solved before: $said" ;; esac
}
told_before frontier "$round" -o nowhere/out.xlsx
told_before compare "$round" "$round" -o nowhere/out.xlsx
told_before compare "$round" "$round" nowhere.json -o out.xlsx
told_before solve "$round" -o ok.xlsx --json nowhere/out.json
told_before solve "$round" -o ok.xlsx --tsv nowhere/tables
[ ! -e ok.xlsx ] || fail 'one of two outputs was written'

# A file system without nameless files, and a stream that does not open: one
# with a name is used, and leaves nothing. The compiler is there to make this.
if command -v cc >/dev/null; then
    cat >shim.c <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#define OPEN(name)                                                     \
    int name(const char *path, int flags, ...)                         \
    {                                                                  \
        va_list rest;                                                  \
        va_start(rest, flags);                                         \
        const mode_t mode = va_arg(rest, mode_t);                      \
        va_end(rest);                                                  \
        if ((flags & O_TMPFILE) == O_TMPFILE) {                        \
            errno = EOPNOTSUPP;                                        \
            return -1;                                                 \
        }                                                              \
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #name); \
        return real(path, flags, mode);                                \
    }
OPEN(open)
OPEN(open64)
FILE *fdopen(int fd, const char *how)
{
    if (getenv("NO_FDOPEN")) {
        errno = EMFILE;
        return NULL;
    }
    FILE *(*real)(int, const char *) = dlsym(RTLD_NEXT, "fdopen");
    return real(fd, how);
}
C
    cc -shared -fPIC -o shim.so shim.c -ldl 2>/dev/null || cc -shared -fPIC -o shim.so shim.c || exit 1
    LD_PRELOAD=$PWD/shim.so "$program" solve "$round" --quiet -o named.xlsx || fail 'no workbook without nameless files'
    "$program" solve "$round" --quiet -o nameless.xlsx && cmp named.xlsx nameless.xlsx || fail 'another workbook'
    NO_FDOPEN=1 LD_PRELOAD=$PWD/shim.so "$program" solve "$round" --quiet --json no.json 2>said
    [ $? = 74 ] && grep -q 'no.json' said || fail "no stream: $(cat said)"
    [ -z "$(find . -name '.orefolio*')" ] || fail 'a named temporary file is left'
fi

# A reader of standard output that leaves, and one that is full.
timeout 600 "$program" solve "$round" --quiet -o - >/dev/full 2>said
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
