#!/bin/sh
# No command line loses an input, a sweep or another output: such a one is
# refused with 64 (or 74 for what may not be written) before anything is solved.
# losses.sh PROGRAM SOURCE_DIR
program=$1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

fail() {
    echo "$*"
    failed=1
}

cp "$2"/inputs/demo/* .
"$program" init -q --xlsx book && "$program" init -q --xlsx other || exit 1
printf '\n[scenario other]\ntables.projects = other/round.xlsx#Projects\n' >>round.ini
cp round.ini base.ini
printf '[round]\nextends = base.ini\n[tables]\nflows = flows.tsv\n[uncertain oxide]\nof = flows.*.output_tpa\ndistribution = empirical factors.txt\n' >over.ini
cp flows.csv flows.tsv
printf '0.9\n1\n1.1\n' >factors.txt
cp projects.csv data
sed 's/projects\.csv/data/' round.ini >plain.ini
ln round.ini hard.xlsx
ln -s projects.csv soft.xlsx
ln -s data plain.xlsx
"$program" solve round.ini --json july.json -q || exit 1
"$program" sweep plan round.ini -o sweep -q --samples 1 &&
    "$program" sweep run sweep -q && "$program" sweep score sweep -q || exit 1
mkdir foreign halves tables links
for name in base.ini flows.tsv factors.txt projects.csv; do
    ln -s ../$name links/${name%.*}
done
echo '{"mine": 1}' >foreign/sweep.json
mkdir halves/results
ln -s ../flows.csv tables/portfolio.tsv
ln -s ../july.json links/july

snap() {
    find . -type f ! -name before ! -name after -exec sha256sum {} + | sort >"$1"
}
snap before

# refused CODE WORDS ARGUMENTS...: ends with CODE, says WORDS, writes nothing.
refused() {
    code=$1 words=$2
    shift 2
    said=$(timeout 600 "$program" "$@" -q 2>&1)
    got=$?
    [ "$got" = "$code" ] || fail "$*: expected $code, got $got: $said"
    printf '%s' "$said" | grep -q -- "$words" || fail "$*: expected '$words', got: $said"
    snap after
    cmp -s before after || { fail "$*: $(diff before after)"; cp after before; }
}

for option in -o --json --html; do
    refused 64 'is an input' solve round.ini $option ./hard.xlsx
    refused 64 'is an input' solve plain.ini $option data
    refused 64 'is an input' solve - $option hard.xlsx <round.ini
    refused 64 'is part of the sweep' sweep merge sweep $option sweep/results/new
done
refused 64 'is an input' solve round.ini -o round.ini
refused 64 'is an input' solve round.ini --json round.ini
refused 64 'is an input' frontier round.ini -o soft.xlsx
refused 64 'is an input' solve plain.ini -o plain.xlsx
refused 64 'another format' solve round.ini -o projects.csv
refused 64 'another format' solve over.ini --json base.ini
refused 64 'another format' solve over.ini --json flows.tsv
refused 64 'is an input' solve over.ini -o links/base
refused 64 'is an input' solve over.ini --json links/flows
refused 64 'is an input' solve over.ini --json links/factors
refused 64 'is an input' solve book/round.ini -o book/round.xlsx
refused 64 'is an input' solve round.ini --baseline july.json --json july.json
refused 64 'is an input' compare round.ini july.json over.ini -o links/july
refused 64 'is an input' compare round.ini over.ini -o links/base
refused 64 'is an input' solve round.ini -o other/round.xlsx
refused 64 'is an input' export round.ini -o round.ini
refused 64 'is an input' export round.ini -o links/projects
refused 64 'is part of the sweep' sweep merge sweep -o sweep/sweep.json
refused 64 'is part of the sweep' sweep merge sweep --json sweep/results/0001.json
refused 64 'is part of the sweep' sweep merge sweep --json sweep/scores/0001.json
refused 64 'is an input' sweep merge sweep --json links/projects
refused 64 'tables/portfolio.tsv. is an input' solve round.ini --tsv tables
refused 64 'flows.tsv. is an input' solve over.ini --tsv .
refused 64 'where --tsv writes' solve round.ini --tsv tables --json tables/gaps.tsv
refused 74 'has a sweep already' sweep plan round.ini -o foreign
refused 74 'has a sweep already' sweep plan round.ini -o halves
refused 74 'is there already' init .
refused 74 'is there already' init --xlsx book
rm book/round.xlsx book/README.md
snap before
refused 74 'round.ini: error: is there already' init --xlsx book

# Two outputs that are one, and names of other formats.
refused 64 'are the same file' solve round.ini -o a.xlsx --json a.xlsx
refused 64 'are the same file' solve round.ini -o a --json ./a
refused 64 'are the same file' solve round.ini -o - --json -
for name in out.pdf out.csv OUT.PDF out.json out.ods; do
    refused 64 "expected a name that ends in '.xlsx'" solve round.ini -o $name
done
refused 64 "expected a name that ends in '.json'" solve round.ini --json out.xlsx
refused 64 "expected a name that ends in '.lp'" export round.ini --format lp -o out.mps

# What is read-only stays, for the superuser too; so do modes, and links.
echo old >locked.xlsx
chmod 0444 locked.xlsx
snap before
refused 74 'permission denied' solve round.ini -o locked.xlsx
echo old >private.json
chmod 0600 private.json
ln -s later/new.json dangling.json
mkdir later
umask 027
"$program" solve round.ini -q --json private.json -o new.xlsx || fail 'not solved'
"$program" export round.ini -q -o dangling || fail 'not exported'
"$program" solve round.ini -q --json dangling.json || fail 'not solved'
[ "$(stat -c %a private.json)" = 600 ] || fail "mode of what is replaced: $(stat -c %a private.json)"
[ "$(stat -c %a new.xlsx)" = 640 ] || fail "mode of a new file: $(stat -c %a new.xlsx)"
[ -L dangling.json ] && [ -s later/new.json ] || fail 'a dangling link was replaced'

# The longest names that a file system takes.
for n in 246 250; do
    name=$(head -c $n /dev/zero | tr '\0' n).xlsx
    "$program" solve round.ini -q -o "$name" && [ -s "$name" ] || fail "a name of $((n + 5)) bytes"
done

left=$(find . -name '*.tmp*')
[ -z "$left" ] || fail "temporary files left: $left"
exit $failed
