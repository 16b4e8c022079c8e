"""What the benchmarks share: commands timed in turn, medians, and rows with their goals."""
import os, pty, select, statistics, subprocess, sys, time

null = os.open(os.devnull, os.O_RDWR)
quiet = [(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1, 2)]
missed = []


def once(command):
    """Milliseconds from before the start to after the end; the exit status has to be 0."""
    begun = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    taken = (time.perf_counter() - begun) * 1000
    if status != 0:
        raise SystemExit(f"exit status {status} of: {' '.join(command)}")
    return taken


def in_turn(rounds, *makes):
    """Each make(n) is a command; all run in turn, once to warm up. The medians of the rest."""
    runs = [[once(make(n)) for make in makes] for n in range(rounds + 1)][1:]
    return [statistics.median(side) for side in zip(*runs)]


def compare(what, ours, theirs, unit="ms", goal=None, at_least=False):
    ratio = ours / theirs
    verdict = ""
    if goal is not None:
        met = ratio >= goal if at_least else ratio <= goal
        verdict = f"  goal {'≥' if at_least else '≤'} {goal}: {'met' if met else 'MISSED'}"
        if not met:
            missed.append(what)
    print(f"{what:46}{ours:9.2f} {unit:3}{theirs:10.2f} {unit:3}{ratio:8.2f}{verdict}", flush=True)


def row(what, value, unit, goal=None):
    verdict = ""
    if goal is not None:
        verdict = f"  goal ≤ {goal}: {'met' if value <= goal else 'MISSED'}"
        if value > goal:
            missed.append(what)
    print(f"{what:46}{value:9.1f} {unit}{verdict}", flush=True)


def heading(what, ours, theirs):
    print(f"\n{what:46}{ours:>12} {theirs:>13}{'ratio':>8}")


class Screen:
    """A command at a pseudo-terminal, typed at from here."""

    def __init__(self, command):
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.execv(command[0], command)
        # A screen that is opened later must not hold this one open.
        os.set_inheritable(self.end, False)

    def read_until(self, word, seconds=60):
        """Everything up to and with a word; None where it does not come."""
        seen, last = b"", time.monotonic() + seconds
        while word not in seen:
            left = last - time.monotonic()
            if left <= 0 or not select.select([self.end], [], [], left)[0]:
                return None
            try:
                seen += os.read(self.end, 65536)
            except OSError:
                return None
        return seen

    def settle(self, seconds=0.3):
        while select.select([self.end], [], [], seconds)[0]:
            if not os.read(self.end, 65536):
                return

    def time_to(self, typed, word):
        """Milliseconds from a key to a word on the screen."""
        begun = time.perf_counter()
        os.write(self.end, typed)
        if self.read_until(word) is None:
            raise SystemExit(f"{typed!r} was never answered with {word!r}")
        return (time.perf_counter() - begun) * 1000

    def close(self):
        os.close(self.end)
        os.waitpid(self.pid, 0)


def finish():
    if missed:
        print("\nMissed: " + ", ".join(missed))
        sys.exit(1)
