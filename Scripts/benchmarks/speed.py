"""Every row of the speed table that this machine can run: speed.py WORK ROOT ROUNDS PYTHON SESSIONS."""
import os, subprocess, sys
import keys, scanning, starting, timing

work, root, rounds, python, sessions = sys.argv[1:6]
rounds, sessions = int(rounds), int(sessions)
huddle = work + "/huddle"

version = subprocess.run([huddle, "--version"], capture_output=True, text=True).stdout.strip()
system = os.uname()
print(f"{version}, Python {sys.version.split()[0]}, {system.sysname} {system.machine}, "
      f"{os.cpu_count()} cores")
print(f"medians of {rounds} rounds in turn, after a warm-up")

starting.programs(huddle, python, root, work, rounds)
plain = work + "/echo"
if os.path.exists(plain):
    starting.first_prompt(huddle, plain, rounds)
    keys.measure(huddle, plain, work, rounds)
else:
    print("\nThere is no C compiler with libedit here: keys and prompts are left out.")
split = work + "/split"
if sessions and os.path.exists(split):
    scanning.measure(huddle, python, root, split, work, min(rounds, 7), sessions)
timing.finish()
