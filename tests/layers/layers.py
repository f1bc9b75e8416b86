#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the arrows between the folders (ARCHITECTURE.md) and the rules that only a reader would see.

    layers.py ROOT         prints each violation as file:line: what is wrong; exit 1 if there is any
    layers.py --self-test  plants every kind of violation in a temporary tree and looks for it
"""
import pathlib
import re
import sys
import tempfile
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Layer:
    """What one folder may include of ours, and link of others'."""
    includes: frozenset
    links: frozenset = field(default_factory=frozenset)
    may_translate: bool = False


def layer(includes, links='', may_translate=False):
    return Layer(frozenset(includes.split()), frozenset(('Qt6::Core ' + links).split()), may_translate)


JSON = 'nlohmann_json::nlohmann_json'
SERVICES = 'app/http app/client app/webhook app/simulator app/store app/run app/report app/platform app/environment'

# The longest folder that fits a file decides. A folder of product code without a line here is a violation.
LAYERS = {
    'models': layer('models', JSON + ' ${PHONENUMBER_LIBRARY}'),
    'models/text': layer('models', may_translate=True),
    'app/http': layer('app/http app/platform models', 'Qt6::Network ${LLHTTP_LIBRARY}'),
    'app/store': layer('app/store models', 'Qt6::Sql'),
    'app/client': layer('app/client app/http models', 'Qt6::Network'),
    'app/environment': layer('app/environment app/client app/http app/platform models',
                             'Qt6::Network Qt6Keychain::Qt6Keychain'),
    'app/webhook': layer('app/webhook app/http app/platform app/store models', 'Qt6::Network'),
    'app/simulator': layer('app/simulator app/http app/platform models', 'Qt6::Network'),
    'app/run': layer('app/run app/client app/platform app/store app/webhook models', 'Qt6::Network'),
    'app/report': layer('app/report models', JSON),
    'app/platform': layer('app/platform models'),
    'app/cli': layer('app/cli models ' + SERVICES, 'Qt6::Network CLI11::CLI11',
                     may_translate=True),
    'app/window': layer('app/window ui models ' + SERVICES, 'Qt6::Network Qt6::Widgets',
                        may_translate=True),
    'app': layer('app app/window ui models ' + SERVICES, 'Qt6::Network Qt6::Gui Qt6::Widgets Qt6::Svg',
                 may_translate=True),
    'ui': layer('ui models', 'Qt6::Gui Qt6::Widgets Qt6::Svg Qt6::SvgWidgets ${QSCINTILLA_LIBRARY}',
                may_translate=True),
}
# Links that carry flags or data and no layer.
FREE_LINKS = {'otpscope_flags', 'Threads::Threads', 'otpscope_resources', 'otpscope_translations',
              'PUBLIC', 'PRIVATE', 'INTERFACE'}
FILES = r'\bQ(?:File|SaveFile|TemporaryFile|Dir|FileInfo|DirIterator)\b|\bf(?:stream|open)\b|\b[io]fstream\b'
SOCKETS = r'\bQ(?:(?:Tcp|Udp|Ssl|Network)\w+|Local(?:Socket|Server)|HostInfo|HostAddress)\b'
WIDGETS = r'\bQ(?:Widget|Painter|Pixmap|Image|Icon|Color|Brush|Pen|Font|Palette|GuiApplication|Application)\b'
CLOCKS = (r'\bcurrent(?:DateTime(?:Utc)?|MSecsSinceEpoch|SecsSinceEpoch)\b|\bQ(?:Date|Time)::current\w+'
          r'|\b(?:system|steady|high_resolution)_clock::now\b|\bQElapsedTimer\b|\bgettimeofday\b')

PRODUCT = ('models', 'app', 'ui')
EVERYWHERE = PRODUCT + ('tests',)


@dataclass(frozen=True)
class TokenRule:
    folders: tuple
    pattern: re.Pattern
    message: str
    but_not: tuple = ()


def rule(folders, pattern, message, but_not=()):
    return TokenRule(tuple(folders), re.compile(pattern), message, tuple(but_not))


