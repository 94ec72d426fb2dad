# Shared by bin/hdlgen and bin/test: which programs are missing, and how to get them.
# POSIX sh; sourced, never run. It never calls sudo.
#
# HDLGEN_INSTALL=1 installs what is missing without asking; HDLGEN_INSTALL=0 never installs.

say() { printf '%s\n' "$*" >&2; }

# The folder of this checkout, whatever symbolic links led to the script $1.
checkout_root() {
  script=$1
  while [ -L "$script" ]; do
    link=$(readlink -- "$script")
    case $link in
      /*) script=$link ;;
      *) script=$(dirname -- "$script")/$link ;;
    esac
  done
  (CDPATH='' cd -- "$(dirname -- "$script")/.." && pwd -P)
}

# Sets java (the program) and java_major (its version, 0 if there is none), without starting a JVM
# where the JDK's "release" file tells.
find_java() {
  java_major=0
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java 2>/dev/null) || { java=java; return 0; }
  fi
  java_version=
  real=$(readlink -f -- "$java" 2>/dev/null) || real=$java
  release=${real%/bin/java}/release
  if [ -r "$release" ]; then
    while IFS='=' read -r key value; do
      if [ "$key" = JAVA_VERSION ]; then
        java_version=$value
        break
      fi
    done <"$release"
  fi
  if [ -z "$java_version" ]; then
    java_version=$("$java" -version 2>&1 | sed -n 's/.* version \("[^"]*"\).*/\1/p' | head -n 1)
  fi
  java_version=${java_version#\"}
  java_version=${java_version%\"}
  java_major=${java_version%%[!0-9]*}
  java_major=${java_major:-0}
}

# Whether tool $1 is there. "jdk" means a Java compiler and virtual machine of version 17 or newer.
has_tool() {
  case $1 in
    jdk)
      find_java
      [ "$java_major" -ge 17 ] || return 1
      [ -x "$(dirname -- "$(readlink -f -- "$java" 2>/dev/null || printf %s "$java")")/javac" ] ||
        command -v javac >/dev/null 2>&1
      ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

# The package of tool $2 for package manager $1; empty where the system brings it along.
package_of() {
  case $1:$2 in
    apt:jdk)
      if apt-cache show openjdk-17-jdk-headless >/dev/null 2>&1; then
        echo openjdk-17-jdk-headless
      else
        echo default-jdk-headless
      fi
      ;;
    dnf:jdk) echo java-devel ;;
    brew:jdk) echo openjdk ;;
    *:mvn) echo maven ;;
    dnf:g++) echo gcc-c++ ;;
    brew:g++ | brew:make) ;;
    brew:iverilog) echo icarus-verilog ;;
    apt:icepack) echo fpga-icestorm ;;
    dnf:icepack) echo icestorm ;;
    dnf:nextpnr-ice40) echo nextpnr ;;
    *) echo "$2" ;;
  esac
}

# The command that installs tools $2.. with package manager $1.
install_line() {
  manager=$1
  shift
  packages=
  for tool in "$@"; do
    package=$(package_of "$manager" "$tool")
    packages="$packages${package:+ $package}"
  done
  case $manager in
    apt) echo "apt-get install -y --no-install-recommends$packages" ;;
    dnf) echo "dnf install -y$packages" ;;
    brew) echo "brew install$packages" ;;
  esac
}

package_manager() {
  if command -v apt-get >/dev/null 2>&1; then
    echo apt
  elif command -v dnf >/dev/null 2>&1; then
    echo dnf
  elif command -v brew >/dev/null 2>&1; then
    echo brew
  fi
}

# Runs the installation with package manager $1 of tools $2.., output to stderr.
install_tools() {
  manager=$1
  say "hdlgen: $(install_line "$@")"
  case $manager in
    apt)
      DEBIAN_FRONTEND=noninteractive
      export DEBIAN_FRONTEND
      # An image without package lists does not know the packages yet.
      apt-get update -qq </dev/null >&2 || say "hdlgen: apt-get update failed; trying without"
      ;;
  esac
  # The line holds package names only: it is meant to be split.
  # shellcheck disable=SC2046
  $(install_line "$@") </dev/null >&2
}

# Makes sure that the tools are there: installs (root on Debian or Ubuntu, or HDLGEN_INSTALL=1),
# asks (on a terminal), or prints the one line to type and exits with 3.
need_tools() {
  missing=
  for tool in "$@"; do
    has_tool "$tool" || missing="$missing $tool"
  done
  [ -n "$missing" ] || return 0
  manager=$(package_manager)
  may_install=no
  if [ -n "$manager" ]; then
    case ${HDLGEN_INSTALL:-} in
      1) may_install=yes ;;
      0) ;;
      *)
        if [ "$(id -u)" = 0 ] && [ "$manager" = apt ]; then
          may_install=yes
        elif [ -t 0 ] && [ -t 2 ] && { [ "$(id -u)" = 0 ] || [ "$manager" = brew ]; }; then
          # shellcheck disable=SC2086
          printf 'hdlgen needs%s. Run "%s"? [y/N] ' "$missing" \
            "$(install_line "$manager" $missing)" >&2
          read -r answer || answer=
          case $answer in [yY]*) may_install=yes ;; esac
        fi
        ;;
    esac
  fi
  if [ "$may_install" = yes ]; then
    # shellcheck disable=SC2086
    install_tools "$manager" $missing || say "hdlgen: the installation failed"
    hash -r
    still=
    for tool in $missing; do
      has_tool "$tool" || still="$still $tool"
    done
    [ -n "$still" ] || return 0
    missing=$still
  fi
  as_root=
  [ "$(id -u)" = 0 ] || as_root='sudo '
  # shellcheck disable=SC2086
  case $manager in
    apt | dnf) say "hdlgen: missing:$missing; type: $as_root$(install_line "$manager" $missing)" ;;
    brew) say "hdlgen: missing:$missing; type: $(install_line brew $missing)" ;;
    *)
      say "hdlgen: missing:$missing; type: $(install_line apt $missing) (Debian, Ubuntu, and" \
        "Windows in WSL2), $(install_line dnf $missing) (Fedora), or" \
        "$(install_line brew $missing) (macOS)"
      ;;
  esac
  exit 3
}
