# layers.py: which folder of the house may see which
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)

# What each folder of app/ stands on; tool/ and ui/ stand above all of them.
BELOW = {
    'base': [],
    'markup': ['base'],
    'pack': ['markup'],
    'tells': ['pack'],
    'play': ['pack'],
    'web': ['pack'],
    'journal': ['play'],
}


def seen_by(layer):
    """The folders of app/ whose headers a folder of app/ may include, its own first."""
    if layer not in BELOW:
        return [layer, *BELOW]
    seen = [layer]
    for lower in BELOW[layer]:
        seen += [name for name in seen_by(lower) if name not in seen]
    return seen


def header_owners(source):
    """The folder of every header, by the header's name."""
    return {path.name: path.parent.relative_to(source) for folder in ('app', 'ui')
            for path in sorted((source / folder).rglob('*.h'))}


def may_include(folder, owner):
    """Whether a source in FOLDER may include a header of OWNER; both are paths from the top."""
    if folder.parts[0] == 'ui':
        return True
    if owner.parts[0] == 'ui' or len(folder.parts) < 2 or len(owner.parts) < 2:
        return folder == owner
    return owner.parts[1] in seen_by(folder.parts[1])


def include_folders(source, folder):
    """The folders of the include path for a header in FOLDER, a path from the top."""
    if folder.parts[0] == 'ui':
        ui = [path for path in (source / 'ui').rglob('*') if path.is_dir()]
        return [source / 'ui', *sorted(ui), *[source / 'app' / name for name in BELOW]]
    return [source / 'app' / pathlib.Path(name) for name in seen_by(folder.parts[1])]
