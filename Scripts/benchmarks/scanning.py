"""Open actions over a library, against reading and splitting its lines, and against jq; a search
for a word in it, against ripgrep."""
import glob, os, resource, shutil, subprocess, sys
from timing import compare, heading, in_turn, row


def measure(huddle, python, root, split, work, rounds, sessions, facts=200):
    one = f"{work}/one"
    subprocess.run(
        [huddle, "run", "pre-mortem", "--answers",
         f"{root}/Tests/Fixtures/Meetings/pre-mortem.answers.yaml", "--folder", one],
        stdout=subprocess.DEVNULL, check=True)
    library = f"{work}/library"
    subprocess.run(
        [python, f"{root}/Scripts/benchmarks/library.py", glob.glob(one + "/*.jsonl")[0], library,
         str(sessions), str(facts)], stdout=subprocess.DEVNULL, check=True)
    actions = lambda n: [huddle, "actions", "--folder", library]
    heading(f"open actions, {sessions:,} sessions × {facts} facts", "huddle", "split")
    ours, theirs = in_turn(rounds, actions, lambda n: [split, library])
    compare("against reading and splitting the lines", ours, theirs, goal=8)
    if shutil.which("jq"):
        # One core, as huddle: cat and jq in turn would be two.
        query = 'select(.type == "outcome.settled" and .kind == "action")'
        jq = lambda n: ["/bin/sh", "-c", f"find '{library}' -name '*.jsonl' -exec jq -c '{query}' {{}} + "]
        heading("the same", "jq", "huddle")
        theirs, ours = in_turn(max(1, rounds // 5), jq, actions)
        compare("jq select", theirs, ours, goal=6, at_least=True)
    else:
        print("jq is not here: its row is left out.")
    pid = os.posix_spawn(
        huddle, actions(0), os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, _, usage = os.wait4(pid, 0)
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    row("memory of the same", usage.ru_maxrss / scale, "MiB", 32)
    search(huddle, library, rounds)


def search(huddle, library, rounds):
    """A word that one session has. huddle also folds that one, and shows where it stands."""
    if not shutil.which("rg"):
        return print("ripgrep is not here: its row is left out.")
    ours, one, all = in_turn(
        rounds, lambda n: [huddle, "find", "zebra", "--folder", library],
        *(lambda n, cores=cores: [shutil.which("rg"), *cores, "-F", "-i", "zebra", library]
          for cores in (["-j1"], [])))
    heading("a word in the same", "huddle", "ripgrep")
    # One core, as huddle; a search by several is told, and no goal.
    compare("ripgrep in any capitals, on one core", ours, one, goal=1.5)
    compare("ripgrep in any capitals, on all cores", ours, all)
