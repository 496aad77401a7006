"""Python's feedparser, as its guide shows it: `worker.py parse|poll LIST OUT`.

Each line on standard input is one pass over the files or addresses in LIST; "done N" says how many items were read, or how
many were new. New headlines go to OUT. Ends with exit code 3 when feedparser is not there.
"""
import sys
from concurrent.futures import ThreadPoolExecutor

try:
    import feedparser
except ImportError:
    sys.exit(3)

mode, names_file, out = sys.argv[1:4]
with open(names_file, encoding="utf-8") as file:
    names = file.read().split()
known = {}


def poll(name):
    etag, modified, seen = known.get(name, (None, None, set()))
    feed = feedparser.parse(name, etag=etag, modified=modified)
    if feed.get("status") == 304:
        return []
    fresh = [entry for entry in feed.entries if entry.id not in seen]
    known[name] = (feed.get("etag"), feed.get("modified"), seen | {entry.id for entry in fresh})
    return fresh


def parse(name):
    with open(name, "rb") as feed:
        return len(feedparser.parse(feed.read()).entries)


for _ in sys.stdin:
    if mode == "parse":
        total = sum(parse(name) for name in names)
    else:
        total = 0
        with ThreadPoolExecutor(16) as pool, open(out, "a", encoding="utf-8") as file:
            for fresh in pool.map(poll, names):
                total += len(fresh)
                file.writelines(f"{entry.id} {entry.title}\n" for entry in fresh)
    print("done", total, flush=True)
