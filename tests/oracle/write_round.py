"""A random round as orefolio reads it, and as the data of round.mod."""
import csv
import json
import os

from mathprog import data, number, stages


def times(value, factor):
    return None if value is None else value * factor


def yearly(amounts, factor=1):
    return " ".join("%d:%s" % (y, number(v * factor)) for y, v in sorted(
        amounts.items()))


def put(lines, key, value):
    if value is not None:
        lines.append("%s = %s" % (key, value if isinstance(value, str)
                                  else number(value)))


def put_all(lines, keys):
    for key, value in keys.items():
        put(lines, key, value)


def put_promise(lines, promise):
    for key, value in (promise or {}).items():
        if key == "price":
            put(lines, "price_usd_per_t", value and yearly(value))
        else:
            put(lines, key, value)
    if promise and "stress_price_usd_per_t" in promise:
        put(lines, "charge", "stress")


def put_worlds(lines, r):
    for name, stock in r.stocks.items():
        lines += ["", "[stockpile %s]" % name]
        put_all(lines, stock)
    for name, d in r.disruptions.items():
        lines += ["", "[disruption %s]" % name]
        put(lines, "of", filter_text(d["of"]))
        put(lines, "years", "%d-%d" % d["years"])
        put(lines, "loss", d["loss"])
        put(lines, "probability", d["probability"])


def put_goal(lines, r, goal):
    put(lines, "discount_rate", r.goal_discount.get(goal))
    put(lines, "limit", r.goal_limit.get(goal))
    if goal == "cvar_shortfall":
        put(lines, "level", r.level)
    if goal == "targets_met":
        put(lines, "level", r.met_level)
    put(lines, "over", r.over.get(goal))
    if goal == "leximin_gap":
        put(lines, "levels", r.levels)
    if goal == "value" and r.to_output:
        put(lines, "discount_by", "output")
    if goal == "x_jobs" and r.jobs_least:
        put(lines, "sense", "min")
    if goal == "mixed":
        put(lines, "blend", " ".join("%s:%s" % (g, number(w))
                                     for g, w in r.mix.items()))


def steps_text(steps):
    return " ".join("%s:%s" % (number(share), number(weight))
                    for share, weight in steps or [])


def put_rule(lines, name, rule):
    lines += ["", "[rule %s]" % name]
    put(lines, "measure", rule["measure"])
    put(lines, "of", filter_text(rule["of"]) or None)
    if rule["each"] is not None:
        put(lines, "each", " ".join(rule["each"]) or "none")
    for key in ("years", "per_years"):
        if rule[key]:
            put(lines, key, "%d-%d" % rule[key])
    for key, value in rule["limits"].items():
        put(lines, key, value)
    put(lines, "per", rule["per"])
    if rule["per_of"]:
        put(lines, "per_of", filter_text(rule["per_of"]))
    if rule["share_of_target"]:
        put(lines, "share_of", "target")
    put(lines, "penalty", rule["penalty"])


def filter_text(words):
    return " ".join("%s:%s" % (w, ",".join(v)) for w, v in words.items())


def ini(r, tables):
    lines = ["[round]", "name = Random round %d" % r.seed, "currency = USD",
             "horizon = %d-%d" % (r.years[0], r.years[-1]),
             "commit = %d-%d" % (r.commit[0], r.commit[-1]),
             "discount_rate = " + number(r.discount),
             "negative_subsidy = " + ("credit" if r.earns else "zero")]
    if r.old_prices:
        lines += ["price_year = 2025", "inflation_rate = 0.02"]
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
    if r.yen:
        lines += ["", "[currency JPY]", "per_usd = 150"]
    for name, words in r.groups.items():
        lines += ["", "[group %s]" % name]
        if "country" in words:
            put(lines, "countries", " ".join(words["country"]))
        put(lines, "of", filter_text({w: v for w, v in words.items()
                                      if w != "country"}) or None)
    for name, f in r.funders.items():
        lines += ["", "[funder %s]" % name]
        if (f["min"], f["max"]) != (0, 1):
            put(lines, "budget_cost_share_min", f["min"])
            put(lines, "budget_cost_share_max", f["max"])
    for name, b in r.budgets.items():
        lines += ["", "[budget %s]" % name]
        put(lines, "funder", b["funder"])
        if not b["table"]:
            put(lines, "amount", yearly(b["amount"], b["per"]))
        put_all(lines, b["quote"])
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
        put_all(lines, i["quote"])
        put_promise(lines, i["promise"])
        put(lines, "ticket_min", times(i["low"] or None, i["per"]))
        put(lines, "ticket_max", times(i["high"], i["per"]))
        put(lines, "share_max", i["share"])
        put(lines, "ceiling_total", times(i["total"], i["per"]))
        if i["ceiling"] and not i["ceiling_table"]:
            put(lines, "ceiling", yearly(i["ceiling"], i["per"]))
        if i["kind"] in ("guarantee", "insurance"):
            put(lines, "coverage", i["coverage"])
        if i["stake"] != 1:
            put(lines, "stake_max", i["stake"])
        words = {}
        if i["countries"]:
            words["country"] = i["countries"]
        if i["stages"]:
            words["stage"] = i["stages"]
        if i["only_options"]:
            words["option"] = i["only_options"]
        put(lines, "for", filter_text(words) or None)
    for m in r.materials:
        lines += ["", "[material %s]" % m, "mineral = " + r.mineral[m]]
        if r.material_weight[m] != 1:
            put(lines, "weight", r.material_weight[m])
        put(lines, "price_usd_per_t", r.material_price.get(m))
        put(lines, "gap_cost_per_t", r.gap_cost.get(m))
    for m in r.markets:
        lines += ["", "[market %s]" % m]
        if r.market_weight[m] != 1:
            put(lines, "weight", r.market_weight[m])
        put_all(lines, r.market_terms[m])
    put_worlds(lines, r)
    for name, rule in r.rules.items():
        put_rule(lines, name, rule)
    lines += ["", "[goals]", "order = " + " ".join(r.goals)]
    put(lines, "weight_steps", steps_text(r.steps) or None)
    for goal in r.goals:
        lines += ["", "[goal %s]" % goal]
        put(lines, "tolerance", r.tolerance[goal])
        put_goal(lines, r, goal)
    for goal in {**r.mix, **r.goal_limit}:
        if goal in r.goals:
            continue
        lines += ["", "[goal %s]" % goal]
        put_goal(lines, r, goal)
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


