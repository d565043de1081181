# tap.py: prints the results of checks as meson reads them (the Test Anything Protocol)
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import shutil
import subprocess
import sys


class Tap:
    """Counts and prints results; finish() prints the plan and gives the exit code."""

    def __init__(self):
        self.number = 0
        self.failed = 0

    def _print(self, good, name, tail=''):
        self.number += 1
        print(f'{"ok" if good else "not ok"} {self.number} - {name.replace("#", "")}{tail}')

    def check(self, name, faults):
        """One result: good if there is no fault. Faults are sentences, printed below it."""
        if isinstance(faults, str):
            faults = [faults] if faults else []
        self._print(not faults, name)
        if faults:
            self.failed += 1
        for fault in faults[:50]:
            for line in str(fault).splitlines() or ['']:
                print(f'#   {line}')
        if len(faults) > 50:
            print(f'#   and {len(faults) - 50} more')

    def skip(self, name, reason):
        self._print(True, name, f' # SKIP {reason}')

    def command(self, name, arguments, **options):
        """One result: good if the program ends well. Skipped where the program is missing."""
        if shutil.which(arguments[0]) is None:
            self.skip(name, f'{arguments[0]} is not installed')
            return
        run = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             text=True, check=False, **options)
        self.check(name, [] if run.returncode == 0 else
                   [f'{" ".join(map(str, arguments))} ended with status {run.returncode}:',
                    *run.stdout.splitlines()])

    def finish(self):
        print(f'1..{self.number}')
        sys.exit(1 if self.failed else 0)
