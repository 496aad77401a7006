"""CPU milliseconds that feedparser takes a file: the median of some runs, as one JSON line a file.

Reads file names from standard input. Ends with exit code 3 when feedparser is not there.
"""
import json
import statistics
import sys
import time

try:
    import feedparser
except ImportError:
    sys.exit(3)

BUDGET = 1.0  # seconds a file, after which no further run is begun
RUNS = 7

for line in sys.stdin:
    name = line.rstrip("\n")
    with open(name, "rb") as file:
        raw = file.read()
    times = []
    entries = 0
    began = time.process_time()
    while len(times) < RUNS and (not times or time.process_time() - began < BUDGET):
        start = time.process_time()
        try:
            entries = len(feedparser.parse(raw).entries)
        except Exception:  # whatever it is, the file cannot be read
            entries = -1
        times.append((time.process_time() - start) * 1000)
    print(json.dumps({"file": name, "ms": statistics.median(times), "entries": entries}), flush=True)
