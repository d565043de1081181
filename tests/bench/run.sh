#!/bin/sh
# run.sh: measures what the game promises about its speed
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/bench/run.sh   builds .build/bench, or takes the build folder that BYLINE_BUILD names
# One line for each figure: its name, the ratio or the milliseconds on this machine, the limit, and
# what it was made of (medians). A limit that is missed is no failure: the exit status only says whether
# everything ran.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build=${BYLINE_BUILD:-$top/.build/bench}

if [ -z "${BYLINE_BUILD:-}" ]; then
  mkdir -p "$top/.build"
  echo '*' > "$top/.build/.gitignore"
  if [ ! -e "$build/build.ninja" ]; then
    meson setup --buildtype=release -Dwerror=false "$build" "$top" > "$top/.build/bench.log" 2>&1 ||
      { cat "$top/.build/bench.log" >&2; exit 1; }
  fi
  ninja -C "$build" > "$top/.build/bench.log" 2>&1 || { cat "$top/.build/bench.log" >&2; exit 1; }
fi

build=$(CDPATH='' cd -- "$build" && pwd)
bench=$build/tests/bench
scratch=$(mktemp -d "${TMPDIR:-/tmp}/byline-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
mkdir -p "$scratch/run" "$scratch/start" "$scratch/journal"
chmod 700 "$scratch/run"

# Nothing of the person who measures gets into it.
unset LC_ALL LC_MESSAGES LANGUAGE DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
unset XDG_CONFIG_DIRS GTK_THEME
LANG=C.UTF-8
HOME=$scratch
XDG_CONFIG_HOME=$scratch/config
XDG_DATA_HOME=$scratch/data
XDG_CACHE_HOME=$scratch/cache
XDG_STATE_HOME=$scratch/state
XDG_RUNTIME_DIR=$scratch/run
GSK_RENDERER=cairo
GSETTINGS_BACKEND=memory
GSETTINGS_SCHEMA_DIR=$build/data
BYLINE_DATA_DIR=$top/data
BYLINE_LOCALE_DIR=$build/po
export LANG HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_RUNTIME_DIR
export GSK_RENDERER GSETTINGS_BACKEND GSETTINGS_SCHEMA_DIR BYLINE_DATA_DIR BYLINE_LOCALE_DIR

status=0

on_display ()
{
  xvfb-run -a -s '-screen 0 1600x1200x24 -nolisten tcp' dbus-run-session -- "$@" || status=1
}

# The window is as large as the game's, or less would be drawn for it.
on_display "$bench/bench-start" "$bench/bench-window" "$bench/bench-game" "$scratch/start" 1280 820
on_display "$bench/bench-loop"

pack=$top/../shared/data/packs/alpaca-eval-8.json.gz
if [ -e "$pack" ]; then
  gzip -dc "$pack" > "$scratch/pack.json"
  # Its lines are “what: ratio”; the limit is that of the whole way to a playable pack.
  if "$bench/bench-gate" "$scratch/pack.json" > "$scratch/gate"; then
    size=$(wc -c < "$scratch/pack.json")
    while IFS=: read -r name ratio; do
      case $name in
        byl_pack_read*) limit='limit  2.00' ;;
        *) limit='no limit   ' ;;
      esac
      printf '%-40s %8.3f     %s     %s bytes, medians of 5\n' "$name" "$ratio" "$limit" "$size"
    done < "$scratch/gate"
  else
    status=1
  fi

  "$bench/bench-tells" "$pack" || status=1
else
  echo "gate, byl_pack_read and tells: skipped, since $pack is missing"
fi

"$bench/bench-journal" "$scratch/journal" || status=1

raw=$top/../shared/data/raw/multivac-raw.tar.xz
if [ -e "$raw" ]; then
  mkdir -p "$scratch/raw" "$scratch/get"
  tar -xJf "$raw" -C "$scratch/raw"
  "$bench/bench-get" "$top/data/recipes/multivac.json" "$scratch/raw" "$scratch/get" || status=1
else
  echo "real answers: skipped, since $raw is missing"
fi

exit "$status"
