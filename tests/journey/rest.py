"""Whether a program and its display have come to rest.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import glob
import time


def read_threads(pids):
    """Of each thread, by the path of its status: its name, whether it wants to run, and how often it has.

    One that waits for the processor on a busy machine wants to run, and one that has run for less
    than a tick has still switched.
    """
    threads = {}
    for pid in pids:
        for status in glob.glob("/proc/%d/task/*/status" % pid):
            try:
                with open(status, encoding="utf-8") as file:
                    fields = dict(line.split(":", 1) for line in file)
            except OSError:
                continue  # it ended just now
            threads[status] = (fields["Name"].strip(), fields["State"].split()[0] != "S",
                               int(fields["voluntary_ctxt_switches"]) +
                               int(fields["nonvoluntary_ctxt_switches"]))
    return threads


class Rest:
    """What was seen of a program and its display, look by look.

    The program has all that was sent to it when the display sleeps, too. That one goes on by itself
    now and then, once in some hundred runs: what does not reach the program in the seconds of
    `patience` then will not.
    """

    def __init__(self, display_pid, patience):
        self.display, self.patience = "/proc/%d/" % display_pid, patience
        self.before, self.seen, self.n_rests, self.asleep_since = {}, {}, 0, None

    def of_program(self, threads):
        return {path: thread for path, thread in threads.items() if not path.startswith(self.display)}

    @staticmethod
    def sleep(now, before):
        return now == before and not any(wants_to_run for _, wants_to_run, _ in now.values())

    def look(self, threads):
        """Returns whether they rest."""
        self.before, self.seen = self.seen, threads
        self.n_rests = self.n_rests + 1 if self.sleep(self.seen, self.before) else 0
        if not self.sleep(self.of_program(self.seen), self.of_program(self.before)):
            self.asleep_since = None
        elif self.asleep_since is None:
            self.asleep_since = time.monotonic()
        return self.n_rests >= 3 or (self.asleep_since is not None
                                     and time.monotonic() - self.asleep_since > self.patience)

    def summary(self):
        return ", ".join(sorted(thread[0] for path, thread in self.seen.items()
                                if thread != self.before.get(path)))
