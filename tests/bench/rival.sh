#!/bin/sh
# rival.sh: measures the rival against scikit-learn on the same packs
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/bench/rival.sh [PACK…]
# Builds .build/bench, or takes the build folder that BYLINE_BUILD names. Without packs it takes
# frontier-2026 and alpaca-eval-8 from ../shared; the peers need some 25 minutes for these. For each pack
# one line of JSON for each guesser, then the ratios of the rival's time and memory to those of the
# slower peer. Without scikit-learn (PYTHON names the interpreter) the peers are skipped.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build=${BYLINE_BUILD:-$top/.build/bench}
python=${PYTHON:-/usr/bin/python3}

if [ -z "${BYLINE_BUILD:-}" ]; then
  mkdir -p "$top/.build"
  echo '*' > "$top/.build/.gitignore"
  [ -e "$build/build.ninja" ] ||
    meson setup --buildtype=release -Dwerror=false "$build" "$top" > "$top/.build/bench.log" 2>&1 ||
    { cat "$top/.build/bench.log" >&2; exit 1; }
  ninja -C "$build" app/tool/byline-pack > "$top/.build/bench.log" 2>&1 ||
    { cat "$top/.build/bench.log" >&2; exit 1; }
fi

if [ $# -eq 0 ]; then
  packs=$top/../shared/data/packs
  set -- "$packs/frontier-2026.json.gz" "$packs/alpaca-eval-8.json.gz"
fi

field ()
{
  sed -n "s/.*\"$1\": *\\([0-9.e+-]*\\).*/\\1/p"
}

status=0
for pack in "$@"; do
  if [ ! -e "$pack" ]; then
    echo "skipped, since there is no $pack"
    continue
  fi

  echo "$pack"
  ours=$("$build/app/tool/byline-pack" rival --json "$pack") || { status=1; continue; }
  echo "  rival       $ours"

  slowest=0
  most=0
  for kind in words characters; do
    if peer=$("$python" "$top/tests/bench/rival.py" "$kind" "$pack" 2>&1); then
      printf '  %-11s %s\n' "$kind" "$peer"
      seconds=$(printf '%s' "$peer" | field seconds)
      if awk "BEGIN { exit !($seconds > $slowest) }"; then
        slowest=$seconds
        most=$(printf '%s' "$peer" | field peak_mib)
      fi
    else
      printf '  %-11s %s\n' "$kind" "$(printf '%s' "$peer" | tail -n 1)"
    fi
  done

  if [ "$slowest" != 0 ]; then
    seconds=$(printf '%s' "$ours" | field seconds)
    memory=$(printf '%s' "$ours" | field peak_mib)
    awk "BEGIN { printf \"  time %.3f of the slower peer's (limit 0.050), memory %.3f (limit 0.250)\\n\",
                 $seconds / $slowest, $memory / $most }"
  fi
done

exit "$status"
