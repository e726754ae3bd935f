#!/usr/bin/env bash
# Tries the Linux packages in installers/target/dist on this Debian as a person would: installs, upgrades, starts, looks,
# removes. Needs root. Says what it saw, line by line; ends with an error at the first thing that is not so.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../.."

dist=$PWD/target/dist
seen=$PWD/target/seen
work=$(mktemp -d)
server=""
window=""
export DEBIAN_FRONTEND=noninteractive

ok() { printf 'ok    %s\n' "$*"; }
fail() {
  printf 'FAIL  %s\n' "$*" >&2
  exit 1
}
end() {
  for process in $server $window; do kill "$process" 2>/dev/null || true; done
  rm -rf "$work"
}
trap end EXIT

one() { # the only file of a kind
  local files=("$dist"/$1)
  [ "${#files[@]}" -eq 1 ] && [ -f "${files[0]}" ] || fail "there must be one $1 in $dist: run ./mvnw -q package -Pinstaller"
  printf '%s' "${files[0]}"
}
megabytes() { echo $((($1 + 999999) / 1000000)); }
wait_for() { # what, seconds, command...
  local what=$1 deadline=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || {
      tail -n 40 "$work"/*.log >&2 || true
      fail "$what did not come"
    }
    sleep 0.2
  done
}
satisfy() { apt-get satisfy -y -qq --no-install-recommends "$1" >"$work/apt.log" 2>&1; }
install_deb() { apt-get install -y -qq --no-install-recommends --allow-downgrades "$1" >"$work/apt.log" 2>&1 || {
  cat "$work/apt.log" >&2
  fail "apt cannot install $1"
}; }

[ "$(id -u)" -eq 0 ] || fail "this installs packages: run it as root"
[ ! -e /opt/medianest ] || fail "MediaNest is installed here already: apt-get purge medianest first"
[ ! -e /var/lib/medianest ] || fail "there are data in /var/lib/medianest, which this check would not leave alone"
deb=$(one '*.deb') rpm=$(one '*.rpm') tarball=$(one '*.tar.gz')
rm -rf "$seen"
mkdir -p "$seen"

# --- what the packages say of themselves -----------------------------------------------------------------------------
deb_size=$(megabytes "$(stat -c %s "$deb")")
[ "$deb_size" -le 90 ] || fail "the .deb has $deb_size MB, more than 90"
unpacked=$(($(dpkg-deb -f "$deb" Installed-Size) * 1024))
[ "$(megabytes "$unpacked")" -le 210 ] || fail "installed it has $(megabytes "$unpacked") MB, more than 210"
ok ".deb $deb_size MB, installed $(megabytes "$unpacked") MB, .rpm $(megabytes "$(stat -c %s "$rpm")") MB, tar.gz $(megabytes "$(stat -c %s "$tarball")") MB"

rpm -qp --queryformat '%{NAME} %{LICENSE} %{VENDOR}\n' "$rpm" 2>/dev/null | grep -qx 'medianest Apache-2.0 MediaNest' || fail "the rpm's metadata are not ours"
for needed in gtk3 libXtst fontconfig; do rpm -qp --requires "$rpm" 2>/dev/null | grep -qx "$needed" || fail "the rpm does not require $needed"; done
rpm -qp --scripts "$rpm" 2>/dev/null | grep -q 'useradd --system' || fail "the rpm makes no user for its service"
rpm -qp --configfiles "$rpm" 2>/dev/null | grep -qx /etc/default/medianest-server || fail "the rpm would overwrite settings"
diff <(rpm -qpl "$rpm" 2>/dev/null | sort) \
  <(dpkg-deb --fsys-tarfile "$deb" | tar -t | sed 's#^\.##; s#/$##' |
    grep -E '^(/opt/medianest|/usr/share/doc/medianest|/usr/bin/.|/usr/share/(applications|man/man1|metainfo)/.|.*/apps/medianest\.|/usr/lib/systemd/system/.|/etc/default/.)' | sort) >&2 ||
  fail "rpm and deb do not hold the same files"
ok "rpm: metadata, requirements, scripts, and the same $(rpm -qpl "$rpm" 2>/dev/null | wc -l) files as the .deb"
dpkg-deb --contents "$deb" >"$work/contents"
awk '$2 != "root/root" {bad = 1} END {exit bad}' "$work/contents" || fail "something in the .deb does not belong to root"
for file in third-party.txt medianest.cdx.json LICENSE.txt; do
  grep -q "lib/app/$file\$" "$work/contents" || fail "$file is not in the package"
done
desktop=$(grep -o './opt/medianest/lib/app/app-desktop-.*\.jar$' "$work/contents") || fail "the window is not in the package"
dpkg-deb --fsys-tarfile "$deb" | tar -xO "$desktop" >"$work/desktop.jar"
grep -aq 'css/medianest\.bss' "$work/desktop.jar" || fail "the window would have to read its style sheets as text"
dpkg-deb --fsys-tarfile "$deb" | tar -xO ./opt/medianest/lib/app/third-party.txt >"$work/third-party"
while read -r library version; do
  grep -q "/lib/app/${library#*:}-$version\.jar\$" "$work/contents" || fail "$library $version is on the list of licences, but not in the package"
done < <(grep -E '^[^ ]+:[^ ]+ [^ ]+$' "$work/third-party" | grep -v '^org.openjfx:')
ok "deb: all of root's; each library on the list of licences is inside, with the bill of materials"

# --- an older version first, with something in its database ----------------------------------------------------------
depends=$(dpkg-deb -f "$deb" Depends)
satisfy "$depends" || { apt-get update -qq && satisfy "$depends"; } || {
  cat "$work/apt.log" >&2
  fail "Debian cannot satisfy what the .deb depends on"
}
listing() { # every file outside the homes, and in these what could be ours
  {
    find /etc /opt /usr /var/lib /srv -xdev \
      \( -path /var/lib/dpkg -o -path /var/lib/apt -o -path "$PWD" -o -name __pycache__ \) -prune -o -print |
      grep -vE '/(mimeinfo|icon-theme)\.cache$|/ld\.so\.cache$|^/var/lib/(systemd|ucf|man-db)'
    find /home /root -xdev -path "$PWD" -prune -o \( -iname '*medianest*' -o -name .openjfx -o -name .java \) -print
  } | sort
}
listing >"$work/before"
dpkg-deb -R "$deb" "$work/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
dpkg-deb --root-owner-group -Znone -b "$work/older" "$work/older.deb" >/dev/null
rm -rf "$work/older"
install_deb "$work/older.deb"
[ "$(dpkg-query -W -f='${Version}' medianest)" = 0.0.1 ] || fail "the older version is not installed"
getent passwd medianest >/dev/null || fail "there is no user for the service"
[ ! -e /etc/systemd/system/multi-user.target.wants/medianest-server.service ] || fail "the service was enabled without being asked"
ok "apt installs an older version; the service has a user and is off"

data=/var/lib/medianest
install -d -o medianest -g medianest -m 750 "$data"
serve() { # as the unit does
  setpriv --reuid=medianest --regid=medianest --clear-groups env -i HOME=$data PATH=/usr/bin:/bin LC_CTYPE=C.UTF-8 MEDIANEST_DATA_DIR=$data \
    /usr/bin/medianest-server --server.port=0 --server.host=127.0.0.1 --server.mdns=false \
    --admin.token=a-token-of-the-check-that-is-long-enough >"$work/server.log" 2>&1 &
  server=$!
  wait_for "the server" 120 grep -q 'MediaNest is ready' "$work/server.log"
  port=$(sed -n 's/.*MediaNest is ready at http:\/\/localhost:\([0-9]*\).*/\1/p' "$work/server.log")
}
stop_server() {
  kill "$server"
  wait "$server" || true
  server=""
}
api() { curl -sS -f -H 'Authorization: Bearer a-token-of-the-check-that-is-long-enough' -H 'Content-Type: application/json' "${@:2}" "http://127.0.0.1:$port/api/v1$1"; }
serve
api /health | grep -q '"service":"medianest"' || fail "the server does not know who it is"
api /admin/settings -X PUT -d '{"tmdb.url":"http://127.0.0.1:9/kept-by-the-upgrade"}' >/dev/null || fail "nothing can be written into the database"
stop_server
ok "its server answers on its port, and keeps a setting"

# --- the upgrade -----------------------------------------------------------------------------------------------------
install_deb "$deb"
[ "$(dpkg-query -W -f='${Version}' medianest)" = "$(dpkg-deb -f "$deb" Version)" ] || fail "the newer version is not installed"
# Small containers are told to leave out manuals and documentation.
(cd / && grep -vE ' (etc|usr/share/(man|doc))/' /var/lib/dpkg/info/medianest.md5sums | md5sum --quiet -c -) || fail "files are not as they were packaged"
serve
api /admin/settings | grep -q kept-by-the-upgrade || fail "the upgrade lost the database"
if grep -qi 'aot\|warning' "$work/server.log"; then grep -i 'aot\|warning' "$work/server.log" >&2; fail "the server's start complains"; fi
stop_server
ok "the upgrade to $(dpkg-query -W -f='${Version}' medianest) keeps the database"

if command -v systemd-analyze >/dev/null; then
  said=$(systemd-analyze verify /usr/lib/systemd/system/medianest-server.service 2>&1 | grep medianest || true)
  [ -z "$said" ] || fail "systemd does not like the unit: $said"
  score=$(systemd-analyze security --offline=yes medianest-server.service 2>/dev/null | sed -n 's/.*Overall exposure level.*: \([0-9.]*\) .*/\1/p')
  awk -v score="${score:-10}" 'BEGIN {exit !(score < 3)}' || fail "the unit is exposed: $score"
  ok "systemd takes the unit; exposure $score of 10"
fi
medianest-server --help | grep -q -- --server.port || fail "--help says nothing"
man -w medianest-server >/dev/null 2>&1 || [ -e /usr/share/man/man1/medianest-server.1.gz ] || echo "note  this machine keeps no man pages"

# --- the window ------------------------------------------------------------------------------------------------------
mkdir -p "$work/home"
: >"$work/window.log"
# A window that still starts shows some five hundred colours, a screen nearly two thousand.
colourful=1000
HOME=$work/home xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24' bash -c '
  medianest --demo --server.port=0 --server.host=127.0.0.1 --server.mdns=false --data.dir="$1/window-data" medianest:requests >"$1/window.log" 2>&1 &
  window=$!
  for ((i = 0; i < 600; i++)); do
    grep -q "answers on port" "$1/window.log" && break
    kill -0 $window || exit 1
    sleep 0.2
  done
  for ((i = 0; i < 90; i++)); do
    sleep 1
    import -silent -window root "$2/window.png"
    [ "$(identify -format %k "$2/window.png")" -gt "$3" ] && break
  done
  kill $window
  wait $window
  true' _ "$work" "$seen" "$colourful" &
window=$!
wait "$window" || {
  cat "$work/window.log" >&2
  fail "the window did not open"
}
window=""
grep -q 'The window is open' "$work/window.log" || fail "no frame was drawn"
colours=$(identify -format %k "$seen/window.png")
[ "$colours" -gt "$colourful" ] || fail "the window shows no screen: $colours colours, see $seen/window.png"
if grep -F '[warning]' "$work/window.log" >&2; then fail "Java warns at the window's start"; fi
[ ! -e "$work/home/.openjfx" ] || fail "JavaFX unpacked libraries into the home directory"
ok "the window opens under Xvfb and shows what its link names: $colours colours in $seen/window.png"
desktop-file-validate /usr/share/applications/medianest.desktop 2>/dev/null || ! command -v desktop-file-validate >/dev/null || fail "the menu entry is wrong"
grep -q 'x-scheme-handler/medianest' /usr/share/applications/medianest.desktop || fail "nobody opens medianest: links"

# --- away with it ----------------------------------------------------------------------------------------------------
apt-get purge -y -qq medianest </dev/null >"$work/apt.log" 2>&1 || {
  cat "$work/apt.log" >&2
  fail "apt cannot remove it"
}
[ -s $data/medianest.mv.db ] || ls $data/*.db $data/*/*.db >/dev/null 2>&1 || fail "the purge took people's data"
left=$(comm -13 "$work/before" <(listing) | grep -v "^$data" || true)
[ -z "$left" ] || fail "the purge left: $left"
getent passwd medianest >/dev/null || fail "the purge took the user, whose number the data still have"
ok "apt purge asks nothing and leaves nothing but $data, and whom they belong to"
rm -rf "$data"
dpkg-deb -e "$deb" "$work/control"
sh "$work/control/postrm" purge
if getent passwd medianest >/dev/null; then fail "a purge without data left the user"; fi
ok "without data the user goes, too"

# --- the directory that needs no installation ------------------------------------------------------------------------
tar -xzf "$tarball" -C "$work"
"$work"/medianest/bin/medianest-server --data.dir="$work/tar-data" --server.port=0 --server.host=127.0.0.1 --server.mdns=false >"$work/server.log" 2>&1 &
server=$!
wait_for "the server of the tar.gz" 120 grep -q 'MediaNest is ready' "$work/server.log"
stop_server
ok "the tar.gz runs where it was unpacked"
