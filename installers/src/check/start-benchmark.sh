#!/usr/bin/env bash
# Measures how long the installed program takes to show its window and to answer: medians of ten starts each, after one
# that does not count. For a machine that does nothing else. PROGRAM=/path/to/bin measures another than the installed one.
set -euo pipefail
export LC_ALL=C.UTF-8

program=${PROGRAM:-/usr/bin}
runs=${RUNS:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # words that tell that it is there, command...
  local words=$1 begin now line
  shift
  begin=$EPOCHREALTIME
  coproc PROCESS { exec "$@" 2>&1; }
  local process=$PROCESS_PID
  while read -r line <&"${PROCESS[0]}"; do
    if [[ $line == *"$words"* ]]; then
      now=$EPOCHREALTIME
      echo $(((${now/[.,]/} - ${begin/[.,]/}) / 1000))
      break
    fi
  done
  # A start that was cut off would leave work for the next one.
  while [ "$words" != 'MediaNest is ready' ] && read -r line <&"${PROCESS[0]}" && [[ $line != *"answers on port"* ]]; do :; done
  kill "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
}

median() { sort -n | awk '{a[NR] = $1} END {print (NR % 2) ? a[(NR + 1) / 2] : int((a[NR / 2] + a[NR / 2 + 1]) / 2)}'; }

report() { # name, most, words, command...
  local name=$1 most=$2 all=() i
  shift 2
  measure "$@" >/dev/null
  for ((i = 0; i < runs; i++)); do all+=("$(measure "$@")"); done
  local middle
  middle=$(printf '%s\n' "${all[@]}" | median)
  printf '%-8s median %5d ms (at most %d), of: %s\n' "$name" "$middle" "$most" "${all[*]}"
  [ "$middle" -le "$most" ] || failed=1
}

failed=0
common=(--server.port=0 --server.host=127.0.0.1 --server.mdns=false)
report server 2500 'MediaNest is ready' "$program/medianest-server" "${common[@]}" --data.dir="$work/server"
if [ -z "${DISPLAY:-}" ]; then
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
  trap "kill $!; rm -rf '$work'" EXIT
  until [ -s "$work/display" ]; do sleep 0.1; done
  DISPLAY=:$(cat "$work/display")
  export DISPLAY
fi
export HOME=$work/home
mkdir -p "$HOME"
report window 1500 'The window is open' "$program/medianest" "${common[@]}" --data.dir="$work/window"
exit $failed
