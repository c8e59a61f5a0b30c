#!/usr/bin/env python3
"""Time to a proven gap, side by side with other solvers on the same exported
MPS, taking turns in one run.

    tests/bench/bench.py build/orefolio ROUND.ini... [--limit 60] [--cores 2]
    tests/bench/bench.py build/orefolio ROUND.ini --scenarios accounts-50
    tests/bench/bench.py build/orefolio --projects 30 100 300 --seeds 1 2 3
    tests/bench/bench.py build/orefolio --published mknapcb1.txt:1
    tests/bench/bench.py build/orefolio --raw build/tests/solve_mps mknapcb1.txt:1
    tests/bench/bench.py build/orefolio ROUND.ini --csv solvers.csv

Solvers: orefolio, cbc and glpsol when they are installed, and HiGHS, as
--highs node_modules/highs. One thread each, and with --cores N orefolio and
cbc once more with N. --scenarios NAME... solves the given rounds in each of
these scenarios too. Values and bounds are of the first goal. A table of every
round with the phases of orefolio's run, then medians by size, ratios, and how
time and memory grow. Published problems are those of tests/oracle/published.
--csv FILE writes every run as a row of figures (results/README.md).
--raw DRIVER takes published problems as they are, as MPS files, by the cuts and the
tree of orefolio alone. HiGHS tells nothing on its way, so it has the time of --target and its end only.
The figures of one machine in one run can be compared with each other and with
nothing else."""
import argparse
import csv
import datetime
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from solvers import GAPS, HERE, NEVER, cbc, glpsol, highs, orefolio, tree

PUBLISHED = os.path.join(HERE, "..", "oracle", "published")


def seconds(value):
    return "    -" if value == NEVER else "%5.1f" % value


def percent(value):
    return "      -" if value == NEVER else "%7.3f" % (100 * value)


HEAD = ("%-22s %-10s %5s %5s %5s %5s %5s %7s %7s %6s %8s %9s" % (
    "round", "solver", "first", "1%", "0.1%", ".01%", "end", "gap@10s",
    "gap@60s", "MB", "nodes", "iterations"))


def line(name, solver, t):
    return "%-22s %-10s %s %s %s %s %s %s %s %6.0f %8d %9d" % (
        name, solver, seconds(t.first), *(seconds(t.reached[g]) for g in GAPS),
        seconds(t.end_s), percent(t.at[10]), percent(t.at[60]), t.memory_mb,
        t.nodes, t.iterations)


PHASES = ("root LP", "cuts", "heuristics", "branch and bound", "polishing",
          "explaining", "reading", "building", "verifying", "writing")
COLUMNS = ("date", "round", "solver", "rows", "columns", "integers",
           "coefficients", "first_s", "to_1pct_s", "to_0.1pct_s",
           "to_0.01pct_s", "end_s", "gap_at_10s_pct", "gap_at_60s_pct",
           "memory_mb", "nodes", "iterations",
           *(phase.replace(" ", "_").lower() + "_s" for phase in PHASES))


def figure(value, digits):
    return "never" if value == NEVER else "%.*f" % (digits, value)


def csv_row(name, solver, t, model):
    """A run as a row of COLUMNS."""
    phases = dict(re.findall(r"(?:^|, )([A-Za-z ]+?) ([0-9.]+)", t.phases))
    return [datetime.date.today(), name, solver,
            *(model[key] for key in ("rows", "columns", "integers", "nonzeros")),
            *(figure(s, 2) for s in (t.first, *(t.reached[g] for g in GAPS),
                                     t.end_s)),
            *(figure(100 * t.at[s], 4) for s in (10, 60)),
            "%.0f" % t.memory_mb, t.nodes, t.iterations,
            *(phases.get(phase, "") for phase in PHASES)]


def run_solvers(args, round_, mps, options):
    runs = {"orefolio": orefolio(args.program, round_, args.limit,
                                 gap=args.gap, options=options)}
    has_cbc = shutil.which("cbc") and not args.alone
    if has_cbc:
        runs["cbc"] = cbc(mps, args.limit)
    if args.cores > 1:
        runs["orefolio-%d" % args.cores] = orefolio(
            args.program, round_, args.limit, args.cores, args.gap, options)
        if has_cbc:
            runs["cbc-%d" % args.cores] = cbc(mps, args.limit, args.cores)
    if shutil.which("glpsol") and args.glpsol:
        runs["glpsol"] = glpsol(mps, args.limit)
    if args.highs:
        runs["highs"] = highs(args.highs, mps, args.limit, args.target)
    return runs


def bench(args, name, round_, tracks, options=()):
    with tempfile.TemporaryDirectory() as folder:
        mps = os.path.join(folder, "r.mps")
        start = time.monotonic()
        subprocess.run([args.program, "export", round_, "-o", mps, *options],
                       stderr=subprocess.DEVNULL, check=True)
        exported_s = time.monotonic() - start
        for _ in range(args.runs):
            runs = run_solvers(args, round_, mps, options)
            for solver, track in runs.items():
                print(line(name, solver, track), flush=True)
                tracks.setdefault(solver, []).append(track)
            if args.csv:
                model = runs["orefolio"].model
                args.csv.writerows(csv_row(name, solver, track, model)
                                   for solver, track in runs.items())
    own = tracks["orefolio"][-1]
    print("%-22s %d rows, %d columns (%d integer), %d coefficients; exported "
          "in %.2f s" % ("", own.model["rows"], own.model["columns"],
                         own.model["integers"], own.model["nonzeros"],
                         exported_s))
    print("%-22s seconds: %s" % ("", own.phases), flush=True)


