# journey-tells.py: the guide leads to five tells, these to a blind duel, and the reveal says why
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import journey


def five_tells_lead_to_a_blind_duel_whose_reveal_says_why(home):
    pack = journey.built_in_pack()
    names = [writer['name'] for writer in pack['writers']]
    game = journey.Game(home, '--seed', '5')
    game.see('Play Learn the tells')
    game.key('alt+3')
    game.see('Search tells and writers', None)
    game.tab_to('^Five Tells')
    game.key('Return')

    # The pair is measured, then only the two take part.
    game.press('Play the Blind Duel')
    game.see('^Round 1 of')
    chips = [name for name in names if game.shows(name)]
    assert len(chips) == 2, chips
    assert game.shows('Sign answer B') and not game.shows('Sign answer C')
    for word in ('Counted in these made-up answers', 'What would have decided', 'What misled'):
        assert not game.shows(word), word

    # Signed the wrong way round, so that there is something to learn.
    truth = [journey.find_writer(pack, game.read('Question'), game.read(f'Answer {letter}'))
             for letter in 'AB']
    for letter, name in zip('AB', reversed(truth)):
        game.press(f'Sign answer {letter}')
        game.press(name)
        game.see(f'Answer {letter}, signed {name}')
    game.press('Reveal')
    game.see(f'Written by {truth[0]}. You signed {truth[1]}.')
    game.see('Counted in these made-up answers')
    game.see('What would have decided')
    assert game.close() == 0


journey.run(five_tells_lead_to_a_blind_duel_whose_reveal_says_why)