def market_text(shares):
    return " ".join(r if share == 0 else "%s:%s" % (r, number(share))
                    for r, share in (shares or {}).items())


def option_cells(option):
    cells = {c: cell(option[k]) for c, k in OPTION_COLUMNS.items()}
    cash = option["cash"] or {"flow": None, "dscr": None, "rate": None,
                              "tenor": None}
    cells.update({"cash_flow": cell(cash["flow"]),
                  "dscr_min": cell(cash["dscr"]),
                  "debt_rate": cell(cash["rate"]),
                  "debt_tenor_years": cell(cash["tenor"]),
                  "needs": " ".join(option["needs"]),
                  "markets": market_text(option["markets"])})
    return {**cells, **{x: cell(v) for x, v in option["x"].items()}}


def offered(r):
    """The rows of the offers, in the money of their instruments."""
    rows = []
    for row in r.listed:
        per = r.instruments[row["instrument"]]["per"]
        rows.append({**row, **{c: row[c] and number(float(row[c]) * per)
                               for c in ("min", "max")}})
    return rows


def tables(r):
    rows = {"projects": [], "options": [], "flows": [], "targets": [],
            "supply": [], "links": [], "spending": [], "budgets": [],
            "ceilings": [], "offers": offered(r)}
    for p, project in r.projects.items():
        options = r.options[p]
        first = next(iter(options))
        rows["projects"].append({
            "id": p, "name": "Project " + p, "mineral": project["mineral"],
            "stage": project["stage"], "country": project["country"],
            "status": project["status"], "review": project["review"],
            "review_on": project["review_on"] or "",
            "concern_share": number(project["concern"]),
            "conditions": " ".join(project["conditions"]),
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
                "target_tpa": number(v), "weight": cell(target["weight"]),
                "weight_steps": steps_text(target["steps"])})
    for (m, c, market), points in r.supplies.items():
        sale = r.sales.get((m, c, market), {})
        terms = r.supply_terms[m, c, market]
        for y, v in spans(points):
            rows["supply"].append({
                "material": m, "country": c, "market": market or "",
                "year": range_text(y), "tpa": number(v),
                "sale_on": sale.get("on", ""),
                "review": sale.get("review", ""),
                "stage": terms["stage"], "tags": terms["tags"],
                "optional": "yes" if terms["optional"] else "",
                "budget": terms["budget"] or "",
                "cost_per_t": cell(terms["cost"]) if terms["budget"]
                else ""})
    for link in r.links:
        rows["links"].append({
            "kind": link["kind"], "project": link["project"],
            "other": link["other"], "lag_years": cell(link["lag"]),
            "value": cell(link["value"])})
    for name, b in r.budgets.items():
        for y, v in b["amount"].items() if b["table"] else ():
            rows["budgets"].append({"budget": name, "year": y,
                                    "amount": number(v * b["per"])})
    for name, i in r.instruments.items():
        if i["ceiling"] and i["ceiling_table"]:
            for y, v in i["ceiling"].items():
                rows["ceilings"].append({"instrument": name, "year": y,
                                         "exposure": number(v * i["per"])})
    for required, columns in (("targets", None), ("flows", [
            "project", "option", "material", "output_tpa", "input_tpa"])):
        if not rows[required] and columns:
            rows[required] = [dict.fromkeys(columns, None)]
    return rows


def baseline(r):
    """An earlier run, as far as it is read."""
    return {"format": "orefolio-result/1", "portfolio": [
        {"project": p, "option": x["option"], "year": x["year"],
         "commitments": [{"instrument": k, "face": v}
                         for k, v in x["face"].items()]}
        for p, x in r.baseline["chosen"].items()], "stockpiles": [
            {"stockpile": h, "year": y, "bought_t": v}
            for (h, y), v in r.baseline["bought"].items()]}


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
    if r.baseline:
        with open(os.path.join(folder, "baseline.json"), "w") as f:
            json.dump(baseline(r), f, indent=1)
