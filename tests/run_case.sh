#!/bin/sh
# One golden run: tests/run_case.sh DIR PROGRAM
# DIR/cmd is a shell script that runs with $orefolio set, in a scratch copy of
# DIR. Compared: DIR/stdout, DIR/stderr (both empty when absent), DIR/exit (0
# when absent) and every file below DIR/expected with the one it made. A line
# "..." in a golden matches any lines. UPDATE=1 rewrites the goldens.
set -u
dir=$(cd "$1" && pwd) && orefolio=$2
matches=$dir/../../matches.awk
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
cp -r "$dir/." "$scratch" && cd "$scratch" || exit 1
rm -rf expected
export orefolio LC_ALL=C TZ=UTC
inputs=$dir/../../../inputs && export inputs
sh ./cmd >out.stdout 2>out.stderr
echo $? >out.exit
sed -i "s|$scratch|DIR|g; s|$(cd "$inputs" && pwd)|INPUTS|g; s|$inputs|INPUTS|g" out.stdout out.stderr

bad=0
compare() { # compare GOLDEN ACTUAL NAME
    if [ "${UPDATE:-}" ]; then
        if [ -s "$2" ]; then mkdir -p "$(dirname "$1")" && cp "$2" "$1"; else rm -f "$1"; fi
        return
    fi
    [ -f "$1" ] && golden=$1 || golden=/dev/null
    # awk cannot tell an empty first file, so empty goldens compare directly.
    if [ -s "$golden" ]; then awk -f "$matches" "$golden" "$2"; else [ ! -s "$2" ]; fi && return
    echo "== $3 differs"
    diff -u "$golden" "$2" | head -60
    bad=1
}
compare "$dir/stdout" out.stdout stdout
compare "$dir/stderr" out.stderr stderr
[ "$(cat out.exit)" = 0 ] && : >out.exit
compare "$dir/exit" out.exit exit
for golden in "$dir"/expected/*; do
    [ -f "$golden" ] && compare "$golden" "$(basename "$golden")" "$(basename "$golden")"
done
# Result files are as their schemas say.
python3 "$dir/../../schemas.py" "$orefolio" "$scratch" || bad=1
exit $bad
