# Sourced by mvnw: points JAVA_HOME at a JDK 25 or newer, wherever this system usually keeps them.
# The build itself could run on an older one (the compiler is chosen by a toolchain), but the source formatter
# reads Java with the parser of the JDK that runs Maven.

jdk_major() { # prints the feature version of the JDK in directory $1, or nothing when it is no JDK
  [ -x "$1/bin/javac" ] || return 0
  sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1
}

is_jdk_25() {
  major=$(jdk_major "$1")
  [ -n "$major" ] && [ "$major" -ge 25 ]
}

find_jdk_25() {
  set +f
  path_javac=$(command -v javac 2>/dev/null || true)
  if [ -n "$path_javac" ] && command -v readlink >/dev/null 2>&1; then
    path_javac=$(readlink -f "$path_javac" 2>/dev/null || printf %s "$path_javac")
  fi
  for jdk in "${JAVA_HOME-}" "${path_javac%/bin/javac}" /usr/lib/jvm/* /usr/java/* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$jdk" ] && is_jdk_25 "$jdk"; then
      set -f
      JAVA_HOME=$jdk
      export JAVA_HOME
      return 0
    fi
  done
  set -f
  echo "MediaNest needs a JDK 25 or newer to build: install one (for example Eclipse Temurin 25, https://adoptium.net) or set JAVA_HOME to it." >&2
  return 1
}

find_jdk_25 || exit 1
