# disk.py: a disk of its own for what the program keeps, which can be filled or cannot be written
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import select
import subprocess

import journey

# Mounted in a namespace that only the game is let into; nothing of it outlives the journey.
MOUNT = 'mount -t tmpfs -o size="$1" tmpfs "$0" && echo mounted && exec cat > /dev/null'


class Disk:
    """A file system in memory, in the place of a person's data."""

    def __init__(self, home, size='2M'):
        home.data.mkdir(parents=True)
        self.place = home.data.parent
        self.root = os.geteuid() == 0
        namespaces = ['--mount'] if self.root else ['--mount', '--user', '--map-root-user']
        self.holder = home.start(
            ['unshare', *namespaces, 'sh', '-c', MOUNT, self.place, size],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        ready = select.select([self.holder.stdout], [], [], journey.PATIENCE)[0]
        self.there = bool(ready) and self.holder.stdout.readline() == b'mounted\n'
        # The disk as it is seen from outside.
        self.path = pathlib.Path(f'/proc/{self.holder.pid}/root{self.place}')

    def enter(self):
        """The words before a command that let it see the disk, as the user who runs the journey."""
        into = ['nsenter', '--target', str(self.holder.pid), '--mount']
        if self.root:
            return into
        return [*into, '--user', '--preserve-credentials', 'unshare', '--user',
                f'--map-user={os.geteuid()}', f'--map-group={os.getegid()}']

    def fill(self):
        """Leaves no room at all."""
        with open(self.path / 'ballast', 'ab', buffering=0) as file:
            for size in (65536, 4096, 1):
                try:
                    while True:
                        file.write(b'\0' * size)
                except OSError:
                    continue

    def make_room(self):
        (self.path / 'ballast').unlink()

    def set_writable(self, writable):
        option = 'remount,bind,rw' if writable else 'remount,bind,ro'
        into = ['nsenter', '--target', str(self.holder.pid), '--mount']
        if not self.root:
            into += ['--user', '--preserve-credentials']
        subprocess.run([*into, 'mount', '-o', option, self.place], check=True)
