# journey-mishaps.py: crashes, bad packs and a spoilt journal, as a player meets them
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json

import journey
from journey import Atspi


def a_guess_on_the_screen_survives_a_kill_and_the_game_is_offered_again(home):
    game = journey.Game(home)
    game.press('Play Learn the tells')
    game.see('^Round 1 of 12')
    prompt = game.read('Question')
    shown = game.read('Answer A')
    game.press('The Host')
    game.see('Answer A, signed The Host')
    game.kill()

    game = journey.Game(home)
    game.see('^Your game of “Learn the tells” waits at round 1 of 12')
    game.press('Go on playing')
    game.see('Answer A, signed The Host')
    assert game.read('Question') == prompt
    assert game.read('Answer A') == shown
    game.press('Reveal')
    game.see('^Written by ')
    game.kill()

    game = journey.Game(home)
    game.see('^Your game of “Learn the tells” waits at round 2 of 12')
    game.press('Give up')
    game.press('Progress', None)
    game.see('^[01] of 1 right$')
    assert game.close() == 0

    game = journey.Game(home)
    game.see('Play Learn the tells')
    assert not game.shows('^Your game of')
    assert game.close() == 0


def a_bad_pack_is_refused_with_all_that_is_wrong(home):
    pack = home.path / 'bad.json'
    pack.write_text(json.dumps({
        'format': 'byline-pack', 'version': 1, 'id': '../../x', 'title': 'Bad', 'language': 'en',
        'writers': [{'id': 'ann', 'name': 'Ann'}, {'id': 'bob', 'name': 'Bob'}],
        'questions': [{'id': 'q', 'prompt': 'Why?', 'answers': [
            {'writer': 'ann', 'text': 'Because it has to be so.'},
            {'writer': 'bobb', 'text': 'There is no reason at all.'}]}]}, indent=1), 'utf-8')
    game = journey.Game(home, str(pack))
    game.see('^“bad.json” was not added')

    def problems():
        found = game.find('Problems')
        text = found.get_text_iface() if found is not None else None
        if text is None:
            return None
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
    told = journey.wait_for(problems, 'the problems')
    assert '/id' in told and '/questions/0/answers/1/writer' in told, told
    assert 'bad.json:4:' in told, told
    game.see('Copy', Atspi.Role.PUSH_BUTTON)
    assert not game.shows('Play Bad')
    game.kill()
    assert not list(home.path.glob('data/byline/packs/*.json'))


def markup_in_a_pack_is_shown_as_typed(home):
    pack = home.path / 'marked.bylinepack'
    pack.write_text(json.dumps({
        'format': 'byline-pack', 'version': 1, 'id': 'marked', 'title': '<b>Bold</b> & co',
        'language': 'en',
        'writers': [{'id': 'ann', 'name': '<i>Ann</i>'}, {'id': 'bob', 'name': 'Bob & <Bob>'}],
        'questions': [{'id': 'q', 'prompt': 'Is <u>this</u> &amp; that so?',
                       'category': '<span>odd</span>', 'answers': [
                           {'writer': 'ann', 'text': 'It <big>may</big> &lt;well&gt; be so, I think.'},
                           {'writer': 'bob', 'text': 'No <a href="x">link</a> in here at all.'}]}]}),
                    'utf-8')
    game = journey.Game(home, '--seed', '1', str(pack))
    game.press('Play <b>Bold</b> & co')
    assert 'Is <u>this</u> &amp; that so?' in game.read('Question')
    shown = game.read('Answer A') + game.read('Answer B')
    assert 'It <big>may</big> <well> be so, I think.' in shown, shown
    assert '<a href="x">link</a>' in shown, shown
    game.press('Sign answer A')
    game.press('<i>Ann</i>')
    game.see('Answer A, signed <i>Ann</i>')
    game.press('Bob & <Bob>')
    game.press('Reveal')
    game.press('See summary')
    game.see('^[02] of 2 right$')
    assert game.close() == 0


def a_damaged_journal_is_set_aside_and_the_game_starts(home):
    home.data.mkdir(parents=True)
    (home.data / 'journal.sqlite').write_bytes(b'This was a database once.' * 500)
    game = journey.Game(home)
    game.see('^Your journal was damaged')
    game.press('Play Learn the tells')
    game.see('^Round 1 of 12')
    assert game.close() == 0
    assert list(home.data.glob('journal.sqlite.damaged-*'))


journey.run(a_guess_on_the_screen_survives_a_kill_and_the_game_is_offered_again,
            a_bad_pack_is_refused_with_all_that_is_wrong,
            markup_in_a_pack_is_shown_as_typed,
            a_damaged_journal_is_set_aside_and_the_game_starts)
