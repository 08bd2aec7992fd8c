# shellcheck shell=bash
# Whether what is checked out may be released. Sourced by release.sh, in the topmost folder.

# release_version: the one number, as CMakeLists.txt says it.
release_version() { sed -n 's/^project(Keywright VERSION \([0-9.]*\) .*/\1/p' CMakeLists.txt; }

# The first "VERSION DATE" of the CHANGELOG, and of the metainfo.
changelog_release() { sed -n 's/^## \[\([^]]*\)\] - \(.*\)$/\1 \2/p' CHANGELOG.md | head -1; }
metainfo_release() {
    sed -n 's/.*<release version="\([^"]*\)" date="\([^"]*\)".*/\1 \2/p' packaging/linux/org.keywright.Keywright.metainfo.xml | head -1
}

# objections: every reason against a release, one a line.
objections() {
    local version logged told changed tagged
    version=$(release_version)
    [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || echo "CMakeLists.txt says no version of the form 1.2.3."
    logged=$(changelog_release)
    if [ "${logged%% *}" != "$version" ]; then
        echo "CHANGELOG.md begins with ${logged%% *}, CMakeLists.txt says $version."
    elif [[ ! ${logged#* } =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]]; then
        echo "CHANGELOG.md gives $version no date: \"${logged#* }\"."
    fi
    told=$(metainfo_release)
    [ "$told" = "$logged" ] || echo "The metainfo's newest release is \"$told\", CHANGELOG.md's \"$logged\"."
    changed=$(git status --porcelain 2>&1) || { echo "This is no git checkout." && return; }
    [ -z "$changed" ] || printf 'The tree is not clean:\n%s\n' "$changed"
    tagged=$(git rev-parse --quiet --verify "refs/tags/v$version^{commit}" || true)
    if [ -z "$tagged" ]; then
        echo "There is no tag v$version."
    elif [ "$tagged" != "$(git rev-parse HEAD)" ]; then
        echo "The tag v$version is another commit than the one checked out."
    fi
}
