#!/bin/sh
# The job script of a sweep, with a make-believe sbatch that runs what it is
# given: the program need not be on PATH, every task is the program itself, the
# merge waits for all. slurm.sh PROGRAM SOURCE_DIR
program=$1
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/bin" "$dir/it's a \"round\" of 5%"
cd "$dir/it's a \"round\" of 5%" || exit 1
failed=0

fail() {
    echo "$*"
    failed=1
}

cp "$2"/inputs/demo/* .
"$program" sweep plan round.ini -o s -q --samples 60 || exit 1
n=$(grep -c '"id"' s/sweep.json)

# sbatch [--parsable] [--dependency=…] [FILE]: runs all tasks of the array.
cat >"$dir/bin/sbatch" <<'S'
#!/bin/sh
last= wait=
for word; do
    case $word in --dependency=*) wait=$word ;; --*) ;; *) last=$word ;; esac
done
script=$(mktemp "$LOG/job.XXXXXX")
if [ "$last" ]; then cat "$last" >"$script"; else cat >"$script"; fi
[ "$(head -n 1 "$script")" = '#!/bin/sh' ] || exit 1
echo "$wait" >>"$LOG/waits"
array=$(sed -n 's/^#SBATCH --array=1-//p' "$script")
for task in $(seq "${array:-1}"); do
    ${array:+env SLURM_ARRAY_TASK_ID=$task} sh "$script" >>"$LOG/output" 2>&1 || echo "$task: $?" >>"$LOG/failures"
done
echo '17;cluster'
S
chmod +x "$dir/bin/sbatch"
export LOG="$dir" PATH="$dir/bin:/usr/bin:/bin"

"$program" sweep submit s --slurm >job.sh || fail "not written"
[ -d s/logs ] || fail "no folder of logs"
tasks=$(sed -n 's/^#SBATCH --array=1-//p' job.sh)
[ "$tasks" -gt 1 ] && [ "$tasks" -le $((n / 4)) ] || fail "$n points are $tasks tasks"
for word in 'SBATCH --time=' 'SBATCH --requeue' 'SBATCH --output=' "^exec '/"; do
    [ "$(grep -c -- "$word" job.sh)" = 2 ] || fail "the script lacks $word: $(cat job.sh)"
done
grep -q 'of 5%%/s/logs/run-%A_%a.log"' job.sh || fail "the log's name: $(grep output job.sh)"
"$program" sweep submit s --slurm --allow-outside >outside.sh || fail "not written"
[ "$(grep -c -- '^exec .* sweep .* --allow-outside ' outside.sh)" = 2 ] || fail "--allow-outside is lost: $(cat outside.sh)"
! grep -q -- --allow-outside job.sh || fail "--allow-outside comes of nothing"
sh job.sh >said 2>&1 || fail "not handed over: $(cat said)"
[ ! -e "$dir/failures" ] || fail "tasks failed: $(cat "$dir/failures" "$dir/output")"
[ "$(tail -n 1 "$dir/waits")" = --dependency=afterok:17 ] || fail "the merge waits for: $(cat "$dir/waits")"
[ -s s/robust.xlsx ] || fail "no workbook: $(cat "$dir/output")"
[ "$(ls s/results | wc -l)" = "$n" ] || fail "not all points are solved"

# Handed over at once; and to nobody.
rm -r s/results/* s/robust.xlsx "$dir/waits"
"$program" sweep submit s --slurm --now >said 2>&1 && [ -s s/robust.xlsx ] || fail "not submitted: $(cat said)"
rm "$dir/bin/sbatch"
"$program" sweep submit s --slurm --now >said 2>&1
code=$?
[ $code = 74 ] && grep -q 'sbatch did not take' said || fail "without sbatch: $code, $(cat said)"

# A point that was stopped but is written is no failure of its shard.
"$program" sweep plan "$2/tests/bench/flagship/round.ini" -o hard -q --samples 0 || exit 1
"$program" sweep run hard --shard 1/99 --gap 0 --time-limit 6 >said
code=$?
if [ -e hard/results/0001.json ]; then
    [ $code = 0 ] || fail "a written point: exit $code, $(cat said)"
else
    [ $code = 1 ] && grep -q 'no answer yet' said || fail "no answer: exit $code, $(cat said)"
fi
exit $failed
