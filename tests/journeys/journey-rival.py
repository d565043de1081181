# journey-rival.py: the rival is let in, keeps silent until the reveal, says why, and is sent away again
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import journey
from journey import Atspi

PACK = journey.SHARED / 'data' / 'packs' / 'frontier-2026.json.gz'
SHARE = r'^\d?\d %$'


def told(game):
    """All that is said to whoever cannot see, but for the answers."""
    return [f'{accessible.get_name()}\n{accessible.get_description()}' for accessible in game.all()]


def rivals_cards(game):
    """Of each card: its letter, the name that the rival signs, how likely it is, and whether it is right."""
    report = game.see_group('The rival')
    labels = [accessible.get_name() for accessible in journey.walk(report)
              if accessible.get_role() == Atspi.Role.LABEL]
    return [tuple(labels[i - 2:i + 2]) for i, label in enumerate(labels) if re.match(SHARE, label)]


def reasons(game):
    report = game.see_group('The rival')
    said = [accessible.get_name() for accessible in journey.walk(report)
            if accessible.get_role() in (Atspi.Role.LABEL, Atspi.Role.PUSH_BUTTON)]
    first = next(i for i, sentence in enumerate(said) if sentence.endswith('because of this:'))
    return list(dict.fromkeys(said[first + 1:]))


def play_round(game):
    """By the keyboard, each name once, in the order in which the names lie there."""
    game.see('4 to sign')
    game.key('a', '1', 'b', '2', 'c', '3', 'd', '4')
    game.see('^Answer D, signed ')
    game.press('Reveal')
    game.see('^Written by ')


def silent(game):
    return not [words for words in told(game) if 'rival' in words.lower()]


def invite(game):
    journey.open_rules(game, 'Learn the tells')
    journey.switch(game, 'Play against the rival')
    journey.choose_five_rounds(game)
    game.press('Play')


def the_rival_is_silent_until_the_reveal_then_says_why_and_goes_when_told_to(home):
    pack = journey.built_in_pack()
    game = journey.Game(home, '--seed', '5')
    invite(game)
    prompt = game.read('Question')
    truth = {letter: journey.find_writer(pack, prompt, game.read(f'Answer {letter}'))
             for letter in 'ABCD'}
    assert silent(game)
    play_round(game)
    cards = journey.wait_for(lambda: rivals_cards(game), 'what the rival says')
    assert [letter for letter, *_ in cards] == list('ABCD'), cards
    assert sorted(name for _, name, *_ in cards) == sorted(truth.values()), cards
    assert all((truth[letter] == name) == (right == 'Right')
               for letter, name, _, right in cards), (truth, cards)
    for letter, name, *_ in cards[:2]:
        game.key(letter.lower())
        game.see(f'Answer {letter} is by {name}, it says, because of this:')
        assert len(reasons(game)) == 2, reasons(game)

    # The next game is without it.
    game.press('Back')
    journey.open_rules(game, 'Learn the tells')
    assert journey.is_on(game, 'Play against the rival')
    journey.switch(game, 'Play against the rival')
    game.press('Play')
    play_round(game)
    game.see('What gave it away')
    assert silent(game)
    assert game.close() == 0


def the_summary_says_what_the_difference_to_the_rival_is_worth(home):
    game = journey.Game(home, '--seed', '5')
    invite(game)
    hits = 0
    for number in range(1, 6):
        game.see(f'^Round {number} of 5')
        play_round(game)
        cards = journey.wait_for(lambda: rivals_cards(game), 'what the rival says')
        hits += sum(right == 'Right' for *_, right in cards)
        game.press('Next round' if number < 5 else 'See summary')
    game.see('You and the rival')
    game.see(f'{hits} of 20')
    game.see('^So far there were [0-9]+ cards on which only one of you was right, and on ')
    assert game.close() == 0


def the_rival_reads_real_answers_before_they_are_signed(home):
    if not PACK.exists():
        return f'{PACK.name} is not here'
    game = journey.Game(home, '--seed', '7', str(PACK))
    journey.open_rules(game, 'Frontier models, spring 2026')
    journey.switch(game, 'Play against the rival')
    game.press('Play')
    game.see('^Round 1 of 10')
    play_round(game)
    cards = journey.wait_for(lambda: rivals_cards(game), 'what the rival says')
    assert [right for *_, right in cards] == ['Right'] * 4, cards
    assert len(reasons(game)) == 2, reasons(game)
    assert game.close() == 0
    return None


journey.run(the_rival_is_silent_until_the_reveal_then_says_why_and_goes_when_told_to,
            the_summary_says_what_the_difference_to_the_rival_is_worth,
            the_rival_reads_real_answers_before_they_are_signed)
