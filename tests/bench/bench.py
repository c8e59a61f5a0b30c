#!/usr/bin/env python3
"""Time to a proven gap, side by side with other solvers on the same exported
MPS, taking turns in one run.

    tests/bench/bench.py build/orefolio ROUND.ini... [--limit 60] [--cores 1 2]
    tests/bench/bench.py build/orefolio ROUND.ini --scenarios accounts-50
    tests/bench/bench.py build/orefolio --projects 30 100 300 --seeds 1 2 3
    tests/bench/bench.py build/orefolio --projects 100 --money 1 0.1
    tests/bench/bench.py build/orefolio --published mknapcb1.txt:1
    tests/bench/bench.py build/orefolio --raw build/tests/solve_mps mknapcb1.txt:1

Solvers: orefolio, cbc, glpsol (--glpsol) and highs where they are installed;
--highs node_modules/highs is HiGHS of npm, for where there is no highs, which
tells nothing on its way and so has the time of --target and its end only.
--cores N... runs those that can on so many processes or threads.
--scenarios NAME... solves the given rounds in each of these scenarios too,
--money SHARE... makes generated rounds with that share of their accounts
(make_round.py). Published problems are those of tests/oracle/published; --raw
DRIVER takes them as they are, as MPS files, by the cuts and the tree of
orefolio alone. The others have the first goal only; --first-goal makes
orefolio's run end with it, too, and spend all of its time on it. --runs N takes
the medians of N runs.

Values and bounds are of the first goal, as it is minimised. A table of every
run, then medians by size, ratios, and how time and memory grow; --csv FILE
writes the medians of every round and solver (results/README.md). The figures of
one machine in one run can be compared with each other and with nothing else.

A bound that is better than a value which orefolio verified is told, whoever
proved it, and ends the bench with 1."""
import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time

import report
import solvers
from track import GAPS

PUBLISHED = os.path.join(solvers.HERE, "..", "oracle", "published")
MAKE_ROUND = os.path.join(solvers.HERE, "make_round.py")


