#!/bin/sh
# Text of a round stays text wherever a workbook or a page shows it: cells, charts,
# names, properties, headers. injection.sh PROGRAM SOURCE_DIR
program=$1
command -v python3 >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1

cat >attack.py <<'END'
import csv
import re
import sys

# What spreadsheets take for formulas, escapes or markup.
words = ["=cmd|' /C calc'!A0", "+1+1", "@SUM(1+1)", "-2+3", "_x0041_",
         "=HYPERLINK(\"http://x.invalid\",\"x\")", "<f>1+1</f>&amp;",
         "internal:'Memo'!A1", "&[Page] &A", "'quoted",
         "long " + "x" * 990]
turn = 0


def word():
    global turn
    turn += 1
    return words[turn % len(words)]


with open("projects.csv", newline="", encoding="utf-8") as f:
    rows = list(csv.reader(f))
for row in rows[1:]:
    row[rows[0].index("name")] = word()
    row[rows[0].index("name_ja")] = word()
with open("projects.csv", "w", newline="", encoding="utf-8") as f:
    csv.writer(f).writerows(rows)
# A line of the INI file has its own limits: short words without comments.
short = [w for w in words if len(w) < 100]
with open("round.ini", encoding="utf-8") as f:
    text = f.read()
count = 0
def label(match):
    global count
    count += 1
    return match.group(1) + short[count % len(short)]
text = re.sub(r"(?m)^((?:label|label_ja|name|name_ja|title) *= *).*", label, text)
with open("round.ini", "w", encoding="utf-8") as f:
    f.write(text + "\n[scenario tight]\nlabel = =1+1\nbudget *.amount = *0.5\n")
END

cat >look.py <<'END'
import re
import sys
import zipfile
from xml.etree import ElementTree

bad = 0
for name in sys.argv[1:]:
    book = zipfile.ZipFile(name)
    for part in book.namelist():
        if not part.endswith((".xml", ".rels")):
            continue
        text = book.read(part).decode("utf-8")
        ElementTree.fromstring(text)
        for formula in re.findall(r"<(?:\w+:)?f[ >]([^<]*)<", text):
            if re.search(r"cmd\||HYPERLINK|SUM\(1\+1|^1\+1|http", formula):
                print(name, part, "runs", formula[:80])
                bad = 1
        if re.search(r'TargetMode="External"', text):
            print(name, part, "leads out")
            bad = 1
    strings = book.read("xl/sharedStrings.xml").decode("utf-8")
    if "cmd|" not in strings or "_x005F_x0041_" not in strings:
        print(name, "lost what it was given")
        bad = 1
sys.exit(bad)
END

cp "$2"/inputs/demo/* .
python3 attack.py || exit 1
"$program" sweep plan round.ini -o sweep -q --samples 1 --points 2 &&
    "$program" sweep run sweep -q || exit 1
for language in en ja; do
    "$program" solve round.ini -q --language $language -o $language.xlsx \
        --html $language.html --tsv tsv-$language || exit 1
    "$program" compare round.ini -q --language $language \
        -o both-$language.xlsx --html both-$language.html || exit 1
    "$program" sweep merge sweep -q --language $language \
        -o many-$language.xlsx --html many-$language.html || exit 1
done
python3 look.py ./*.xlsx || exit 1
python3 "$2/tests/style/pages.py" ./*.html || exit 1
for page in ./*.html; do
    grep -q '&lt;f&gt;1+1&lt;/f&gt;&amp;amp;' "$page" || { echo "$page lost what it was given"; exit 1; }
done
# Terminals get no control characters (turned text is refused when it is read).
"$program" check round.ini >check.txt 2>&1
! grep -lP "[\x00-\x08\x0b-\x1f\x7f]" check.txt
