"""Scores the language that `wirebell explain` tells of headlines: sentences cut at a word to so many characters.

    python3 bench/languages.py WIREBELL FOLDER [--among en,ar,…] [--length 60] [--errors]

FOLDER holds one file a language, such as en.txt, with a sentence a line. Nothing is declared. Standard library only.
"""
import argparse
import collections
import json
import pathlib
import subprocess

GOAL = "en,ar,he,fa,fr,es,ru,uk,tr,de"


def headline(sentence, length):
    if len(sentence) <= length:
        return sentence
    cut = sentence[:length + 1].rsplit(" ", 1)[0]
    return cut if len(cut) <= length else sentence[:length]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("wirebell")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--among", default=GOAL)
    parser.add_argument("--length", type=int, default=60)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    items, right, total, confused = [], collections.Counter(), collections.Counter(), collections.Counter()
    for language in options.among.split(","):
        for number, sentence in enumerate((options.folder / f"{language}.txt").read_text(encoding="utf8").splitlines()):
            if sentence.strip():
                items.append({"id": f"{language}/{number}", "text": headline(sentence.strip(), options.length)})
    lines = "".join(json.dumps(item) + "\n" for item in items)
    answer = subprocess.run([options.wirebell, "explain"], input=lines, capture_output=True, text=True)
    for item, told in zip(items, map(json.loads, answer.stdout.splitlines()), strict=True):
        language = item["id"].split("/")[0]
        total[language] += 1
        right[language] += told["language"] == language
        if told["language"] != language:
            confused[language, told["language"]] += 1
            if options.errors:
                print(language, told["language"], item["text"])
    for language, count in total.items():
        wrong = ", ".join(f"{to} {n}" for (of, to), n in confused.most_common() if of == language)
        print(f"{'languages':<10} {language}: {right[language] / count:.3f}" + (f" ({wrong})" if wrong else ""))
    print(f"{'languages':<10} all {sum(total.values())} of {options.length} characters: {sum(right.values()) / sum(total.values()):.4f}")


main()
