# check-cppcheck.py: static analysis of app/ and ui/
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import sys

from tap import Tap

source = pathlib.Path(sys.argv[1])
cache = pathlib.Path(sys.argv[2])
cache.mkdir(parents=True, exist_ok=True)
tap = Tap()

# System headers are not read: what cppcheck must know of GLib stands in its library “gtk”, which
# does not know every function that keeps what it is given. Leaks are the sanitizers' business.
# Functions of GLib that take an array count its members, not its bytes,
# and its allocations end the program rather than give NULL.
ARGUMENTS = ['cppcheck', '--quiet', '--language=c', '--std=c11', '--library=gtk',
             '--enable=warning,performance,portability', '--inline-suppr', '--error-exitcode=1',
             '--suppress=missingIncludeSystem', '--suppress=missingInclude',
             '--suppress=memleak', '--suppress=leakNoVarFunctionCall', '--suppress=unknownMacro',
             '--suppress=preprocessorErrorDirective', '--suppress=sizeofDivisionMemfunc',
             '--suppress=normalCheckLevelMaxBranches', '--suppress=checkersReport',
             '--suppress=nullPointerOutOfMemory', '--suppress=ctunullpointerOutOfMemory',
             '--suppress=nullPointerArithmeticOutOfMemory', '--suppress=duplicateAssignExpression',
             '--template={file}:{line}: {severity}: {message} [{id}]',
             f'--cppcheck-build-dir={cache}', '-j', str(os.cpu_count())]

for folder in ('app', 'ui'):
    if any((source / folder).rglob('*.c')):
        tap.command(f'cppcheck finds nothing in {folder}/', [*ARGUMENTS, source / folder])
    else:
        tap.skip(f'cppcheck finds nothing in {folder}/', 'it holds no C yet')
tap.finish()
