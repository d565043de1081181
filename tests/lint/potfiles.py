# potfiles.py: po/POTFILES lists every file with texts for translators, in order
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# potfiles.py SOURCE checks the list; potfiles.py SOURCE --write writes it.
import pathlib
import re
import sys

CALL = re.compile(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dcgettext|g_dpgettext2)'
                  r'\s*\(')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
PREPROCESSOR = re.compile(r'^\s*#\s*define\s+(?:_|N_|C_)\(.*$', re.MULTILINE)


def has_texts(path):
    text = path.read_text('utf-8')
    if path.suffix == '.ui':
        return re.search(r'translatable\s*=\s*["\'](?:yes|true|1)["\']', text) is not None
    if path.suffix in ('.c', '.h'):
        return CALL.search(PREPROCESSOR.sub('', COMMENT.sub('', text))) is not None
    return True


def wanted(source):
    found = [path for folder in ('app', 'ui') for path in (source / folder).rglob('*')
             if path.suffix in ('.c', '.h', '.ui') and has_texts(path)]
    found += [*(source / 'data').glob('*.in'), *(source / 'data').glob('*.gschema.xml')]
    return sorted(str(path.relative_to(source)) for path in found)


def main():
    source = pathlib.Path(sys.argv[1])
    potfiles = source / 'po' / 'POTFILES'
    files = wanted(source)

    if '--write' in sys.argv[2:]:
        potfiles.write_text(''.join(f'{name}\n' for name in files), 'utf-8')
        return

    from tap import Tap
    tap = Tap()
    listed = [line for line in potfiles.read_text('utf-8').splitlines()
              if line and not line.startswith('#')]
    tap.check('po/POTFILES lists every file with texts, and no other',
              [f'missing: {name}' for name in files if name not in listed]
              + [f'has no texts: {name}' for name in listed if name not in files])
    tap.check('po/POTFILES is sorted and names no file twice',
              [] if listed == sorted(set(listed)) else 'it is not')
    tap.finish()


if __name__ == '__main__':
    main()
