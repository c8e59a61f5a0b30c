#!/usr/bin/env python3
"""Time to a proven gap, side by side with other solvers on the same exported
MPS, taking turns in one run.

    tests/bench/bench.py build/orefolio ROUND.ini... [--limit 60] [--runs 1]
    tests/bench/bench.py build/orefolio --projects 30 100 300 --seeds 1 2 3

Solvers: orefolio, cbc and glpsol when they are installed, and HiGHS, as
--highs node_modules/highs. One thread each. Values and bounds are of the first
goal. A table of every round, then medians by size and ratios to CBC. HiGHS
tells nothing on its way, so it has the time of --target and its end only. The
figures of one machine in one run can be compared with each other and with
nothing else."""
import argparse
import json
import os
import pty
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
GAPS = (0.01, 0.001, 0.0001)
NEVER = float("inf")


class Track:
    """What a solver had proven when."""

    def __init__(self):
        self.start = time.monotonic()
        self.best, self.bound = None, None
        self.first, self.reached = NEVER, {g: NEVER for g in GAPS}
        self.at = {}            # seconds: gap then
        self.memory_mb = self.end_s = 0

    def gap(self):
        if self.best is None or self.bound is None:
            return NEVER
        return abs(self.best - self.bound) / max(abs(self.best), 1e-9)

    def note(self, best=None, bound=None):
        now = time.monotonic() - self.start
        for mark in (10, 60):
            if now >= mark:
                self.at.setdefault(mark, self.gap())
        self.best = self.best if best is None else best
        self.bound = self.bound if bound is None else bound
        if best is not None:
            self.first = min(self.first, now)
        for gap in GAPS:
            if self.gap() <= gap * 1.0001:
                self.reached[gap] = min(self.reached[gap], now)

    def close(self):
        self.end_s = time.monotonic() - self.start
        for mark in (10, 60):
            self.at.setdefault(mark, self.gap())


def watch(args, on_line, track):
    """Run a command on a terminal of its own, which makes it write at once,
    and hand on its lines."""
    main, other = pty.openpty()
    process = subprocess.Popen(args, stdout=other, stderr=other, stdin=other)
    os.close(other)
    rest = ""
    while True:
        try:
            text = os.read(main, 65536).decode(errors="replace")
        except OSError:
            break
        if not text:
            break
        lines = re.split(r"[\r\n]+", rest + text)
        rest = lines.pop()
        for line in lines:
            on_line(line)
    on_line(rest)
    _, _, usage = os.wait4(process.pid, 0)
    os.close(main)
    track.memory_mb = usage.ru_maxrss / 1024
    track.close()
    return track


def orefolio(program, round_, first_goal, limit):
    track = Track()
    number = r"(-?[0-9.]+(?:e[+-]?[0-9]+)?)"

    def on_line(line):
        if " s  " + first_goal not in line:
            return
        best = re.search(r"best " + number, line)
        bound = re.search(r"bound " + number, line)
        track.note(best and float(best.group(1)),
                   bound and float(bound.group(1)))

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "r.json")
        watch([program, "solve", round_, "--json", path, "--gap", "1e-5",
               "--time-limit", str(limit)], on_line, track)
        with open(path, encoding="utf-8") as f:
            result = json.load(f)
    # The progress line has six digits; the end is exact. A later goal may
    # have been allowed to worsen this one, so its best is the line's.
    goal = result["goals"][0]
    if track.best is not None and goal["gap"] is not None:
        track.note(bound=goal["bound"])
    track.model = result["model"]
    track.nodes = result["solver"]["nodes"]
    return track


def cbc(mps, limit):
    track = Track()

    def on_line(line):
        value = re.search(r"(?:Integer solution of|Solution found of"
                          r"|improved solution from \S+ to|gives a solution of"
                          r"|Objective value:) +(\S+)", line)
        bound = re.search(r"(?:best possible|Lower bound:|changed objective "
                          r"from \S+ to) +([0-9.e+-]+)", line)
        if value and "Objective value" not in line and track.best is not None:
            value = value if float(value.group(1)) < track.best else None
        track.note(value and float(value.group(1)),
                   bound and float(bound.group(1)))
        if "Optimal solution found" in line and track.best is not None:
            track.note(bound=track.best)
        nodes = re.search(r"Enumerated nodes: +(\d+)", line)
        track.nodes = int(nodes.group(1)) if nodes else track.nodes

    track.nodes = 0
    return watch(["cbc", mps, "ratio", "1e-5", "sec", str(limit), "solve"],
                 on_line, track)


def glpsol(mps, limit):
    track = Track()

    def on_line(line):
        found = re.match(r"\+ *\d+: mip = +(.*?) >= +(\S+)", line)
        if found:
            best = None if "not found" in found.group(1) \
                else float(found.group(1))
            bound = float(found.group(2)) if found.group(2) not in (
                "-inf", "tree") else None
            track.note(best, bound)
        if "INTEGER OPTIMAL" in line and track.best is not None:
            track.note(bound=track.best)

    track.nodes = 0
    return watch(["glpsol", "--freemps", mps, "--tmlim", str(int(limit))],
                 on_line, track)


