#!/usr/bin/env python3
"""What the questions around a round take: seconds, processor, memory.

    tests/bench/studies.py build/orefolio [NAME...] [--jobs 1 2] [--csv FILE]

NAMEs: re-solve (a changed figure, from scratch and from the portfolio of
before), scenarios (four), frontier (12 points), trade-offs, draws (10,000, of
a portfolio found before), playbook (ten disruptions), samples, trees (2 to 64
leaves), large (1000 and 2000 projects to 0.1 %); all without. Samples,
playbook and trees are asked of --sampled, the others of --round. --quick:
small ones, for tests."""
import argparse
import csv
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import solvers
from report import figure
from track import NEVER, Track, gap_of, watch

INPUTS = os.path.join(solvers.HERE, "..", "..", "inputs")
COLUMNS = ("date", "study", "round", "jobs", "wall_s", "cpu_s", "memory_mb",
           "exit", "answers", "to_gap_s", "gap_pct", "told_pct", "per_minute")


class Studies:
    def __init__(self, args):
        self.args = args
        self.csv = args.csv and csv.writer(args.csv, lineterminator="\n")
        if self.csv:
            self.csv.writerow(COLUMNS)
        print("%-12s %-18s %4s %8s %8s %7s  %s" % (
            "study", "round", "jobs", "wall", "cpu", "MB", "figures"))

    def tell(self, study, name, jobs, track, status, **figures):
        """A row; `figures` are those of COLUMNS that the study has."""
        print("%-12s %-18s %4d %8.1f %8.1f %7.0f  %s" % (
            study, name, jobs, track.end_s, track.cpu_s, track.memory_mb,
            ", ".join("%s %s" % pair for pair in figures.items())),
              flush=True)
        if self.csv:
            self.csv.writerow(
                [datetime.date.today(), study, name, jobs,
                 "%.2f" % track.end_s, "%.2f" % track.cpu_s,
                 "%.0f" % track.memory_mb, status,
                 *(figures.get(key, "") for key in COLUMNS[8:])])
            self.args.csv.flush()

    def run(self, jobs, *words):
        """(track, exit status) of a command; one that fails ends it all. 0 jobs:
        of a command that takes all cores."""
        track, lines = Track(NEVER), []
        many = ["--jobs", str(jobs)] if jobs else []
        status = watch([self.args.program, *words, *many], lines.append, track)
        if status not in (0, 1):
            sys.exit("%s: exit %d\n%s" % (" ".join(words), status,
                                          "\n".join(lines[-5:])))
        return track, status

    def re_solve(self, jobs, folder):
        """The times to the gap at which the fresh solve ends."""
        base = os.path.join(folder, "base.json")
        self.run(jobs, "solve", self.args.round, "--quiet", "--json", base)
        change = ("--set", "projects.%s.capex=*1.1" % first_project(
            self.args.round))
        runs = {"fresh": change,
                "re-solved": (*change, "--baseline", base, "--keep", "none")}
        gap = None
        for study, options in runs.items():
            track = solvers.orefolio(self.args.program, self.args.round, None,
                                     cores=jobs, gap=gap, options=options)
            at_end = gap_of(track.best, track.bound)
            gap = at_end if gap is None else gap
            self.tell(study, self.name(), jobs, track, "",
                      to_gap_s=figure(track.reached(gap), 2),
                      gap_pct=figure(100 * at_end, 4))

    def scenarios(self, jobs, folder):
        names = self.args.scenarios
        track, status = self.run(
            jobs, "compare", self.args.round, "--quiet", "--scenarios",
            ",".join(names), "-o", os.path.join(folder, "compare.xlsx"))
        self.tell("scenarios", self.name(), jobs, track, status,
                  answers=len(names))

    def frontier(self, jobs, folder):
        path = os.path.join(folder, "frontier.json")
        track, status = self.run(
            jobs, "frontier", self.args.round, "--quiet", "--points", "12",
            "-o", os.path.join(folder, "frontier.xlsx"), "--json", path)
        points = load(path)["frontier"]["points"]
        self.tell("frontier", self.name(), jobs, track, status,
                  answers=len(points), gap_pct="%.4f" % (
                      100 * max(point["gap"] or 0 for point in points)))

    def trade_offs(self, jobs, folder):
        path = os.path.join(folder, "trade-offs.json")
        track, status = self.run(
            jobs, "solve", self.args.round, "--quiet", "--trade-offs", "-o",
            os.path.join(folder, "trade-offs.xlsx"), "--json", path)
        questions = list(answers(load(path)["trade_offs"]))
        told = sum(questions)
        self.tell("trade-offs", self.name(), jobs, track, status,
                  answers=len(questions), told_pct="%.1f" % (
                      100 * told / max(1, len(questions))))

    def samples(self, jobs, folder):
        plan = os.path.join(folder, "sweep")
        self.run(jobs, "sweep", "plan", self.args.sampled, "--quiet", "-o",
                 plan, "--samples", str(self.args.samples))
        track, status = self.run(jobs, "sweep", "run", plan, "--quiet")
        points = len([f for f in os.listdir(os.path.join(plan, "results"))
                      if f.endswith(".json")])
        self.tell("samples", name_of(self.args.sampled), jobs, track, status,
                  answers=points, per_minute="%.1f" % (
                      60 * points / track.end_s))

    def draws(self, jobs, folder):
        """Of a portfolio that was found before: reading, verifying and
        drawing."""
        drawn = os.path.join(folder, "drawn.json")
        self.run(jobs, "solve", self.args.round, "--quiet", "--no-options",
                 "--time-limit", str(self.args.draws_limit), "--set",
                 "reliability.draws=%d" % self.args.draws, "--json", drawn)
        track, status = self.run(0, "verify", self.args.round, drawn)
        self.tell("draws", self.name(), os.cpu_count(), track, status,
                  answers=load(drawn)["reliability"]["known"])

    def playbook(self, jobs, folder):
        path = changed(self.args.sampled, folder, "".join(
            "\n[disruption d%d]\nprobability = 0.05\nyears = %d-%d\n"
            "loss = 0.8\nof = country:%s\n" % (i, 2027 + i % 5, 2028 + i % 5,
                                               ("AU", "US", "BR")[i % 3])
            for i in range(self.args.disruptions)))
        base = os.path.join(folder, "base.json")
        self.run(jobs, "solve", path, "--quiet", "--json", base)
        track, status = self.run(jobs, "respond", path, "--baseline", base,
                                 "--all", "--quiet", "--json",
                                 os.path.join(folder, "playbook.json"))
        self.tell("playbook", name_of(self.args.sampled), jobs, track, status,
                  answers=self.args.disruptions)

    def trees(self, jobs, folder):
        for events in self.args.events:
            path = changed(self.args.sampled, folder, "".join(
                "\n[event e%d]\nknown_in = %d\n[outcome o%d]\nevent = e%d\n"
                "probability = 0.3\nprojects.%s.capex = *1.3\n" % (
                    i, 2027 + i % 2, i, i, project)
                for i, project in zip(range(events),
                                      projects_of(self.args.sampled))))
            out = os.path.join(folder, "tree.json")
            track, status = self.run(jobs, "solve", path, "--quiet",
                                     "--time-limit", str(self.args.tree_limit),
                                     "--json", out)
            gap = load(out)["goals"][0]["gap"]
            self.tell("trees", "%d leaves" % 2 ** events, jobs, track, status,
                      gap_pct="" if gap is None else "%.4f" % (100 * gap))

    def large(self, jobs, folder):
        for projects in self.args.projects:
            subprocess.run([sys.executable,
                            os.path.join(solvers.HERE, "make_round.py"),
                            str(projects), "1", folder], check=True)
            track = solvers.orefolio(
                self.args.program, os.path.join(folder, "round.ini"),
                self.args.limit, cores=jobs, gap=1e-3)
            at_end = gap_of(track.best, track.bound)
            self.tell("large", "%d projects" % projects, jobs, track, "",
                      to_gap_s=figure(track.reached(1e-3), 2),
                      gap_pct=figure(100 * at_end, 4))

    def name(self):
        return name_of(self.args.round)


