#!/bin/sh
# How long "./tradelane serve" takes from the command to "ready", on a home that was used before: five starts and their median.
# First argument: the home; second: a free port, 18099 unless given.
set -eu
cd "$(dirname "$0")/.."
home=$1
port=${2:-18099}
log=$(mktemp)
times=
for start in 1 2 3 4 5; do
  begin=$(date +%s%N)
  ./tradelane serve --home "$home" --port "$port" >"$log" 2>&1 &
  process=$!
  until curl -sf "http://localhost:$port/actuator/health/readiness" >/dev/null; do
    kill -0 "$process" 2>/dev/null || { cat "$log" >&2; exit 1; }
    sleep 0.05
  done
  times="$times $((($(date +%s%N) - begin) / 1000000))"
  kill "$process"
  wait "$process" 2>/dev/null || true
done
rm -f "$log"
echo "milliseconds:$times; median $(printf '%s\n' $times | sort -n | sed -n 3p)"
