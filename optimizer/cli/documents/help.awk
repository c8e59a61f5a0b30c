# The help of a command as records, fields separated by tabs:
#     usage TEXT, summary TEXT, option SPEC TEXT, example TEXT
function put(kind, text) {
    if (text != "") print kind "\t" text
}
function finish() {
    if (spec != "") print "option\t" spec "\t" text
    spec = text = ""
}
function joined(old, new) {
    gsub(/^ +| +$/, "", new)
    return old == "" ? new : new == "" ? old : old " " new
}
/^Usage: / { state = "usage"; usage = joined("", substr($0, 8)); next }
/^Example: / { finish(); state = "example"; example = substr($0, 10); next }
/^ *$/ { if (state != "option") state = ""; next }
/^  -|^      --/ {
    finish()
    state = "option"
    spec = text = ""
    for (i = 1; i <= NF; i++) {
        if (text == "" && $i ~ /^-/) spec = joined(spec, $i)
        else text = joined(text, $i)
    }
    next
}
/^Mandatory or optional/ { finish(); state = "skip"; next }
state == "usage" && /^ / { usage = joined(usage, $0); next }
state == "usage" || state == "summary" { state = "summary"; summary = joined(summary, $0); next }
state == "option" { text = joined(text, $0); next }
state == "example" { example = joined(example, $0); next }
END {
    finish()
    put("usage", usage)
    put("summary", summary)
    put("example", example)
}
