"""Instruction counts, which must not grow: instructions.py WORK ROOT PYTHON check|record.

Counted by valgrind on the stripped release, with hashing that is the same on every run: they repeat
to the instruction. They do depend on the toolchain and the C library, so figures that were recorded
with others are not compared: that is said, loudly, and is no failure.
"""
import glob, json, os, platform, re, shutil, subprocess, sys
import keys

work, root, python, what = sys.argv[1:5]
huddle = work + "/huddle"
known = root + "/Scripts/benchmarks/instructions.json"
tolerance = 0.02


def words(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip().split("\n")[0]


def made_with():
    return {
        "swift": words(["swift", "--version"]), "libc": "-".join(platform.libc_ver()),
        "machine": platform.machine()}


def sessions():
    """A closed pre-mortem, and the same with 2,000 facts."""
    subprocess.run(
        [huddle, "run", "pre-mortem", "--answers",
         f"{root}/Tests/Fixtures/Meetings/pre-mortem.answers.yaml", "--folder", work + "/one"],
        stdout=subprocess.DEVNULL, check=True)
    one = glob.glob(work + "/one/*.jsonl")[0]
    subprocess.run(
        [python, f"{root}/Scripts/benchmarks/library.py", one, work + "/many", "1", "2000"],
        stdout=subprocess.DEVNULL, check=True)
    return one, glob.glob(work + "/many/*.jsonl")[0]


def count(command, typed=""):
    run = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        + command, input=typed, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"))
    found = re.search(r"I\s+refs:\s+([\d,]+)", run.stderr)
    if run.returncode != 0 or not found:
        raise SystemExit(f"{' '.join(command)} could not be counted:\n{run.stderr[-400:]}")
    return int(found.group(1).replace(",", ""))


def entries(before, more):
    """What some entries cost in a meeting that has many already, beyond coming back to it: what an
    Enter costs must not grow with the meeting, and shows in no other row."""
    counts = []
    for typed in (0, more):
        folder = keys.session(huddle, work, before)
        lines = "".join(f"one more, number {number}\n" for number in range(typed))
        counts.append(count([huddle, "resume", "--folder", folder], lines))
        shutil.rmtree(folder)
    return counts[1] - counts[0]


def counts():
    one, many = sessions()
    return {
        "start": count([huddle, "--version"]),
        "fold of 2,000 facts": count([huddle, "show", "--json", many]),
        "render of an agreement": count([huddle, "export", one, "--document", "agreement", "--out", "-"]),
        "100 entries behind 5,000": entries(5_000, 100),
    }


def record():
    with open(known, "w") as file:
        json.dump({"made with": made_with(), "instructions": counts()}, file, indent=2)
        file.write("\n")
    print(open(known).read(), end="")


def check():
    if not os.path.exists(known):
        print("SKIPPED: nothing is recorded yet. Scripts/bench instructions record does that.")
        return
    with open(known) as file:
        recorded = json.load(file)
    here = made_with()
    if recorded["made with"] != here:
        print("SKIPPED: the figures were recorded with other tools, and say nothing here.")
        for name, value in here.items():
            if recorded["made with"].get(name) != value:
                print(f"  {name}: recorded {recorded['made with'].get(name)!r}, here {value!r}")
        print("  Scripts/bench instructions record takes down those of this machine.")
        return
    grown = False
    for name, now in counts().items():
        before = recorded["instructions"].get(name)
        if before is None:
            print(f"{name:26}{now:>15,}           not recorded yet")
            continue
        change = now / before - 1
        verdict = "as recorded"
        if change > tolerance:
            verdict, grown = "MORE than 2 % above what was recorded", True
        elif change < -tolerance:
            verdict = "less: Scripts/bench instructions record takes that down"
        print(f"{name:26}{now:>15,} {change:+8.2%}  {verdict}")
    if grown:
        sys.exit(1)


record() if what == "record" else check()
