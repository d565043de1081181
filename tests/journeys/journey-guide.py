# journey-guide.py: the guide is searched, its pages lead to one another and back, and its lessons are taken
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import journey
from journey import Atspi

DASH = '—'


def look_up(game, words, name):
    """Finds a line of the guide by some words, and opens it."""
    game.see('Play Learn the tells')
    game.key('alt+3')
    game.see('Search tells and writers', None)
    game.tab_to('Search tells and writers')
    game.type(words)
    game.see(name, Atspi.Role.LIST_ITEM)
    game.tab_to(name)
    game.key('Return')
    game.see('Back', Atspi.Role.PUSH_BUTTON)


def texts(game):
    # Newer libraries tell headings from other words.
    return [item.get_name() for item in game.all()
            if item.get_role() in (Atspi.Role.LABEL, Atspi.Role.HEADING)]


def section(game, title, end):
    """What stands between two headings of a page, once both are there."""
    game.see(title)
    game.see(end)
    shown = texts(game)
    return shown[shown.index(title) + 1:shown.index(end)]


def a_kind_and_a_writer_are_explained_and_lead_back_to_where_one_came_from(home):
    game = journey.Game(home)
    look_up(game, 'em dash', 'Em dashes')
    game.see('Sets thoughts off with long dashes.')
    game.see(f'Counts “{DASH}” outside code.')
    journey.wait_for(lambda: any(DASH in words for words in section(game, 'Examples',
                                                                    'Who does it most')),
                     'an example')
    # Real ones by the figures that came along, made-up ones by those counted here.
    most = section(game, 'Who does it most', 'Who does it least')
    assert 'Claude Opus 4.6' in most, most
    journey.wait_for(lambda: 'The Host' in section(game, 'Who does it most', 'Who does it least'),
                     'the made-up voices measured')

    game.tab_to('Claude Opus 4.6')
    game.key('Return')
    measured = section(game, 'What gives it away', 'What others claim')
    assert 'More: Em dashes' in measured, measured
    claimed = section(game, 'What others claim', 'Where to get its answers')
    agrees = claimed[claimed.index('More long dashes than others') + 1]
    assert '✓ The measurement agrees.' in agrees, agrees
    assert any('✗ The measurement disagrees.' in words for words in claimed), claimed
    assert '592 answers' in measured[0], measured[0]

    # Back the way one came, and the search is still there.
    game.key('alt+Left')
    game.see('Who does it most')
    assert not game.shows('What others claim')
    game.key('Escape')
    game.see('Em dashes', Atspi.Role.LIST_ITEM)
    assert not game.shows('Who does it most')
    assert not game.shows('Semicolons', Atspi.Role.LIST_ITEM)
    assert game.close() == 0


def a_kind_of_tell_is_learned_in_five_rounds(home):
    game = journey.Game(home, '--seed', '3')
    look_up(game, 'em dash', 'Em dashes')
    game.press('Learn It in Five Rounds')
    for number in range(1, 6):
        game.see(f'^Round {number} of 5')
        game.see('What to look at')
        game.see('^Look at one thing only: “Em dashes”. .* The figure of The Host is ')
        game.see('Sign answer B')
        assert not game.shows('Sign answer C')
        game.key('a', '1', 'b', '2')
        game.see('^Answer B, signed ')
        game.press('Reveal')
        game.see('^Written by ')
        game.press('Next round' if number < 5 else 'See summary')
    game.see('^[0-9]+ of 10 right$')
    assert game.close() == 0


def a_writer_is_learned_among_those_that_write_most_like_it(home):
    game = journey.Game(home, '--seed', '3')
    look_up(game, 'the host', 'The Host')
    game.see('What gives it away')
    game.press('Learn to Find It')
    game.see('^Round 1 of 5')
    game.see('^Find The Host. More than others it has: ')
    game.see('Sign answer D')
    assert game.shows('The Host', Atspi.Role.PUSH_BUTTON)
    # Escape leaves the lesson, which waits like any game.
    game.key('Escape')
    game.see('Search tells and writers')
    game.key('alt+1')
    game.see('^Your game of “Learn the tells” waits at round 1 of 5')
    assert game.close() == 0


journey.run(a_kind_and_a_writer_are_explained_and_lead_back_to_where_one_came_from,
            a_kind_of_tell_is_learned_in_five_rounds,
            a_writer_is_learned_among_those_that_write_most_like_it)
