#!/bin/sh
# Writes a picture of every page in every state to a folder: light, dark, high contrast, narrow,
# right-to-left and large text.
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: sh tests/gallery.sh FOLDER [VARIANT…]
set -eu

if [ $# -lt 1 ]; then
  echo "Usage: sh tests/gallery.sh FOLDER [VARIANT…]" >&2
  exit 2
fi

mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
source=$(cd "$(dirname "$0")/.." && pwd)
build=${BYLINE_BUILD:-$source/.build/tests}
[ $# -gt 0 ] || set -- light dark contrast narrow narrow-dark right-to-left narrow-right-to-left large-text german

if [ -z "${BYLINE_BUILD:-}" ]; then
  [ -d "$build" ] || meson setup "$build" "$source"
  ninja -C "$build"
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A language is heeded in no locale of C, and a small machine has no other: C gets another name.
if [ -d /usr/lib/locale/C.utf8 ]; then
  mkdir "$scratch/locale"
  ln -s /usr/lib/locale/C.utf8 "$scratch/locale/en_US.utf8"
  LOCPATH=$scratch/locale
  LANG=en_US.UTF-8
  export LOCPATH
else
  LANG=C.UTF-8
fi

# take VARIANT WIDTH HEIGHT FONT-SIZE NAME=VALUE…
take () {
  variant=$1 width=$2 height=$3 size=$4
  shift 4
  home=$scratch/$variant
  mkdir -p "$home/config/gtk-4.0" "$home/run"
  chmod 700 "$home/run"
  printf '[Settings]\ngtk-font-name=Cantarell %s\ngtk-enable-animations=false\n' "$size" \
    > "$home/config/gtk-4.0/settings.ini"
  env HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" \
    XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run" \
    LANG="$LANG" LC_ALL="$LANG" GSK_RENDERER=cairo GSETTINGS_BACKEND=memory \
    BYLINE_DATA_DIR="$source/data" BYLINE_LOCALE_DIR="$build/po" GSETTINGS_SCHEMA_DIR="$build/data" \
    "$@" \
    xvfb-run -a -s "-screen 0 1600x1200x24" dbus-run-session -- \
    "$build/tests/ui/gallery" "$folder" "$variant" "$width" "$height"
}

for variant; do
  case $variant in
    light) take light 1280 820 11 LANGUAGE=C ;;
    dark) take dark 1280 820 11 LANGUAGE=C ADW_DEBUG_COLOR_SCHEME=prefer-dark ;;
    contrast) take contrast 1280 820 11 LANGUAGE=C ADW_DEBUG_HIGH_CONTRAST=1 ;;
    narrow) take narrow 360 720 11 LANGUAGE=C ;;
    narrow-dark) take narrow-dark 360 720 11 LANGUAGE=C ADW_DEBUG_COLOR_SCHEME=prefer-dark ;;
    right-to-left) take right-to-left 1280 820 11 LANGUAGE=ar ;;
    narrow-right-to-left) take narrow-right-to-left 360 720 11 LANGUAGE=ar ;;
    large-text) take large-text 1280 820 16 LANGUAGE=C ;;
    german) take german 1280 820 11 LANGUAGE=de ;;
    *)
      echo "No such variant: $variant" >&2
      exit 2
      ;;
  esac
done

echo "Pictures in $folder"
