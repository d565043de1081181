# check-scripts.py: the shell scripts are sound, and get packages as they say they do
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from tap import Tap

source = pathlib.Path(sys.argv[1])
tap = Tap()

TOOLS = ['sh', 'sed', 'sort', 'tr', 'grep', 'find', 'head', 'cat', 'mktemp', 'rm', 'mkdir',
         'dirname', 'env']
# What stands in for the package manager: says what it was asked, and installs nothing.
RECORDER = '#!/bin/sh\necho "$(basename "$0") $*" >> "$RECORD"\n'
SYSTEMS = {
    'fedora': ('ID=fedora\n', 'dnf install', ['gtk4-devel', 'libadwaita-devel', 'meson']),
    'arch': ('ID=arch\n', 'pacman -S --needed', ['gtk4', 'libadwaita', 'md4c']),
    'opensuse': ('ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', 'zypper install',
                 ['gtk4-devel', 'libadwaita-devel', 'gettext-tools']),
    'nobara': ('ID=nobara\nID_LIKE="rhel centos fedora"\n', 'dnf install', ['sqlite-devel']),
}


class System:
    """A system with hardly a program, to which the scripts are shown."""

    def __init__(self, folder, release):
        self.folder = pathlib.Path(folder)
        self.bin = self.folder / 'bin'
        self.bin.mkdir()
        self.record = self.folder / 'record'
        self.record.touch()
        for tool in [*TOOLS, 'basename']:
            (self.bin / tool).symlink_to(shutil.which(tool))
        (self.folder / 'os-release').write_text(release, 'utf-8')

    def add(self, name, script):
        path = self.bin / name
        path.write_text(script, 'utf-8')
        path.chmod(0o755)

    def need(self, *sets):
        """Asks for sets of packages; returns the status, what was said and what was run."""
        run = subprocess.run(['sh', '-c', '. "$0"; need_packages "$@"',
                              source / 'app' / 'packages.sh', *sets],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                             check=False,
                             env={'PATH': str(self.bin), 'RECORD': str(self.record),
                                  'BYLINE_OS_RELEASE': str(self.folder / 'os-release'),
                                  'TMPDIR': str(self.folder), 'LC_ALL': 'C.UTF-8'})
        return run.returncode, run.stdout, self.record.read_text('utf-8')


def check_other_systems():
    for name, (release, command, packages) in SYSTEMS.items():
        with tempfile.TemporaryDirectory(prefix='byline-system.') as folder:
            status, said, _ = System(folder, release).need('build', 'run')
        faults = [f'“{words}” is not in: {said}' for words in [command, *packages]
                  if words not in said]
        if status == 0:
            faults.append('it goes on without what it needs')
        tap.check(f'{name}: the packages are named, with the command that installs them', faults)


def debian(folder, user):
    system = System(folder, 'ID=debian\nVERSION_ID="12"\n')
    system.add('dpkg-query', '#!/bin/sh\necho "installed gcc"\nexit 1\n')
    system.add('id', f'#!/bin/sh\necho {user}\n')
    system.add('apt-get', RECORDER)
    return system


def check_debian():
    with tempfile.TemporaryDirectory(prefix='byline-system.') as folder:
        status, said, ran = debian(folder, 0).need('build')
    installs = [line for line in ran.splitlines() if ' install ' in line and '-y' in line]
    faults = [] if status == 0 and len(installs) == 1 else [f'status {status}', said, ran]
    faults += [f'{words} is not in: {line}' for line in installs for words in
               ('--no-install-recommends', 'DPkg::Lock::Timeout=300', ' libgtk-4-dev')
               if words not in line]
    faults += [f'gcc is there, and is installed again: {line}' for line in installs
               if ' gcc ' in line]
    if 'libgtk-4-dev' not in said or 'libadwaita-1-dev' not in said:
        faults.append(f'what is installed is not named: {said}')
    tap.check('debian: what is missing is named and installed, and nothing else', faults)

    with tempfile.TemporaryDirectory(prefix='byline-system.') as folder:
        status, said, ran = debian(folder, 1000).need('build')
    tap.check('debian: without root or sudo it says what to run',
              [] if status != 0 and 'root' in said and 'apt-get install' in said and not ran
              else [f'status {status}', said, ran])

    with tempfile.TemporaryDirectory(prefix='byline-system.') as folder:
        system = debian(folder, 1000)
        system.add('sudo', RECORDER)
        status, said, ran = system.need('run')
    tap.check('debian: sudo is used by those who are not root',
              [] if status == 0 and 'sudo env' in ran and 'fonts-cantarell' in ran
              else [f'status {status}', said, ran])

    with tempfile.TemporaryDirectory(prefix='byline-system.') as folder:
        system = debian(folder, 0)
        system.add('apt-get', RECORDER + 'case $* in *-y*) echo no room; exit 100 ;; esac\n')
        status, said, _ = system.need('run')
    tap.check('debian: an installation that fails says why, and stops',
              [] if status != 0 and 'no room' in said else [f'status {status}', said])


scripts = [path for folder in ('app', 'ui', 'tests', '.ci') for path in (source / folder).rglob('*')
           if path.is_file() and (path.suffix == '.sh' or path == source / '.ci' / 'run')]
for path in sorted(scripts):
    tap.command(f'{path.relative_to(source)} is a shell script', ['sh', '-n', path])
for path in sorted(scripts):
    # A file that is sourced has no first line to say which shell it is for.
    shell = [] if path.read_text('utf-8').startswith('#!') else ['-s', 'sh']
    tap.command(f'shellcheck finds nothing in {path.relative_to(source)}',
                ['shellcheck', *shell, '-x', '-P', source, path])
tap.check('continuous integration can be started',
          [] if os.access(source / '.ci' / 'run', os.X_OK) else '.ci/run is not executable')
check_other_systems()
check_debian()
tap.finish()
