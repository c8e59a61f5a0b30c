"""The solvers of the bench: each runs on a round, or its exported MPS, and
comes back as a Track of what it had proven when."""
import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import tempfile
import termios
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
        self.nodes = self.iterations = 0
        self.phases = ""        # orefolio's own account of its seconds

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
    # Wide enough that the progress line leaves nothing out.
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 200, 0, 0))
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


def orefolio(program, round_, limit, cores=1, gap=1e-5, options=()):
    track = Track()
    number = r"(-?[0-9.]+(?:e[+-]?[0-9]+)?)"
    with open(round_, encoding="utf-8") as f:
        first_goal = re.search(r"^order *= *(\S+)", f.read(), re.M).group(1)

    def on_line(line):
        iterations = re.search(r"nodes and (\d+) iterations", line)
        phases = re.search(r"seconds: (.*)", line)
        if iterations:
            track.iterations = int(iterations.group(1))
        if phases:
            track.phases = phases.group(1)
        if " s, " + first_goal + ":" not in line:
            return
        best = re.search(r"best " + number, line)
        bound = re.search(r"bound " + number, line)
        track.note(best and float(best.group(1)),
                   bound and float(bound.group(1)))

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "r.json")
        watch([program, "solve", round_, "--json", path, "--gap", str(gap),
               "-o", os.path.join(folder, "r.xlsx"), "--verbose", "--jobs",
               str(cores), "--time-limit", str(limit), *options],
              on_line, track)
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


def tree(driver, mps, limit):
    """orefolio's cuts and tree alone, by the driver solve_mps."""
    track = Track()

    def on_line(line):
        found = re.match(r"best (\S+) bound (\S+)", line)
        effort = re.match(r"nodes (\d+) iterations (\d+)", line)
        if found:
            best, bound = float(found.group(1)), float(found.group(2))
            track.note(None if best == NEVER else best, bound)
        if effort:
            track.nodes, track.iterations = map(int, effort.groups())

    return watch([driver, mps, str(limit)], on_line, track)


def cbc(mps, limit, cores=1):
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
        iterations = re.search(r"Total iterations: +(\d+)", line)
        if iterations:
            track.iterations = int(iterations.group(1))

    # CBC counts the seconds of all its threads.
    threads = ["threads", str(cores)] if cores > 1 else []
    return watch(["cbc", mps, "ratio", "1e-5", *threads, "sec",
                  str(limit * cores), "solve"], on_line, track)


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
    track.close()
    return track
