"""A random round as orefolio reads it, and as the data of round.mod."""
import csv
import json
import os

from mathprog import data, number, stages


def yearly(amounts):
    return " ".join("%d:%s" % (y, number(v)) for y, v in sorted(
        amounts.items()))


def put(lines, key, value):
    if value is not None:
        lines.append("%s = %s" % (key, value if isinstance(value, str)
                                  else number(value)))


def filter_text(words):
    return " ".join("%s:%s" % (w, ",".join(v)) for w, v in words.items())


def ini(r, tables):
    lines = ["[round]", "name = Random round %d" % r.seed, "currency = USD",
             "horizon = %d-%d" % (r.years[0], r.years[-1]),
             "commit = %d-%d" % (r.commit[0], r.commit[-1]),
             "discount_rate = " + number(r.discount),
             "negative_subsidy = " + ("credit" if r.earns else "zero")]
    put(lines, "decide_by", r.decide_by)
    lines += ["", "[tables]"] + ["%s = %s.csv" % (t, t) for t in tables]
    lines += ["", "[derating]",
              "outputs = " + ("expected" if r.derate else "full")]
    lines += ["", "[screening]", "pending = " + r.pending,
              "concern_share_max = " + number(r.concern_max)]
    if r.stacking:
        lines += ["", "[stacking]"]
        for key, value in r.stacking.items():
            put(lines, key, value)
    for name, f in r.funders.items():
        lines += ["", "[funder %s]" % name]
        if (f["min"], f["max"]) != (0, 1):
            put(lines, "budget_cost_share_min", f["min"])
            put(lines, "budget_cost_share_max", f["max"])
    for name, b in r.budgets.items():
        lines += ["", "[budget %s]" % name]
        put(lines, "funder", b["funder"])
        if not b["table"]:
            put(lines, "amount", yearly(b["amount"]))
        put(lines, "basis", "disbursement" if b["spending"] else "commitment")
        put(lines, "carry_over", "yes" if b["carry"] else "no")
    for name, i in r.instruments.items():
        lines += ["", "[instrument %s]" % name]
        put(lines, "kind", i["kind"])
        put(lines, "funder", i["funder"])
        put(lines, "budget", i["budget"])
        if not i["terms"]:
            put(lines, "subsidy_rate", i["rate"])
        for key, value in (i["terms"] or {}).items():
            put(lines, key, value)
        put(lines, "ticket_min", i["low"] or None)
        put(lines, "ticket_max", i["high"])
        put(lines, "share_max", i["share"])
        put(lines, "ceiling_total", i["total"])
        if i["ceiling"] and not i["ceiling_table"]:
            put(lines, "ceiling", yearly(i["ceiling"]))
        if i["kind"] == "guarantee":
            put(lines, "coverage", i["coverage"])
        if i["stake"] != 1:
            put(lines, "stake_max", i["stake"])
        words = {}
        if i["countries"]:
            words["country"] = i["countries"]
        if i["stages"]:
            words["stage"] = i["stages"]
        put(lines, "for", filter_text(words) or None)
    for m in r.materials:
        lines += ["", "[material %s]" % m, "mineral = " + r.mineral[m]]
        if r.material_weight[m] != 1:
            put(lines, "weight", r.material_weight[m])
    for m in r.markets:
        lines += ["", "[market %s]" % m]
        if r.market_weight[m] != 1:
            put(lines, "weight", r.market_weight[m])
    for name, rule in r.rules.items():
        lines += ["", "[rule %s]" % name]
        put(lines, "measure", rule["measure"])
        put(lines, "of", filter_text(rule["of"]) or None)
        if rule["each"]:
            put(lines, "each", "country")
        if rule["years"]:
            put(lines, "years", "%d-%d" % rule["years"])
        for key, value in rule["limits"].items():
            put(lines, key, value)
    lines += ["", "[goals]", "order = " + " ".join(r.goals)]
    for goal in r.goals:
        lines += ["", "[goal %s]" % goal]
        put(lines, "tolerance", r.tolerance[goal])
        put(lines, "discount_rate", r.goal_discount.get(goal))
    return "\n".join(lines) + "\n"


