"""Scores the countries that `wirebell explain` finds in news whose place names were marked by hand.

    python3 bench/places.py WIREBELL FILE.xml [--even|--odd] [--errors]

FILE is TR-News.xml or lgl.xml of the Pragmatic Guide to Geoparsing Evaluation; --even and --odd take every second article. Gold is the countries of the marked names that
have one, adjectives of nations left out; the main country is the one marked most often (any of them where several are).
Printed beside it: the same with adjectives counted. Standard library only.
"""
import collections
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree

LISTS = pathlib.Path(__file__).parent.parent / "processor/src/main/resources/org/wirebell/processor/extract/places"


def adjectives():
    found = set()
    for line in (LISTS / "demonyms.txt").read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            found.update(word.lower() for word in line.split(";")[1].split("|"))
    return found


def articles(path):
    for article in xml.etree.ElementTree.parse(path).getroot().iter("article"):
        names = [(t.findtext("phrase"), t.findtext("gaztag/country")) for t in article.iter("toponym")]
        told = {"id": article.get("docid"), "headline": (article.findtext("title") or "").strip(),
                "text": article.findtext("text").strip(), "link": (article.findtext("url") or "").strip()}
        yield told, [(phrase, country) for phrase, country in names if country]


def explained(wirebell, items):
    lines = "".join(json.dumps(item) + "\n" for item in items)
    answer = subprocess.run([wirebell, "explain"], input=lines, capture_output=True, text=True, check=True)
    return {told["id"]: told for told in map(json.loads, answer.stdout.splitlines())}


def iso_codes(wirebell, countries):
    """The codes of countries by the names that the file gives them, as the reader itself understands a dateline."""
    lines = [{"id": name, "text": ".", "dateline": name} for name in sorted(countries)]
    told = explained(wirebell, lines)
    return {name: first(answer) for name, answer in told.items() if first(answer)}


def first(answer):
    """What stood for the main country while explain had no name for it: that of the first place."""
    return next((place.get("country", "") for place in answer.get("places", [])), "")


class Score:
    def __init__(self):
        self.right = self.said = self.gold = self.main = self.all = 0

    def add(self, said, main, counted):
        most = max(counted.values())
        self.all += 1
        self.main += main in {c for c, n in counted.items() if n == most}
        self.right += len(said & set(counted))
        self.said += len(said)
        self.gold += len(counted)

    def shown(self):
        precision, recall = self.right / max(1, self.said), self.right / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return (f"{self.all} articles, main country {self.main / max(1, self.all):.3f}, "
                f"countries P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def main(wirebell, path, half, errors):
    news = [a for i, a in enumerate(articles(path)) if half in ("", ("even", "odd")[i % 2])]
    told = explained(wirebell, [item for item, _ in news])
    codes, people = iso_codes(wirebell, {country for _, marked in news for _, country in marked}), adjectives()
    names, both = Score(), Score()
    unknown = collections.Counter()
    for item, marked in news:
        unknown.update(country for _, country in marked if country not in codes)
        answer = told[item["id"]]
        literal = collections.Counter(codes.get(c, c) for phrase, c in marked if phrase.lower() not in people)
        every = collections.Counter(codes.get(c, c) for _, c in marked)
        said = {p["country"] for p in answer.get("places", []) if p.get("country")}
        named = {p["country"] for p in answer.get("places", []) if p.get("country") and p["quote"].lower() not in people}
        if literal:
            names.add(named, answer.get("country", first(answer)), literal)
        if every:
            both.add(said, answer.get("country", first(answer)), every)
        if errors and literal:
            most = max(literal.values())
            wrong = answer.get("country", first(answer)) not in {c for c, n in literal.items() if n == most}
            if wrong or named != set(literal):
                print(item["id"], "MAIN" if wrong else "", answer.get("country", first(answer)), dict(literal),
                      "missed", sorted(set(literal) - named), "false", sorted(named - set(literal)), "|", item["headline"][:90])
                print("     ", [(p["id"], p["quote"]) for p in answer.get("places", [])][:25])
                print("     ", collections.Counter(p for p, c in marked if codes.get(c, c) not in named).most_common(8))
    stem = pathlib.Path(path).stem + (" " + half if half else "")
    print(f"{'places':<10} {stem}: {names.shown()}")
    print(f"{'places':<10} {stem}, adjectives counted: {both.shown()}")
    if unknown:
        print("no code for", dict(unknown), file=sys.stderr)


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    halves = [h for h in ("even", "odd") if "--" + h in sys.argv]
    main(arguments[0], arguments[1], halves[0] if halves else "", "--errors" in sys.argv)
