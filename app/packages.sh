# packages.sh: what Byline needs from the system, and getting it; sourced by run.sh and tests/run.sh
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# On Debian and its descendants what is missing is named, then installed. On Fedora, Arch and
# openSUSE the names and the command are printed. The sets are build, run, test and demonstration
# (what a machine without a display needs beside).

package_family ()
{
  # Words from most to least particular, such as “ubuntu debian”.
  release_words=$(
    ID='' ID_LIKE=''
    # shellcheck disable=SC1090,SC1091
    [ -r "${BYLINE_OS_RELEASE:-/etc/os-release}" ] && . "${BYLINE_OS_RELEASE:-/etc/os-release}"
    printf '%s %s' "$ID" "$ID_LIKE")

  for word in $release_words; do
    case $word in
      debian | ubuntu) echo debian; return ;;
      fedora | rhel) echo fedora; return ;;
      arch) echo arch; return ;;
      opensuse* | suse | sles) echo suse; return ;;
    esac
  done
  echo other
}

# package_names FAMILY SET: the packages of one set, as that family of systems calls them
package_names ()
{
  case $1-$2 in
    debian-build)
      echo gcc libc6-dev meson ninja-build pkg-config gettext desktop-file-utils shared-mime-info \
           gtk-update-icon-cache libgtk-4-dev libadwaita-1-dev libjson-glib-dev libsqlite3-dev \
           libmd4c-dev libsoup-3.0-dev libsecret-1-dev libarchive-dev ;;
    debian-run)
      echo adwaita-icon-theme librsvg2-common dconf-gsettings-backend fonts-cantarell \
           fonts-noto-color-emoji glib-networking ca-certificates ;;
    debian-demonstration)
      echo xvfb xauth dbus-daemon ;;
    debian-test)
      echo xvfb xauth dbus dbus-x11 at-spi2-core python3 python3-gi python3-pyatspi \
           gir1.2-atspi-2.0 xdotool metacity imagemagick cppcheck appstream libxml2-utils \
           librsvg2-bin groff-base shellcheck git ;;
    debian-coverage)
      echo gcovr ;;

    fedora-build)
      echo gcc meson ninja-build pkgconf-pkg-config gettext desktop-file-utils shared-mime-info \
           gtk-update-icon-cache gtk4-devel libadwaita-devel json-glib-devel sqlite-devel \
           md4c-devel libsoup3-devel libsecret-devel libarchive-devel ;;
    fedora-run)
      echo adwaita-icon-theme librsvg2 dconf abattis-cantarell-fonts \
           google-noto-color-emoji-fonts glib-networking ca-certificates ;;
    fedora-demonstration)
      echo xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon ;;
    fedora-test)
      echo xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon at-spi2-core python3 python3-gobject \
           python3-pyatspi xdotool metacity ImageMagick cppcheck appstream libxml2 \
           librsvg2-tools groff-base ShellCheck git libasan libubsan ;;
    fedora-coverage)
      echo gcovr ;;

    arch-build)
      echo gcc meson ninja pkgconf gettext desktop-file-utils shared-mime-info \
           gtk-update-icon-cache gtk4 libadwaita json-glib sqlite md4c libsoup3 libsecret \
           libarchive ;;
    arch-run)
      echo adwaita-icon-theme librsvg dconf cantarell-fonts noto-fonts-emoji glib-networking \
           ca-certificates ;;
    arch-demonstration)
      echo xorg-server-xvfb xorg-xauth dbus ;;
    arch-test)
      echo xorg-server-xvfb xorg-xauth dbus at-spi2-core python python-gobject python-atspi \
           xdotool metacity imagemagick cppcheck appstream libxml2 groff shellcheck git ;;
    arch-coverage)
      echo gcovr ;;

    suse-build)
      echo gcc meson ninja pkgconf-pkg-config gettext-tools desktop-file-utils shared-mime-info \
           gtk3-tools gtk4-devel libadwaita-devel json-glib-devel sqlite3-devel \
           md4c-devel libsoup-devel libsecret-devel libarchive-devel ;;
    suse-run)
      echo adwaita-icon-theme gdk-pixbuf-loader-rsvg dconf cantarell-fonts \
           google-noto-coloremoji-fonts glib-networking ca-certificates-mozilla ;;
    suse-demonstration)
      echo xorg-x11-server-Xvfb xvfb-run xauth dbus-1-daemon ;;
    suse-test)
      echo xorg-x11-server-Xvfb xvfb-run xauth dbus-1-daemon at-spi2-core python3 \
           python3-gobject python3-pyatspi typelib-1_0-Atspi-2_0 xdotool metacity \
           ImageMagick cppcheck AppStream libxml2-tools rsvg-convert groff ShellCheck git ;;
    suse-coverage)
      echo python3-gcovr ;;
  esac
}

