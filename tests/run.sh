#!/bin/sh
# run.sh: installs what is missing, builds, and runs the tests
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/run.sh            every suite, then app and ui once more under the sanitizers
# sh tests/run.sh SUITE      one of app, ui, journeys, data, lint, sanitize
# sh tests/run.sh coverage   the lines of app/ and ui/ that the suites app and ui reach
# The last line is “N passed, N failed”, with “, N skipped” where a test had to be left out.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
packages_script=$top/app/packages.sh

# shellcheck source=app/packages.sh
. "$packages_script"

suites="app ui journeys data lint"
case ${1:-all} in
  all) run_suites=$suites sanitize=yes coverage=no ;;
  sanitize) run_suites='' sanitize=yes coverage=no ;;
  coverage) run_suites='' sanitize=no coverage=yes ;;
  app | ui | journeys | data | lint) run_suites=$1 sanitize=no coverage=no ;;
  *)
    echo "There is no suite $1; there are: $suites sanitize coverage" >&2
    exit 2 ;;
esac

mkdir -p "$top/.build"
echo '*' > "$top/.build/.gitignore"

sets="build run test"
[ "$coverage" = no ] || sets="$sets coverage"
# shellcheck disable=SC2086
need_packages_once "$top/.build/packages-for-tests-$coverage" $sets

# A program of other people's that has the interfaces of the providers. Where it cannot be had, the
# tests against it are skipped, and say so.
aimock='@copilotkit/aimock@1.43.0'
case " $run_suites $sanitize $coverage " in
  *" app "* | *" yes "*) needs_aimock=yes ;;
  *) needs_aimock=no ;;
esac
if [ "$needs_aimock" = yes ] && command -v npm > /dev/null 2>&1 &&
   [ "$(cat "$top/.build/aimock/version" 2> /dev/null)" != "$aimock" ]; then
  rm -rf "$top/.build/aimock"
  mkdir -p "$top/.build/aimock"
  if npm install --prefix "$top/.build/aimock" --no-save --ignore-scripts --no-audit --no-fund \
       --fetch-retries 0 "$aimock" > "$top/.build/aimock.log" 2>&1; then
    printf '%s\n' "$aimock" > "$top/.build/aimock/version"
  else
    echo "npm could not install $aimock: the tests against it are left out (.build/aimock.log)." >&2
  fi
fi

# Warnings are errors on the baseline; a newer compiler or library may warn of more.
werror=false
if grep -qx 'PRETTY_NAME="Debian GNU/Linux 12.*' /etc/os-release; then
  werror=true
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/byline-tests.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
mkdir -p "$scratch/home" "$scratch/config/gtk-4.0" "$scratch/data" "$scratch/run"
chmod 700 "$scratch/run"
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n' \
  > "$scratch/config/gtk-4.0/settings.ini"

# Nothing of the person who runs the tests gets into them, nor the other way round.
unset LC_ALL LC_MESSAGES LANGUAGE DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
unset XDG_DATA_DIRS XDG_CONFIG_DIRS BYLINE_DATA_DIR BYLINE_LOCALE_DIR GTK_THEME
# A meson that was installed by its user is found by the old name of home.
PYTHONUSERBASE=${PYTHONUSERBASE:-${HOME:-/root}/.local}
LANG=C.UTF-8
HOME=$scratch/home
XDG_CONFIG_HOME=$scratch/config
XDG_DATA_HOME=$scratch/data
XDG_CACHE_HOME=$scratch/cache
XDG_STATE_HOME=$scratch/state
XDG_RUNTIME_DIR=$scratch/run
GSK_RENDERER=cairo
export LANG HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_RUNTIME_DIR
export GSK_RENDERER PYTHONUSERBASE

# build NAME OPTION…: sets up and compiles .build/NAME
build ()
{
  name=$1
  shift
  if [ "$(cat "$top/.build/$name-place" 2> /dev/null)" != "$top" ] ||
     [ ! -e "$top/.build/$name/build.ninja" ]; then
    rm -rf "$top/.build/$name"
    meson setup -Dwerror=$werror --prefix "$top/.build/$name-installed" "$@" \
      "$top/.build/$name" "$top" > "$top/.build/$name-setup.log" 2>&1 ||
      { cat "$top/.build/$name-setup.log" >&2; return 1; }
    printf '%s\n' "$top" > "$top/.build/$name-place"
  fi
  ninja -C "$top/.build/$name" > "$top/.build/$name-build.log" 2>&1 ||
    { cat "$top/.build/$name-build.log" >&2; return 1; }
}

