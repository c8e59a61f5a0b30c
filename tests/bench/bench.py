#!/usr/bin/env python3
"""Time to a proven gap, side by side with CBC on the same exported MPS.

    tests/bench/bench.py build/orefolio [ROUND.ini ...] [--runs 3] [--limit 60]

Runs orefolio and CBC (Debian's coinor-cbc, when it is there) in turn on every
round and prints medians: seconds, proven gap, value and bound of the first
goal, peak memory, size of the program, nodes. The figures of one machine in one
run can be compared with each other and with nothing else."""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def run(args):
    """Seconds, peak memory in MB and output of a command."""
    start = time.monotonic()
    pid_file = subprocess.Popen(args, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)
    out = pid_file.stdout.read()
    _, _, usage = os.wait4(pid_file.pid, 0)
    return time.monotonic() - start, usage.ru_maxrss / 1024, out


def orefolio(program, round_, folder, limit):
    path = os.path.join(folder, "r.json")
    seconds, memory, _ = run([program, "solve", round_, "--quiet", "--json",
                              path, "--time-limit", str(limit)])
    result = json.load(open(path, encoding="utf-8"))
    goal = result["goals"][0]
    return {"seconds": seconds, "MB": memory, "value": goal["value"],
            "bound": goal["bound"], "gap": goal["gap"],
            "nodes": result["solver"]["nodes"], "model": result["model"]}


def cbc(mps, gap, limit):
    seconds, memory, out = run(["cbc", mps, "ratio", str(gap), "sec",
                                str(limit), "solve"])
    value = re.search(r"Objective value: +(\S+)", out)
    bound = re.search(r"Lower bound: +(\S+)", out)
    nodes = re.search(r"Enumerated nodes: +(\S+)", out)
    value = float(value.group(1)) if value else None
    bound = float(bound.group(1)) if bound else value
    gap = abs(value - bound) / max(abs(value), 1e-9) if value else None
    return {"seconds": seconds, "MB": memory, "value": value, "bound": bound,
            "gap": gap, "nodes": int(nodes.group(1)) if nodes else 0}


def median(rows, key):
    values = [r[key] for r in rows if r[key] is not None]
    return statistics.median(values) if values else float("nan")


def show(name, solver, rows):
    print(f"{name:<18} {solver:<9} {median(rows, 'seconds'):8.2f} s "
          f"{100 * median(rows, 'gap'):8.3f} % {median(rows, 'value'):12.4f} "
          f"{median(rows, 'bound'):12.4f} {median(rows, 'MB'):7.0f} MB "
          f"{median(rows, 'nodes'):8.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("rounds", nargs="*")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--gap", type=float, default=0.01)
    args = parser.parse_args()
    top = os.path.join(os.path.dirname(__file__), "..", "..", "inputs")
    rounds = args.rounds or [os.path.join(top, name, "round.ini")
                             for name in ("demo", "ministerial-2026")]
    print(f"{'round':<18} {'solver':<9} {'time':>10} {'gap':>10} {'value':>12} "
          f"{'bound':>12} {'memory':>10} {'nodes':>8}")
    for round_ in rounds:
        name = os.path.basename(os.path.dirname(os.path.abspath(round_)))
        with tempfile.TemporaryDirectory() as folder:
            mps = os.path.join(folder, "r.mps")
            build, _, _ = run([args.program, "export", round_, "-o", mps])
            ours, theirs = [], []
            for _ in range(args.runs):
                ours.append(orefolio(args.program, round_, folder, args.limit))
                if shutil.which("cbc"):
                    theirs.append(cbc(mps, args.gap, args.limit))
            show(name, "orefolio", ours)
            if theirs:
                show(name, "cbc", theirs)
            print(f"{'':<18} read, build and export {build:.2f} s; "
                  f"{ours[0]['model']}")


if __name__ == "__main__":
    sys.exit(main())
