"""Tables of the bench: for the eye, and for spreadsheets."""
import datetime
import statistics

from track import GAPS, MARKS, NEVER, gap_of

PHASES = ("root LP", "cuts", "heuristics", "branch and bound", "polishing",
          "explaining", "reading", "building", "verifying", "writing")
COLUMNS = ("date", "round", "solver", "runs", "rows", "columns", "integers",
           "coefficients", "first_s", "to_1pct_s", "to_0.1pct_s",
           "to_0.01pct_s", "end_s", "gap_at_10s_pct", "gap_at_60s_pct",
           "best_at_60s", "bound_at_60s", "limit_s", "best", "bound", "cpu_s",
           "memory_mb", "nodes", "iterations",
           *(phase.replace(" ", "_").lower() + "_s" for phase in PHASES))
HEAD = ("%-32s %-10s %5s %5s %5s %5s %5s %7s %7s %10s %10s %6s %8s %9s" % (
    "round", "solver", "first", "1%", "0.1%", ".01%", "end", "gap@10s",
    "gap@60s", "best", "bound", "MB", "nodes", "iterations"))
SAME = 1e-6     # what counts as a contradiction, of the value
LOOSE = 1e-5    # the same for values that nobody verified


def seconds(value):
    return "    -" if value == NEVER else "%5.1f" % value


def percent(value):
    return "      -" if value == NEVER else "%7.3f" % (100 * value)


def told(value):
    return "-" if value is None else "%.6g" % value


def line(name, solver, t):
    return "%-32s %-10s %s %s %s %s %s %s %s %10s %10s %6.0f %8d %9d" % (
        name, solver, seconds(t.first()),
        *(seconds(t.reached(g)) for g in GAPS), seconds(t.end_s),
        *(percent(gap_of(*t.at(m))) for m in MARKS), told(t.best),
        told(t.bound), t.memory_mb, t.nodes, t.iterations)


def median(values, digits):
    """Of those runs that have the figure, "never" being the largest."""
    values = [v for v in values if v is not None]
    if not values:
        return ""
    return figure(statistics.median(values), digits)


def figure(value, digits):
    return "never" if value == NEVER else "%.*f" % (digits, value)


def csv_row(name, solver, tracks, model):
    """The medians of the runs of a solver, as a row of COLUMNS."""
    at_60 = [t.at(60) for t in tracks]

    def of(figure, digits):
        return median([figure(t) for t in tracks], digits)

    return [datetime.date.today(), name, solver, len(tracks),
            *(model.get(key, "") for key in COLUMNS[4:8]),
            of(lambda t: t.first(), 2),
            *(median([t.reached(g) for t in tracks], 2) for g in GAPS),
            of(lambda t: t.end_s, 2),
            *(median([100 * gap_of(*t.at(m)) for t in tracks], 4)
              for m in MARKS),
            median([best for best, _ in at_60], 6),
            median([bound for _, bound in at_60], 6),
            "%g" % tracks[0].limit, of(lambda t: t.best, 6),
            of(lambda t: t.bound, 6), of(lambda t: t.cpu_s or None, 1),
            of(lambda t: t.memory_mb or None, 0), of(lambda t: t.nodes, 0),
            of(lambda t: t.iterations, 0),
            *(median([t.phases.get(phase) for t in tracks], 2)
              for phase in PHASES)]


def contradictions(name, tracks):
    """Sentences on bounds that are better than a value which orefolio verified,
    whoever proved them: one of the two is wrong."""
    verified = [t.verified for runs in tracks.values() for t in runs
                if t.verified is not None]
    best = min(verified, default=None)
    return [] if best is None else [
        "%s: %s proves %.9g, and orefolio verified %.9g" % (
            name, solver, t.bound, best)
        for solver, runs in tracks.items() for t in runs
        if t.bound is not None and t.bound - best > SAME * max(1, abs(best))]


def doubts(name, tracks):
    """The same for values of other solvers below what orefolio proves. Nobody
    verified them, and their tolerances are wide, so that it is only said."""
    proven = [t.bound for solver, runs in tracks.items() for t in runs
              if solver.startswith("orefolio") and t.bound is not None]
    bound = max(proven, default=None)
    return [] if bound is None else [
        "%s: %s has %.9g, and orefolio proves %.9g" % (
            name, solver, t.best, bound)
        for solver, runs in tracks.items() for t in runs
        if t.best is not None and bound - t.best > LOOSE * max(1, abs(bound))]


def middle(values):
    return statistics.median(values) if values else NEVER


def summary(group, tracks, target, limit):
    """Medians; what was not reached counts as the limit."""
    print("\n%s: medians of %d" % (group, len(tracks["orefolio"])))
    for solver, rows in tracks.items():
        print("  %-10s first %s  1%% %s  %g%% %s s  gap at 60 s %s %%" % (
            solver, seconds(middle([t.first() for t in rows])),
            seconds(middle([t.reached(0.01) for t in rows])), 100 * target,
            seconds(middle([t.reached(target) for t in rows])),
            percent(middle([gap_of(*t.at(60)) for t in rows]))))
    for solver in tracks:
        if solver.startswith("orefolio"):
            continue
        cores = solver.rpartition("-")[2]
        own = "orefolio" + ("-" + cores if cores.isdigit() else "")
        ratios = [min(a.reached(target), limit) / min(b.reached(target), limit)
                  for a, b in zip(tracks[own], tracks[solver])]
        print("  time to %g %%: %s / %s = %.2f (median of ratios)" % (
            100 * target, own, solver, middle(ratios)))


def growth(groups):
    """How the program, time and memory of orefolio grow."""
    keys = ("rows", "columns", "coefficients")
    print("\n%-24s %8s %8s %8s %6s %6s %6s %6s" % (
        "medians of orefolio", "rows", "columns", "coefs", "first", "1%", "end",
        "MB"))
    for group, tracks in groups.items():
        own = [t for t in tracks["orefolio"] if t.model]
        if own:
            print("%-24s %8.0f %8.0f %8.0f %6s %6s %6s %6.0f" % (
                group, *(middle([t.model[key] for t in own]) for key in keys),
                seconds(middle([t.first() for t in own])),
                seconds(middle([t.reached(0.01) for t in own])),
                seconds(middle([t.end_s for t in own])),
                middle([t.memory_mb for t in own])))
