# A branch of the completion from the records of help.awk: awk -v name=COMMAND
BEGIN { FS = "\t" }
$1 != "option" { next }
{
    n = split($2, spelling, ", ")
    for (i = 1; i <= n; i++) {
        option = spelling[i]
        at = index(option, "=")
        word = at ? substr(option, 1, at) : option
        words = words " " word
        choice = at ? substr(option, at + 1) : ""
        if (index(choice, "|")) {
            gsub(/\|/, " ", choice)
            choices = choices "        " substr(word, 1, at - 1) ") choices='" choice "' ;;\n"
        }
    }
}
END {
    printf "    '%s')\n        options='%s'\n", name, substr(words, 2)
    if (choices != "") printf "        case $option in\n%s        esac\n", choices
    print "        ;;"
}
