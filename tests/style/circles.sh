#!/bin/sh
# No circle between files: in the objects of the build, no file needs a symbol
# of one that needs it, directly or by way of others; nor does a library.
cd "$2" || exit 1
command -v nm >/dev/null && command -v tsort >/dev/null || exit 77
objects=$(dirname "$1")/CMakeFiles
bad=0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# Objects of files that are there: a build keeps those of files long gone.
find "$objects" -path '*/ore_*.dir/*.c.o' | sort | while read -r object; do
    file=${object#"$objects"/*.dir/}
    [ ! -e "${file%.o}" ] || echo "$object"
done >"$work/objects"
[ -s "$work/objects" ] || exit 77

# "FILE LIBRARY NEEDED-FILE ITS-LIBRARY SYMBOL"
xargs nm -A -P <"$work/objects" | awk '
{
    object = $1
    sub(/:$/, "", object)
    file = object
    sub(/.*\/CMakeFiles\/[a-z_]*\.dir\//, "", file)
    sub(/\.c\.o$/, "", file)
    library[file] = object
    sub(/.*\/CMakeFiles\//, "", library[file])
    sub(/\.dir\/.*/, "", library[file])
}
$2 !~ /^ore_/ { next }
$3 == "U" { needs[++n] = file " " $2 }
$3 ~ /^[A-TV-Z]$/ { home[$2] = file }
END {
    for (i = 1; i <= n; i++) {
        split(needs[i], need, " ")
        to = home[need[2]]
        if (to != "") {
            print need[1], library[need[1]], to, library[to], need[2]
        }
    }
}' >"$work/needs"
[ -s "$work/needs" ] || exit 77 # objects without symbols, as of -flto


circles() { # circles WHAT PAIRS
    tsort "$2" >"$work/order" 2>"$work/loops" && return
    echo "a circle of $1:"
    sed 's/^tsort: /    /' "$work/loops"
    bad=1
}
awk '{ print $1, $3 }' "$work/needs" >"$work/files"
awk '$2 != $4 { print $2, $4 }' "$work/needs" >"$work/libraries"
circles files "$work/files"
circles libraries "$work/libraries"

# A file together with the header beside it: nor does it include one that
# includes it.
find include models optimizer -name '*.[ch]' | sort >"$work/sources"
xargs grep -H '^#include "' <"$work/sources" | awk -v sources="$work/sources" '
function stem(name) { sub(/\.[ch]$/, "", name); return name }
function within(header, name) {
    if (("include/" header) in there) { return "include/" header }
    if (("optimizer/" header) in there) { return "optimizer/" header }
    if (("models/" header) in there) { return "models/" header }
    sub(/[^\/]*$/, "", name)
    return (name header) in there ? name header : ""
}
BEGIN { while ((getline line <sources) > 0) { there[line] = 1 } }
{
    name = header = $0
    sub(/:.*/, "", name)
    sub(/^[^"]*"/, "", header)
    sub(/".*/, "", header)
    to = within(header, name)
    if (to ~ /\.h$/ && stem(to) != stem(name)) { print stem(name), stem(to) }
}' >"$work/includes"
circles 'files by their headers' "$work/includes"
exit $bad