STUDIES = {"re-solve": Studies.re_solve, "scenarios": Studies.scenarios,
           "frontier": Studies.frontier, "trade-offs": Studies.trade_offs,
           "draws": Studies.draws, "playbook": Studies.playbook,
           "samples": Studies.samples, "trees": Studies.trees,
           "large": Studies.large}


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def name_of(round_):
    return os.path.basename(os.path.dirname(os.path.abspath(round_)))


def changed(round_, folder, text):
    """A copy of the round with more sections; the path of its file."""
    shutil.copytree(os.path.dirname(round_), folder, dirs_exist_ok=True)
    path = os.path.join(folder, os.path.basename(round_))
    with open(path, "a", encoding="utf-8") as f:
        f.write(text)
    return path


def first_project(round_):
    return projects_of(round_)[0]


def projects_of(round_):
    folder = os.path.dirname(round_)
    with open(round_, encoding="utf-8") as f:
        table = re.search(r"^projects *= *(\S+)", f.read(), re.M).group(1)
    with open(os.path.join(folder, table), newline="", encoding="utf-8") as f:
        return [row["id"] for row in csv.DictReader(f)]


def answers(trade_offs):
    """Of every question that applies whether its answer tells something: an
    effect larger than what it is proven within, or one that is proven."""
    for entry, state, effect in (("projects", "forced", "loss"),
                                 ("limits", "relaxed", "gain")):
        for question in trade_offs[entry]:
            within = question["proven_within"]
            if question[state] == "not possible":
                yield True
            elif question[state] == "known":
                yield within is not None and (within == 0.0 or
                                              question[effect] > within)
            else:
                yield False


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("names", nargs="*", metavar="NAME", default=[])
    parser.add_argument("--round", default=os.path.join(
        INPUTS, "ministerial-2026", "round.ini"))
    parser.add_argument("--scenarios", nargs="+", default=[
        "high-demand", "dear", "tight", "ample"])
    parser.add_argument("--sampled", default=os.path.join(INPUTS, "demo",
                                                          "round.ini"))
    parser.add_argument("--samples", type=int, default=50)
    parser.add_argument("--draws", type=int, default=10000)
    parser.add_argument("--draws-limit", type=float, default=60,
                        help="seconds of the portfolio that is drawn from")
    parser.add_argument("--disruptions", type=int, default=10)
    parser.add_argument("--events", type=int, nargs="+",
                        default=[1, 2, 3, 4, 5, 6])
    parser.add_argument("--tree-limit", type=float, default=60)
    parser.add_argument("--projects", type=int, nargs="+",
                        default=[1000, 2000])
    parser.add_argument("--limit", type=float, default=600,
                        help="of the large ones")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--csv", metavar="FILE",
                        type=argparse.FileType("w", encoding="utf-8"))
    args = parser.parse_args()
    wrong = set(args.names) - set(STUDIES)
    if wrong:
        parser.error("no study is called " + " ".join(sorted(wrong)))
    return args


def be_quick(args, folder):
    """The demo, with a scenario, stands for all."""
    shutil.copytree(os.path.dirname(args.sampled), folder, dirs_exist_ok=True)
    args.round = os.path.join(folder, "round.ini")
    with open(args.round, "a", encoding="utf-8") as f:
        f.write("\n[scenario dear]\nprojects.*.capex = *1.15\n")
    args.scenarios = ["dear"]
    args.samples, args.projects, args.limit = 3, [30], 5
    args.draws, args.draws_limit, args.disruptions = 20, 5, 1
    args.events, args.tree_limit = [1], 5


def main():
    args = arguments()
    with tempfile.TemporaryDirectory() as folder:
        if args.quick:
            be_quick(args, os.path.join(folder, "demo"))
        ask_all(args)


def ask_all(args):
    studies = Studies(args)
    for name in args.names or STUDIES:
        for jobs in args.jobs:
            with tempfile.TemporaryDirectory() as folder:
                STUDIES[name](studies, jobs, folder)


if __name__ == "__main__":
    main()
