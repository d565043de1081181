# journey-real-answers.py: real answers from the first page to the first round, and files that recipes know
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import json
import subprocess

import data_server
import journey
from journey import Atspi

TABLE = '''question,writer,answer
How do I keep slugs away?,Larch,Put a ring of copper around the bed.
How do I keep slugs away?,Maple,"Great question! There is copper, there is beer."
How do I keep slugs away?,Rowan,I would ask a hedgehog to move in.
When do I sow beans?,Larch,"After the last frost, in the middle of May."
When do I sow beans?,Maple,In May; not before the saints of ice.
When do I sow beans?,Rowan,When the soil is as warm as a hand.
'''


@contextlib.contextmanager
def serving():
    server = data_server.Server()
    try:
        yield server
    finally:
        server.stop()


def installed(home):
    return list(home.data.glob('packs/*.json*'))


def play_a_round(game, writers=('Larch', 'Maple', 'Rowan')):
    game.see('^Round 1 of ')
    for letter, writer in zip('ABC', writers):
        game.press(f'Sign answer {letter}')
        game.press(writer)
        game.see(f'Answer {letter}, signed {writer}')
    game.press('Reveal')
    game.see('^Written by ')


def a_newcomer_gets_real_answers_thinks_again_and_plays(home):
    with serving() as server:
        keep = data_server.use_catalogue(home, data_server.put_survey(server))
        server.keep_back('/garden/said.jsonl')
        game = journey.Game(home, '--seed', '7', keep=keep)
        game.press('Browse real answers…')
        game.see('Licence: CC0-1.0. You may do with it what you like.')
        assert not server.asked, server.asked
        game.press('Get Garden survey')
        journey.wait_for(lambda: server.asked['/garden/said.jsonl'], 'the server to be asked')
        game.see('Getting Garden survey', Atspi.Role.PROGRESS_BAR)
        game.press('Cancel Garden survey')
        game.see('Get Garden survey')
        assert not installed(home)

        server.let_go('/garden/said.jsonl')
        game.press('Get Garden survey')
        game.see('“Garden survey” is ready to play')
        assert server.asked['/garden/asked.jsonl'] == 1, 'what was there was fetched again'
        assert len(installed(home)) == 1
        game.press('Play Garden survey')
        play_a_round(game)
        game.key('Escape')
        game.see('Play Garden survey')
        assert not game.shows('Browse real answers…')
        assert game.close() == 0

    # It is there the next day, without any server.
    game = journey.Game(home, keep=keep)
    game.see('Play Garden survey')
    assert not game.shows('Browse real answers…')
    assert game.close() == 0


def without_a_network_the_page_opens_and_says_so_on_get_alone(home):
    with serving() as server:
        entry = data_server.put_survey(server)
    keep = data_server.use_catalogue(home, entry)
    game = journey.Game(home, keep=keep)
    game.press('Browse real answers…')
    game.see('Get Garden survey')
    assert not game.shows('Try Again: Garden survey')
    game.press('Get Garden survey')
    game.see('Try Again: Garden survey')
    assert not installed(home)
    assert game.close() == 0


def a_fetch_goes_on_while_the_player_plays(home):
    with serving() as server:
        keep = data_server.use_catalogue(home, data_server.put_survey(server))
        server.keep_back('/garden/said.jsonl')
        game = journey.Game(home, keep=keep)
        game.press('Browse real answers…')
        game.press('Get Garden survey')
        journey.wait_for(lambda: server.asked['/garden/said.jsonl'], 'the server to be asked')
        game.key('Escape')
        game.press('Play Learn the tells')
        game.see('^Round 1 of 12')
        server.let_go('/garden/said.jsonl')
        journey.wait_for(lambda: installed(home), 'the pack on the disk')
        game.key('Escape')
        game.see('Play Garden survey')
        assert game.close() == 0


def add_catalogue(game, address):
    game.tab_to('Catalogues')
    game.key('space')
    journey.wait_for(lambda: [item.get_state_set().contains(Atspi.StateType.FOCUSED)
                              for item in game.all(Atspi.Role.MENU_ITEM)][:1] == [True], 'the menu')
    game.key('Return')
    game.see('Further Catalogues')
    game.type(address)
    game.press('Add')


def close_dialog(game, title):
    """Escape where the focus is: the first one may take a message away."""
    for _ in range(2):
        subprocess.run(['xdotool', 'key', 'Escape'], check=True)
        with contextlib.suppress(journey.Lost):
            journey.wait_for(lambda: not game.shows(title), f'the end of “{title}”', patience=3)
            return
    raise journey.Lost(f'the end of “{title}”')


def a_catalogue_is_added_by_its_address_and_kept(home):
    with serving() as server:
        keep = data_server.use_catalogue(home, data_server.put_survey(server))
        further = data_server.put_survey(server, 'harbour', 'Harbour talk')
        server.put('/list.json', data_server.catalogue(further))
        game = journey.Game(home, keep=keep)
        game.press('Browse real answers…')
        game.see('Get Garden survey')
        add_catalogue(game, server.address('/list.json'))
        game.see(f'Remove {server.address("/list.json")}')
        close_dialog(game, 'Further Catalogues')
        game.press('Get Harbour talk')
        game.see('Play Harbour talk')
        assert game.close() == 0

    game = journey.Game(home, keep=keep)
    game.press('^Play Harbour talk')
    game.see('^Round 1 of 3')
    assert game.close() == 0


def a_table_becomes_a_pack_when_the_player_says_so(home):
    table = home.path / 'slugs.csv'
    table.write_text(TABLE, 'utf-8')
    game = journey.Game(home, '--seed', '7', str(table))
    game.see('Make a Pack of This?')
    game.see('Who Takes Part')
    game.see('Rowan')
    assert not installed(home)
    game.press('Cancel')
    journey.wait_for(lambda: not game.shows('Make a Pack of This?'), 'the end of the offer')
    assert not installed(home)
    assert game.close() == 0

    game = journey.Game(home, '--seed', '7', str(table))
    game.see('Who Takes Part')
    game.press('Import')
    game.see('^“.*” is ready to play')
    assert len(installed(home)) == 1
    title = json.loads(installed(home)[0].read_text('utf-8'))['title']
    game.press(f'Play {title}')
    play_a_round(game)
    assert game.close() == 0


def a_file_that_nobody_knows_is_refused(home):
    notes = home.path / 'notes.txt'
    notes.write_text('Bread, milk, and a book about slugs.\n', 'utf-8')
    game = journey.Game(home, str(notes))
    game.see('^“notes.txt” was not added.*No recipe')
    assert not installed(home)
    game.kill()


journey.run(a_newcomer_gets_real_answers_thinks_again_and_plays,
            without_a_network_the_page_opens_and_says_so_on_get_alone,
            a_fetch_goes_on_while_the_player_plays,
            a_catalogue_is_added_by_its_address_and_kept,
            a_table_becomes_a_pack_when_the_player_says_so,
            a_file_that_nobody_knows_is_refused)
