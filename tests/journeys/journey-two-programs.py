# journey-two-programs.py: the program runs twice at once, as in two sessions of one person
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import select
import subprocess

import gi

import journey

gi.require_version('Gio', '2.0')
from gi.repository import Gio  # noqa: E402

NAMES = ['Ash', 'Birch', 'Cedar']


def start_bus(home):
    """Another session's bus: there, no program of this name runs yet."""
    bus = home.start(['dbus-daemon', '--session', '--nofork', '--print-address=1'],
                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if not select.select([bus.stdout], [], [], journey.PATIENCE)[0]:
        raise journey.Lost('a second bus')
    return bus.stdout.readline().strip()


def find_accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    return session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                             None, None, Gio.DBusCallFlags.NONE, -1).unpack()[0]


def sign(game, letter, name):
    game.press(f'^(Sign answer {letter}$|Answer {letter}, signed )')
    game.press(name)
    game.see(f'Answer {letter}, signed {name}')


def two_programs_play_at_once_and_nothing_of_either_is_lost(home):
    pack = home.path / 'trees.json'
    journey.write_pack(pack, 'trees', 'Trees', NAMES, questions=4)
    other_session = {'DBUS_SESSION_BUS_ADDRESS': start_bus(home),
                     'AT_SPI_BUS_ADDRESS': find_accessibility_bus()}
    enter = ['env', *(f'{name}={value}' for name, value in other_session.items())]

    first = journey.Game(home, '--seed', '3', str(pack))
    first.press('Play Trees')
    first.see('Sign answer C')
    second = journey.Game(home, '--seed', '4', enter=enter)
    second.see('Play Trees')
    # What is being played over there is not offered here.
    assert not second.shows('^Your game of')
    second.press('Play Trees')
    second.see('Sign answer C')
    assert first.process.poll() is None and second.process.poll() is None

    hits = 0
    for number in range(1, 4):
        for letter, name, other in zip('ABC', NAMES, reversed(NAMES)):
            sign(first, letter, name)
            sign(second, letter, other)
        for game in (first, second):
            game.press('Reveal')
            game.see('^Written by ')
            hits += sum(1 for name in game.names(None) if name.endswith('. Right.'))
            game.press('Next round')
            game.see(f'^Round {number + 1} of 4')
            game.see('Sign answer A')
    for game in (first, second):
        assert not game.shows('^You can play on')

    # One is left in the middle of a round, the other one dies there.
    sign(first, 'A', 'Ash')
    sign(second, 'A', 'Cedar')
    sign(second, 'B', 'Ash')
    second.kill()
    sign(first, 'B', 'Cedar')
    assert first.close() == 0

    left = set()
    for _ in range(2):
        game = journey.Game(home)
        game.see(f'^{hits} of 18 right')
        game.see('^Your game of “Trees” waits at round 4 of 4')
        game.press('Go on playing')
        game.see('Sign answer C')
        left.add(tuple(name for name in game.names(None) if name.startswith('Answer A, signed ')
                       or name.startswith('Answer B, signed ')))
        game.press('Back')
        game.see('^Your game of “Trees” waits')
        game.press('Give up')
        journey.wait_for(lambda: not game.shows('^Your game of'), 'the end of the game')
        assert game.close() == 0
    assert left == {('Answer A, signed Ash', 'Answer B, signed Cedar'),
                    ('Answer A, signed Cedar', 'Answer B, signed Ash')}, left

    game = journey.Game(home)
    game.see(f'^{hits} of 18 right')
    assert not game.shows('^Your game of')
    assert game.close() == 0


journey.run(two_programs_play_at_once_and_nothing_of_either_is_lost)
