"""Scores the signals of `wirebell explain` on labelled sentences of PLOVER, the event scheme of the Open Event Data Alliance.

    python3 bench/signals.py WIREBELL PLOVER_GSR_CAMEO.txt [--errors]

A sentence is one of escalation when its event is threaten, mobilize, assault or fight; it is read as one when it gets a tag
whose PLOVER name in tags.txt is among these. The file is not ours (CC BY-SA) and stays where it is. Standard library only.
"""
import json
import pathlib
import subprocess
import sys

ESCALATION = ("THREATEN", "MOBILIZE", "ASSAULT", "FIGHT")
TAGS = pathlib.Path(__file__).parent.parent / "processor/src/main/resources/org/wirebell/processor/extract/signals/tags.txt"


def escalating():
    """The tags of which the first PLOVER name is one of escalation."""
    rows = [line.split(";") for line in TAGS.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    return {row[0] for row in rows if row[2].split(",")[0].split("-")[0] in ESCALATION}


def explained(wirebell, records):
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"], "language": "en"}) + "\n" for r in records)
    answer = subprocess.run([wirebell, "explain"], input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in answer.splitlines()]


def row(name, value):
    print("%-10s %-22s %s" % ("signals", name, value))


def main(wirebell, path, errors):
    text = pathlib.Path(path).read_text(encoding="utf8", errors="replace")
    records = [r for r in json.loads(text) if r["event"] != "DOCUMENT"]
    tags = escalating()
    right = wrong = missed = 0
    for record, told in zip(records, explained(wirebell, records)):
        is_one = record["event"] in ESCALATION
        read = [s for s in told.get("signals", ()) if s["tag"] in tags]
        right += is_one and bool(read)
        missed += is_one and not read
        wrong += bool(read) and not is_one
        if errors and is_one != bool(read):
            quotes = ", ".join(s["rule"] + ": " + s["quote"] for s in read)
            print("  ", "missed" if is_one else "false", record["event"], record["id"], "|", quotes)
    row("sentences", len(records))
    row("escalation precision", "%.3f" % (right / max(1, right + wrong)))
    row("escalation recall", "%.3f" % (right / max(1, right + missed)))
    row("escalation F1", "%.3f" % (2 * right / max(1, 2 * right + wrong + missed)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--errors" in sys.argv)
