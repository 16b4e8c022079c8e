"""Instruction counts, which must not grow: instructions.py WORK ROOT PYTHON check|record.

Counted by valgrind on the stripped release, with hashing that is the same on every run: they repeat
to the instruction. They do depend on the toolchain and the C library, so figures that were recorded
with others are not compared: that is said, loudly, and is no failure.
"""
import glob, json, os, platform, re, subprocess, sys

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


def count(command):
    run = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        + command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"))
    found = re.search(r"I\s+refs:\s+([\d,]+)", run.stderr)
    if run.returncode != 0 or not found:
        raise SystemExit(f"{' '.join(command)} could not be counted:\n{run.stderr[-400:]}")
    return int(found.group(1).replace(",", ""))


def counts():
    one, many = sessions()
    return {
        "start": count([huddle, "--version"]),
        "fold of 2,000 facts": count([huddle, "show", "--json", many]),
        "render of an agreement": count([huddle, "export", one, "--document", "agreement", "--out", "-"]),
    }


def record():
    with open(known, "w") as file:
        json.dump({"made with": made_with(), "instructions": counts()}, file, indent=2)
        file.write("\n")
    print(open(known).read(), end="")


def check():
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
        before = recorded["instructions"][name]
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
