#!/bin/sh
# run.sh: installs what is missing, builds the game, and starts it
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh app/run.sh [OPTION…] [FILE…]: options and files are passed on (see byline --help), and
#   --language XX   shows the game in another language.
# On a machine without a display a short demonstration game plays by itself; its pictures are kept.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
packages_script=$top/app/packages.sh
build=$top/.build/release
installed=$top/.build/installed
stamp=$top/.build/release-stamp

# shellcheck source=app/packages.sh
. "$packages_script"

language=
wants_window=yes
demonstration=
previous=
for argument in "$@"; do
  case $argument in
    --language=*) language=${argument#*=} ;;
    --demonstration=*) demonstration=${argument#*=} ;;
    -l?*) language=${argument#-l} ;;
    --help* | -h | --version | -v) wants_window=no ;;
  esac
  case $previous in
    --language | -l) language=$argument ;;
    --demonstration) demonstration=$argument ;;
  esac
  previous=$argument
done

has_display=yes
[ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ] || has_display=no

mkdir -p "$top/.build"
echo '*' > "$top/.build/.gitignore"

sets="build run"
[ "$has_display" = yes ] || [ "$wants_window" = no ] || sets="$sets demonstration"
# shellcheck disable=SC2086
need_packages_once "$top/.build/packages-for-$has_display-$wants_window" $sets

set_up ()
{
  # A build folder remembers where it lies: one that was moved is begun anew.
  if [ -e "$build/build.ninja" ] && [ "$(cat "$top/.build/place" 2> /dev/null)" = "$top" ]; then
    return 0
  fi
  echo "Building Byline, which takes about a minute the first time …"
  rm -rf "$build" "$installed" "$stamp"
  meson setup --buildtype=release -Dwerror=false --prefix "$installed" "$build" "$top" \
    > "$top/.build/setup.log" 2>&1 || { cat "$top/.build/setup.log" >&2; return 1; }
  printf '%s\n' "$top" > "$top/.build/place"
}

# What is installed is as old as the stamp: compiled files are in ninja's log, data are not.
is_stale ()
{
  [ ! -e "$stamp" ] || [ ! -x "$installed/bin/byline" ] ||
    [ -n "$(find "$build/.ninja_log" "$top/data" "$top/po" "$top/meson.build" -newer "$stamp" \
            | head -n 1)" ]
}

set_up
ninja -C "$build" > "$top/.build/build.log" 2>&1 || { cat "$top/.build/build.log" >&2; exit 1; }
if is_stale; then
  touch "$stamp.new"
  meson install --quiet --no-rebuild -C "$build" > "$top/.build/install.log" 2>&1 ||
    { cat "$top/.build/install.log" >&2; exit 1; }
  mv "$stamp.new" "$stamp"
fi

# What is said on the terminal has quotation marks that the C locale does not know.
case ${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}} in
  C | POSIX | C.*)
    unset LC_ALL LC_MESSAGES
    LANG=C.UTF-8
    # A language is heeded in no locale of C, and a small machine has no other: C gets another name.
    if [ -n "$language" ] && [ -d /usr/lib/locale/C.utf8 ]; then
      mkdir -p "$top/.build/locale"
      ln -sfn /usr/lib/locale/C.utf8 "$top/.build/locale/en_US.utf8"
      LOCPATH=$top/.build/locale
      LANG=en_US.UTF-8
      export LOCPATH
    fi
    export LANG ;;
esac
if [ -n "$language" ]; then
  LANGUAGE=$language
  export LANGUAGE
fi

program=$installed/bin/byline
# The system's own folders stay behind those of the installed game.
XDG_DATA_DIRS=$installed/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
export XDG_DATA_DIRS

if [ "$has_display" = yes ] || [ "$wants_window" = no ]; then
  exec "$program" "$@"
fi

echo "This machine has no display: Byline plays a short demonstration game by itself."
if [ -z "$demonstration" ]; then
  demonstration=$(mktemp -d "${TMPDIR:-/tmp}/byline-demonstration.XXXXXX")
  set -- --demonstration="$demonstration" "$@"
fi

# The demonstration has settings and a record of its own: nobody's score is touched.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/byline-scratch.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
mkdir -p "$scratch/config/gtk-4.0" "$scratch/run"
chmod 700 "$scratch/run"
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n' \
  > "$scratch/config/gtk-4.0/settings.ini"

status=0
env -u WAYLAND_DISPLAY \
  XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data" \
  XDG_CACHE_HOME="$scratch/cache" XDG_STATE_HOME="$scratch/state" \
  XDG_RUNTIME_DIR="$scratch/run" GSETTINGS_BACKEND=memory GSK_RENDERER=cairo GTK_A11Y=none \
  LANG="${LANG:-C.UTF-8}" \
  xvfb-run -a -s '-screen 0 1600x1200x24 -nolisten tcp' \
  dbus-run-session -- "$program" "$@" || status=$?

if [ "$status" -eq 0 ]; then
  echo "Its $(find "$demonstration" -name '*.png' | wc -l) pictures are in $demonstration"
else
  echo "The demonstration ended with status $status." >&2
fi
exit "$status"
