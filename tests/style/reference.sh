#!/bin/sh
# inputs/reference.md has the tables of `orefolio keys`, every goal and every
# instrument kind. UPDATE=1 rewrites its tables. `reference.sh PROGRAM SOURCE_DIR`
program=$1 reference=$2/inputs/reference.md
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
bad=0
"$program" keys >"$work/keys" &&
    awk -f "$2/optimizer/cli/documents/keys.awk" -f "$2/tests/style/reference.awk" "$work/keys" "$reference" \
        >"$work/reference.md" || exit 1
if [ "${UPDATE:-}" ]; then
    cp "$work/reference.md" "$reference"
elif ! diff -u "$reference" "$work/reference.md"; then
    echo "inputs/reference.md (-) is not what \`orefolio keys\` says (+); take it over:"
    echo "UPDATE=1 ctest --test-dir build -R 'style/reference|golden/keys'"
    bad=1
fi

# The lists that are written by hand name all there is.
for name in $(sed -n '/^The measures/,$s/^  \([a-z]*_*[a-zA-Z_]*\)  .*/\1/p' "$work/keys"; \
    sed -n 's/.*with kind = \([a-z_]*\):.*/\1/p' "$work/keys"); do
    [ "$name" = blend ] || grep -q "^| \`$name\` |" "$reference" ||
        { echo "inputs/reference.md lacks '$name'"; bad=1; }
done
exit $bad