TOKEN_RULES = (
    rule(['models'], WIDGETS, 'models know no Gui and no widgets'),
    rule(['models'], SOCKETS, 'models open no sockets'),
    rule(['models'], r'\bQSql\w+', 'models know no database'),
    rule(['models'], FILES, 'models open no files'),
    rule(['models'], r'\bQSettings\b|\bqEnvironmentVariable\b|\bqgetenv\b|\bgetenv\b',
         'models read no settings and no environment'),
    rule(['models'], r'\binstance\(\)|\bqApp\b', 'models know no singleton'),
    rule(PRODUCT, r'\bstatic\b[^;()]*[&*]\s*instance\(', 'no singletons; hand it on by constructor'),
    rule(['ui'], SOCKETS, 'ui opens no sockets'),
    rule(['ui'], r'\bQSql\w+', 'ui knows no database'),
    rule(['ui'], FILES, 'ui opens no files'),
    rule(PRODUCT, CLOCKS, 'time comes from models::Clock', but_not=['app/platform/systemclock.cpp']),
    rule(EVERYWHERE, r'\b(?:SIGNAL|SLOT)\(', 'connect pointers to members'),
    rule(EVERYWHERE, r'(?<![\w.>])sender\(\)', 'no sender(); capture what you need'),
    rule(PRODUCT, r'\bvoid\s+on_\w+_\w+\(', 'no auto-connect names'),
    rule(EVERYWHERE, r'\bqWait\(|\bsleep_(?:for|until)\(|\bQThread::(?:m|u)?sleep\(|\busleep\(',
         'no sleeps; wait for the event, or move the clock'),
)
TRANSLATES = re.compile(r'(?<![\w:])(?:tr|QObject::tr|QCoreApplication::translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\(')
UNFINISHED = re.compile(r'\b(?:TODO|FIXME|XXX)\b')
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
QT_MODULE_INCLUDE = re.compile(r'^Qt([A-Z]\w+)/')
# Raw strings, comments, strings, characters: blanked before tokens are looked for, line ends kept.
NO_CODE = re.compile(r'R"(?P<d>[^()\s\\"]{0,16})\(.*?\)(?P=d)"|//[^\n]*|/\*.*?\*/'
                     r'|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
LIBRARY = re.compile(r'add_(?:library|executable)\(\s*([\w-]+)')
LINK_CALL = re.compile(r'target_link_libraries\(\s*([\w:${}-]+)(.*?)\)', re.DOTALL)


def without_text(source):
    return NO_CODE.sub(lambda m: re.sub(r'[^\n]', ' ', m.group()), source)


def layer_of(path):
    """The name of the layer a file (relative, posix) belongs to; None where no line of LAYERS is meant for it."""
    folder = path.rpartition('/')[0]
    parts = folder.split('/')
    if parts[0] == 'app' and len(parts) > 1:
        name = '/'.join(parts[:2])
        return name if name in LAYERS else None
    for depth in range(len(parts), 0, -1):
        name = '/'.join(parts[:depth])
        if name in LAYERS:
            return name
    return None


def is_in(path, folders):
    return any(path == f or path.startswith(f + '/') for f in folders)


def check_includes(path, number, text, name):
    match = INCLUDE.match(text)
    if not match:
        return
    kind, target = match.groups()
    if target.startswith('.'):
        yield number, f'"{target}": includes are written from the project root'
    if name is None:
        return
    if kind == '"' and '/' in target:
        to = layer_of(target)
        to = 'models' if to == 'models/text' else to
        if to not in LAYERS[name].includes and (to or '') != name:
            yield number, f'{name} must not include {target}'
    module = QT_MODULE_INCLUDE.match(target)
    if module and module.group(1) != 'Core':
        yield number, f'<{target}>: include the class without its module; the link line decides'


def check_source(path, source):
    name = layer_of(path) if is_in(path, PRODUCT) else None
    if is_in(path, PRODUCT) and name is None:
        yield 1, 'this folder has no line in tests/layers/layers.py; give it one'
    lines = source.split('\n')
    if 'SPDX-License-Identifier: GPL-3.0-or-later' not in lines[0]:
        yield 1, 'the first line is the SPDX line'
    if path.endswith('.h') and '#pragma once' not in source:
        yield 1, 'no #pragma once'
    for number, line in enumerate(lines, 1):
        yield from check_includes(path, number, line, name)
        if UNFINISHED.search(line):
            yield number, 'unfinished work is an issue, not a comment'
    for number, line in enumerate(without_text(source).split('\n'), 1):
        if line.lstrip().startswith('#'):
            continue
        if name is not None and not LAYERS[name].may_translate and TRANSLATES.search(line):
            yield number, f'{name} does not translate; sentences are made in models/text or ui'
        for r in TOKEN_RULES:
            found = r.pattern.search(line) if is_in(path, r.folders) else None
            if found and path not in r.but_not:
                yield number, f'{found.group().strip()}: {r.message}'


def layers_of_targets(root):
    """Our targets, each with the layer whose folder defines it."""
    return {target: layer_of(file.relative_to(root).as_posix())
            for top in PRODUCT for file in (root / top).rglob('CMakeLists.txt')
            for target in LIBRARY.findall(file.read_text(encoding='utf-8'))}


def check_links(path, source, targets):
    code = re.sub(r'#[^\n]*', lambda m: ' ' * len(m.group()), source)
    name = layer_of(path)
    for call in LINK_CALL.finditer(code):
        if name is None:
            continue
        for item in re.finditer(r'[^\s"]+', call.group(2)):
            link = item.group()
            number = code.count('\n', 0, call.start(2) + item.start()) + 1
            if link in FREE_LINKS or link in LAYERS[name].links:
                continue
            if targets.get(link) not in LAYERS[name].includes:
                yield number, f'{name} must not link {link}'


def check_test_sources(source):
    for number, line in enumerate(source.split('\n'), 1):
        if re.search(r'(?:\.\./|SOURCE_DIR\}/)(?:\.\./)*(?:models|app|ui)/[\w/]+\.cpp', line.split('#')[0]):
            yield number, 'a test links the library; it does not compile a product source again'


def check_tree(root):
    """All violations as (path, line, message), and the number of files read."""
    targets = layers_of_targets(root)
    violations = []
    count = 0
    for top in EVERYWHERE:
        for file in sorted((root / top).rglob('*')):
            path = file.relative_to(root).as_posix()
            if file.suffix in ('.cpp', '.h'):
                found = check_source(path, file.read_text(encoding='utf-8'))
            elif file.name == 'CMakeLists.txt':
                source = file.read_text(encoding='utf-8')
                found = (check_test_sources(source) if top == 'tests'
                         else check_links(path, source, targets))
            else:
                continue
            count += 1
            violations += [(path, number, message) for number, message in found]
    return violations, count


# Self-test: (file, a line that breaks a rule, a part of the message it must bring).
PLANTED = (
    ('models/a.cpp', '#include "app/http/limits.h"', 'models must not include app/http'),
    ('models/a.cpp', '#include "ui/window.h"', 'models must not include ui'),
    ('models/a.cpp', '#include "../app/x.h"', 'project root'),
    ('models/a.cpp', '#include <QtGui/QColor>', 'without its module'),
    ('models/a.cpp', 'QWidget *w;', 'no widgets'),
    ('models/a.cpp', 'QPainter p;', 'no widgets'),
    ('models/a.cpp', 'QTcpSocket s;', 'no sockets'),
    ('models/a.cpp', 'QFile f;', 'no files'),
    ('models/a.cpp', 'std::ifstream f;', 'no files'),
    ('models/a.cpp', 'auto t = QDateTime::currentDateTimeUtc();', 'models::Clock'),
    ('models/a.cpp', 'auto t = std::chrono::system_clock::now();', 'models::Clock'),
    ('models/a.cpp', 'auto a = QCoreApplication::instance();', 'no singleton'),
    ('models/a.cpp', 'auto s = tr("Send");', 'does not translate'),
    ('models/a.cpp', 'auto s = QCoreApplication::translate("a", "b");', 'does not translate'),
    ('models/a.cpp', '// TODO later', 'unfinished'),
    ('models/run/b.h', 'auto s = QObject::tr("Send");', 'does not translate'),
    ('app/http/a.cpp', '#include "app/store/observationstore.h"', 'app/http must not include'),
    ('app/store/a.cpp', '#include "app/http/limits.h"', 'app/store must not include'),
    ('app/client/a.cpp', '#include "app/run/runsession.h"', 'app/client must not include'),
    ('app/webhook/a.cpp', '#include "app/client/serviceclient.h"', 'app/webhook must not include'),
    ('app/environment/a.cpp', '#include "app/store/observationstore.h"', 'app/environment must not include'),
    ('app/simulator/a.cpp', '#include "app/store/observationstore.h"', 'app/simulator must not include'),
    ('app/run/a.cpp', '#include "app/simulator/simulator.h"', 'app/run must not include'),
    ('app/report/a.cpp', '#include "app/run/runsession.h"', 'app/report must not include'),
    ('app/cli/a.cpp', '#include "ui/mainwindow.h"', 'app/cli must not include'),
    ('app/client/a.cpp', 'auto t = std::chrono::steady_clock::now();', 'models::Clock'),
    ('app/store/a.cpp', 'static Store &instance();', 'no singletons'),
    ('app/store/a.cpp', 'auto s = tr("Full");', 'does not translate'),
    ('app/new/a.cpp', '', 'has no line in'),
    ('ui/a.cpp', '#include "app/store/observationstore.h"', 'ui must not include'),
    ('ui/a.cpp', 'QNetworkAccessManager m;', 'no sockets'),
    ('ui/a.cpp', 'QFile f(name);', 'no files'),
    ('ui/a.cpp', 'QSqlDatabase d;', 'no database'),
    ('ui/a.cpp', 'connect(a, SIGNAL(b()), c, SLOT(d()));', 'pointers to members'),
    ('ui/a.cpp', 'auto s = sender();', 'no sender'),
    ('ui/a.cpp', 'void on_send_clicked();', 'auto-connect'),
    ('tests/ui/a.cpp', 'QTest::qWait(10);', 'no sleeps'),
    ('tests/ui/a.cpp', 'std::this_thread::sleep_for(1s);', 'no sleeps'),
    ('models/CMakeLists.txt', 'target_link_libraries(otpscope_models PUBLIC Qt6::Gui)', 'must not link Qt6::Gui'),
    ('ui/CMakeLists.txt', 'target_link_libraries(otpscope_ui PUBLIC otpscope_store)', 'must not link otpscope_store'),
    ('ui/CMakeLists.txt', 'target_link_libraries(otpscope_ui PUBLIC Qt6::Network)', 'must not link Qt6::Network'),
    ('app/cli/CMakeLists.txt', 'target_link_libraries(otpscope-cli PRIVATE Qt6::Widgets)', 'must not link Qt6::Widgets'),
    ('tests/ui/CMakeLists.txt', 'otpscope_test(a SOURCES ../../ui/a.cpp)', 'does not compile'),
)
# Lines that look like violations and are none.
HARMLESS = (
    ('models/a.cpp', '// QWidget and QFile are for others'),
    ('models/a.cpp', 'auto s = QStringLiteral("QFile tr( sender()");'),
    ('models/a.cpp', 'auto s = R"(QTcpSocket\nSIGNAL(x))";'),
    ('models/a.cpp', '#include "models/core/clock.h"'),
    ('models/text/a.cpp', 'auto s = QCoreApplication::translate("a", "b");'),
    ('models/a.cpp', 'auto p = ptr(1); str(2); x.attr(3);'),
    ('app/main.cpp', '#include "ui/mainwindow.h"'),
    ('app/cli/a.cpp', '#include "app/run/runsession.h"'),
    ('app/platform/systemclock.cpp', 'auto t = std::chrono::system_clock::now();'),
    ('ui/a.cpp', 'auto s = tr("Send"); QFileDialog d; QLocale l;'),
    ('app/http/CMakeLists.txt', 'add_library(parser a.cpp)\nadd_library(http b.cpp)\n'
                                'target_link_libraries(http PUBLIC parser Qt6::Network)'),
)


def check_planted(file, line):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        target = root / file
        target.parent.mkdir(parents=True)
        head = '# SPDX' if file.endswith('.txt') else '// SPDX'
        head += '-License-Identifier: GPL-3.0-or-later\n'
        target.write_text(head + ('#pragma once\n' if file.endswith('.h') else '\n') + line + '\n')
        return check_tree(root)[0]


def self_test():
    wrong = []
    for file, line, expected in PLANTED:
        found = check_planted(file, line)
        where = 3 if line else 1
        if not any(f == file and n == where and expected in m for f, n, m in found):
            wrong.append(f'{file}: "{line}" should bring "{expected}" in line {where}, brought {found}')
    for file, line in HARMLESS:
        found = check_planted(file, line)
        if found:
            wrong.append(f'{file}: "{line}" is harmless, brought {found}')
    print('\n'.join(wrong) or f'{len(PLANTED)} planted violations found, {len(HARMLESS)} harmless lines left alone')
    return 1 if wrong else 0


def main():
    if sys.argv[1:] == ['--self-test']:
        return self_test()
    violations, count = check_tree(pathlib.Path(sys.argv[1]))
    for path, number, message in violations:
        print(f'{path}:{number}: {message}')
    print(f'{count} files read, {len(violations)} violations')
    return 1 if violations or count == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
