# journey-drag.py: names and packs are dragged with the mouse
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json

import journey
import mouse
from journey import Atspi

NAMES = ['Ash', 'Birch', 'Cedar']


def a_name_is_dragged_onto_an_answer_and_swaps_places_with_the_one_there(home):
    pack = home.path / 'trees.json'
    journey.write_pack(pack, 'trees', 'Trees', NAMES)
    game = journey.Game(home, '--seed', '3', str(pack))
    game.press('Play Trees')
    game.see('Sign answer C')
    mouse.maximize(game)

    mouse.drag_to_card(game, 'Birch', 'B')
    game.see('Answer B, signed Birch')
    mouse.drag_to_card(game, 'Ash', 'A')
    game.see('Answer A, signed Ash')
    assert game.shows('Sign answer C')

    # One to one: the name leaves the line that it was on, which takes the other one.
    mouse.drag_to_card(game, 'Ash', 'B')
    game.see('Answer B, signed Ash')
    game.see('Answer A, signed Birch')
    assert game.shows('Sign answer C')

    # Onto a line that nothing can take the place of: the other one is empty then.
    mouse.drag_to_card(game, 'Ash', 'C')
    game.see('Answer C, signed Ash')
    game.see('Sign answer B')

    # A name that no answer has yet takes the place of the one that is there.
    mouse.drag_to_card(game, 'Cedar', 'C')
    game.see('Answer C, signed Cedar')
    assert game.shows('Answer A, signed Birch') and game.shows('Sign answer B')
    assert not game.is_sensitive('Reveal')

    mouse.drag_to_card(game, 'Ash', 'B')
    game.see('Answer B, signed Ash')
    game.kill()

    game = journey.Game(home)
    game.see('^Your game of “Trees” waits at round 1')
    game.press('Go on playing')
    for letter, name in zip('ABC', ['Birch', 'Ash', 'Cedar']):
        game.see(f'Answer {letter}, signed {name}')
    game.press('Reveal')
    game.see('^Written by ')
    assert game.close() == 0


def packs_are_dragged_in_from_another_application(home):
    good, second = home.path / 'stones.json', home.path / 'rivers.bylinepack'
    bad = home.path / 'bad.json'
    journey.write_pack(good, 'stones', 'Stones', NAMES)
    journey.write_pack(second, 'rivers', 'Rivers', NAMES)
    bad.write_text(json.dumps({'format': 'byline-pack', 'version': 1, 'id': 'bad', 'title': 'Bad',
                               'language': 'en', 'writers': [], 'questions': []}), 'utf-8')
    game = journey.Game(home)
    game.see('Play Learn the tells')
    mouse.maximize(game)
    packs = mouse.settled_box(game, 'Packs')
    aim = packs[0] + packs[2] // 2, packs[1] + packs[3] // 2

    source = mouse.DragSource(home, good)
    source.drag_to(aim)
    game.see('Play Stones')
    source.close()
    assert not game.shows('Problems')

    source = mouse.DragSource(home, bad, second)
    source.drag_to(aim)
    game.see('Play Rivers')
    game.see('^“bad.json” was not added')
    game.see('Problems')
    game.see('Copy', Atspi.Role.PUSH_BUTTON)
    source.close()
    assert not game.shows('Play Bad')
    game.kill()
    kept = sorted(journey.read_pack(path)['id'] for path in (home.data / 'packs').glob('*.json'))
    assert kept == ['rivers', 'stones'], kept


journey.run(a_name_is_dragged_onto_an_answer_and_swaps_places_with_the_one_there,
            packs_are_dragged_in_from_another_application)