class Bench:
    def __init__(self, args):
        self.args, self.groups, self.wrong = args, {}, []
        self.csv = args.csv and csv.writer(args.csv, lineterminator="\n")
        if self.csv:
            self.csv.writerow(report.COLUMNS)

    def others(self, mps, cores):
        """The other solvers that are installed and can use so many cores."""
        args, runs = self.args, {}
        if args.alone:
            return runs
        if shutil.which("cbc"):
            runs["cbc"] = lambda: solvers.cbc(mps, args.limit, cores)
        if shutil.which("highs"):
            runs["highs"] = lambda: solvers.highs(mps, args.limit, cores)
        elif args.highs and cores == 1:
            runs["highs"] = lambda: solvers.highs_module(
                args.highs, mps, args.limit, args.target)
        if args.glpsol and shutil.which("glpsol") and cores == 1:
            runs["glpsol"] = lambda: solvers.glpsol(mps, args.limit)
        return runs

    def take_turns(self, group, name, runs):
        """Run each of the solvers in turn, --runs times."""
        tracks = {}
        for _ in range(self.args.runs):
            for solver, run in runs.items():
                track = run()
                print(report.line(name, solver, track), flush=True)
                tracks.setdefault(solver, []).append(track)
        own = next((t for runs in tracks.values() for t in runs if t.model),
                   None)
        if self.csv:
            self.csv.writerows(
                report.csv_row(name, solver, of_solver, own.model if own else {})
                for solver, of_solver in tracks.items())
            self.args.csv.flush()
        for solver, of_solver in tracks.items():
            self.groups.setdefault(group, {}).setdefault(solver, []).extend(
                of_solver)
        self.wrong += report.contradictions(name, tracks)
        for doubt in report.doubts(name, tracks):
            print("unverified: " + doubt)
        return own

    def round(self, group, name, path, options=()):
        args = self.args
        if args.first_goal:
            options = (*options, "--set",
                       "goals.order=" + solvers.first_goal(path))
        with tempfile.TemporaryDirectory() as folder:
            mps, runs = os.path.join(folder, "r.mps"), {}
            start = time.monotonic()
            subprocess.run([args.program, "export", path, "-o", mps, *options],
                           stderr=subprocess.DEVNULL, check=True)
            exported_s = time.monotonic() - start
            sign = -1 if solvers.is_maximised(mps) else 1
            for cores in args.cores:
                all_ = {"orefolio": lambda cores=cores: solvers.orefolio(
                            args.program, path, args.limit, sign, cores,
                            args.gap, options),
                        **self.others(mps, cores)}
                runs.update({solver if cores == 1 else
                             "%s-%d" % (solver, cores): run
                             for solver, run in all_.items()})
            own = self.take_turns(group, name, runs)
        if own:
            print("  %(rows)d rows, %(columns)d columns (%(integers)d integer), "
                  "%(coefficients)d coefficients" % own.model, end="")
            print("; exported in %.2f s; seconds: %s" % (
                exported_s, ", ".join("%s %.2f" % phase
                                      for phase in own.phases.items())),
                  flush=True)

    def given(self, path):
        name = os.path.basename(os.path.dirname(os.path.abspath(path)))
        self.round("given rounds", name, path)
        for scenario in self.args.scenarios:
            self.round("given rounds", "%s %s" % (name, scenario), path,
                       ("--scenario", scenario))

    def generated(self, projects, money):
        scarce = "" if money == 1 else ", money x %g" % money
        for seed in self.args.seeds:
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run([sys.executable, MAKE_ROUND, str(projects),
                                str(seed), folder, "--money", str(money)],
                               check=True)
                self.round("%d projects%s" % (projects, scarce),
                           "%d projects%s, seed %d" % (projects, scarce, seed),
                           os.path.join(folder, "round.ini"))

    def published(self, problem):
        file, number = problem.split(":")
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable,
                            os.path.join(PUBLISHED, "make_round.py"),
                            os.path.join(PUBLISHED, file), number, folder],
                           check=True, stdout=subprocess.DEVNULL)
            self.round("published", problem, os.path.join(folder, "round.ini"))

    def raw(self, driver, problem):
        """A published problem that is not made a round."""
        file, number = problem.split(":")
        with tempfile.TemporaryDirectory() as folder:
            mps = os.path.join(folder, "raw.mps")
            subprocess.run([sys.executable,
                            os.path.join(solvers.HERE, "knapsack_mps.py"),
                            os.path.join(PUBLISHED, file), number, mps],
                           check=True)
            self.take_turns("raw", "raw " + problem, {
                "orefolio": lambda: solvers.tree(driver, mps, self.args.limit),
                **self.others(mps, 1)})

    def all(self):
        args = self.args
        print(report.HEAD)
        for path in args.rounds:
            self.given(path)
        for problem in args.published:
            self.published(problem)
        for problem in args.raw[1:]:
            self.raw(args.raw[0], problem)
        for projects in args.projects:
            for money in args.money:
                self.generated(projects, money)
        for group, tracks in self.groups.items():
            report.summary(group, tracks, args.target, args.limit)
        report.growth(self.groups)
        for sentence in self.wrong:
            print("contradiction: " + sentence)
        return 1 if self.wrong else 0


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("rounds", nargs="*", metavar="ROUND.ini")
    parser.add_argument("--scenarios", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--projects", type=int, nargs="*", default=[])
    parser.add_argument("--seeds", type=int, nargs="*", default=[1])
    parser.add_argument("--money", type=float, nargs="*", default=[1],
                        metavar="SHARE")
    parser.add_argument("--published", nargs="*", default=[],
                        metavar="FILE:NUMBER")
    parser.add_argument("--raw", nargs="+", default=[],
                        metavar=("DRIVER", "FILE:NUMBER"))
    parser.add_argument("--first-goal", action="store_true")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--cores", type=int, nargs="+", default=[1])
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--target", type=float, default=0.001, choices=GAPS)
    parser.add_argument("--highs", metavar="MODULE")
    parser.add_argument("--glpsol", action="store_true")
    parser.add_argument("--gap", type=float, default=solvers.STOP_GAP,
                        help="where orefolio may stop")
    parser.add_argument("--alone", action="store_true",
                        help="without the other solvers")
    parser.add_argument("--csv", metavar="FILE",
                        type=argparse.FileType("w", encoding="utf-8"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(Bench(arguments()).all())
