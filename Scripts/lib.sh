# shellcheck shell=sh
# What the scripts share: a toolchain, the C libraries and a release build, each only if missing.
#
# Sourced, with $root set to the folder of Package.swift. Everything said here goes to standard
# error, so that standard output stays the program's own. A step that cannot go on ends the script
# with EX_UNAVAILABLE (69) and says what to do.

libraries_linux='libedit yaml-0.1 libmd zlib'
libraries_macos='libedit yaml-0.1'
oldest_swift=6.2

say() {
  printf '%s\n' "$*" >&2
}

# stop WORDS...: the first line says what is wrong, the others what to do.
stop() {
  printf '%s\n' "$@" >&2
  exit 69
}

is_macos() {
  [ "$(uname -s)" = Darwin ]
}

# MARK: - Swift

# On a Mac without developer tools /usr/bin/swift is only a window that offers them.
is_toolchain() {
  [ -x "$1" ] || return 1
  [ "$1" != /usr/bin/swift ] || ! is_macos || xcode-select -p >/dev/null 2>&1
}

# Puts a Swift that can build this package on PATH, or says where to get one.
find_swift() {
  for found in "$(command -v swift || true)" \
    "${SWIFTLY_BIN_DIR:-${HOME:-}/.local/share/swiftly/bin}/swift" \
    "${HOME:-}/.swiftly/bin/swift" \
    /opt/swift/usr/bin/swift /usr/share/swift/usr/bin/swift /usr/local/swift/usr/bin/swift \
    /usr/libexec/swift/bin/swift "${HOME:-}/swift/usr/bin/swift" \
    /Library/Developer/Toolchains/swift-latest.xctoolchain/usr/bin/swift; do
    is_toolchain "$found" || continue
    case $found in
      "$(command -v swift || true)") ;;
      *) PATH=$(dirname "$found"):$PATH && export PATH ;;
    esac
    check_swift_version "$found"
    return
  done
  stop 'huddle is built with Swift, and no Swift toolchain was found on this machine.' \
    "Get Swift $oldest_swift or later from https://www.swift.org/install, then run this again." \
    'If it is installed already, put the folder of its "swift" on PATH.'
}

check_swift_version() {
  if ! words=$("$1" --version 2>&1); then
    stop "$1 does not run:" "$words" 'https://www.swift.org/install lists what it needs.'
  fi
  version=$(printf '%s\n' "$words" | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  have=${version:-0.0}
  if [ "${have%.*}" -lt "${oldest_swift%.*}" ] ||
    { [ "${have%.*}" -eq "${oldest_swift%.*}" ] && [ "${have#*.}" -lt "${oldest_swift#*.}" ]; }; then
    stop "huddle needs Swift $oldest_swift or later; $1 is ${version:-of no version it would tell}." \
      'A newer one is at https://www.swift.org/install.'
  fi
}

# MARK: - C libraries

# Installs the C libraries that are not there; says what it does, and nothing where all are.
need_libraries() {
  if is_macos; then need_libraries_macos; else need_libraries_linux; fi
}

# missing_libraries NAMES...: those of them that pkg-config does not know.
missing_libraries() {
  for library in "$@"; do
    pkg-config --exists "$library" 2>/dev/null || printf ' %s' "$library"
  done
}

need_libraries_linux() {
  # shellcheck disable=SC2086 # A list of names.
  missing=$(missing_libraries $libraries_linux)
  [ -n "$missing" ] || return 0
  packages=
  command -v pkg-config >/dev/null || packages=' pkg-config'
  for library in $missing; do
    packages="$packages $(debian_package "$library")"
  done
  if ! command -v apt-get >/dev/null; then
    stop "huddle needs C libraries that pkg-config does not find here:$missing." \
      'Install their development files with the packages of your system, for example' \
      '  Fedora:  dnf install libedit-devel libyaml-devel libmd-devel zlib-devel pkgconf' \
      '  Arch:    pacman -S libedit libyaml libmd zlib pkgconf' \
      'and run this again.'
  fi
  # shellcheck disable=SC2086
  install_debian $packages
  # shellcheck disable=SC2086
  missing=$(missing_libraries $libraries_linux)
  [ -z "$missing" ] || stop "Installed, but pkg-config still does not find:$missing." \
    'Is PKG_CONFIG_PATH or PKG_CONFIG_LIBDIR set to another place?'
}

debian_package() {
  case $1 in
    yaml-0.1) echo libyaml-dev ;;
    zlib) echo zlib1g-dev ;;
    *) echo "$1-dev" ;;
  esac
}

