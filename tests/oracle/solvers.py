#!/usr/bin/env python3
"""The exported program by other solvers against orefolio's own answer.

solvers.py PROGRAM ROUND.ini FOLDER HIGHS_MODULE SECONDS [STAGES.json]

Each solver proves an interval [bound, value] for the first goal; any two must
meet: so no bound may be better than the value of orefolio, which is verified.
HiGHS decides, from the MPS and from the LP file: the program `highs` where it is
installed, else the module. CBC is asked too, and where it disagrees alone that
is said and not counted. Exit 0 = they agree.
"""
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = {"args": [], "goals": []}   # solved as it is, for shortfall
SAME = 1e-5


def call(*words):
    return subprocess.run([str(w) for w in words], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)


def read_order(path):
    """The goals and the options of the round, as make_round.py wrote them."""
    with open(path) as f:
        order = json.load(f)
    beside = os.path.dirname(path)
    order["args"] = [os.path.join(beside, a) if a.endswith(".json") else a
                     for a in order["args"]]
    return order


def orefolio(program, ini, folder, seconds, order):
    """(bound, value) as minimised; None = infeasible."""
    result = os.path.join(folder, "result.json")
    run = call(program, "solve", ini, "--json", result, "--quiet", "--gap", 0,
               "--time-limit", seconds, *order["args"])
    if run.returncode == 2 or run.returncode == 65 and \
            "which this round" in run.stdout:
        return None
    if run.returncode not in (0, 1):
        raise RuntimeError("solve: exit %d %s" % (run.returncode, run.stdout))
    with open(result) as f:
        goal = json.load(f)["goals"][0]
    sign = order["goals"][0]["sign"] if order["goals"] else 1
    if goal["bound"] is None:  # none was proven in the time
        return -math.inf, sign * goal["value"]
    return sign * goal["bound"], sign * goal["value"]


def native_highs(path, seconds):
    with tempfile.TemporaryDirectory() as folder:
        options = os.path.join(folder, "options")
        with open(options, "w") as f:
            f.write("mip_rel_gap = 1e-7\ntime_limit = %s\n" % seconds)
        run = subprocess.run(     # it leaves a log where it runs
            ["highs", "--options_file", options, os.path.abspath(path)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            check=False, cwd=folder)
    if re.search(r"^ *(Status +|Model status *: *)Infeasible", run.stdout, re.M):
        return None
    found = [re.search(r"^ +%s bound +(\S+)" % which, run.stdout, re.M)
             for which in ("Dual", "Primal")]
    if not all(found):      # a program without integers has no table
        found = 2 * [re.search(r"Objective value *: *(\S+)", run.stdout)]
    if not all(found):
        raise RuntimeError("HiGHS: " + run.stdout[-300:])
    return tuple(float(f.group(1)) for f in found)


def highs(module, path, seconds):
    if shutil.which("highs"):
        return native_highs(path, seconds)
    run = call("node", os.path.join(HERE, "highs.js"), module, path, seconds,
               "1e-7")
    words = run.stdout.split()
    if words and words[0] == "infeasible":
        return None
    if len(words) != 3 or words[0] not in ("optimal", "stopped"):
        raise RuntimeError("HiGHS: " + run.stdout.strip())
    return float(words[2]), float(words[1])


def cbc(path, seconds):
    run = call("cbc", path, "ratio", "0", "sec", seconds, "solve")
    if re.search("infeasible", run.stdout, re.I) and \
            "Objective value:" not in run.stdout:
        return None
    value = re.search(r"Objective value:\s*(\S+)", run.stdout)
    if not value:
        raise RuntimeError("CBC: " + run.stdout[-300:])
    bound = re.search(r"Lower bound:\s*(\S+)", run.stdout)
    return float((bound or value).group(1)), float(value.group(1))


def meet(a, b):
    """Whether two proven intervals can both be right."""
    if a is None or b is None:
        return a is b
    slack = SAME * max([1.0] + [abs(v) for v in a + b if math.isfinite(v)])
    return a[0] <= b[1] + slack and b[0] <= a[1] + slack


def text(interval):
    return "infeasible" if interval is None else "[%.9g, %.9g]" % interval


def main():
    if len(sys.argv) not in (6, 7):
        sys.exit(__doc__.splitlines()[2])
    program, ini, folder, module, seconds = sys.argv[1:6]
    os.makedirs(folder, exist_ok=True)
    order = read_order(sys.argv[6]) if sys.argv[6:] else EXAMPLE
    ours = orefolio(program, ini, folder, seconds, order)
    line, bad = "%s: orefolio %s" % (ini, text(ours)), False
    for form in ("mps", "lp"):
        path = os.path.join(folder, "model." + form)
        run = call(program, "export", ini, "--format", form, "-o", path,
                   *order["args"])
        if run.returncode == 65 and ours is None:
            print("%s: refused: a project that is kept cannot be" % ini)
            return
        if run.returncode != 0:
            raise RuntimeError("export: exit %d %s" % (run.returncode,
                                                       run.stdout))
        theirs = highs(module, path, seconds)
        line += ", HiGHS (%s) %s" % (form, text(theirs))
        bad = bad or not meet(ours, theirs)
    second = cbc(os.path.join(folder, "model.mps"), seconds)
    line += ", CBC %s" % text(second)
    if not meet(ours, second):
        line += " (CBC is wrong by HiGHS)" if not bad else ""
    print(line + ("  DISAGREE" if bad else ""))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as error:
        print("%s: %s" % (sys.argv[2], error))
        sys.exit(1)
