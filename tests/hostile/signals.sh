#!/bin/sh
# Stopped by a time limit or by Ctrl-C, orefolio writes the best verified
# portfolio it has (exit 1), or says that it has none (exit 3), and never leaves
# half a file. Whatever the machine's speed: no time decides here.
orefolio=$1 round=$2/tests/bench/flagship/round.ini
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
bad=0
await() { # await COMMAND...: it holds, or the run is over
    while kill -0 $pid 2>/dev/null && ! "$@"; do sleep 0.1; done
}
has_bit() { # has_bit FIELD SIGNAL: of /proc/PID/status, of the run
    mask=$(sed -n "s/^$1:[[:space:]]*//p" /proc/$pid/status 2>/dev/null)
    case $2 in HUP) number=1 ;; INT) number=2 ;; TERM) number=15 ;; XCPU) number=24 ;; esac
    [ "$mask" ] && [ $(((0x$mask >> (number - 1)) & 1)) = 1 ]
}
ready() { has_bit SigCgt TERM; } # it minds signals
arrived() { ! has_bit ShdPnd "$1"; } # none is on its way
tried() { # tried N: it has started N processes, one after the other
    child=$(cat /proc/$pid/task/$pid/children 2>/dev/null)
    [ "$child" = "$seen" ] || { seen=$child && [ -z "$child" ] || count=$((count + 1)); }
    [ $count -ge "$1" ]
}
complain() { echo "$1"; bad=1; }

judge() { # judge NAME EXIT FILE
    case $2 in
    0 | 1)
        "$orefolio" verify "$round" "$scratch/$3.json" --quiet || complain "$1: the portfolio does not verify"
        [ -s "$scratch/$3.xlsx" ] || complain "$1: no workbook" ;;
    # Who stops it by hand gets no workbook without a portfolio; a limit leaves one.
    3) [ ! -e "$scratch/$3.xlsx" ] || unzip -tqq "$scratch/$3.xlsx" ||
        complain "$1: half a workbook" ;;
    *) complain "$1: exit $2, expected 0, 1 or 3" ;;
    esac
    ls -A "$scratch" | grep -q '\.tmp' && complain "$1: a temporary file is left"
}

