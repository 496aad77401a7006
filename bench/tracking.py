"""Tells a series of daily counts as news of many outlets, lets `wirebell track` follow it, and prints how well it did.

    python3 bench/tracking.py WIREBELL CSV [--errors]

The wordings lie beside the tests of the ledger, which tell the same series in Java. Two parts: every day by three
agencies, and 164 headlines of other outlets beside one report a day. Standard library only.
"""
import collections
import csv
import json
import pathlib
import random
import re
import subprocess
import sys

WORDINGS = pathlib.Path(__file__).parent.parent / "processor/src/test/resources/tracking"
BODIES = {"mohtel": "ministry", "gmotel": "office", "missing": ""}
MOVES = ("first", "higher", "lower", "reset")
AGREES = ("first", "higher", "confirmed", "crossed")
DISAGREES = ("lower", "conflict", "held")
OTHERS = ("strike", "elsewhere", "children", "workers", "one-day", "injured")
EQUAL, ROUNDED, OTHER = 60, 81, 23  # headlines of each kind in one sample
SAMPLES = 4
A_YEAR = 360  # days for which a date without its year is plain
OPENING = 120  # days in which half of all headlines fall


def sections(name):
    found = {}
    for line in (WORDINGS / name).read_text(encoding="utf8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


COPY, HEADLINES = sections("copy.txt"), sections("headlines.txt")


def number(n, style=0):
    return f"{n:,}" if style != 1 else f"{n:,}".replace(",", " ")


class Day:
    """One row that has a number, and how it is told."""

    def __init__(self, index, row, rise):
        count = lambda column: int(row[column] or 0)
        self.index, self.date, self.rise = index, row["report_date"], rise
        self.body = BODIES[row["report_source"]]
        self.killed, self.injured = count("killed_cum"), count("injured_cum")
        self.children, self.women = count("killed_children_cum"), count("killed_women_cum")

    def tell(self, wording, style=0):
        who = pick(COPY[self.body], self.index) if self.body else ""
        short = pick(COPY[self.body + "-short"], self.index) if self.body else ""
        start = "7 October" if self.index < A_YEAR else "7 October 2023"
        words = {"who": who, "Who": who[:1].upper() + who[1:], "short": short, "start": start}
        counts = {k: number(getattr(self, k), style) for k in ("killed", "injured", "children", "women", "rise")}
        return wording.format(**words, **counts)

    def urgent(self):
        rising = self.body and self.rise > 0 and self.index % 3 == 2
        return self.tell(pick(COPY["urgent-rise" if rising else self.named("urgent")], self.index))

    def round_up(self):
        told = pick(COPY[self.named("round-up")], self.index)
        if self.children:
            told += " " + pick(COPY["parts" if self.women else "children"], self.index)
        if self.injured:
            told += " " + pick(COPY["injured"], self.index)
        return self.tell(told, self.index % 3)

    def headline(self):
        wordings = [h for h in HEADLINES["equal"] if h.count("{") == 1]
        return pick(wordings, self.index).format(n=number(self.killed))

    def named(self, section):
        return section if self.body else section + "-nobody"


def pick(wordings, index):
    return wordings[index % len(wordings)]


def days(path):
    before, found = 0, []
    for index, row in enumerate(csv.DictReader(open(path, encoding="utf8"))):
        if row["killed_cum"]:
            found.append(Day(index, row, int(row["killed_cum"]) - before))
            before = found[-1].killed
    return found


def item(name, source, moment, told):
    headline, _, body = told.partition(" || ")
    return {"id": name, "source": source, "headline": headline, "body": body, "published": moment, "received": moment}


def floor(n, unit):
    return n // unit * unit


def headlines(series, dice, dated):
    """Headlines of many outlets, each with its kind; `dated` ones have no time of day."""
    kinds = ["equal"] * EQUAL + ["rounded"] * ROUNDED + [OTHERS[i % len(OTHERS)] for i in range(OTHER)]
    dice.shuffle(kinds)
    found = []
    for i, kind in enumerate(kinds):
        at = dice.randrange(3, OPENING if dice.random() < 0.5 else len(series))
        wording, day = dice.choice(HEADLINES[kind]), series[at]
        stale = kind == "equal" and dice.random() < 0.15  # the number of the day before
        count = series[at - 1] if stale else day
        unit = 100 if day.killed < 2000 else 1000 if day.killed < 10000 or dice.random() < 0.7 else 5000
        close = re.search(r"^\{r\} |^About |\{up\}", wording)
        rounded = floor(day.killed, min(unit, 1000) if close else unit)
        told = wording.format(
            n=number(count.killed), injured=number(max(count.injured, 1)),
            r=number(rounded), up=number(rounded + min(unit, 1000)),
            few=dice.randrange(3, 60), many=number(40 + day.index * 3 // 4), day=dice.randrange(20, 400),
            c=number(max(100, floor(day.killed // 3, 100))), hurt=number(max(1000, floor(day.injured, 1000))))
        moment = day.date + ("T00:00:00Z" if dated else f"T{dice.randrange(10, 23)}:{dice.randrange(60):02}:00Z")
        told_item = item(f"headline-{i}", f"outlet-{dice.randrange(30)}", moment, told)
        found.append((kind + (" late" if stale else ""), told_item))
    return found


def track(wirebell, items):
    """The updates of each item, by the item's id."""
    lines = "".join(json.dumps(i) + "\n" for i in items)
    answer = subprocess.run([wirebell, "track"], input=lines, capture_output=True, text=True, check=True).stdout
    updates = collections.defaultdict(list)
    for line in answer.splitlines():
        update = json.loads(line)
        update["series"] = json.dumps(update["series"], sort_keys=True)
        updates[update["item"]].append(update)
    return updates


def running_series(reports, updates):
    """The series in which most reports say the number of their day."""
    where = collections.Counter()
    for name, day in reports.items():
        said = [u for u in updates[name] if u.get("value") == day.killed and '"killed"' in u["series"]]
        where.update({u["series"] for u in said})
    return where.most_common(1)[0][0]


def row(name, value):
    print("%-10s %-22s %s" % ("tracking", name, value))


def daily(wirebell, series, errors):
    items, reports = [], {}
    for day in series:
        for hour, style in ((9, day.urgent), (12, day.round_up), (15, day.headline)):
            items.append(item(f"{day.date}-{hour}", f"agency-{hour}", f"{day.date}T{hour:02}:00:00Z", style()))
            reports[items[-1]["id"]] = day
    updates = track(wirebell, items)
    main = running_series(reports, updates)
    current, heard, stands, agreed = 0, set(), {}, 0
    for told in items:
        day, of_item = reports[told["id"]], updates[told["id"]]
        here = [u for u in of_item if u["series"] == main]
        current = ([current] + [u["value"] for u in here if u["kind"] in MOVES])[-1]
        stands[day] = current
        agreed += judge("equal", of_item, here, told["source"] in heard) == "agrees"
        heard.update([told["source"]] if here else [])
        for update in of_item if errors else ():
            if update["kind"] in DISAGREES:
                print("  ", update["kind"], told["id"], update.get("sentence"), "|", update["why"])
    for day in stands if errors else ():
        if stands[day] != day.killed:
            print("   wrong", day.date, day.killed, "stands at", stands[day])
    every = [u for of_item in updates.values() for u in of_item]
    counts = {u["series"] for u in every if '"killed"' in u["series"] and '"all"' in u["series"]}
    row("daily truth", "%.3f" % (sum(n == day.killed for day, n in stands.items()) / len(series)))
    row("daily reports agree", "%.3f" % (agreed / len(items)))
    row("series of the count", len(counts))
    for kind in DISAGREES:
        row("daily " + kind, sum(u["kind"] == kind for u in every))


def one_sample(wirebell, series, seed, errors):
    dice, dated = random.Random(seed), seed % 2 == 1
    styles = (Day.urgent, Day.round_up, Day.headline)
    reports = {}
    items = []
    for i, day in enumerate(series):
        style = styles[(i if seed % 4 == 3 else seed) % 3]
        moment = day.date + ("T00:00:00Z" if dated else "T09:00:00Z")
        items.append(item("report-" + day.date, "wire", moment, style(day)))
        reports[items[-1]["id"]] = day
    kinds = {i["id"]: (kind, i) for kind, i in headlines(series, dice, dated)}
    items = sorted(items + [i for _, i in kinds.values()], key=lambda i: (i["published"], i["id"] in kinds))
    updates = track(wirebell, items)
    main = running_series(reports, updates)
    heard, verdicts = set(), collections.Counter()
    for told in items:
        of_item = updates[told["id"]]
        here = [u for u in of_item if u["series"] == main]
        if told["id"] in kinds:
            kind, _ = kinds[told["id"]]
            verdict = judge(kind, of_item, here, told["source"] in heard)
            verdicts[kind.split()[0] if kind.startswith(("equal", "rounded")) else "other", verdict] += 1
            if errors and verdict not in ("agrees", "apart"):
                did = ", ".join(f"{u['kind']} {u.get('value')} from {u.get('previous')} {u['series']}" for u in of_item)
                print("  ", seed, kind, verdict, "|", told["published"][:10], told["headline"], "|", did)
        heard.update([told["source"]] if here else [])
    return verdicts


def judge(kind, updates, here, heard):
    bad = [u["kind"] for u in updates if u["kind"] in DISAGREES]
    if kind.startswith(("equal", "rounded")):
        good = any(u["kind"] in AGREES for u in here) or not updates and (heard or kind.endswith("late"))
        return bad[0] if bad else "agrees" if good else "unseen" if not updates else "elsewhere"
    return bad[0] if bad else "mixed in" if here else "apart"


def main(wirebell, path, errors):
    series = days(path)
    daily(wirebell, series, errors)
    samples = [one_sample(wirebell, series, seed, errors) for seed in range(SAMPLES)]
    lower = max(sum(n for (_, verdict), n in s.items() if verdict == "lower") for s in samples)
    row("false lower, worst", f"{lower} of {EQUAL + ROUNDED + OTHER}")
    agreed = [sum(n for (k, v), n in s.items() if v == "agrees") for s in samples]
    row("agreement, worst", f"{min(agreed)} of {EQUAL + ROUNDED}")
    row("agreement, mean", "%.1f" % (sum(agreed) / SAMPLES))
    for (kind, verdict), n in sorted(sum(samples, collections.Counter()).items()):
        row(f"{kind} {verdict}", "%.1f" % (n / SAMPLES))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--errors" in sys.argv)
