#!/usr/bin/env python3
"""Solve a round goal by goal with glpsol and compare with orefolio.

stages.py PROGRAM ROUND.ini ROUND.dat STAGES.json FOLDER

Prints one line; exit 0 = agrees, 1 = differs, 3 = glpsol ran out of time.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SAME = 1e-5     # relative
TIME_S = 60


SLACKS = 1e-6, 1e-9     # of a goal that is held; relative


def allowance(best, tolerance, slack=SLACKS[0]):
    """How far the goals after this one may move it."""
    return tolerance * abs(best) + slack * max(1.0, abs(best))


def near(a, b):
    return abs(a - b) <= SAME * max(1.0, abs(a), abs(b))


def glpsol(data, aim, held, folder, *options):
    """The optimum (as minimised), or why there is none."""
    stage = os.path.join(folder, "stage.dat")
    answer = os.path.join(folder, "answer.txt")
    with open(stage, "w") as f:
        f.write("data;\nparam aim := '%s';\n" % aim)
        for goal, value in held.items():
            f.write("param held := ['%s'] %.12g;\n" % (goal, value)
                    if len(held) == 1 else "")
        if len(held) > 1:
            f.write("param held :=%s;\n" % "".join(
                " ['%s'] %.12g" % item for item in held.items()))
        f.write("end;\n")
    if os.path.exists(answer):
        os.remove(answer)
    run = subprocess.run(["glpsol", "--tmlim", str(TIME_S), *options,
                    "-m", os.path.join(HERE, "round.mod"), "-d", data,
                    "-d", stage, "-w", answer], stdout=subprocess.PIPE,
                   stderr=subprocess.STDOUT, text=True, check=False)
    if "NO PRIMAL FEASIBLE" in run.stdout or "NO INTEGER FEAS" in run.stdout:
        return "infeasible"
    if "TIME LIMIT" in run.stdout:
        return "out of time"
    if not os.path.exists(answer):
        return "no answer"
    with open(answer) as f:
        for line in f:
            words = line.split()
            if words[:1] == ["s"]:
                return float(words[5]) if words[4] == "o" else words[4]
    return "no status"


def solve(data, stages, folder, slack):
    """The optimum of every stage, signed as the goal states it."""
    held, best = {}, []
    for stage in stages:
        goal = stage["goal"]
        value = glpsol(data, goal, held, folder)
        if value == "infeasible":
            # The presolver is not to be believed alone.
            value = glpsol(data, goal, held, folder, "--nointopt")
        if value == "infeasible" and held:
            # What is nearly a whole number bought a little of the goals held.
            held = {g: v + 1e-5 * max(1.0, abs(v)) for g, v in held.items()}
            value = glpsol(data, goal, held, folder)
        if isinstance(value, str):
            return value if not held else goal + ": " + value
        held[goal] = value + allowance(value, stage["tolerance"], slack)
        best.append(stage["sign"] * value)
    return best


def differences(stages, goals, best):
    bad = []
    for stage, optimum in zip(stages, best):
        name = stage["goal"]
        value, bound = goals[name]["value"], goals[name]["bound"]
        worse = stage["sign"] * (value - optimum)
        limit = allowance(optimum, stage["tolerance"]) + SAME * max(
            1.0, abs(optimum))
        # A bound may be off by what the solver takes for a whole number.
        if abs(bound - optimum) > SAME * max(10.0, abs(optimum)):
            bad.append("%s: bound %.9g, glpsol %.9g" % (name, bound, optimum))
        if worse > limit or (stage is stages[-1] and not near(value, optimum)):
            bad.append("%s: value %.9g, glpsol %.9g" % (name, value, optimum))
    return bad


def outside(stages, goals, loose, tight):
    bad = []
    for stage, *ends in zip(stages, loose, tight):
        name = stage["goal"]
        low, high = min(ends), max(ends)
        slack = SAME * max(10.0, abs(low))
        given = 0 if stage is stages[-1] else max(
            allowance(end, stage["tolerance"]) for end in ends)
        for found, more in ((goals[name]["bound"], 0),
                            (goals[name]["value"], given)):
            worse = more if stage["sign"] > 0 else 0
            less = more if stage["sign"] < 0 else 0
            if not low - slack - less <= found <= high + slack + worse:
                bad.append("%s: %.9g, glpsol %.9g to %.9g"
                           % (name, found, low, high))
    return bad


def compare(program, ini, data, order, folder):
    result = os.path.join(folder, "result.json")
    stages = order["goals"]
    args = [os.path.join(os.path.dirname(ini), a) if a.endswith(".json")
            else a for a in order["args"]]
    run = subprocess.run(
        [program, "solve", ini, "--json", result, "--quiet", "--gap", "0",
         *args],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        check=False)
    best = solve(data, stages, folder, SLACKS[0])
    if best == "out of time":
        return 3, "glpsol ran out of time"
    if best == "infeasible":
        refused = run.returncode == 65 and "which this round" in run.stdout
        return (0, "infeasible in both") if run.returncode == 2 or refused else \
            (1, "glpsol: infeasible; orefolio: exit %d %s"
             % (run.returncode, run.stdout.strip()))
    if isinstance(best, str):
        return 1, "glpsol: %s" % best
    # What a goal held loosely would buy of the next one is not proven to be
    # out of reach (exit 1), though it is when the goal is held tightly.
    proven = run.returncode == 0
    if run.returncode not in (0, 1):
        return 1, "glpsol: %s; orefolio: exit %d %s" % (
            best, run.returncode, run.stdout.strip())
    with open(result) as f:
        goals = {g["name"]: g for g in json.load(f)["goals"]}
    if any(g["bound"] is None for g in goals.values()):
        return 1, "no bound is proven"
    bad = differences(stages, goals, best)
    if bad or not proven:
        # A goal held loosely may buy much of the next one: the answer lies
        # between those of a loose and of a tight hold.
        tight = solve(data, stages, folder, SLACKS[1])
        if isinstance(tight, str):
            bad = bad or ["not proven, and glpsol says " + tight]
        else:
            bad = outside(stages, goals, best, tight)
    check = subprocess.run([program, "verify", ini, result, *args],
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           text=True, check=False)
    if check.returncode != 0:
        bad.append("verify: exit %d %s" % (check.returncode,
                                           check.stdout.strip()))
    return (1, "; ".join(bad)) if bad else (
        0, ("agrees: " if proven else "agrees, not proven: ") + " ".join(
        "%s %.9g" % (s["goal"], b) for s, b in zip(stages, best)))


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__.splitlines()[2])
    program, ini, data, stages, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    with open(stages) as f:
        order = json.load(f)
    code, text = compare(program, ini, data, order, folder)
    print("%s: %s" % (ini, text))
    sys.exit(code)


if __name__ == "__main__":
    main()
