# count.py: adds up what meson's test logs say, for the last line of tests/run.sh
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
import sys

# “ok 1 - name”, “not ok 2 name # TODO reason”; nested results are indented and part of another.
RESULT = re.compile(r'^(not )?ok\b[^#]*(?:#\s*(SKIP|TODO)\b.*)?', re.IGNORECASE)
MOST_LINES = 100
WHOLE_SKIP = re.compile(r'^1\.\.0\b.*#\s*SKIP', re.IGNORECASE)


def count(run):
    """Returns passed, failed and skipped of one test program."""
    passed = failed = skipped = 0
    for line in (run.get('stdout') or '').splitlines():
        match = RESULT.match(line)
        if WHOLE_SKIP.match(line):
            skipped += 1
        elif match is None:
            continue
        elif (match[2] or '').upper() == 'SKIP':
            skipped += 1
        elif match[1]:
            failed += 1
        else:
            passed += 1

    good = run['result'] in ('OK', 'EXPECTEDFAIL', 'SKIP')
    if good and failed > 0:  # results that were expected to fail
        passed, failed = passed + failed, 0
    if not good and failed == 0:
        # It crashed, ran out of time or stopped short of what it had planned.
        failed = 1
    if good and passed + skipped == 0:
        if run['result'] == 'SKIP':
            skipped = 1
        else:
            passed = 1
    return passed, failed, skipped


def complaints(run):
    """The results that failed, each with the comments below it."""
    found = []
    speaks = False
    for line in (run.get('stdout') or '').splitlines():
        match = RESULT.match(line)
        if match is not None:
            speaks = bool(match[1]) and not match[2]
        elif not line.startswith('#'):
            speaks = False
        if speaks:
            found.append(line)
    return found[:MOST_LINES]


def main():
    totals = [0, 0, 0]
    broken = []
    for path in sys.argv[1:]:
        try:
            log = open(path, encoding='utf-8')
        except FileNotFoundError:
            continue
        with log:
            for line in log:
                run = json.loads(line)
                counts = count(run)
                totals = [total + more for total, more in zip(totals, counts)]
                if counts[1] > 0:
                    place = path.rsplit('/', 1)[-1].removesuffix('.json')
                    broken.append(f'Failed in {place}, {run["name"]} ({run["result"]}):')
                    broken += complaints(run)
    for line in broken:
        print(line)
    passed, failed, skipped = totals
    last = f'{passed} passed, {failed} failed'
    if skipped > 0:
        last += f', {skipped} skipped'
    print(last)
    return 1 if failed > 0 or passed == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