OPTION_COLUMNS = {
    "capex": "capex", "first_year": "first", "last_year": "last",
    "ready_on": "ready", "build_years": "build", "life_years": "life",
    "ramp": "ramp", "success_probability": "probability",
    "sponsor_share_min": "sponsor_min", "sponsor_equity_max": "sponsor_max",
    "bank_debt_max": "bank", "debt_capacity": "capacity",
    "debt_share_max": "debt_share", "public_share_max": "public",
    "instruments_max": "count", "value": "value"}


def spans(points):
    """(years, value) of a path: equal neighbours as one range."""
    years, row = sorted(points), []
    for y in years:
        if row and points[row[-1]] == points[y] and row[-1] == y - 1:
            row.append(y)
            continue
        if row:
            yield row, points[row[0]]
        row = [y]
    if row:
        yield row, points[row[0]]


def range_text(years):
    return str(years[0]) if len(years) == 1 else "%d-%d" % (years[0],
                                                            years[-1])


def cell(value):
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(number(v) for v in value)
    return value if isinstance(value, str) else number(value)


def option_cells(option):
    cells = {c: cell(option[k]) for c, k in OPTION_COLUMNS.items()}
    return {**cells, **{x: cell(v) for x, v in option["x"].items()}}


def tables(r):
    rows = {"projects": [], "options": [], "flows": [], "targets": [],
            "supply": [], "links": [], "spending": [], "budgets": [],
            "ceilings": [], "offers": r.listed}
    for p, project in r.projects.items():
        options = r.options[p]
        first = next(iter(options))
        rows["projects"].append({
            "id": p, "name": "Project " + p, "mineral": project["mineral"],
            "stage": project["stage"], "country": project["country"],
            "status": project["status"], "review": project["review"],
            "review_on": project["review_on"] or "",
            "concern_share": number(project["concern"]),
            "tags": project["tags"], **option_cells(options[first])})
        for o, option in options.items():
            if project["by_option"]:
                rows["options"].append(
                    {"project": p, "option": o, **option_cells(option)})
            label = o if project["by_option"] else ""
            for m in r.materials:
                if m in option["makes"] or m in option["takes"]:
                    rows["flows"].append({
                        "project": p, "option": label, "material": m,
                        "output_tpa": cell(option["makes"].get(m)),
                        "input_tpa": cell(option["takes"].get(m))})
            if len(option["spend"]) > 1:
                for n, share in enumerate(option["spend"]):
                    rows["spending"].append({
                        "project": p, "option": label, "offset_years": n,
                        "share": number(share)})
    for (m, market), target in r.targets.items():
        for y, v in spans(target["points"]):
            rows["targets"].append({
                "material": m, "market": market, "year": range_text(y),
                "target_tpa": number(v), "weight": cell(target["weight"])})
    for (m, c, market), points in r.supplies.items():
        for y, v in spans(points):
            rows["supply"].append({
                "material": m, "country": c, "market": market or "",
                "year": range_text(y), "tpa": number(v)})
    for link in r.links:
        rows["links"].append({
            "kind": link["kind"], "project": link["project"],
            "other": link["other"], "lag_years": cell(link["lag"]),
            "value": cell(link["value"])})
    for name, b in r.budgets.items():
        for y, v in b["amount"].items() if b["table"] else ():
            rows["budgets"].append({"budget": name, "year": y,
                                    "amount": number(v)})
    for name, i in r.instruments.items():
        if i["ceiling"] and i["ceiling_table"]:
            for y, v in i["ceiling"].items():
                rows["ceilings"].append({"instrument": name, "year": y,
                                         "exposure": number(v)})
    for required, columns in (("targets", None), ("flows", [
            "project", "option", "material", "output_tpa", "input_tpa"])):
        if not rows[required] and columns:
            rows[required] = [dict.fromkeys(columns, None)]
    return rows


def write(r, folder):
    os.makedirs(folder, exist_ok=True)
    rows = {name: table for name, table in tables(r).items() if table}
    for name, table in rows.items():
        with open(os.path.join(folder, name + ".csv"), "w", newline="") as f:
            writer = csv.DictWriter(f, list(table[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(t for t in table
                             if any(v is not None for v in t.values()))
    with open(os.path.join(folder, "round.ini"), "w") as f:
        f.write(ini(r, rows))
    with open(os.path.join(folder, "round.dat"), "w") as f:
        f.write(data(r))
    with open(os.path.join(folder, "stages.json"), "w") as f:
        json.dump(stages(r), f)
