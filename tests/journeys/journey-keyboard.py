# journey-keyboard.py: packs come and go without a mouse
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess
import time

import journey
from journey import Atspi

NAMES = ['Ash', 'Birch', 'Cedar']


def count_packs(home):
    return len(list((home.data / 'packs').glob('*.json')))


def focused_items(game):
    """Of each item of the menu, whether the focus is on it. GTK 4.18 tells no names of them."""
    return [item.get_state_set().contains(Atspi.StateType.FOCUSED)
            for item in game.all(Atspi.Role.MENU_ITEM)]


def go_to_last_item(game):
    """Down the menu; the first press may only make visible where the focus is."""
    for _ in range(2 * len(focused_items(game))):
        before = focused_items(game)
        game.key('Down')
        for _ in range(10):
            if focused_items(game) != before:
                break
            time.sleep(0.1)
        if focused_items(game)[-1:] == [True]:
            return
    raise journey.Lost('the last item of the menu')


def remove_trees(game):
    game.tab_to('More for Trees')
    game.key('space')
    journey.wait_for(lambda: focused_items(game)[:1] == [True], 'the menu')
    go_to_last_item(game)
    game.key('Return')
    game.see('“Trees” removed')
    journey.wait_for(lambda: not game.shows('Play Trees'), 'the pack gone')


def a_pack_is_removed_and_brought_back_by_the_keyboard_alone(home):
    pack = home.path / 'trees.json'
    journey.write_pack(pack, 'trees', 'Trees', NAMES)
    game = journey.Game(home, str(pack))
    game.see('Play Trees')
    remove_trees(game)
    assert count_packs(home) == 0

    game.tab_to('^_?Undo')
    game.key('Return')
    game.see('Play Trees')
    journey.wait_for(lambda: not game.shows('“Trees” removed'), 'the end of the message')
    assert count_packs(home) == 1

    # It can be played as before, and is there the next day.
    game.tab_to('Play Trees')
    game.key('Return')
    game.see('^Round 1 of 3')
    game.key('Escape')
    game.see('^Your game of “Trees” waits')
    journey.wait_for(lambda: game.focused() == 'Play Trees', 'the focus where it was')
    assert game.close() == 0
    game = journey.Game(home)
    game.see('Play Trees')

    # Once more, and this time it is meant.
    remove_trees(game)
    assert game.close() == 0
    game = journey.Game(home)
    game.see('Play Learn the tells')
    assert not game.shows('Play Trees')
    assert game.close() == 0
    assert count_packs(home) == 0


def a_pack_is_chosen_among_the_files_by_the_keyboard_alone(home):
    pack = home.path / 'trees.json'
    journey.write_pack(pack, 'trees', 'Trees', NAMES)
    game = journey.Game(home)
    game.see('Play Learn the tells')
    before = game.focused()
    game.key('ctrl+o')
    game.see('Add Packs')
    journey.wait_for(lambda: game.focused() not in (None, before), 'the focus among the files')
    # Typing a path opens the line for it.
    game.type(str(pack))
    journey.wait_for(lambda: is_typed(game, str(pack)), 'the path')
    subprocess.run(['xdotool', 'key', 'Return'], check=True)
    game.see('Play Trees')
    assert not game.shows('Add Packs')
    assert game.close() == 0


def is_typed(game, path):
    """GTK 4.18 completes what is typed; where typing was faster than that, something is left over."""
    typed = path_typed(game)
    if typed is not None and typed != path and typed.startswith(path):
        subprocess.run(['xdotool', 'key', 'shift+End', 'Delete'], check=True)
    return typed == path


def path_typed(game):
    for accessible in game.all(Atspi.Role.TEXT):
        text = accessible.get_text_iface()
        if text is not None and accessible.get_state_set().contains(Atspi.StateType.FOCUSED):
            return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
    return None


journey.run(a_pack_is_removed_and_brought_back_by_the_keyboard_alone,
            a_pack_is_chosen_among_the_files_by_the_keyboard_alone)
