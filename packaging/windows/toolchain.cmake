# CMake toolchain: Windows x86-64 from Debian, with its mingw-w64 (posix threads) and a folder of Qt, SQLite and OpenSSL
# built for it. KEYWRIGHT_WINDOWS_SET names that folder, as a variable of the
# environment or of CMake.
if(NOT KEYWRIGHT_WINDOWS_SET AND DEFINED ENV{KEYWRIGHT_WINDOWS_SET})
    set(KEYWRIGHT_WINDOWS_SET $ENV{KEYWRIGHT_WINDOWS_SET} CACHE PATH "Qt, SQLite and OpenSSL for Windows")
endif()
if(NOT EXISTS "${KEYWRIGHT_WINDOWS_SET}/lib/cmake/Qt6/Qt6Config.cmake")
    message(FATAL_ERROR "KEYWRIGHT_WINDOWS_SET (\"${KEYWRIGHT_WINDOWS_SET}\") holds no Qt for Windows. "
        "Set it to a folder with Qt 6.4, SQLite and OpenSSL 3, built with mingw-w64.")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES KEYWRIGHT_WINDOWS_SET)

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 ${KEYWRIGHT_WINDOWS_SET} ${CMAKE_CURRENT_LIST_DIR})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
list(PREPEND CMAKE_PREFIX_PATH ${KEYWRIGHT_WINDOWS_SET})
set(OPENSSL_ROOT_DIR ${KEYWRIGHT_WINDOWS_SET})
# moc, rcc, lrelease run here: this system's Qt, of the same version.
set(QT_HOST_PATH /usr)
file(GLOB QT_HOST_PATH_CMAKE_DIR /usr/lib/*-linux-gnu/cmake)
set(Qt6LinguistTools_DIR ${QT_HOST_PATH_CMAKE_DIR}/Qt6LinguistTools)
# Libraries that are headers alone come from this system, one folder each: the rest of /usr/include is not for Windows.
set(CLI11_DIR ${CMAKE_CURRENT_LIST_DIR}/cmake)
