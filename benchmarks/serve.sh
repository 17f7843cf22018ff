#!/usr/bin/env bash
# Requests a second of an endpoint with RequireIam against the same endpoint with the framework's RequireAuthorization (a role and a claim): a process each, and wrk
# asks them in turn. Both start anew with each set of rounds, since processes of one program differ by more than what is measured.
# usage: benchmarks/serve.sh [SETS] [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
sets=${1:-5} rounds=${2:-4} seconds=${3:-2}
command -v wrk >/dev/null || { echo "wrk is not installed: https://github.com/wg/wrk, or your distribution's package" >&2; exit 2; }

program=benchmarks/IamCore.Benchmarks/bin/Release/net10.0/IamCore.Benchmarks.dll
[ -n "${IAMCORE_BENCHMARKS:-}" ] && program=$IAMCORE_BENCHMARKS || dotnet build -c Release benchmarks/IamCore.Benchmarks --nologo --verbosity quiet
path=/tenants/acme/documents/1
servers=()
stop() { kill "${servers[@]}" 2>/dev/null || true; wait "${servers[@]}" 2>/dev/null || true; servers=(); }
trap 'stop' EXIT

start() {
  dotnet "$program" --serve iam=http://127.0.0.1:5091 & servers+=($!)
  dotnet "$program" --serve framework=http://127.0.0.1:5092 & servers+=($!)
  for port in 5091 5092; do
    curl --silent --fail --output /dev/null --retry 60 --retry-delay 1 --retry-connrefused "http://127.0.0.1:$port$path" || { echo "no answer on port $port" >&2; exit 1; }
  done
  for port in 5091 5092 5091 5092; do measure "$port" 3 >/dev/null; done    # until the code is compiled for good
}

measure() {
  wrk --threads 1 --connections 16 --duration "$2s" "http://127.0.0.1:$1$path" | awk '/Non-2xx/ { bad = 1 } /Requests\/sec/ { rate = $2 } END { if (bad || !rate) exit 1; print rate }'
}

echo "set round   IamCore/s  framework/s  ratio"
for set in $(seq "$sets"); do
  start
  for round in $(seq "$rounds"); do
    # Who begins changes with each round.
    if [ $((round % 2)) -eq 0 ]; then ours=$(measure 5091 "$seconds"); theirs=$(measure 5092 "$seconds"); else theirs=$(measure 5092 "$seconds"); ours=$(measure 5091 "$seconds"); fi
    echo "$set $round $ours $theirs"
  done
  stop
done | awk '{ ratio = $3 / $4; printf "%3d %5d %11.0f %12.0f  %.3f\n", $1, $2, $3, $4, ratio; all[NR] = ratio; ours += $3; theirs += $4 }
  END {
    for (i = 1; i <= NR; i++) for (j = i + 1; j <= NR; j++) if (all[j] < all[i]) { t = all[i]; all[i] = all[j]; all[j] = t }
    median = NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2
    printf "median of the ratios %.3f (%.3f to %.3f), ratio of the sums %.3f\n", median, all[1], all[NR], ours / theirs
  }'