# Programs, and libraries as pkg-config calls them, by which a set is known to be there.
package_signs ()
{
  case $1 in
    build)
      echo cc meson ninja pkg-config msgfmt glib-compile-schemas glib-compile-resources \
           update-desktop-database update-mime-database pc:gtk4 pc:libadwaita-1 \
           pc:json-glib-1.0 pc:sqlite3 pc:md4c pc:libsoup-3.0 pc:libsecret-1 \
           pc:libarchive ;;
    demonstration)
      echo Xvfb xvfb-run xauth dbus-run-session ;;
    test)
      echo Xvfb xvfb-run xauth dbus-run-session python3 xdotool metacity import cppcheck \
           appstreamcli desktop-file-validate xmllint rsvg-convert groff shellcheck git ;;
    coverage)
      echo gcovr ;;
  esac
}

signs_missing ()
{
  for set in "$@"; do
    for sign in $(package_signs "$set"); do
      case $sign in
        pc:*) pkg-config --exists "${sign#pc:}" 2> /dev/null || echo "${sign#pc:}" ;;
        *) command -v "$sign" > /dev/null 2>&1 || echo "$sign" ;;
      esac
    done
  done
}

all_names ()
{
  family=$1
  shift
  for set in "$@"; do
    package_names "$family" "$set"
  done | tr ' ' '\n' | sort -u
}

debian_missing ()
{
  names=$(all_names debian "$@")
  # shellcheck disable=SC2086
  present=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $names 2> /dev/null \
            | sed -n 's/^installed //p')
  for name in $names; do
    printf '%s\n' "$present" | grep -qxF -e "$name" || echo "$name"
  done
}

# Lists of packages that are a week old name versions that the servers no longer keep.
debian_lists_are_old ()
{
  [ -z "$(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' -mtime -7 2> /dev/null \
          | head -n 1)" ]
}

debian_install ()
{
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo > /dev/null 2>&1; then
      echo "Please run as root: apt-get install --no-install-recommends $*" >&2
      return 1
    fi
    as_root=sudo
  fi

  echo "Byline needs these packages, and installs them now: $*"
  if debian_lists_are_old || ! apt-get install -qq --simulate "$@" > /dev/null 2>&1; then
    echo "Reading the lists of packages (apt-get update) …"
    $as_root apt-get -qq -o DPkg::Lock::Timeout=300 update || return 1
  fi

  install_log=$(mktemp)
  install_status=0
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Use-Pty=0 "$@" > "$install_log" 2>&1 || install_status=1
  [ "$install_status" -eq 0 ] || cat "$install_log" >&2
  rm -f "$install_log"
  return "$install_status"
}

# need_packages SET…: returns when all of the sets are there, or says what to do and fails
need_packages ()
{
  family=$(package_family)

  if [ "$family" = debian ] && command -v dpkg-query > /dev/null 2>&1 \
     && command -v apt-get > /dev/null 2>&1; then
    missing=$(debian_missing "$@")
    [ -z "$missing" ] && return 0
    # shellcheck disable=SC2086
    debian_install $missing
    return
  fi

  missing=$(signs_missing "$@")
  [ -z "$missing" ] && return 0

  names=$(all_names "$family" "$@" | tr '\n' ' ')
  case $family in
    fedora) command="sudo dnf install $names" ;;
    arch) command="sudo pacman -S --needed $names" ;;
    suse) command="sudo zypper install $names" ;;
    *) command='' names=$(all_names debian "$@" | tr '\n' ' ') ;;
  esac

  echo "Not found on this system: $(printf '%s' "$missing" | tr '\n' ' ')" >&2
  if [ -n "$command" ]; then
    echo "Byline needs these packages: $names" >&2
    echo "Please install them, then start again:" >&2
    echo "  $command" >&2
  else
    echo "Please install what Debian calls: $names" >&2
  fi
  return 1
}

# need_packages_once STAMP SET…: the same, but no question is asked of the package manager while
# neither the lists above ($packages_script) nor the installed packages have changed since it last
# said yes
need_packages_once ()
{
  packages_stamp=$1
  shift
  if [ -e "$packages_stamp" ] && [ "$(cat "$packages_stamp")" = "$*" ] \
     && [ -z "$(find "${packages_script:?}" /var/lib/dpkg/status -newer "$packages_stamp" \
               2> /dev/null)" ]; then
    return 0
  fi
  need_packages "$@" || return 1
  mkdir -p "$(dirname "$packages_stamp")"
  echo "$*" > "$packages_stamp"
}
