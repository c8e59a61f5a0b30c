#!/bin/sh
# LibreOffice opens the text tables (--tsv) of a round whose names look like
# formulas behind quotes, blanks and in full width: none of them runs.
# tsv.sh PROGRAM SOURCE_DIR
program=$1 inputs=$2/inputs
command -v python3 >/dev/null && command -v soffice >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1

cat >attack.py <<'END'
import csv

words = ['"=1+1"', "=1+1", "+1+1", "-1-1", "@SUM(1)", "\uff1d1+1",
         "\uff0b1+1", "\uff0d1-1", "\uff20SUM(1)"]
with open("projects.csv", newline="", encoding="utf-8") as f:
    rows = list(csv.reader(f))
for i, row in enumerate(rows[1:]):
    row[rows[0].index("name")] = words[i % len(words)]
with open("projects.csv", "w", newline="", encoding="utf-8") as f:
    csv.writer(f).writerows(rows)
with open("control.tsv", "w", encoding="utf-8") as f:
    f.write("name\n" + "\n".join(words) + "\n")
END

cat >count.py <<'END'
import re
import sys
import zipfile

for name in sys.argv[1:]:
    book = zipfile.ZipFile(name)
    sheet = book.read("xl/worksheets/sheet1.xml").decode("utf-8")
    print(len(re.findall(r"<f[ >/]", sheet)))
END

# Fields between tabs, quoted by ", UTF-8, all rows; formulas are evaluated.
open_all() {
    soffice -env:UserInstallation="file://$dir/profile" --headless \
        --infilter='Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1,true' \
        --convert-to xlsx --outdir opened "$@" >/dev/null 2>&1
}

cp "$inputs"/demo/* .
python3 attack.py || exit 1
"$program" solve round.ini --tsv tables -q || exit 1
open_all tables/portfolio.tsv tables/notfunded.tsv control.tsv
[ -f opened/control.xlsx ] || exit 77 # it does not run here
# Without a guard some of them run, or the test would show nothing.
[ "$(python3 count.py opened/control.xlsx)" -gt 0 ] || exit 77
for table in portfolio notfunded; do
    n=$(python3 count.py "opened/$table.xlsx")
    [ "$n" = 0 ] || {
        echo "$table.tsv: $n formulas run"
        exit 1
    }
done
grep -q "	'\"=1+1\"	" tables/portfolio.tsv tables/notfunded.tsv || {
    echo "the quoted name is not guarded"
    exit 1
}
