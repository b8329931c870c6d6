#!/bin/sh
# How long a fresh process takes from its start to the end of its first message: "./tradelane validate FILE", wall time of
# each of eleven runs and their median in milliseconds. The first run, which may build, does not count.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
file=${1:-$root/mappings/src/test/resources/io/tradelane/mappings/order/orders-d96a-eancom.edi}
"$root/tradelane" validate "$file" >/dev/null
for run in 1 2 3 4 5 6 7 8 9 10 11; do
  begin=$(date +%s%N)
  "$root/tradelane" validate "$file" >/dev/null
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
done | sort -n | awk '{ all[NR] = $1; printf "%s ", $1 } END { printf "\nmedian %s ms\n", all[(NR + 1) / 2] }'
