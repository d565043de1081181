# journey-marks.py: words are marked by keyboard and mouse, kept while the game waits, and earn credit
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import journey
import mouse
from journey import Atspi

TITLE = 'Learn the tells'
MARKED = (Atspi.StateType.CHECKED, Atspi.StateType.PRESSED)


def start_marking(home):
    game = journey.Game(home, '--seed', '5')
    journey.open_rules(game, TITLE)
    journey.switch(game, 'Mark the tell')
    game.press('Play')
    game.see('^Round 1 of 10')
    return game


def offers(game, letter):
    """The words of an answer that are offered, and whether they are marked."""
    return [(below.get_name(), any(below.get_state_set().contains(state) for state in MARKED))
            for below in journey.walk(game.see(f'Answer {letter}'))
            if (below.get_name() or '').startswith('Mark “')]


def focused_offer(game):
    """The words that have the focus: they lie within an answer."""
    return next((below.get_name() for below in journey.walk(game.see('Answer A'))
                 if below.get_state_set().contains(Atspi.StateType.FOCUSED)), '')


def go_to_offers(game):
    for _ in range(journey.MOST_STOPS):
        if focused_offer(game).startswith('Mark “'):
            return
        game.key('Tab')
    raise journey.Lost('the focus on the words that are offered')


def reveal(game):
    game.key('a', '1', 'b', '2', 'c', '3', 'd', '4')
    game.see('^Answer D, signed ')
    game.press('Reveal')
    game.see('^Written by ')


def report(game):
    """What is said of the marks on the chosen answer: their words, each with what it is worth."""
    below = list(journey.walk(game.see_group('Your marks')))
    return {button.get_name(): button.get_description() for button in below
            if button.get_role() == Atspi.Role.PUSH_BUTTON}


def offered_words_are_marked_by_the_keyboard_and_kept_while_the_game_waits(home):
    game = start_marking(home)
    name, _ = journey.wait_for(lambda: offers(game, 'A'), 'words that are offered')[0]
    assert not any(marked for _, marked in offers(game, 'A'))
    # What the words are is not said.
    assert not [words for words, _ in offers(game, 'A') if not words.endswith('”')]
    go_to_offers(game)
    assert focused_offer(game) == name
    # A mark, the mark taken back, and again.
    for marked in (True, False, True):
        game.key('space')
        journey.wait_for(lambda: offers(game, 'A')[0] == (name, marked), f'{name}: {marked}')
    game.kill()

    game = journey.Game(home)
    game.see(f'^Your game of “{TITLE}” waits')
    game.press('Go on playing')
    journey.wait_for(lambda: offers(game, 'A'), 'words that are offered again')
    assert [words for words, marked in offers(game, 'A') if marked] == [name]
    reveal(game)
    told = journey.wait_for(lambda: report(game), 'the credit')
    words = name.removeprefix('Mark “').removesuffix('”')
    assert list(told) == [words], told
    assert told[words][0] in '✓✗', told
    game.see('^A tell of (its|their) writer lies on ')
    assert not offers(game, 'A')
    assert game.close() == 0


def words_are_marked_by_dragging_and_earn_credit_where_a_tell_lies(home):
    game = start_marking(home)
    mouse.maximize(game)
    text = journey.wait_for(lambda: find_text(game), 'a line of answer A')
    left, top, width, height = mouse.box(text)
    whole = text.get_name()
    start = left + 2, top + height // 2
    mouse.drag(start, (left + width // 3, top + height // 2), lambda: True, 'the drag')
    reveal(game)
    told = journey.wait_for(lambda: report(game), 'the credit')
    words, = told
    assert whole.startswith(words) and len(words) < len(whole), (words, whole)
    assert told[words][0] in '✓✗', told
    # Pressing it leads to its place, and leaves the report as it is.
    game.press(words)
    assert report(game) == told
    assert game.close() == 0


def find_text(game):
    """A line of answer A which is long enough to mark a part of it."""
    return next((below for below in journey.walk(game.see('Answer A'))
                 if below.get_role() == Atspi.Role.LABEL and 30 < len(below.get_name() or '') < 60),
                None)


journey.run(offered_words_are_marked_by_the_keyboard_and_kept_while_the_game_waits,
            words_are_marked_by_dragging_and_earn_credit_where_a_tell_lies)
