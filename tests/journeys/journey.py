# journey.py: starts the installed program and drives it as a person would, through AT-SPI and keys
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import gzip
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

C_LOCALE = pathlib.Path('/usr/lib/locale/C.utf8')
# GTK 4.8 calls a group of widgets a panel, GTK 4.18 a grouping.
GROUPS = (Atspi.Role.PANEL, Atspi.Role.GROUPING)
PATIENCE = 20  # seconds: how long a page may take on a loaded machine before a journey gives up
MOST_STOPS = 40  # of the key Tab
PREFIX = pathlib.Path(os.environ['BYLINE_PREFIX'])
SHARED = pathlib.Path(os.environ.get('BYLINE_SHARED', '/nonexistent'))


class Lost(Exception):
    """What the journey was looking for did not come."""


def wait_for(look, what, patience=PATIENCE):
    deadline = time.monotonic() + patience
    while True:
        try:
            found = look()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise Lost(what)
        time.sleep(0.05)


def walk(accessible, into_answers=True):
    """All that is shown below an accessible, itself included. The words of long answers are hundreds of
    labels, each a call over the bus: who looks for a button leaves them out."""
    yield accessible
    if not into_answers and re.match('⟦?Answer ', accessible.get_name() or ''):
        children = [child for child in children_of(accessible)
                    for child in ([child] if child.get_name() else children_of(child))]
        children = [child for child in children if child.get_role() != Atspi.Role.SCROLL_PANE]
    else:
        children = children_of(accessible)
    for child in children:
        yield from walk(child, into_answers)


def children_of(accessible):
    children = [accessible.get_child_at_index(position)
                for position in range(accessible.get_child_count())]
    return [child for child in children if child is not None]


