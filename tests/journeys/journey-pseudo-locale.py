# journey-pseudo-locale.py: in a made-up language every text is marked, so one that was left out shows
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import re
import subprocess

import journey
from journey import Atspi

SOURCE = pathlib.Path(__file__).resolve().parents[2]

# What is no text of the interface: names, numbers, marks, what GTK itself says or does not name.
DATA = re.compile(r'^$|^[\W\d_]*$|^Byline$|^(Gtk|Adw|Byl)[A-Z]|^[A-Z]$|^Minimize$|^Maximize$|^Close$|'
                  r'^The (Almanac|Clerk|Consultant|Host)(, .*)?$|^byline$|^Learn the tells$|'
                  r'^How it |^All together$|^\(None\)$')
ROLES = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.LABEL, Atspi.Role.PAGE_TAB,
         Atspi.Role.HEADING, Atspi.Role.COMBO_BOX)


def make_language(home):
    """Every message between marks; placeholders and mnemonics stay as they are."""
    folder = home.path / 'locale' / 'xx' / 'LC_MESSAGES'
    folder.mkdir(parents=True)
    template = (SOURCE / 'po' / 'byline.pot').read_text('utf-8')
    template = template.replace('charset=CHARSET', 'charset=UTF-8')
    template = template.replace('nplurals=INTEGER; plural=EXPRESSION',
                                'nplurals=2; plural=(n != 1)')
    (home.path / 'xx.pot').write_text(template, 'utf-8')
    subprocess.run(['msgen', '-o', home.path / 'plain.po', home.path / 'xx.pot'], check=True)
    marked = subprocess.run(['msgfilter', '--keep-header', '-i', home.path / 'plain.po', 'sh', '-c',
                             "printf '⟦'; cat"],
                            check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    (home.path / 'xx.po').write_bytes(marked.replace('⟦default:LTR'.encode(), b'default:LTR'))
    subprocess.run(['msgfmt', '-o', folder / 'byline.mo', home.path / 'xx.po'], check=True)
    return home.path / 'locale'


def left_out(game):
    """What is shown but not marked."""
    found = set()
    for role in ROLES:
        for accessible in game.all(role):
            name = accessible.get_name() or ''
            if '⟦' not in name and not DATA.search(name) and not is_answer(accessible):
                found.add(name)
    return found


def is_answer(accessible):
    """Words of the pack: they stand in a question, or beside it as a quotation or a note."""
    above = accessible
    while above is not None and above.get_role() != Atspi.Role.FRAME:
        name = above.get_name() or ''
        if re.search(r'⟦(Question|What gave it away|Look at this round again)', name):
            return True
        if above.get_role() == Atspi.Role.LIST_ITEM:
            return True
        above = above.get_parent()
    return False


def no_text_of_the_interface_is_left_out_of_the_translation(home):
    os.environ['BYLINE_LOCALE_DIR'] = str(make_language(home))
    game = journey.Game(home, '--seed', '3', '--language', 'xx', keep=['BYLINE_LOCALE_DIR'])
    faults = {}

    def look(page):
        missing = left_out(game)
        if missing:
            faults[page] = sorted(missing)

    game.see('⟦Play Learn the tells')
    look('home')
    game.press('⟦Play Learn the tells')
    game.see('⟦Sign answer A')
    look('round')
    game.press('The Host')
    game.press('⟦Reveal')
    game.see('^⟦Written by ')
    look('reveal')
    for _ in range(11):
        game.press('⟦Next round')
        game.press('The Host')
        game.press('⟦Reveal')
    game.press('⟦See summary')
    game.see('⟦Play again')
    look('summary')
    game.press('⟦Back')
    game.press('⟦Progress', None)
    game.see('^⟦.* right$')
    look('progress')
    assert not faults, faults
    assert game.close() == 0


journey.run(no_text_of_the_interface_is_left_out_of_the_translation)