for limit in 0.01 1 6; do
    "$orefolio" solve "$round" --quiet --time-limit $limit -o "$scratch/t.xlsx" --json "$scratch/t.json" 2>/dev/null
    judge "time limit $limit s" $? t
    rm -f "$scratch"/*
done
for delay in 0.2 4 9; do
    "$orefolio" solve "$round" --quiet -o "$scratch/s.xlsx" --json "$scratch/s.json" 2>/dev/null &
    pid=$!
    await ready
    sleep $delay
    kill -TERM $pid 2>/dev/null
    wait $pid
    judge "stopped after $delay s" $? s
    rm -f "$scratch"/*
done
# Between the re-solves of --trade-offs too: what is not asked says so.
"$orefolio" solve "$round" --quiet --gap 0.5 --trade-offs -o "$scratch/r.xlsx" --json "$scratch/r.json" 2>/dev/null &
pid=$! count=0 seen=
await tried 4
kill -TERM $pid 2>/dev/null
wait $pid
code=$?
judge "stopped while re-solving" $code r
[ $code != 1 ] || grep -q '"not asked"' "$scratch/r.json" || complain "stopped while re-solving: all is asked"
rm -f "$scratch"/*
# The limit is for the search and the re-solves together: the search takes it all.
"$orefolio" solve "$round" --time-limit 2 --trade-offs -o "$scratch/r.xlsx" --json "$scratch/r.json" >"$scratch/told" 2>"$scratch/said"
code=$?
judge "a limit for all re-solves" $code r
[ $code != 1 ] || grep -q 'questions are not asked in the time' "$scratch/said" || complain "a limit for all re-solves: $(cat "$scratch/said")"
rm -f "$scratch"/*
# Every signal that means "stop", to the whole group as a terminal sends it.
demo=$2/inputs/demo/round.ini
start() { # start ARGUMENTS...: a run in a group of its own that ignores nothing
    setsid env --default-signal=INT,TERM,HUP,XCPU "$orefolio" "$@" \
        <"${input:-/dev/null}" 2>"$scratch/said" >"$scratch/told" &
    pid=$!
}
clean() {
    [ -z "$(find "$scratch" -name '.orefolio*' -o -name '*.tmp')" ] || complain "$1: a temporary file is left"
    rm -f "$scratch"/*
}
blocked() { # blocked FILE: the run has written FILE and waits to write a pipe
    await [ -s "$scratch/$1" ]
    kill -0 $pid 2>/dev/null || complain "it did not wait: $(cat "$scratch/said")"
}
for signal in INT TERM HUP XCPU; do
    # While it reads: the round comes through a pipe that stays empty.
    mkfifo "$scratch/in"
    exec 9<>"$scratch/in"
    input=$scratch/in
    start solve - -o "$scratch/a.xlsx"
    input=
    await has_bit SigCgt $signal
    kill -$signal -$pid
    wait $pid
    code=$?
    [ $code = 3 ] && grep -q stopped "$scratch/said" || complain "$signal while reading: exit $code, $(cat "$scratch/said")"
    [ ! -e "$scratch/a.xlsx" ] || complain "$signal while reading: something was written"
    exec 9>&-
    clean "$signal while reading"
    # While it searches.
    start solve "$round" -o "$scratch/b.xlsx" --json "$scratch/b.json" --quiet
    count=0 seen=
    await tried 1
    sleep 2
    kill -$signal -$pid 2>/dev/null
    wait $pid
    judge "$signal while searching" $? b
    clean "$signal while searching"
    # While it writes: nobody reads the pipe yet.
    mkfifo "$scratch/pipe"
    start solve "$demo" -o "$scratch/c.xlsx" --json "$scratch/pipe"
    blocked c.xlsx
    kill -$signal -$pid
    cat "$scratch/pipe" >"$scratch/c.json"
    wait $pid
    code=$?
    [ $code = 0 ] || complain "$signal while writing: exit $code, $(cat "$scratch/said")"
    "$orefolio" verify "$demo" "$scratch/c.json" --quiet || complain "$signal while writing: half a portfolio"
    clean "$signal while writing"
done
# A second one stops at once, and what was there before is intact.
mkfifo "$scratch/pipe"
start solve "$demo" -o "$scratch/d.xlsx" --json "$scratch/pipe"
blocked d.xlsx
kill -INT $pid
await arrived INT
kill -0 $pid 2>/dev/null || complain "the first signal ended the writing"
kill -INT $pid
wait $pid
code=$?
[ $code = 130 ] || complain "the second signal: exit $code"
clean "the second signal"
# What is ignored stays ignored: nohup, and Ctrl-C for jobs of a script.
for signal in HUP INT; do
    mkfifo "$scratch/pipe"
    env --ignore-signal=$signal "$orefolio" solve "$demo" -o "$scratch/e.xlsx" --json "$scratch/pipe" >"$scratch/told" 2>&1 &
    pid=$!
    blocked e.xlsx
    kill -$signal $pid
    kill -$signal $pid
    cat "$scratch/pipe" >/dev/null
    wait $pid || complain "$signal ignored: exit $?"
    clean "$signal ignored"
done
# A limit of processor time ends the search like Ctrl-C.
(ulimit -St 2 && exec "$orefolio" solve "$round" --quiet -o "$scratch/f.xlsx" --json "$scratch/f.json") 2>"$scratch/said"
judge "a limit of processor time" $? f
clean "a limit of processor time"
# The limit of a command of many solves is shared: too little is no portfolio,
# where it is too little.
for command in compare frontier; do
    "$orefolio" $command "$round" --time-limit 0.01 -o "$scratch/n.xlsx" >"$scratch/told" 2>"$scratch/said"
    code=$?
    case $code in
    3) [ ! -e "$scratch/n.xlsx" ] ;;
    1) [ -s "$scratch/n.xlsx" ] ;;
    *) false ;;
    esac || complain "$command in no time: exit $code, $(cat "$scratch/said")"
    rm -f "$scratch/n.xlsx"
done
clean "no time"
# One Ctrl-C ends a command of many solves, and what there is is written.
cp "$2"/tests/bench/flagship/* "$scratch"
start compare "$scratch/round.ini" -o "$scratch/g.xlsx"
await grep -q '^base' "$scratch/told"
kill -INT $pid
wait $pid
code=$?
[ $code = 1 ] && [ -s "$scratch/g.xlsx" ] && grep -q 'stopped before' "$scratch/told" ||
    [ $code = 0 ] && [ -s "$scratch/g.xlsx" ] ||
    complain "compare: exit $code, $(cat "$scratch/told" "$scratch/said")"
rm -f "$scratch/g.xlsx"
start frontier "$scratch/round.ini" -o "$scratch/h.xlsx"
await grep -q '^the round itself' "$scratch/told"
kill -INT $pid
wait $pid
code=$?
[ $code -le 1 ] && [ -s "$scratch/h.xlsx" ] || complain "frontier: exit $code, $(cat "$scratch/told" "$scratch/said")"
clean "many solves"
echo old >"$scratch/k.xlsx"
for delay in 0.05 0.1 0.2 0.4; do
    "$orefolio" solve "$2/inputs/demo/round.ini" --quiet -o "$scratch/k.xlsx" 2>/dev/null &
    pid=$!
    sleep $delay
    kill -KILL $pid 2>/dev/null
    wait $pid 2>/dev/null
    [ "$(cat "$scratch/k.xlsx")" = old ] || unzip -tqq "$scratch/k.xlsx" || complain "killed after $delay s: a broken workbook"
done
exit $bad