def middle(values):
    return statistics.median(values) if values else NEVER


def summary(group, tracks, target, limit):
    """Medians; what was not reached counts as the limit."""
    print("\n%s: medians of %d" % (group, len(tracks["orefolio"])))
    for solver, rows in tracks.items():
        print("  %-10s first %s  1%% %s  %g%% %s s  gap at 60 s %s %%" % (
            solver, seconds(middle([t.first for t in rows])),
            seconds(middle([t.reached[0.01] for t in rows])), 100 * target,
            seconds(middle([t.reached[target] for t in rows])),
            percent(middle([t.at[60] for t in rows]))))
    for solver in tracks:
        if solver.startswith("orefolio"):
            continue
        own = solver.replace("cbc", "orefolio") if solver[:3] == "cbc" \
            else "orefolio"         # on as many cores
        ratios = [min(a.reached[target], limit) / min(b.reached[target], limit)
                  for a, b in zip(tracks[own], tracks[solver])]
        print("  time to %g %%: %s / %s = %.2f (median of ratios)" % (
            100 * target, own, solver, middle(ratios)))


def growth(groups):
    """How the program, time and memory of orefolio grow."""
    print("\n%-22s %8s %8s %8s %6s %6s %6s %6s" % (
        "medians of orefolio", "rows", "columns", "coefs", "first", "1%", "end",
        "MB"))
    for group, tracks in groups.items():
        own = tracks["orefolio"]
        sizes = [middle([t.model[key] for t in own])
                 for key in ("rows", "columns", "nonzeros")]
        print("%-22s %8.0f %8.0f %8.0f %6s %6s %6s %6.0f" % (
            group, *sizes, seconds(middle([t.first for t in own])),
            seconds(middle([t.reached[0.01] for t in own])),
            seconds(middle([t.end_s for t in own])),
            middle([t.memory_mb for t in own])))


def generated(args, projects, tracks):
    for seed in args.seeds:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, os.path.join(HERE, "make_round.py"),
                            str(projects), str(seed), folder], check=True)
            bench(args, "%d projects, seed %d" % (projects, seed),
                  os.path.join(folder, "round.ini"), tracks)


def published(args, problem, tracks):
    file, number = problem.split(":")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable,
                        os.path.join(PUBLISHED, "make_round.py"),
                        os.path.join(PUBLISHED, file), number, folder],
                       check=True, stdout=subprocess.DEVNULL)
        bench(args, problem, os.path.join(folder, "round.ini"), tracks)


def raw(args, problem):
    """A published problem that is not made a round."""
    file, number = problem.split(":")
    with tempfile.TemporaryDirectory() as folder:
        mps = os.path.join(folder, "raw.mps")
        subprocess.run([sys.executable, os.path.join(HERE, "knapsack_mps.py"),
                        os.path.join(PUBLISHED, file), number, mps], check=True)
        runs = {"tree": tree(args.raw[0], mps, args.limit)}
        if shutil.which("cbc"):
            runs["cbc"] = cbc(mps, args.limit)
        for solver, track in runs.items():
            print(line("raw " + problem, solver, track), flush=True)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("rounds", nargs="*", metavar="ROUND.ini")
    parser.add_argument("--scenarios", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--projects", type=int, nargs="*", default=[])
    parser.add_argument("--seeds", type=int, nargs="*", default=[1])
    parser.add_argument("--published", nargs="*", default=[],
                        metavar="FILE:NUMBER")
    parser.add_argument("--raw", nargs="+", default=[],
                        metavar=("DRIVER", "FILE:NUMBER"))
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--cores", type=int, default=1)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--target", type=float, default=0.001,
                        choices=GAPS)
    parser.add_argument("--highs", metavar="MODULE")
    parser.add_argument("--glpsol", action="store_true")
    parser.add_argument("--gap", type=float, default=1e-5,
                        help="where orefolio may stop")
    parser.add_argument("--alone", action="store_true", help="without cbc")
    parser.add_argument("--csv", metavar="FILE", type=argparse.FileType("w"))
    args = parser.parse_args()
    groups = {}
    if args.csv:
        args.csv = csv.writer(args.csv, lineterminator="\n")
        args.csv.writerow(COLUMNS)

    print(HEAD)
    for round_ in args.rounds:
        name = os.path.basename(os.path.dirname(os.path.abspath(round_)))
        tracks = groups.setdefault("given rounds", {})
        bench(args, name, round_, tracks)
        for scenario in args.scenarios:
            bench(args, "%s %s" % (name, scenario), round_, tracks,
                  ("--scenario", scenario))
    for problem in args.published:
        published(args, problem, groups.setdefault("published", {}))
    for problem in args.raw[1:]:
        raw(args, problem)
    for projects in args.projects:
        generated(args, projects,
                  groups.setdefault("%d projects" % projects, {}))
    for group, tracks in groups.items():
        summary(group, tracks, args.target, args.limit)
    growth(groups)


if __name__ == "__main__":
    sys.exit(main())
