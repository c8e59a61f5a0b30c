#!/usr/bin/env python3
"""Result files in which one thing was changed: forgeries.py PROGRAM ROUND RESULT

`verify` must refuse each, with exit code 4 or 65 and a place in the file. What
is not shown by a result (its bound) it must not vouch for."""
import copy
import json
import os
import random
import subprocess
import sys
import tempfile

# What only the run can tell; the last is a last digit of sums.
OF_THE_RUN = {"program", "options", "solver", "worst_violation"}
MOST_LEAVES = 250


def leaves(node, path=()):
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in OF_THE_RUN:
                yield from leaves(value, path + (key,))
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from leaves(value, path + (i,))
    elif not isinstance(node, str):
        yield path


def at(node, path):
    for key in path:
        node = node[key]
    return node


def forged(value):
    if value is None:
        return 1.0
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return value * 1.001 + 0.001


def by_hand(result):
    """(name, change) of whole kinds of lies."""
    first = result["portfolio"][0]["project"]
    yield "infeasible, with a portfolio", \
        lambda r: r.update(status="infeasible")
    yield "none, with a portfolio", lambda r: r.update(status="none")
    yield "a gap of 0", lambda r: r["goals"][0].update(
        bound=r["goals"][0]["bound"] - 5, gap=0.0)
    yield "optimal, 5 away", lambda r: r["goals"][0].update(
        bound=r["goals"][0]["value"] - 5,
        gap=round(5 / r["goals"][0]["value"], 9))
    yield "a value below the bound", lambda r: r["goals"][0].update(
        bound=r["goals"][0]["value"] + 5, gap=0.0)
    yield "no bound", lambda r: r["goals"][0].update(bound=None, gap=None)
    yield "another hash", lambda r: r["round"]["inputs"][1].update(
        sha256="0" * 64)
    yield "an input less", lambda r: r["round"]["inputs"].pop()
    yield "an input more", lambda r: r["round"]["inputs"].append(
        {"path": "x.csv", "sha256": "0" * 64, "rows": 1})
    yield "another name", lambda r: r["round"].update(name="Another round")
    yield "another scenario", lambda r: r["round"].update(scenario="x")
    yield "a negative utilisation", lambda r: r["operations"][0].update(
        utilisation=-1e-3)
    yield "an operation less", lambda r: r["operations"].pop()
    yield "a rejected project less", lambda r: r["rejected"].pop()
    yield "a funded project rejected", lambda r: r["rejected"].append(
        {"project": first, "reason": "x", "kind": "budget"})
    yield "kept out by a review", lambda r: r["rejected"][0].update(
        kind="screened")
    yield "set to out", lambda r: r["rejected"][0].update(kind="out")
    yield "a reason of no kind", lambda r: r["rejected"][0].update(kind="x")
    yield "a budget less", lambda r: r["budgets"].pop()
    yield "a member more", lambda r: r.update(approved_by="the minister")
    yield "a member less", lambda r: r.pop("concentration")
    yield "a project less", lambda r: r["portfolio"].pop()
    yield "a project twice", lambda r: r["portfolio"].append(
        r["portfolio"][0])
    yield "no format", lambda r: r.update(format="orefolio-result/2")


def main():
    program, ini, path = sys.argv[1:]
    with open(path) as f:
        result = json.load(f)
    places = list(leaves(result))
    lies = [("/".join(map(str, p)), p) for p in random.Random(1).sample(
        places, min(MOST_LEAVES, len(places)))]
    lies += list(by_hand(result))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "forged.json")
        for name, lie in lies:
            copied = copy.deepcopy(result)
            if callable(lie):
                lie(copied)
            else:
                at(copied, lie[:-1])[lie[-1]] = forged(at(result, lie))
            with open(file, "w") as f:
                json.dump(copied, f, indent=2)
            run = subprocess.run([program, "verify", ini, file], text=True,
                                 capture_output=True, check=False)
            if run.returncode not in (4, 65) or "error: " not in run.stderr:
                print("accepted: %s (exit %d) %s%s" % (
                    name, run.returncode, run.stdout, run.stderr))
                failed += 1
    print("%d forgeries, %d accepted" % (len(lies), failed))
    sys.exit(failed > 0)


main()
