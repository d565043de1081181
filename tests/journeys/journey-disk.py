# journey-disk.py: the disk is full, or cannot be written, while somebody plays
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import disk
import journey

NAMES = ['Ash', 'Birch', 'Cedar']
NOT_MOUNTED = 'no file system can be mounted here'
GUESSES = 200  # more than fit into what a journal has of its own


def sign_all(game):
    for letter, name in zip('ABC', NAMES):
        game.press(f'^(Sign answer {letter}$|Answer {letter}, signed )')
        game.press(name)
        game.see(f'Answer {letter}, signed {name}')


def sign_until_trouble(game):
    """Signs the first answer again and again. Returns the last name that was shown as kept."""
    acknowledged = None
    for number in range(GUESSES):
        name = NAMES[number % 2]
        game.press('^(Sign answer A$|Answer A, signed )')
        game.press(name)
        game.see(f'Answer A, signed {name}')
        if game.shows('^You can play on, but your guesses are not kept'):
            break
        acknowledged = name
    told = game.see('^You can play on').get_name()
    assert 'disk is full' in told and 'Make room' in told, told
    return acknowledged


def wait_until_kept(game):
    journey.wait_for(lambda: not game.shows('^You can play on'), 'the end of the trouble')


def start_trees(home, room):
    pack = home.path / 'trees.json'
    journey.write_pack(pack, 'trees', 'Trees', NAMES)
    game = journey.Game(home, '--seed', '3', str(pack), enter=room.enter())
    game.press('Play Trees')
    game.see('^Round 1 of 3')
    sign_all(game)
    game.press('Reveal')
    game.see('^Written by ')
    game.press('Next round')
    game.see('^Round 2 of 3')
    game.see('Sign answer C')
    return game


def no_guess_is_shown_as_kept_that_a_full_disk_has_not_taken(home):
    room = disk.Disk(home)
    if not room.there:
        return NOT_MOUNTED
    game = start_trees(home, room)
    room.fill()
    acknowledged = sign_until_trouble(game)

    # The game goes on all the same.
    sign_all(game)
    game.press('Reveal')
    game.see('^Written by ')
    game.see('Try again')
    assert game.shows('^You can play on')
    game.kill()

    room.make_room()
    game = journey.Game(home, enter=room.enter())
    game.see('^Your game of “Trees” waits at round 2 of 3')
    assert not game.shows('^Your journal was damaged')
    game.press('Go on playing')
    game.see(f'Answer A, signed {acknowledged}' if acknowledged else 'Sign answer A')
    game.see('Sign answer B')
    assert game.close() == 0
    return None


def a_game_is_kept_again_once_there_is_room(home):
    room = disk.Disk(home)
    if not room.there:
        return NOT_MOUNTED
    game = start_trees(home, room)
    room.fill()
    sign_until_trouble(game)

    # The next move is kept, and with it those before.
    room.make_room()
    game.press('Sign answer B')
    game.press('Cedar')
    wait_until_kept(game)

    # The rest of the game is played on a full disk, and kept after its last move.
    room.fill()
    sign_until_trouble(game)
    sign_all(game)
    game.press('Reveal')
    game.press('Next round')
    game.see('^Round 3 of 3')
    game.see('Sign answer A')
    sign_all(game)
    game.press('Reveal')
    game.see('^Written by ')
    game.press('Try again')
    assert game.shows('^You can play on')
    room.make_room()
    game.press('Try again')
    wait_until_kept(game)
    game.press('See summary')
    score = game.see('^[0-9] of 9 right$').get_name()
    game.kill()

    game = journey.Game(home, enter=room.enter())
    game.see(f'^{score}')
    game.see('^3 of 3 questions')
    assert not game.shows('^Your game of')
    assert game.close() == 0
    return None


def a_disk_that_is_full_at_the_start_is_told_and_tried_again(home):
    room = disk.Disk(home)
    if not room.there:
        return NOT_MOUNTED
    pack = home.path / 'trees.json'
    journey.write_pack(pack, 'trees', 'Trees', NAMES)
    room.fill()
    game = journey.Game(home, str(pack), enter=room.enter())
    told = game.see('^What you play is not kept for now').get_name()
    assert 'disk is full' in told and 'Make room' in told, told
    told = game.see('^“trees.json” was not added').get_name()
    assert 'Make room' in told, told
    game.see('Pack Not Added')
    game.key('Escape')
    journey.wait_for(lambda: not game.shows('Pack Not Added'), 'the window closed')
    game.press('Try again')
    assert game.shows('^What you play is not kept')

    # A game that began without a journal comes into it later.
    game.press('Play Learn the tells')
    game.see('^You can play on')
    game.press('The Host')
    game.see('Answer A, signed The Host')
    room.make_room()
    game.press('Back')
    game.see('^Your game of “Learn the tells” waits')
    journey.wait_for(lambda: not game.shows('^What you play is not kept'), 'an open journal')
    game.press('Go on playing')
    game.see('^You can play on')
    game.press('Try again')
    wait_until_kept(game)
    game.kill()

    game = journey.Game(home, enter=room.enter())
    game.see('^Your game of “Learn the tells” waits at round 1')
    game.press('Go on playing')
    game.see('Answer A, signed The Host')
    assert game.close() == 0
    return None


def a_folder_that_cannot_be_written_is_told_at_the_start(home):
    room = disk.Disk(home)
    if not room.there:
        return NOT_MOUNTED
    room.set_writable(False)
    game = journey.Game(home, enter=room.enter())
    told = game.see('^What you play is not kept for now').get_name()
    assert 'the right to write' in told, told
    room.set_writable(True)
    game.press('Try again')
    journey.wait_for(lambda: not game.shows('^What you play is not kept'), 'an open journal')
    game.press('Play Learn the tells')
    game.press('The Host')
    game.see('Answer A, signed The Host')
    assert not game.shows('^You can play on')
    game.kill()

    # A journal that can be read but not written: its game is not offered, and nothing of it is lost.
    room.set_writable(False)
    game = journey.Game(home, enter=room.enter())
    told = game.see('^What you play is not kept for now').get_name()
    assert 'the right to write' in told, told
    assert not game.shows('^Your game of')
    game.press('Play Learn the tells')
    told = game.see('^You can play on').get_name()
    assert 'the right to write' in told, told
    game.press('The Clerk')
    game.see('Answer A, signed The Clerk')
    game.press('Reveal')
    game.see('^Written by ')
    assert game.close() == 0

    room.set_writable(True)
    game = journey.Game(home, enter=room.enter())
    game.see('^Your game of “Learn the tells” waits at round 1')
    game.press('Go on playing')
    game.see('Answer A, signed The Host')
    assert game.close() == 0
    return None


journey.run(no_guess_is_shown_as_kept_that_a_full_disk_has_not_taken,
            a_game_is_kept_again_once_there_is_room,
            a_disk_that_is_full_at_the_start_is_told_and_tried_again,
            a_folder_that_cannot_be_written_is_told_at_the_start)
