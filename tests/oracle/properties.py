#!/usr/bin/env python3
"""What holds of every round: properties.py PROGRAM SEED FOLDER

A random round has the same answer when the rows of its tables come in another
order; a floor on coverage never makes its first goal better; one more million
in every account never makes it worse. Prints one line; exit 0 = all hold.
"""
import csv
import json
import os
import random
import subprocess
import sys

from make_round import Round
from mathprog import stages
from write_round import write

SAME = 1e-5     # relative, of proven bounds


def solve(program, r, folder):
    """The result, or the exit code."""
    result = os.path.join(folder, "result.json")
    args = [os.path.join(folder, a) if a.endswith(".json") else a
            for a in stages(r)["args"]]
    run = subprocess.run(
        [program, "solve", os.path.join(folder, "round.ini"), "--json",
         result, "--quiet", "--no-timings", "--gap", "0", *args],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        check=False)
    if run.returncode != 0:
        return run.returncode
    with open(result) as f:
        return json.load(f)


def shuffle(folder, seed):
    rng = random.Random(seed)
    for name in sorted(os.listdir(folder)):
        if name.endswith(".csv"):
            path = os.path.join(folder, name)
            with open(path, newline="") as f:
                head, *rows = list(csv.reader(f))
            rng.shuffle(rows)
            with open(path, "w", newline="") as f:
                csv.writer(f, lineterminator="\n").writerows([head] + rows)


def first_goal(result):
    return result["goals"][0]["bound"] if isinstance(result, dict) else None


def worse(r, a, b):
    """By how much the first goal of a is worse than that of b."""
    sign = stages(r)["goals"][0]["sign"]
    return sign * (a - b) - SAME * max(1.0, abs(a), abs(b))


def wrong(program, r, seed, folder):
    write(r, folder)
    plain = solve(program, r, folder)
    if plain not in (2, 65) and not isinstance(plain, dict):
        yield "exit %s" % plain
    shuffle(folder, seed)
    again = solve(program, r, folder)
    if isinstance(plain, dict) and isinstance(again, dict):
        for key in ("goals", "portfolio", "shortfall", "budgets",
                    "purchases", "stockpiles"):
            if plain.get(key) != again.get(key):
                yield "%s differ when rows are in another order" % key
    elif plain != again:
        yield "exit %s, or another when rows are in another order" % (
            plain if isinstance(plain, int) else 0)
    if first_goal(plain) is None:
        return
    for b in r.budgets.values():
        b["amount"][r.commit[0]] = b["amount"].get(r.commit[0], 0) + 1
    write(r, folder)
    richer = solve(program, r, folder)
    if not isinstance(richer, dict):
        yield "exit %s with more money" % richer
    elif worse(r, first_goal(richer), first_goal(plain)) > 0:
        yield "%s with more money, %s without" % (first_goal(richer),
                                                  first_goal(plain))
    r.rules["floor"] = {
        "measure": "coverage", "of": {}, "each": ["material"], "years": None,
        "limits": {"min": r.rng.choice([0.05, 0.2, 0.4])}, "per": None,
        "per_of": None, "per_years": None, "penalty": None,
        "share_of_target": False}
    write(r, folder)
    floored = solve(program, r, folder)
    if isinstance(floored, dict) and isinstance(richer, dict) and worse(
            r, first_goal(richer), first_goal(floored)) > 0:
        yield "%s with a floor, %s without" % (first_goal(floored),
                                               first_goal(richer))


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.splitlines()[0])
    program, seed, folder = sys.argv[1:]
    r = Round(int(seed))
    bad = list(wrong(program, r, int(seed), folder))
    print("seed %s: %s" % (seed, "; ".join(bad) or "holds"))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
