# The Linux packages: keywright, keywright-cli and keywrightd, as .deb and as .rpm.
set(CPACK_GENERATOR DEB)
# Each package has a first line of its own; CPack puts no common one above it as long as this is its default.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_NAME} built using CMake")
set(packages_of_components window:keywright cli:keywright-cli server:keywrightd)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "qt6-wayland, keywright-cli")
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS
    "systemd | systemd-standalone-sysusers | systemd-sysusers")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "libqt6sql6-psql")
set(scripts ${CMAKE_CURRENT_SOURCE_DIR}/linux/debian/keywrightd)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${scripts}/postinst;${scripts}/prerm;${scripts}/postrm;${scripts}/conffiles")

set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE GPL-3.0-or-later)
set(CPACK_RPM_PACKAGE_GROUP Applications/System)
# Folders that belong to the system.
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/applications /usr/share/metainfo /usr/share/mime
    /usr/share/mime/packages /usr/share/man /usr/share/man/man1 /usr/share/doc /usr/share/icons /usr/share/icons/hicolor
    /usr/share/bash-completion /usr/share/bash-completion/completions /usr/share/zsh /usr/share/zsh/site-functions /usr/share/licenses
    /usr/share/fish /usr/share/fish/vendor_completions.d /usr/lib/systemd /usr/lib/systemd/system /usr/lib/sysusers.d)
foreach(size 16 24 32 48 64 128 256 512)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/icons/hicolor/${size}x${size}
        /usr/share/icons/hicolor/${size}x${size}/apps)
endforeach()
list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/icons/hicolor/scalable
    /usr/share/icons/hicolor/scalable/apps)
set(CPACK_RPM_SERVER_USER_FILELIST "%config(noreplace) ${keywrightd_config_folder}/keywrightd.toml")
# Who made them, and no links for a debugger: the programs come stripped.
set(CPACK_RPM_SPEC_MORE_DEFINE "%define packager ${CPACK_PACKAGE_CONTACT}\n%define _build_id_links none")
set(CPACK_RPM_SERVER_PACKAGE_REQUIRES_POST systemd)
set(CPACK_RPM_SERVER_PACKAGE_REQUIRES_PREUN systemd)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/linux/rpm/places.cmake)
foreach(moment PRE_INSTALL POST_INSTALL PRE_UNINSTALL POST_UNINSTALL)
    string(TOLOWER ${moment} name)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/linux/rpm/${name}.sh)
        set(CPACK_RPM_SERVER_${moment}_SCRIPT_FILE ${CMAKE_CURRENT_SOURCE_DIR}/linux/rpm/${name}.sh)
    endif()
endforeach()

foreach(pair ${packages_of_components})
    string(REPLACE ":" ";" pair ${pair})
    list(GET pair 0 component)
    list(GET pair 1 package)
    string(TOUPPER ${component} component)
    set(CPACK_DEBIAN_${component}_PACKAGE_NAME ${package})
    set(CPACK_RPM_${component}_PACKAGE_NAME ${package})
    # For RPM the first line is the summary, with a capital letter.
    string(REGEX MATCH "^[^\n]*" summary "${CPACK_COMPONENT_${component}_DESCRIPTION}")
    string(SUBSTRING "${summary}" 0 1 letter)
    string(TOUPPER "${letter}" letter)
    string(REGEX REPLACE "^." "${letter}" CPACK_RPM_${component}_PACKAGE_SUMMARY "${summary}")
    string(REGEX REPLACE "^[^\n]*\n(.*)$" "\\1" CPACK_RPM_${component}_PACKAGE_DESCRIPTION "${CPACK_COMPONENT_${component}_DESCRIPTION}")
endforeach()