# install_debian PACKAGES...: as root, or through sudo; the lists are fetched only if they are stale.
install_debian() {
  say "Installing what huddle is built with: $*"
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif ! command -v sudo >/dev/null; then
    stop 'That needs root, and there is no sudo here. As root, run' "  apt-get install $*" \
      'and then run this again.'
  elif [ -t 2 ] || sudo -n true 2>/dev/null; then
    as_root=sudo
  else
    stop 'That needs root, and sudo would ask for a password. In a terminal, run' \
      "  sudo apt-get install $*" 'and then run this again.'
  fi
  log=$(mktemp "${TMPDIR:-/tmp}/huddle-apt-XXXXXX")
  if ! apt_install "$@" >"$log" 2>&1; then
    say 'Fetching the lists of packages first.'
    # One list that cannot be fetched is no reason to stop: the others may do.
    $as_root apt-get update </dev/null >"$log" 2>&1 || true
    if ! apt_install "$@" >>"$log" 2>&1; then
      tail -n 8 "$log" >&2
      rm -f "$log"
      stop 'That did not work; apt-get said the above. Is this machine online? To try by hand, run' \
        "  ${as_root:+sudo }apt-get update && ${as_root:+sudo }apt-get install $*" \
        'and then run this again.'
    fi
  fi
  rm -f "$log"
}

apt_install() {
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "$@" </dev/null
}

# The system's own zlib and CommonCrypto serve on a Mac; its libedit is too old for the wide calls.
need_libraries_macos() {
  if ! command -v pkg-config >/dev/null && ! command -v brew >/dev/null; then
    stop 'huddle needs libedit, libyaml and pkg-config, and there is no Homebrew to get them with.' \
      'Install Homebrew, then run this again.'
  fi
  see_kegs
  # shellcheck disable=SC2086 # A list of names.
  missing=$(missing_libraries $libraries_macos)
  [ -n "$missing" ] || return 0
  command -v brew >/dev/null || stop "pkg-config does not find:$missing." \
    'Install them, or Homebrew, and then run this again.'
  packages=
  command -v pkg-config >/dev/null || packages=pkg-config
  for library in $missing; do
    case $library in
      yaml-0.1) packages="$packages libyaml" ;;
      *) packages="$packages $library" ;;
    esac
  done
  say "Installing what huddle is built with: brew install" "$packages"
  # shellcheck disable=SC2086
  brew install --quiet $packages </dev/null >&2 || stop 'Homebrew could not install them.' \
    'Is this machine online? To try by hand, run' "  brew install $packages"
  see_kegs
}

# Homebrew keeps its libedit out of the way of the system's: pkg-config has to be told.
see_kegs() {
  command -v brew >/dev/null || return 0
  kegs=$(brew --prefix)/opt
  PKG_CONFIG_PATH="$kegs/libedit/lib/pkgconfig:$kegs/libyaml/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
  export PKG_CONFIG_PATH
}

prepare() {
  find_swift
  need_libraries
}

# MARK: - The release build

# shellcheck disable=SC2154 # Whoever sources this sets it.
binary=$root/.build/release/huddle
stamp=$root/.build/huddle-built

# Whether the sources have not changed since the release was built. Folders count: a file that is
# gone makes its folder newer.
is_built() {
  [ -x "$binary" ] && [ -f "$stamp" ] &&
    [ -z "$(find "$root/Package.swift" "$root/Sources" "$root/Playbooks" -newer "$stamp" |
      head -n 1)" ]
}

# Builds the release where something changed. On Linux Swift's library goes into the program, which
# then starts faster and runs where there is no Swift.
build_release() {
  ! is_built || return 0
  prepare
  if [ -x "$binary" ]; then
    say 'Building huddle: something changed.'
  else
    say 'Building huddle for the first time. That takes some minutes; later starts take none.'
  fi
  mkdir -p "$root/.build" || stop "huddle is built in $root/.build, which cannot be written." \
    'Clone it to a folder of your own.'
  : >"$stamp.begun"
  set -- --package-path "$root" -c release --product huddle
  is_macos || set -- "$@" --static-swift-stdlib
  if [ -t 2 ]; then
    swift build "$@" </dev/null >&2 || not_built
  else
    swift build --quiet "$@" </dev/null >"$stamp.log" 2>&1 ||
      { cat "$stamp.log" >&2 && not_built; }
    rm -f "$stamp.log"
  fi
  # Its time is when the build began: what is edited meanwhile is built the next time.
  mv "$stamp.begun" "$stamp"
}

not_built() {
  stop 'huddle was not built; the compiler says why above.' \
    'With a changed tree, mend that. With a fresh clone, see what Swift itself needs on this' \
    'system: https://www.swift.org/install.'
}
