# journey-first-game.py: a newcomer opens the game, takes the lesson and finds the score the next day
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import journey
from journey import Atspi

VOICES = ['The Almanac', 'The Clerk', 'The Consultant', 'The Host']


def a_newcomer_plays_the_lesson_to_its_summary_and_finds_the_score_the_next_day(home):
    pack = journey.built_in_pack()
    game = journey.Game(home)
    game.press('Play Learn the tells')
    right = 0
    shown = set()
    for number in range(1, 13):
        game.see(f'^Round {number} of 12')
        writer = journey.find_writer(pack, game.read('Question'), game.read('Answer A'))
        shown.add(writer)
        guess = writer if number % 3 else VOICES[(VOICES.index(writer) + 1) % 4]
        assert not game.is_sensitive('Reveal'), 'Reveal must wait for a name'
        game.press(guess)
        game.see(f'Answer A, signed {guess}')
        game.press('Reveal')
        if guess == writer:
            game.see(f'Written by {writer}. Right.')
            right += 1
        else:
            game.see(f'Written by {writer}. You signed {guess}.')
        game.press('Next round' if number < 12 else 'See summary')
    assert right == 8
    game.see('8 of 12 right')
    game.see('by chance 3')
    game.see('Play again')
    assert game.close() == 0

    game = journey.Game(home)
    game.see('^8 of 12 right')
    game.see('^12 of 24 questions')
    game.press('Progress', None)
    game.see('8 of 12 right')
    for voice in shown:
        game.see(voice)
    assert game.close() == 0


def what_has_been_played_can_be_looked_at_again(home):
    pack = journey.built_in_pack()
    game = journey.Game(home, '--seed', '3')
    game.press('Play Learn the tells')
    first = game.read('Answer A')
    writer = journey.find_writer(pack, game.read('Question'), first)
    game.press(writer)
    game.see(f'Answer A, signed {writer}')
    game.press('Reveal')
    game.see(f'Written by {writer}. Right.')
    game.press('Back')
    game.see('^Your game of “Learn the tells” waits')
    game.press('Progress', None)
    game.press('^Look again at the game of')
    game.see(f'Written by {writer}. Right.')
    assert game.read('Answer A') == first
    assert not game.shows('Reveal', Atspi.Role.PUSH_BUTTON)
    assert game.close() == 0


journey.run(a_newcomer_plays_the_lesson_to_its_summary_and_finds_the_score_the_next_day,
            what_has_been_played_can_be_looked_at_again)
