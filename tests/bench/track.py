"""What a solver had proven when, as it told it; everything is minimised."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import time

GAPS = (0.01, 0.001, 0.0001)
MARKS = (10, 60)
NEVER = float("inf")


class Track:
    """The run of one solver. Its times are those of the wall."""

    def __init__(self, limit):
        self.start, self.limit = time.monotonic(), limit
        self.events = []        # (seconds, best, bound): None = not yet
        self.best, self.bound = None, None
        self.verified = None    # a value that orefolio has verified
        self.memory_mb = self.cpu_s = self.end_s = 0
        self.nodes = self.iterations = 0
        self.model = {}         # the size of the program
        self.phases = {}        # orefolio's own account of its seconds

    def note(self, best=None, bound=None):
        self.best = self.best if best is None else best
        self.bound = self.bound if bound is None else bound
        self.events.append((time.monotonic() - self.start, self.best,
                            self.bound))

    def first(self):
        return next((s for s, best, _ in self.events if best is not None),
                    NEVER)

    def reached(self, gap):
        return next((s for s, *state in self.events
                     if gap_of(*state) <= gap * 1.0001), NEVER)

    def at(self, mark):
        """(best, bound) after so many seconds; at the limit, those of the end,
        which a solver tells a moment later."""
        if mark >= self.limit:
            return self.best, self.bound
        return next((state for s, *state in reversed(self.events)
                     if s <= mark), (None, None))


def gap_of(best, bound):
    if best is None or bound is None:
        return NEVER
    return abs(best - bound) / max(abs(best), 1e-9)


def watch(args, on_line, track, folder=None):
    """Run a command on a terminal of its own, which makes it write at once,
    and hand on its lines; its exit status. `folder` is where it runs."""
    main, other = pty.openpty()
    # Wide enough that the progress line leaves nothing out.
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 200, 0, 0))
    process = subprocess.Popen(args, stdout=other, stderr=other, stdin=other,
                               cwd=folder)
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
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    os.close(main)
    track.memory_mb = usage.ru_maxrss / 1024
    track.cpu_s = usage.ru_utime + usage.ru_stime
    track.end_s = time.monotonic() - track.start
    return process.returncode
