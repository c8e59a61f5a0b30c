# A man page from the records of help.awk: awk -v name=COMMAND -v version=V
BEGIN { FS = "\t" }
function roff(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    sub(/^[.']/, "\\\\\\&&", text)
    return text
}
$1 == "option" { options = options ".TP\n.B " roff($2) "\n" roff($3) "\n"; next }
{ part[$1] = $2 }
END {
    page = "orefolio-" name
    gsub(/ /, "-", page)
    print ".TH \"" toupper(page) "\" 1 \"\" \"orefolio " version "\" \"User Commands\""
    print ".SH NAME\n" roff(page) " \\- " roff(part["summary"])
    print ".SH SYNOPSIS\n.B orefolio " roff(name)
    print roff(substr(part["usage"], length("orefolio " name) + 2))
    print ".SH DESCRIPTION\n" \
        roff(toupper(substr(part["summary"], 1, 1)) substr(part["summary"], 2)) "."
    print ".SH OPTIONS\n" options ".SH EXIT STATUS\nSee\n.BR orefolio (1)."
    print ".SH EXAMPLE\n.nf\n" roff(part["example"]) "\n.fi"
    print ".SH SEE ALSO\n.BR orefolio (1),\n.BR orefolio\\-round (5)"
}
