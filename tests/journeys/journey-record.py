# journey-record.py: from ten questions of one's own to a blind round, and no trace of the key
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import time

import journey
import model_server
from journey import Atspi, GLib

KEY = 'sk-canary-40d1f6'
WRONG_KEY = 'sk-canary-wrong'
NAME = ADDRESS = 1
KEY_FIELD = 2
MODELS = list(model_server.STYLES)
QUESTIONS = [f'What is the best use for {thing}?' for thing in (
    'a rainy day', 'an old ladder', 'half a lemon', 'one hour', 'a broken cup', 'two left shoes',
    'a long walk', 'a loud bell', 'an empty room', 'a dull knife')]


@contextlib.contextmanager
def serving():
    server = model_server.Server(KEY)
    try:
        yield server
    finally:
        server.stop()


def dump(game):
    """All names and texts on the screen, but what stands in a field for passwords."""
    words = []
    for accessible in journey.walk(game.application):
        try:
            if accessible.get_role() == Atspi.Role.PASSWORD_TEXT:
                continue
            words.append(accessible.get_name() or '')
            words.append(accessible.get_description() or '')
            text = accessible.get_text_iface()
            if text is not None:
                words.append(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))
        except GLib.Error:  # it has gone while it was looked at
            continue
    return '\n'.join(words)


def tab_to(game, name):
    """GTK tells of no focus while it is on a row with text in it: it is passed by."""
    for _ in range(journey.MOST_STOPS):
        if game.focused() == name:
            return
        game.key('Tab')
        time.sleep(0.1)
    raise journey.Lost(f'the focus on “{name}”')


def type_into(game, field, text):
    """Types into the first field below the choice of a provider, or the second."""
    tab_to(game, 'From')
    game.key(*['Tab'] * field)
    game.key('ctrl+a')
    game.type(text)


def focused_items(game):
    return [item.get_state_set().contains(Atspi.StateType.FOCUSED)
            for item in game.all(Atspi.Role.MENU_ITEM)]


def open_menu(game, name):
    game.see(name)
    tab_to(game, name)
    game.key('space')


def choose_item(game, position):
    """Down a menu to an item, counted from 0; the first press may only show where the focus is."""
    journey.wait_for(lambda: focused_items(game), 'the menu')
    for _ in range(2 * (position + 1)):
        if focused_items(game)[position]:
            break
        game.key('Down')
        time.sleep(0.2)
    game.key('Return')


def choose_pasting(game):
    """The last of the list."""
    tab_to(game, 'From')
    game.key('space')
    game.key('End')
    game.key('Return')
    game.see('Name of the Model', Atspi.Role.TEXT)


def choose_any_address(game):
    """The last provider, before pasting."""
    tab_to(game, 'From')
    game.key('space')
    game.key('End')
    game.key('Up')
    game.key('Return')
    game.see('Address of the Server', Atspi.Role.TEXT)


def add_models(game, server):
    """All models of a server at an address, the key typed wrong at first."""
    game.press('Add Models…')
    choose_any_address(game)
    type_into(game, ADDRESS, server.address)
    type_into(game, KEY_FIELD, WRONG_KEY)
    game.press('Test')
    journey.wait_for(lambda: server.refused, 'the wrong key to be refused')
    game.see('^Remove the Key')
    assert_no_key(dump(game))
    type_into(game, KEY_FIELD, KEY)
    game.press('Test')
    game.see('It works: the server has 2 models.')
    for model in MODELS:
        game.see(f'^{model}', Atspi.Role.CHECK_BOX).do_action(0)
    assert_no_key(dump(game))
    game.press('Add')


def assert_no_key(text):
    for key in (KEY, WRONG_KEY):
        assert key not in text, text


def assert_blind(game):
    """No line of the screen has a letter and a name."""
    shown = dump(game)
    assert_no_key(shown)
    for line in shown.splitlines():
        assert not ('Answer ' in line and any(model in line for model in MODELS)), line


def files_with_key(home):
    return [str(path) for path in home.path.rglob('*') if path.is_file()
            and b'sk-canary-' in path.read_bytes()]


def play_a_round(game):
    game.see('^Round 1 of ')
    assert_blind(game)
    for letter, model in zip('AB', MODELS):
        assert not any(model in name for model in MODELS
                       for name in [game.read(f'Answer {letter}')])
        game.press(f'Sign answer {letter}')
        game.press(model)
        game.see(f'Answer {letter}, signed {model}')
    game.press('Reveal')
    game.see('^Written by ')


def a_chooser_goes_from_ten_questions_to_a_blind_round(home):
    with serving() as server:
        game = journey.Game(home, '--seed', '3')
        game.press('New pack from my questions…')
        began = time.monotonic()
        game.see('^Type or paste your questions')
        for question in QUESTIONS:
            game.type(question)
            game.key('Return')
        game.see('10 questions')
        game.press('Next')
        add_models(game, server)
        game.see('^20 answers will be asked for.')
        game.press('Record')

        # Blind from the first answer on: a busy server is asked again, and nobody else twice.
        game.see('Recording')
        while not game.shows('Complete'):
            shown = dump(game)
            assert_no_key(shown)
            assert not any(model in shown for model in MODELS), shown
        game.see('20 of 20 answers. Every question can be played.')
        assert not any(model in dump(game) for model in MODELS)
        assert sorted(server.asked) == sorted((model, question) for model in MODELS
                                              for question in QUESTIONS)
        game.press('Play')
        play_a_round(game)
        took = time.monotonic() - began
        assert took < 120, f'{took:.0f} seconds'
        assert_no_key(dump(game))

        # What is installed says where it comes from, and has no key in it.
        pack = journey.read_pack(next(home.data.glob('packs/*.json')))
        assert len(pack['questions']) == 10
        kinds = {answer['provenance']['kind'] for question in pack['questions']
                 for answer in question['answers']}
        assert kinds == {'recorded'}, kinds
        assert not files_with_key(home), files_with_key(home)
        assert game.close() == 0
        output = game.process.stdout.read() + game.process.stderr.read()
        assert_no_key(output)


def what_is_recorded_is_found_again_and_deleted(home):
    with serving() as server:
        game = journey.Game(home)
        game.press('New pack from my questions…')
        game.see('^Type or paste your questions')
        game.type(QUESTIONS[0])
        game.press('Next')
        game.press('Add Models…')
        choose_pasting(game)
        type_into(game, NAME, 'A Page')
        game.press('Add')
        add_models(game, server)
        game.press('Record')
        game.press('Paste Answers…')
        game.see('Ask A Page this question')
        game.type('It has many uses, of which the best is to look at it.')
        game.key('ctrl+Return')
        game.see('Complete')
        game.kill()

        # Another run finds every answer, and gives it up only for good.
        game = journey.Game(home)
        open_menu(game, 'More Packs')
        choose_item(game, 1)
        game.see('1 question · 3 models · complete')
        open_menu(game, 'More for “My questions”')
        choose_item(game, 2)
        game.see('No recordings')
        game.tab_to('^_?Undo')
        game.key('Return')
        game.see('1 question · 3 models · complete')
        assert game.close() == 0
        assert len(list(home.data.glob('recordings/*/plan.json'))) == 1
        assert not files_with_key(home), files_with_key(home)


journey.run(a_chooser_goes_from_ten_questions_to_a_blind_round,
            what_is_recorded_is_found_again_and_deleted)
