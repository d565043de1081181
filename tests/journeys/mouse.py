# mouse.py: moves the mouse in the running program, and drags files into it from another one
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import time

import journey
from journey import Atspi

STEPS = 16
MARGIN = 12  # pixels that GTK, on a slow machine, may leave around a maximised window


def xdotool(*words):
    return subprocess.run(['xdotool', *(str(word) for word in words)], check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20).stdout


def find_window(process, title):
    found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(process.pid),
                            '--name', f'^{title}$'],
                           check=False, text=True, stdout=subprocess.PIPE, timeout=20).stdout.split()
    return found[0] if len(found) == 1 else None


def geometry(window):
    lines = xdotool('getwindowgeometry', '--shell', window).split()
    told = dict(line.split('=') for line in lines)
    return tuple(int(told[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))


def maximize(game):
    """GTK tells where a widget is in its window, which has shadows around it unless it is maximised."""
    window = journey.wait_for(lambda: find_window(game.process, 'Byline'), 'the window')
    game.press('Maximize')
    size = tuple(int(word) for word in xdotool('getdisplaygeometry').split())
    journey.wait_for(lambda: geometry(window) == (0, 0, *size), 'a window as large as the screen')

    def is_filled():
        boxes = [box(child) for child in journey.children_of(game.application)
                 if child.get_name() == 'Byline']
        return any(all(0 <= whole - part <= MARGIN for whole, part in zip(size, shown[2:]))
                   for shown in boxes)
    journey.wait_for(is_filled, 'the content of the window, as large as it')


def box(accessible):
    """Left, top, width and height in a maximised window, in pixels."""
    extents = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
    return extents.x, extents.y, extents.width, extents.height


def settled_box(game, name, role=None):
    """Where something is once it no longer moves."""
    boxes = [box(game.see(name, role))]

    def look():
        boxes.append(box(game.see(name, role)))
        return boxes[-1] if boxes[-1] == boxes[-2] else None
    return journey.wait_for(look, f'the place of “{name}”')


def picture(left, top, width, height):
    """The colours of a piece of the screen."""
    return subprocess.run(['import', '-silent', '-window', 'root', '-depth', '8',
                           '-crop', f'{width}x{height}+{left}+{top}', 'rgb:-'],
                          check=True, stdout=subprocess.PIPE, timeout=20).stdout


def drag(start, end, is_accepted, what):
    """Drags as a hand does, and lets go when what is under the pointer shows that it takes the drag."""
    xdotool('mousemove', *start)
    xdotool('mousedown', 1)
    try:
        for step in range(1, STEPS + 1):
            xdotool('mousemove', *(begin + (aim - begin) * step // STEPS
                                             for begin, aim in zip(start, end)))
            time.sleep(0.01)
        journey.wait_for(is_accepted, what)
    finally:
        xdotool('mouseup', 1)


def drag_to_card(game, name, letter):
    """Drags the chip of a name onto an answer, whose border changes while it would take the name."""
    chip = settled_box(game, name, Atspi.Role.PUSH_BUTTON)
    card = settled_box(game, f'Answer {letter}')
    start = chip[0] + chip[2] // 2, chip[1] + chip[3] // 2
    end = card[0] + card[2] // 2, card[1] + card[3] // 2
    edge = card[0] + card[2] - MARGIN // 2, card[1] + card[3] // 3, MARGIN, 20
    xdotool('mousemove', *start)
    before = picture(*edge)
    drag(start, end, lambda: picture(*edge) != before, f'answer {letter} taking a name')


class DragSource:
    """Another application with files to drag."""

    def __init__(self, home, *files):
        self.process = home.start([os.environ['BYLINE_DRAG_SOURCE'], *files],
                                  env=home.environment('C'), stdout=subprocess.PIPE)
        os.set_blocking(self.process.stdout.fileno(), False)
        self.told = ''
        window = journey.wait_for(lambda: find_window(self.process, 'Drag source'),
                                  'the other application')
        xdotool('windowmove', window, 20, 1000)
        journey.wait_for(lambda: geometry(window)[0:2] == (20, 1000), 'the other window in its place')
        xdotool('windowraise', window)
        left, top, width, height = geometry(window)
        self.middle = left + width // 2, top + height // 2

    def last_word(self):
        self.told += (self.process.stdout.read() or b'').decode()
        lines = self.told.split('\n')
        return lines[-2] if len(lines) > 1 else None

    def drag_to(self, end):
        drag(self.middle, end, lambda: self.last_word() == 'accepted', 'the files being accepted')
        journey.wait_for(lambda: self.last_word() == 'taken', 'the files being taken')

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
