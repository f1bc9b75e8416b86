# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries every compiler flag; each of our targets links it.
add_library(otpscope_flags INTERFACE)
target_include_directories(otpscope_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(otpscope_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
  QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400
  OTPSCOPE_VERSION="${PROJECT_VERSION}")
target_compile_options(otpscope_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wswitch-enum>)
# ccache asks for it beside precompiled headers.
target_compile_options(otpscope_flags INTERFACE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>)
if(OTPSCOPE_WERROR)
  target_compile_options(otpscope_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(OTPSCOPE_SANITIZE)
  add_compile_options(-fsanitize=${OTPSCOPE_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${OTPSCOPE_SANITIZE})
  if(OTPSCOPE_SANITIZE MATCHES undefined)
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()