# run_tests NAME SUITE…: runs suites of .build/NAME on a display of their own; the log stays in
# $scratch/NAME.json. What failed is told by the count at the end. $patience times the usual time is
# given to each test, and $wrapper, if set, stands before its program.
run_tests ()
{
  name=$1
  shift
  folder=$top/.build/$name
  options=
  for suite in "$@"; do
    options="$options --suite $suite"
  done
  rm -f "$folder"/meson-logs/testlog*.json
  # Popovers and the keyboard's focus need a window manager.
  # shellcheck disable=SC2016,SC2086
  xvfb-run -a -s '-screen 0 1600x1200x24 -nolisten tcp' dbus-run-session -- \
    sh -c 'metacity --sm-disable 2> /dev/null & "$@"; status=$?; kill $!; exit $status' sh \
    meson test -C "$folder" --no-rebuild --print-errorlogs -t "$patience" \
    ${wrapper:+--wrapper "$wrapper"} $options || status=1
  # Its name ends in the wrapper's.
  for log in "$folder"/meson-logs/testlog*.json; do
    [ ! -e "$log" ] || cp "$log" "$scratch/$name.json"
  done
}

status=0
patience=3 # on a loaded machine a test of ten seconds has taken a hundred
wrapper=''

if [ -n "$run_suites" ]; then
  build tests --buildtype=debug
  case " $run_suites " in
    *" journeys "*)
      # Journeys use the program as it is installed.
      meson install --quiet --no-rebuild -C "$top/.build/tests" > "$top/.build/install.log" 2>&1 ||
        { cat "$top/.build/install.log" >&2; exit 1; } ;;
  esac
  # shellcheck disable=SC2086
  run_tests tests $run_suites
fi

if [ "$sanitize" = yes ]; then
  echo "Once more under the address and undefined-behaviour sanitizers …"
  build sanitize -Doptimization=1 -Ddebug=true -Db_sanitize=address,undefined
  # Not ours: fontconfig keeps what it has read of the fonts until the program ends, GLib never gives
  # back the names of a test's own folders, and a SoupServer keeps the sockets that it has accepted.
  # The latter two show in whole stacks only, which are too slow for the other tests. GTK, GDK's
  # clipboard and the drivers below them keep things until the end of a program, too, and other things
  # from run to run: in the suite ui, where every widget of ours is asserted to be finalised, leaks are
  # left out.
  printf 'leak:%s\n' libfontconfig g_set_user_dirs soup_server_listen g_socket_accept \
    g_socket_get_local_address > "$scratch/leaks"
  # shellcheck disable=SC2016
  printf '%s\n' 'case $1 in' \
    '*/test-places | */test-record-command | */test-record[ei]* | */test-web-session)' \
    '  export ASAN_OPTIONS=$ASAN_OPTIONS:fast_unwind_on_malloc=0 ;;' \
    '*/tests/ui/*) export ASAN_OPTIONS=detect_leaks=0 ;;' 'esac' 'exec "$@"' \
    > "$scratch/wrapper"
  (
    wrapper="sh $scratch/wrapper"
    LSAN_OPTIONS=suppressions=$scratch/leaks:print_suppressions=0
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
    G_SLICE=always-malloc
    # What GIO reads of the modules of this machine, where their list is older than they are, it keeps.
    GIO_MODULE_DIR=$scratch/modules
    patience=9
    # The drivers of OpenGL leak, and cairo needs none.
    if pkg-config --atleast-version=4.14 gtk4; then
      GDK_DISABLE=gl
      export GDK_DISABLE
    else
      GDK_DEBUG=gl-disable
      export GDK_DEBUG
    fi
    ASAN_OPTIONS=detect_leaks=1
    export ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS G_SLICE GIO_MODULE_DIR
    run_tests sanitize app ui
    exit "$status"
  ) || status=1
fi

if [ "$coverage" = yes ]; then
  build coverage --buildtype=debug -Db_coverage=true
  find "$top/.build/coverage" -name '*.gcda' -exec rm -f {} +
  run_tests coverage app ui
  gcovr --root "$top" --filter "$top/app/" --filter "$top/ui/" "$top/.build/coverage"
fi

# The count has the last word: it also sees a program that died before its first test.
/usr/bin/python3 "$top/tests/count.py" "$scratch"/*.json || status=1
exit "$status"
