# journey-frontier.py: a full game of real answers, from the pack's file to the score of the next day
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import journey
from journey import Atspi

PACK = journey.SHARED / 'data' / 'packs' / 'frontier-2026.json.gz'
TITLE = 'Frontier models, spring 2026'
MISSING = f'{PACK.name} is not here'
SECRETS = ['Anthropic', 'OpenAI', 'xAI', 'Google', 'Multivac']


def true_writers(game, pack):
    prompt = game.read('Question')
    return {letter: journey.find_writer(pack, prompt, game.read(f'Answer {letter}'))
            for letter in 'ABCD'}


def sign_all(game, guesses):
    for letter, writer in guesses.items():
        game.press(f'Sign answer {letter}')
        game.press(writer)
        game.see(f'Answer {letter}, signed {writer}')


def swap_two(writers):
    """The truth but for two names."""
    guesses = dict(writers)
    guesses['A'], guesses['B'] = writers['B'], writers['A']
    return guesses


def a_full_game_of_real_answers_is_kept(home):
    if not PACK.exists():
        return MISSING
    pack = journey.read_pack(PACK)
    game = journey.Game(home, '--seed', '7', str(PACK))
    game.press(f'Play {TITLE}')
    for number in range(1, 11):
        game.see(f'^Round {number} of 10')
        writers = true_writers(game, pack)
        assert len(set(writers.values())) == 4, f'round {number}: {writers}'
        guesses = writers if number % 2 else swap_two(writers)
        sign_all(game, guesses)
        game.press('Reveal')
        for letter, writer in writers.items():
            if guesses[letter] == writer:
                game.see(f'Written by {writer}. Right.')
            else:
                game.see(f'Written by {writer}. You signed {guesses[letter]}.')
        game.press('Next round' if number < 10 else 'See summary')
    game.see('30 of 40 right')
    game.see('by chance 10')
    assert game.close() == 0

    game = journey.Game(home)
    game.see('^30 of 40 right')
    game.see('^10 of 148 questions')
    assert game.close() == 0


def the_same_seed_deals_the_same_game(home):
    if not PACK.exists():
        return MISSING
    seen = []
    for _ in range(2):
        game = journey.Game(home, '--seed', '11', str(PACK))
        game.press(f'Play {TITLE}')
        game.see('^Round 1 of 10')
        seen.append([game.read('Question')] + [game.read(f'Answer {letter}') for letter in 'ABCD']
                    + [name for name in game.names(Atspi.Role.PUSH_BUTTON) if name.startswith('G')])
        game.kill()
    assert seen[0] == seen[1]
    return None


def nothing_gives_a_writer_away_before_the_reveal(home):
    if not PACK.exists():
        return MISSING
    game = journey.Game(home, '--seed', '7', str(PACK))
    game.press(f'Play {TITLE}')
    names = [writer['name'] for writer in journey.read_pack(PACK)['writers']]
    for number in range(1, 3):
        game.see(f'^Round {number} of 10')
        prompt = game.read('Question')
        for letter in 'ABCD':
            shown = game.read(f'Answer {letter}')
            for secret in [*names, *SECRETS]:
                assert secret in prompt or secret not in shown, f'{secret} in answer {letter}'
        for accessible in game.all():
            told = f'{accessible.get_name()} {accessible.get_description()}'
            for secret in SECRETS:
                assert secret not in told or secret in prompt, told
        sign_all(game, true_writers(game, journey.read_pack(PACK)))
        game.press('Reveal')
        game.press('Next round')
    assert game.close() == 0


def a_person_plays_by_the_keyboard_alone(home):
    if not PACK.exists():
        return MISSING
    game = journey.Game(home, '--seed', '7', str(PACK))
    game.press(f'Play {TITLE}')
    game.see('^Round 1 of 10')
    game.see('Sign answer B')
    game.key('b', '4')
    game.see('^Answer B, signed ')
    game.key('a', '1', 'c', '2')
    game.see('^Answer A, signed ')
    game.see('^Answer C, signed ')
    game.key('BackSpace')
    game.key('d', '3')
    game.see('^Answer D, signed ')
    game.key('c', '2', 'Return')
    game.see('^Written by ')
    game.key('space')
    game.see('^Round 2 of 10')
    game.see('Sign answer A')
    game.key('Escape')
    game.see('^Your game of ')
    assert game.close() == 0


journey.run(a_full_game_of_real_answers_is_kept,
            the_same_seed_deals_the_same_game,
            nothing_gives_a_writer_away_before_the_reveal,
            a_person_plays_by_the_keyboard_alone)
