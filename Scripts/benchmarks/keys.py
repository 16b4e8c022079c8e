"""How soon a key is on the screen and a line is saved, with 10,000 answers in the session."""
import glob, json, os, statistics, subprocess
from library import sealed
from timing import Screen, compare, heading

PLAYBOOK = """huddle: 1
id: long
version: 1.0.0
title: Long
sections:
  - id: all
    title: All of it
    time: 30m
    steps:
      - {ask: What is it for?, id: goal}
      - {ask: Everything that could fail., id: reasons, kind: list}
  - id: rest
    title: The rest
    steps:
      - each: r in reasons
        steps:
          - {ask: "{r}, how bad?", id: bad, kind: scale}
          - {ask: "{r}, and now?", id: now, if: r.bad >= 4}
outcomes:
  - {risk: "{r}", each: "r in reasons.filter(r, r.bad >= 4)"}
"""


def session(huddle, work, count):
    """A session with so many entries, left at the list."""
    folder = f"{work}/long-{count}"
    os.makedirs(folder, mode=0o700)
    with open(f"{work}/long.yaml", "w") as file:
        file.write(PLAYBOOK)
    lines = ["Ana, Bo", "a goal", "reason number 1 that could fail"]
    subprocess.run(
        [huddle, "run", f"{work}/long.yaml", "--project", "X", "--folder", folder],
        input="\n".join(lines) + "\n", text=True, stdout=subprocess.DEVNULL, check=True)
    lengthen(glob.glob(folder + "/*.jsonl")[0], count)
    return folder


def lengthen(path, count):
    """Adds entries to a session, each a record as huddle writes it: typing them would sync each."""
    with open(path, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    entry = next(r for r in reversed(records) if r["type"] == "items.added")
    entry.pop("crc")
    last = records[-1]["n"]
    prefix = entry["items"][0]["id"].rstrip("0123456789")
    with open(path, "ab") as file:
        for number in range(2, count + 1):
            entry["n"] = last + number - 1
            entry["items"] = [{"id": f"{prefix}{number}", "text": f"reason number {number} that could fail"}]
            file.write(sealed(entry))


def keys(screens, rounds):
    """One key at a time, each until it is on the screen, at one after the other; medians."""
    times = [[] for screen in screens]
    for number in range(rounds * 10):
        for screen, own in zip(screens, times):
            own.append(screen.time_to(b"z", b"z"))
        if number % 40 == 39:
            clear(screens)
    clear(screens)
    return [statistics.median(own[10:]) for own in times]


def clear(screens):
    for screen in screens:
        os.write(screen.end, b"\x15")
        screen.settle()


def lines(screens, firsts, rounds):
    """An entry and Enter, until huddle has acknowledged it: it is on the disk then. Medians."""
    times = [[] for screen in screens]
    for number in range(rounds + 1):
        for screen, first, own in zip(screens, firsts, times):
            os.write(screen.end, b"one more")
            screen.settle(0.1)
            own.append(screen.time_to(b"\r", b"   %d" % (first + number)))
            screen.settle(0.1)
    return [statistics.median(own[1:]) for own in times]


def measure(huddle, plain, work, rounds, many=10_000, few=10):
    folders = {count: session(huddle, work, count) for count in (few, many)}
    screens = {
        count: Screen([huddle, "resume", "--folder", folder]) for count, folder in folders.items()}
    editor = Screen([plain])
    for screen in [*screens.values(), editor]:
        screen.read_until(b"reasons>")
        screen.settle()
    echoes = keys([screens[many], screens[few], editor], rounds)
    heading(f"typing, {many:,} answers in the session", "huddle", "C + libedit")
    compare("key to echo, p50", echoes[0], echoes[2], goal=2.5)
    heading("typing, many answers against few", f"{many:,}", f"{few}")
    compare("key to echo, p50", echoes[0], echoes[1])
    saved = lines([screens[many], screens[few]], [many + 1, few + 1], rounds)
    compare("Enter to saved and acknowledged", *saved, goal=2.5)
    for screen in [*screens.values(), editor]:
        screen.close()
