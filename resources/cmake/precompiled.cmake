# SPDX-License-Identifier: GPL-3.0-or-later
# Headers that nearly every file reads, compiled once per kind of target. Reading them again in each file was four
# fifths of the build. Sources still include what they use: clang-tidy and clazy read them without this.
set(OTPSCOPE_PCH_CORE
  <algorithm> <array> <chrono> <cmath> <functional> <map> <memory> <optional> <string> <utility> <variant> <vector>
  <nlohmann/json.hpp>
  <QByteArray> <QCoreApplication> <QDateTime> <QHash> <QList> <QObject> <QPointer> <QRegularExpression> <QSet>
  <QString> <QStringList> <QTimer> <QUrl> <QVariant> <QAbstractTableModel>)
set(OTPSCOPE_PCH_WIDGETS <QtGui/QtGui> <QtWidgets/QtWidgets>)

# otpscope_pch(kind LIBS target... HEADERS header...) makes the headers that targets of this kind share.
function(otpscope_pch kind)
  cmake_parse_arguments(ARG "" "" "LIBS;HEADERS" ${ARGN})
  set(source ${CMAKE_BINARY_DIR}/pch/${kind}.cpp)
  if(NOT EXISTS ${source})
    file(WRITE ${source} "")
  endif()
  add_library(otpscope_pch_${kind} OBJECT ${source})
  set_target_properties(otpscope_pch_${kind} PROPERTIES AUTOMOC OFF)
  target_link_libraries(otpscope_pch_${kind} PRIVATE otpscope_flags ${ARG_LIBS})
  target_precompile_headers(otpscope_pch_${kind} PRIVATE ${ARG_HEADERS})
endfunction()

# otpscope_precompiled(kind target...) lets targets use them. Kinds: core, widgets.
function(otpscope_precompiled kind)
  foreach(target ${ARGN})
    target_precompile_headers(${target} REUSE_FROM otpscope_pch_${kind})
  endforeach()
endfunction()

otpscope_pch(core LIBS Qt6::Core nlohmann_json::nlohmann_json HEADERS ${OTPSCOPE_PCH_CORE})
if(OTPSCOPE_BUILD_GUI)
  otpscope_pch(widgets LIBS Qt6::Widgets nlohmann_json::nlohmann_json
               HEADERS ${OTPSCOPE_PCH_CORE} ${OTPSCOPE_PCH_WIDGETS})
endif()
