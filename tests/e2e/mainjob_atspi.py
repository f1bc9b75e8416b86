#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job from outside: finds the window's controls by name over AT-SPI, as a screen reader
does, chooses a template type, presses Send, and waits until the window says how the run ended.

    mainjob_atspi.py OTPSCOPE        exit 0 done, 1 something is wrong, 77 the tools are missing

Starts its own X server and its own session bus, so it touches nobody's desktop.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
TIME_LIMIT_S = 60
INSIDE = "OTPSCOPE_ATSPI_INSIDE"


def start_inside():
    """Starts this script again under Xvfb and a session bus of its own."""
    missing = [tool for tool in ("xvfb-run", "dbus-run-session") if not shutil.which(tool)]
    if missing:
        print("Skipped: not installed:", ", ".join(missing))
        return SKIPPED
    # With the system's Python: that is where Debian puts pyatspi.
    command = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "dbus-run-session", "--",
               "/usr/bin/python3", os.path.abspath(__file__), *sys.argv[1:]]
    return subprocess.run(command, env=dict(os.environ, **{INSIDE: "1"}), check=False).returncode


def nodes(node):
    """The node and everything below it; what vanishes meanwhile is left out."""
    yield node
    for index in range(node.childCount):
        try:
            child = node.getChildAtIndex(index)
            if child is not None:
                yield from nodes(child)
        except Exception:  # AT-SPI raises many kinds when an object has gone
            continue


def find(root, role, name):
    for node in nodes(root):
        try:
            if node.getRoleName() == role and node.name == name:
                return node
        except Exception:
            continue
    return None


def wait_for(what, look):
    deadline = time.monotonic() + TIME_LIMIT_S
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.2)
    raise RuntimeError(f"Waited {TIME_LIMIT_S} s for {what}.")


def application(pyatspi):
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        candidate = desktop.getChildAtIndex(index)
        if candidate is not None and candidate.name == "OtpScope":
            return candidate
    return None


def names(root, role):
    result = []
    for node in nodes(root):
        try:
            if node.getRoleName() == role:
                result.append(node.name)
        except Exception:
            continue
    return result


def play(pyatspi):
    root = wait_for("the program", lambda: application(pyatspi))
    step = wait_for("the first step", lambda: find(root, "frame", "Step 1, ViberOtp"))
    for name in ("Template type", "Language"):
        if find(step, "combo box", name) is None:
            raise RuntimeError(f"There is no combo box named {name}.")
    for name in ("Recipient", "Time to live", "Pin", "Template id", "Sender"):
        if find(step, "text", name) is None:
            raise RuntimeError(f"There is no field named {name}.")
    wait_for("the simulator's scenarios", lambda: find(root, "list item", "× 60"))
    find(root, "push button", "Send").queryAction().doAction(0)
    sentence = wait_for(
        "the end of the run",
        lambda: next((n for n in names(root, "label")
                      if n.startswith("Viber expired") and n.endswith("was delivered.")), None))
    cells = names(root, "table cell")
    for word in ("EXPIRED", "Delivered"):
        if not any(word in cell for cell in cells):
            raise RuntimeError(f"No row of the tables says {word}.")
    print(sentence)


def main():
    if INSIDE not in os.environ:
        return start_inside()
    try:
        import pyatspi
    except ImportError:
        print("Skipped: not installed: python3-pyatspi")
        return SKIPPED
    # Starts the registry. A program that is there before it may never be told of it.
    pyatspi.Registry.getDesktop(0)
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                           QT_QPA_PLATFORM="xcb", OTPSCOPE_DATA_DIR=folder)
        with subprocess.Popen([sys.argv[1], "--lang", "en"], env=environment) as program:
            try:
                play(pyatspi)
            except RuntimeError as problem:
                print(problem)
                return 1
            finally:
                program.terminate()
    return 0


sys.exit(main())
