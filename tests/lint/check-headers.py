# check-headers.py: every header compiles alone, seeing no more than its layer may
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import concurrent.futures
import os
import pathlib
import shlex
import subprocess
import sys

from layers import header_owners, include_folders
from tap import Tap

source = pathlib.Path(sys.argv[1])
tap = Tap()

FLAGS = ['-std=gnu11', '-fsyntax-only', '-Wall', '-Wextra', '-Wno-unused-parameter',
         '-Wno-missing-field-initializers', '-Wstrict-prototypes', '-Werror', '-x', 'c', '-']
MODULES = {'app': ['gio-2.0', 'gio-unix-2.0', 'json-glib-1.0', 'md4c', 'sqlite3',
                   'libsoup-3.0', 'libsecret-1'],
           'ui': ['libadwaita-1', 'gtk4', 'gio-2.0', 'gio-unix-2.0', 'json-glib-1.0',
                  'libsoup-3.0']}


def system_flags(part):
    run = subprocess.run(['pkg-config', '--cflags', *MODULES[part]], stdout=subprocess.PIPE,
                         text=True, check=True)
    return shlex.split(run.stdout)


def compile_alone(name, folder, flags):
    folders = [f'-I{path}' for path in include_folders(source, folder)]
    # A second inclusion shows that the guard holds.
    program = f'#include "{name}"\n#include "{name}"\n'
    run = subprocess.run([*shlex.split(os.environ.get('CC', 'cc')), *folders, *flags, *FLAGS],
                         input=program, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         text=True, check=False)
    return [] if run.returncode == 0 else run.stdout.splitlines()[:12]


flags_of = {part: system_flags(part) for part in MODULES}
owners = header_owners(source)
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    runs = {name: pool.submit(compile_alone, name, folder, flags_of[folder.parts[0]])
            for name, folder in owners.items()}
    for name, run in runs.items():
        tap.check(f'{owners[name]}/{name} compiles alone', run.result())
tap.finish()
