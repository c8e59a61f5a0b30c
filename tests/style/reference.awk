# The tables of inputs/reference.md from the output of `orefolio keys`:
#     awk -f optimizer/cli/documents/keys.awk -f reference.awk KEYS inputs/reference.md
# prints the reference with what stands between "<!-- keys HEADING -->" and
# "<!-- end -->" replaced by the table of that heading, and complains of
# headings that one of the two lacks.

function cell(text) {
    gsub(/\|/, "\\|", text)
    return text
}

function row(line) {
    take_key(line)
    if (otherwise == "required") otherwise = "**required**"
    return "| `" name "` | " type " | " unit " | " cell(range) " | " otherwise \
        " | " cell(meaning) " |\n"
}

# A heading of `keys`, without what is said of it.
function heading(line) {
    sub(/: .*/, "", line)
    return line
}

NR == FNR && /^(\[|table )/ {
    now = heading($0)
    order[++n] = now
    rows[now] = ""
    next
}
NR == FNR && /^$/ { now = ""; next }
NR == FNR && now != "" && !/^  name  +type/ {
    rows[now] = rows[now] row($0)
    next
}
NR == FNR { next }

/^<!-- keys / {
    print
    now = $0
    gsub(/^<!-- keys | -->$/, "", now)
    if (!(now in rows)) complain(now " is not in `orefolio keys`")
    is_there[now] = 1
    print ""
    if (rows[now] != "") {
        print "| key or column | type | unit | range | default | meaning |"
        print "| --- | --- | --- | --- | --- | --- |"
        print rows[now]
    }
    is_skipped = 1
    next
}
/^<!-- end -->$/ { is_skipped = 0 }
!is_skipped { print }

function complain(text) {
    print "inputs/reference.md: " text >"/dev/stderr"
    failed = 1
}
END {
    for (i = 1; i <= n; i++)
        if (rows[order[i]] != "" && !(order[i] in is_there))
            complain("has no table of " order[i])
    exit failed
}