class Home:
    """A person's folders: what one run keeps, the next one finds."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix='byline-journey.'))
        self.data = self.path / 'data' / 'byline'
        self.processes = []
        (self.path / 'config' / 'gtk-4.0').mkdir(parents=True)
        (self.path / 'config' / 'gtk-4.0' / 'settings.ini').write_text(
            '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n', 'utf-8')
        # A small machine has no locale but C, in which newer systems translate nothing.
        (self.path / 'locales').mkdir()
        if C_LOCALE.is_dir():
            for name in ('C.utf8', 'en_US.utf8'):
                (self.path / 'locales' / name).symlink_to(C_LOCALE)

    def environment(self, language, keep=()):
        environment = dict(os.environ)
        environment.update({
            'HOME': str(self.path),
            'XDG_CONFIG_HOME': str(self.path / 'config'),
            'XDG_DATA_HOME': str(self.path / 'data'),
            'XDG_CACHE_HOME': str(self.path / 'cache'),
            'LANG': 'C.UTF-8', 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language,
            'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'keyfile',
            'G_DEBUG': 'fatal-criticals',
        })
        if C_LOCALE.is_dir():
            environment['LOCPATH'] = str(self.path / 'locales')
        for name in ('BYLINE_DATA_DIR', 'BYLINE_LOCALE_DIR', 'GSETTINGS_SCHEMA_DIR'):
            if name not in keep:
                environment.pop(name, None)
        return environment

    def start(self, *arguments, **options):
        self.processes.append(subprocess.Popen(*arguments, **options))
        return self.processes[-1]

    def remove(self):
        """Ends what still runs, or the next game would be handed to it."""
        for process in self.processes:
            process.kill()
            process.wait()
        shutil.rmtree(self.path, ignore_errors=True)


class Game:
    """The running program."""

    def __init__(self, home, *arguments, language='C', keep=(), enter=()):
        self.process = home.start(
            [*enter, PREFIX / 'bin' / 'byline', *arguments], env=home.environment(language, keep),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.application = wait_for(self.find_application, 'the program on the accessibility bus')

    def find_application(self):
        if self.process.poll() is not None:
            raise Lost(f'the program, which ended: {self.process.stderr.read()}')
        desktop = Atspi.get_desktop(0)
        for position in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(position)
            if (child is not None and child.get_process_id() == self.process.pid
                    and child.get_child_count() > 0):
                return child
        return None

    def all(self, role=None):
        self.application.clear_cache()
        for accessible in walk(self.application, into_answers=False):
            try:
                if role is not None and accessible.get_role() != role:
                    continue
                # GTK 4.8 sets "showing" on windows alone; what is hidden is not in the tree at all.
                if accessible.get_state_set().contains(Atspi.StateType.VISIBLE):
                    yield accessible
            except GLib.Error:
                continue

    def find(self, name, role=None):
        pattern = re.compile(name if name.startswith('^') else f'^{re.escape(name)}$')
        for accessible in self.all(role):
            if pattern.search(accessible.get_name() or ''):
                return accessible
        return None

    def see(self, name, role=None):
        """Waits until something of this name is shown. A name that begins with ^ is a pattern."""
        return wait_for(lambda: self.find(name, role), f'“{name}”')

    def see_group(self, name):
        """Waits until a group of this name is shown."""
        return wait_for(lambda: next((found for found in (self.find(name, role) for role in GROUPS)
                                      if found is not None), None), f'the group “{name}”')

    def shows(self, name, role=None):
        return self.find(name, role) is not None

    def is_sensitive(self, name):
        return self.see(name).get_state_set().contains(Atspi.StateType.SENSITIVE)

    def press(self, name, role=Atspi.Role.PUSH_BUTTON):
        def look():
            found = self.find(name, role)
            if found is not None and found.get_state_set().contains(Atspi.StateType.SENSITIVE):
                return found
            return None
        wait_for(look, f'“{name}” to press').do_action(0)

    def names(self, role):
        return [accessible.get_name() for accessible in self.all(role)]

    def read(self, name):
        """All words of a group, as a screen reader reads them, once they are there."""
        def look():
            group = next(filter(None, (self.find(name, role) for role in GROUPS)), None)
            if group is None:
                return None
            words = []
            for below in walk(group):
                # The line under the answer belongs to the player, not to the writer.
                if below.get_role() == Atspi.Role.PUSH_BUTTON:
                    break
                text = below.get_text_iface()
                if text is not None:
                    count = Atspi.Text.get_character_count(text)
                    words.append(Atspi.Text.get_text(text, 0, count))
            whole = '\n'.join(words)
            return whole if len(whole) > 20 else None
        return wait_for(look, f'the words of “{name}”')

    def type(self, text):
        """Types into what has the focus, which need not be in the first window."""
        subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)

    def key(self, *keys):
        subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid',
                        str(self.process.pid), 'windowfocus', '--sync'],
                       check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=10)
        subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '60', *keys], check=True)

    def focused(self):
        """The name of what has the keyboard's focus. Each window remembers its own: that of the one opened
        last counts."""
        self.application.clear_cache()
        for window in reversed(children_of(self.application)):
            for accessible in walk(window, into_answers=False):
                if accessible.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return accessible.get_name()
        return None

    def tab_to(self, name):
        """Goes from stop to stop until the focus is on something of this name."""
        pattern = re.compile(name if name.startswith('^') else f'^{re.escape(name)}$')
        before = None
        for _ in range(MOST_STOPS):
            here = wait_for(lambda: self.focused() not in (None, before) and self.focused(),
                            'the focus somewhere else')
            if pattern.search(here):
                return
            before = here
            self.key('Tab')
        raise Lost(f'the focus on “{name}”')

    def close(self):
        self.key('ctrl+q')
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Lost('the end of the program') from None

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def open_rules(game, title):
    """The rules of a pack, by the keyboard."""
    game.tab_to(f'More for {title}')
    game.key('space')
    wait_for(lambda: list(game.all(Atspi.Role.MENU_ITEM)), 'the menu')
    game.key('r')
    game.see('Rules', Atspi.Role.FRAME)


def is_on(game, name):
    return game.see(name, Atspi.Role.CHECK_BOX).get_state_set().contains(Atspi.StateType.CHECKED)


def switch(game, name):
    before = is_on(game, name)
    game.press(name, Atspi.Role.CHECK_BOX)
    wait_for(lambda: is_on(game, name) != before, f'“{name}” switched')


def choose_five_rounds(game):
    """The fewest: the first of the choices."""
    game.tab_to('Rounds')
    game.key('space', 'Home', 'Return')
    game.see('5', Atspi.Role.LABEL)


def read_pack(path):
    opened = gzip.open(path, 'rt', encoding='utf-8') if str(path).endswith('.gz') else open(
        path, encoding='utf-8')
    with opened as file:
        return json.load(file)


def write_pack(path, pack_id, title, names, questions=3):
    """A pack of made-up voices: each says who it is by its first word only."""
    path.write_text(json.dumps({
        'format': 'byline-pack', 'version': 1, 'id': pack_id, 'title': title, 'language': 'en',
        'provenance': {'kind': 'illustrative'},
        'writers': [{'id': f'w{number}', 'name': name, 'kind': 'voice'}
                    for number, name in enumerate(names)],
        'questions': [{'id': f'q{question}', 'prompt': f'What is question number {question}?',
                       'answers': [{'writer': f'w{number}',
                                    'text': f'Voice {number} answers question {question} in full.'}
                                   for number in range(len(names))]}
                      for question in range(questions)]}), 'utf-8')


def built_in_pack():
    return read_pack(PREFIX / 'share' / 'byline' / 'packs' / 'learn-the-tells.json')


def skeleton(text):
    """The letters of a text alone: what is left the same by Markdown and by masks is enough to know it."""
    return re.sub(r'[\W_]+', '', text).casefold()


def find_writer(pack, prompt, shown):
    """Who wrote the answer that a card shows, by the pack's own file."""
    names = {writer['id']: writer['name'] for writer in pack['writers']}
    best, best_score = None, -1
    pieces = [skeleton(line) for line in shown.splitlines()]
    pieces = [piece for piece in pieces if len(piece) > 15]
    for question in pack['questions']:
        if skeleton(question['prompt']) not in skeleton(prompt):
            continue
        for answer in question['answers']:
            whole = skeleton(answer['text'])
            score = sum(1 for piece in pieces if piece in whole)
            if score > best_score:
                best, best_score = names[answer['writer']], score
    return best


def run(*journeys):
    """Runs journeys, each a function of a home, and tells of them in TAP."""
    print(f'1..{len(journeys)}')
    failed = 0
    for number, journey in enumerate(journeys, 1):
        title = journey.__name__.replace('_', ' ')
        home = Home()
        try:
            reason = journey(home)
            print(f'ok {number} {title}' + (f' # SKIP {reason}' if reason else ''))
        except Exception as error:  # whatever went wrong, the next journey goes on
            failed += 1
            print(f'not ok {number} {title}\n# {type(error).__name__}: {error}')
            display = os.environ.get('BYLINE_JOURNEY_PICTURES')
            if display:
                subprocess.run(['import', '-window', 'root',
                                os.path.join(display, f'{journey.__name__}.png')], check=False)
        finally:
            home.remove()
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
