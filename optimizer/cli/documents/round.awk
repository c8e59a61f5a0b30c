# orefolio-round(5) from `orefolio keys`: awk -v version=V -f keys.awk -f round.awk
function roff(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/…/, "...", text)
    return text
}
function add(list, text) {
    return text == "" ? list : list == "" ? text : list ", " text
}
BEGIN {
    print ".TH OREFOLIO\\-ROUND 5 \"\" \"orefolio " version "\" \"File Formats\""
    print ".SH NAME\norefolio\\-round \\- round files and tables of orefolio"
    print ".SH DESCRIPTION\nA round is an INI file and the CSV tables, or sheets of a"
    print "workbook, that it names. Money is in millions of the round's currency,"
    print "flows are in tonnes a year, shares and rates are fractions."
}
/^$/ { next }
/^\[|^table / { print ".SS " roff($0); next }
/^[^ ]/ { print ".SH " toupper(roff($0)); next }
/^  name  +type/ { next }
{
    what = $0
    if (NF < 2) next
    # Goals have other columns: their words follow as they are.
    if ($2 == "least" || $2 == "most") {
        name = $1
        sub(/^ *[^ ]+ +/, "", what)
        gsub(/ +/, " ", what)
        print ".TP\n.B " roff(name) "\n" roff(what)
        next
    }
    take_key($0)
    facts = add(add(type, unit == type ? "" : unit), range)
    facts = add(facts, otherwise == "" ? "" : \
        otherwise == "required" ? "required" : "default " otherwise)
    print ".TP\n.B " roff(name) "\n" roff(facts) "\n.br\n" roff(meaning)
}
END { print ".SH SEE ALSO\n.BR orefolio (1)" }
