#!/usr/bin/env python3
"""A random round in other units has the answer it has in usual ones.

scaled.py PROGRAM SEED FOLDER

The round of make_round.py is solved as it is, and with its flows and its money
each times a power of ten (scale_round.py). The first goal and the exit code must be
the same, unless figures get out of range. Prints one line; exit 0 = they are.
"""
import json
import os
import random
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FLOWS = [1e-2, 1e2, 1e4, 1e6]
MONEY = [1e-2, 1, 1e3, 1e5]
IN_MONEY = {"budget_cost", "face", "value", "private_capital", "gap_cost",
            "net_benefit"}
GAP = 1e-4
SAME = 2e-4


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def solve(program, folder):
    """(exit code, first goal or None)"""
    result = os.path.join(folder, "result.json")
    code = run(program, "solve", os.path.join(folder, "round.ini"), "--quiet",
               "--json", result, "--gap", str(GAP)).returncode
    if code not in (0, 1):
        return code, None
    with open(result) as f:
        return code, json.load(f)["goals"][0]


def is_same(plain, scaled, unit):
    # Whether a later goal of nearly nothing is proven (exit 1) may differ.
    if plain[1] is None or scaled[1] is None:
        return plain[0] == scaled[0]
    a, b = plain[1]["value"], scaled[1]["value"] / unit
    return abs(a - b) <= SAME * max(abs(a), abs(b), 1e-2)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.splitlines()[2])
    program, seed, folder = sys.argv[1:]
    plain, other = (os.path.join(folder, n) for n in ("plain", "scaled"))
    rng = random.Random(int(seed))
    flows, money = rng.choice(FLOWS), rng.choice(MONEY)
    run(sys.executable, os.path.join(HERE, "make_round.py"), seed, plain)
    with open(os.path.join(plain, "stages.json")) as f:
        order = json.load(f)
    goal = order["goals"][0]["goal"]
    if order["args"] or goal == "mixed":
        print("seed %s: passed over, it has a baseline or adds units" % seed)
        return
    run(sys.executable, os.path.join(HERE, "scale_round.py"), plain, other,
        repr(flows), repr(money))
    answers = solve(program, plain), solve(program, other)
    if answers[1][0] == 65:
        print("seed %s: passed over, figures are out of range" % seed)
        return
    same = is_same(*answers, money if goal in IN_MONEY else 1)
    print("seed %s, flows x %g, money x %g: %s %s %s" % (
        seed, flows, money, goal, answers, "" if same else " DIFFER"))
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
