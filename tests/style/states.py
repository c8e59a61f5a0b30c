"""What books may say in the state that their result files tell. states.py
KIND RESULT.json|- BOOK.xlsx...: prints every offence; exit 1 when there is
one."""
import json
import re
import sys

import openpyxl

# Of every book: marks of what is not there belong in cells of their own, and
# no figure is none.
NEVER = (r".\[x\]|\[x\].", r"(?i)(?<![a-z])(nan|inf)(?![a-z])", r"%!",
         r"(?<![\d.])-0(\.0+)?(?![\d.])", r"\{\d\}", r"(?<!\w)\(null\)")
# Claims: what is proven; what is best; how near the best it is.
PROVEN = r"Proved optimal|最適性を証明済み|^proven$|最適性確認済"
NEAR = r"proved to be within|であることを証明済み"
ENDED = r"optimal within|within the precision asked for$|^指定精度内$|指定精度内で最適"
REPEATED = r"byte for byte|同一のファイルが得られる"
ALL_GOOD = r"^(Arithmetic checks: OK|計算の検算：OK)$"
# Sheets that explain words or repeat the input.
WORDS = {"Notes", "注記", "Inputs", "前提"}


def cells(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield sheet.title, cell.coordinate, cell.value


def state_of(path):
    """What a single result allows to be said."""
    with open(path, encoding="utf-8") as f:
        result = json.load(f)
    gap = result["goals"][0]["gap"]
    return {"status": result["status"],
            "ended": result["status"] in ("optimal", "infeasible"),
            "bound": gap is not None,
            "best": gap is not None and gap <= 1e-5}


def forbidden(kind, state):
    never = []
    if not state["best"]:
        never.append(PROVEN)
    if not state["bound"]:
        never.append(NEAR)
    if not state["ended"]:
        never += [ENDED, REPEATED, ALL_GOOD]
    if kind == "mixed":
        # One case ended, others did not: each word has its own case.
        never = [REPEATED, ALL_GOOD]
    return never


def needed(kind, state):
    if state.get("status") == "infeasible":
        return [r"no portfolio satisfies|満たす案は存在しない"]
    if state.get("status") == "none":
        return [r"stopped before a portfolio was found|案が見つかる前"]
    if kind == "solve" and not state["ended"]:
        return [r"search was stopped|探索が終了した"]
    if kind == "solve" and not state["bound"]:
        return [r"no bound is proven|限界は未証明"]
    if kind == "mixed":
        return [r"\(stopped early\)|（途中終了）", r"not known|不明"]
    return []


def main(kind, result, names):
    state = (state_of(result) if result != "-" else
             {"ended": kind == "ended", "bound": True, "best": True})
    bad = 0
    for name in names:
        book = openpyxl.load_workbook(name, data_only=True)
        said = ""
        for sheet, at, value in cells(book):
            if isinstance(value, float) and (value != value or
                                             -5e-10 < value < 0):
                print(name, sheet, at, value, "is no number, or shown as -0.0")
                bad = 1
            if not isinstance(value, str):
                continue
            said += value
            # A note explains the marks; a project may be called anything.
            rules = [] if sheet in WORDS else list(NEVER)
            if sheet not in WORDS:
                rules += forbidden(kind, state)
            for rule in rules:
                if value != "[x]" and re.search(rule, value):
                    print(name, sheet, at, repr(value), "says", rule)
                    bad = 1
        for rule in needed(kind, state):
            if not re.search(rule, said):
                print(name, "does not say", rule)
                bad = 1
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
