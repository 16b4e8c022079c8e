"""How soon huddle is there: against starting Python, and a small C program with libedit."""
import glob, os, statistics, sys
from timing import Screen, compare, heading, in_turn, row


def programs(huddle, python, root, work, rounds):
    heading("starting", "huddle", "Python")
    idle = lambda n: [python, "-c", "pass"]
    compare("--version", *in_turn(rounds, lambda n: [huddle, "--version"], idle), goal=0.3)
    # Every shipped playbook, read and checked from its file, with the parts that it uses.
    playbooks = sorted(glob.glob(root + "/Playbooks/*.yaml"))
    check = lambda n: [huddle, "check"] + playbooks
    compare(f"check, {len(playbooks)} playbooks", *in_turn(rounds, check, idle))
    # Whole meetings from answer files: every answer is written and synced, then it is closed.
    for answers in sorted(glob.glob(root + "/Tests/Fixtures/Meetings/*.answers.yaml")):
        meeting = os.path.basename(answers).split(".")[0]
        run = lambda n: [
            huddle, "run", meeting, "--answers", answers, "--folder", f"{work}/{meeting}-{n}"]
        compare(f"run {meeting} --answers", *in_turn(rounds, run, idle))
    row("size of the stripped release", os.path.getsize(huddle) / 1_000_000, "MB", 16)


def first_prompt(huddle, plain, rounds):
    """From the start of the process to its prompt on the screen."""
    def prompt(command, word):
        import time
        begun = time.perf_counter()
        screen = Screen(command)
        if screen.read_until(word) is None:
            raise SystemExit(f"no prompt of {command}")
        taken = (time.perf_counter() - begun) * 1000
        screen.close()
        return taken

    pairs = [
        (prompt([huddle], b"huddle>"), prompt([plain], b"reasons>"))
        for n in range(rounds + 1)
    ][1:]
    heading("first prompt at a terminal", "huddle", "C + libedit")
    compare("from the start", *map(statistics.median, zip(*pairs)), goal=2.5)
