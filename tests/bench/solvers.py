"""The solvers of the bench: each runs on a round, or its exported MPS, and
comes back as a Track of what it had proven when. One thread each, unless told
otherwise."""
import json
import os
import re
import subprocess
import tempfile
import time

from track import NEVER, Track, watch

HERE = os.path.dirname(os.path.abspath(__file__))
STOP_GAP = 1e-5     # where the others may stop
NUMBER = r"(-?[0-9.]+(?:e[+-]?[0-9]+)?)"


def number(text):
    """A figure of a log; None for one that is not there yet."""
    try:
        value = float(text)
    except (TypeError, ValueError):
        return None
    return value if abs(value) < 1e30 else None


def first_goal(round_):
    with open(round_, encoding="utf-8") as f:
        return re.search(r"^order *= *(\S+)", f.read(), re.M).group(1)


def is_maximised(mps):
    """Whether the goal has changed its sign in the exported program."""
    with open(mps, encoding="utf-8") as f:
        return "it is maximised" in f.readline()


def orefolio(program, round_, limit, sign=1, cores=1, gap=STOP_GAP, options=()):
    """Without a limit or a gap, those of the round."""
    track = Track(NEVER if limit is None else limit)
    stops = (*(() if limit is None else ("--time-limit", str(limit))),
             *(() if gap is None else ("--gap", str(gap))))
    goal = first_goal(round_)

    def minimised(found):
        return found and sign * float(found.group(1))

    def on_line(line):
        size = re.search(r"program: (\d+) rows, (\d+) columns \((\d+) integer\), "
                         r"(\d+) coefficients; (\d+) nodes and (\d+) iter", line)
        if size:
            *model, track.nodes, track.iterations = map(int, size.groups())
            track.model = dict(zip(("rows", "columns", "integers",
                                    "coefficients"), model))
        if re.match("seconds: ", line):
            track.phases = {
                phase: float(s) for phase, s in
                re.findall(r"(?:: |, )([A-Za-z ]+?) ([0-9.]+)", line)}
        if " s, " + goal + ":" in line:
            track.note(minimised(re.search(r"best " + NUMBER, line)),
                       minimised(re.search(r"bound " + NUMBER, line)))

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "r.json")
        status = watch(
            [program, "solve", round_, "--json", path, "-o",
             os.path.join(folder, "r.xlsx"), "--verbose", "--jobs", str(cores),
             *stops, *options], on_line, track)
        if status > 3 or status < 0:
            raise RuntimeError("%s: orefolio ends with %d" % (round_, status))
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                take_result(json.load(f), track, sign)
    return track


def take_result(result, track, sign):
    """The progress line has six digits; the end is exact. A later goal may
    have worsened the first one within its tolerance, so the line's best stays
    where it is better."""
    goal = result["goals"][0]
    best, bound = (None if goal[key] is None else sign * goal[key]
                   for key in ("value", "bound"))
    track.verified = best
    if best is not None and track.best is not None and \
            track.best < best - 1e-5 * abs(best):
        best = track.best
    track.note(best, bound)


def tree(driver, mps, limit):
    """orefolio's cuts and tree alone, by the driver solve_mps."""
    track = Track(limit)

    def on_line(line):
        found = re.match(r"best (\S+) bound (\S+)", line)
        effort = re.match(r"nodes (\d+) iterations (\d+)", line)
        if found:
            track.note(*map(number, found.groups()))
        if effort:
            track.nodes, track.iterations = map(int, effort.groups())

    watch([driver, mps, str(limit)], on_line, track)
    return track


def cbc_bound(name, text, before):
    """What CBC has proven at least: it prints six digits on its way, and three
    decimals at its end."""
    bound = number(text)
    if bound is None or name != "Lower bound:":
        return bound and bound - 5e-6 * abs(bound)
    return bound - 5e-4 if before is None else max(before, bound - 5e-4)


def cbc(mps, limit, cores=1):
    track = Track(limit)

    def on_line(line):
        value = re.search(r"(?:Integer solution of|Solution found of"
                          r"|improved solution from \S+ to|gives a solution of"
                          r"|Objective value:) +(\S+)", line)
        bound = re.search(r"(best possible|Lower bound:|changed objective "
                          r"from \S+ to) +([0-9.e+-]+)", line)
        if value and "Objective value" not in line and track.best is not None:
            value = value if float(value.group(1)) < track.best else None
        if value or bound:
            track.note(value and number(value.group(1)),
                       bound and cbc_bound(*bound.groups(), track.bound))
        if "Optimal solution found" in line and track.best is not None:
            # Which it says within its gap, too.
            track.note(bound=track.best - STOP_GAP * abs(track.best))
        nodes = re.search(r"Enumerated nodes: +(\d+)", line)
        track.nodes = int(nodes.group(1)) if nodes else track.nodes
        iterations = re.search(r"Total iterations: +(\d+)", line)
        if iterations:
            track.iterations = int(iterations.group(1))

    # Else it counts the seconds of all its threads' processors.
    threads = ["threads", str(cores)] if cores > 1 else []
    watch(["cbc", mps, "ratio", str(STOP_GAP), *threads, "timeMode", "elapsed",
           "sec", str(limit), "solve"], on_line, track)
    return track


def glpsol(mps, limit):
    track = Track(limit)

    def on_line(line):
        found = re.match(r"\+ *\d+: mip = +(.*?) >= +(\S+)", line)
        if found:
            track.note(number(found.group(1)), number(found.group(2)))
        if "INTEGER OPTIMAL" in line and track.best is not None:
            track.note(bound=track.best)

    watch(["glpsol", "--freemps", mps, "--tmlim", str(int(limit))], on_line,
          track)
    return track


def highs(mps, limit, cores=1):
    """The program `highs`, by the table of its log: source, nodes, open, leaves,
    explored, bound, best, gap, and more."""
    track = Track(limit)

    def on_line(line):
        row = re.match(r" ?[A-Za-z]? +\S+ +\S+ +\S+ +[0-9.]+% +(\S+) +(\S+) +"
                       r"\S+ +.* [0-9.]+s$", line)
        end = re.match(r" +(Primal|Dual) bound +(\S+)", line)
        nodes = re.match(r" +Nodes +(\d+)", line)
        iterations = re.match(r" +LP iterations +(\d+)", line)
        if row:
            track.note(number(row.group(2)), number(row.group(1)))
        if end and end.group(1) == "Primal":
            track.note(best=number(end.group(2)))
        elif end:
            track.note(bound=number(end.group(2)))
        track.nodes = int(nodes.group(1)) if nodes else track.nodes
        if iterations:
            track.iterations = int(iterations.group(1))

    with tempfile.TemporaryDirectory() as folder:
        options = os.path.join(folder, "options")
        with open(options, "w", encoding="utf-8") as f:
            f.write("time_limit = %g\nthreads = %d\nparallel = %s\n"
                    "mip_rel_gap = %g\n" % (limit, cores, "on" if cores > 1
                                            else "off", STOP_GAP))
        # It leaves a log where it runs.
        watch(["highs", "--options_file", options, os.path.abspath(mps)],
              on_line, track, folder)
    return track


def highs_module(module, mps, limit, target):
    """HiGHS of npm, which tells its end only."""
    track = Track(limit)
    out = subprocess.run(
        ["node", os.path.join(HERE, "..", "oracle", "highs.js"), module, mps,
         str(limit), str(target)], capture_output=True, text=True, check=False)
    words = out.stdout.split()
    if len(words) == 3 and words[0] in ("optimal", "stopped"):
        track.note(number(words[1]), number(words[2]))
    track.end_s = time.monotonic() - track.start
    return track