def highs(module, mps, limit, target):
    track = Track()
    out = subprocess.run(
        ["node", os.path.join(HERE, "..", "oracle", "highs.js"), module, mps,
         str(limit), str(target)], capture_output=True, text=True, check=False)
    words = out.stdout.split()
    if len(words) == 3 and words[0] in ("optimal", "stopped"):
        track.first = NEVER
        track.best, track.bound = float(words[1]), float(words[2])
        if track.gap() <= target * 1.0001:
            track.reached[target] = time.monotonic() - track.start
    track.nodes = 0
    track.close()
    return track


def seconds(value):
    return "    -" if value == NEVER else "%5.1f" % value


def percent(value):
    return "      -" if value == NEVER else "%7.3f" % (100 * value)


HEAD = ("%-22s %-8s %5s %5s %5s %5s %7s %7s %6s %7s" % (
    "round", "solver", "first", "1%", "0.1%", ".01%", "gap@10s", "gap@60s",
    "MB", "nodes"))


def line(name, solver, t):
    return "%-22s %-8s %s %s %s %s %s %s %6.0f %7d" % (
        name, solver, seconds(t.first), *(seconds(t.reached[g]) for g in GAPS),
        percent(t.at[10]), percent(t.at[60]), t.memory_mb, t.nodes)


def bench(args, name, round_, tracks):
    with open(round_, encoding="utf-8") as f:
        first_goal = re.search(r"^order *= *(\S+)", f.read(), re.M).group(1)
    with tempfile.TemporaryDirectory() as folder:
        mps = os.path.join(folder, "r.mps")
        start = time.monotonic()
        subprocess.run([args.program, "export", round_, "-o", mps],
                       stderr=subprocess.DEVNULL, check=True)
        built = time.monotonic() - start
        model = None
        for _ in range(args.runs):
            runs = {"orefolio": orefolio(args.program, round_, first_goal,
                                         args.limit)}
            model = runs["orefolio"].model
            if shutil.which("cbc"):
                runs["cbc"] = cbc(mps, args.limit)
            if shutil.which("glpsol") and args.glpsol:
                runs["glpsol"] = glpsol(mps, args.limit)
            if args.highs:
                runs["highs"] = highs(args.highs, mps, args.limit, args.target)
            for solver, track in runs.items():
                print(line(name, solver, track), flush=True)
                tracks.setdefault(solver, []).append(track)
    print("%-22s read, check, build, export %.2f s; %d rows, %d columns (%d "
          "integer), %d coefficients" % (
              "", built, model["rows"], model["columns"], model["integers"],
              model["nonzeros"]), flush=True)


def middle(values):
    return statistics.median(values) if values else NEVER


def summary(group, tracks, target, limit):
    """Medians; what was not reached counts as the limit."""
    print("\n%s: medians of %d" % (group, len(tracks["orefolio"])))
    capped = {}
    for solver, rows in tracks.items():
        capped[solver] = middle([min(t.reached[target], limit) for t in rows])
        print("  %-8s first %s  1%% %s  %g%% %s s  gap at 60 s %s %%" % (
            solver, seconds(middle([t.first for t in rows])),
            seconds(middle([t.reached[0.01] for t in rows])), 100 * target,
            seconds(middle([t.reached[target] for t in rows])),
            percent(middle([t.at[60] for t in rows]))))
    for solver in tracks:
        if solver != "orefolio":
            ratios = [min(a.reached[target], limit) /
                      min(b.reached[target], limit)
                      for a, b in zip(tracks["orefolio"], tracks[solver])]
            print("  time to %g %%: orefolio / %s = %.2f (median of ratios)" % (
                100 * target, solver, middle(ratios)))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("rounds", nargs="*", metavar="ROUND.ini")
    parser.add_argument("--projects", type=int, nargs="*", default=[])
    parser.add_argument("--seeds", type=int, nargs="*", default=[1])
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--target", type=float, default=0.001,
                        choices=GAPS)
    parser.add_argument("--highs", metavar="MODULE")
    parser.add_argument("--glpsol", action="store_true")
    args = parser.parse_args()

    print(HEAD)
    if args.rounds:
        tracks = {}
        for round_ in args.rounds:
            name = os.path.basename(os.path.dirname(os.path.abspath(round_)))
            bench(args, name, round_, tracks)
        summary("given rounds", tracks, args.target, args.limit)
    for projects in args.projects:
        tracks = {}
        for seed in args.seeds:
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run([sys.executable,
                                os.path.join(HERE, "make_round.py"),
                                str(projects), str(seed), folder], check=True)
                bench(args, "%d projects, seed %d" % (projects, seed),
                      os.path.join(folder, "round.ini"), tracks)
        summary("%d projects" % projects, tracks, args.target, args.limit)


if __name__ == "__main__":
    sys.exit(main())
