#!/usr/bin/env bash
# Requests a second of an endpoint with RequireIam against the same endpoint with the framework's RequireAuthorization (a role and a claim): in a host that knows nothing
# of IamCore, and in the same host. The two hosts are a process each, and wrk asks the three endpoints in turn. Both start anew with each set of rounds, since
# processes of one program differ by more than what is measured.
# usage: benchmarks/serve.sh [SETS] [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
sets=${1:-8} rounds=${2:-6} seconds=${3:-1}
command -v wrk >/dev/null || { echo "wrk is not installed: https://github.com/wg/wrk, or your distribution's package" >&2; exit 2; }

program=benchmarks/IamCore.Benchmarks/bin/Release/net10.0/IamCore.Benchmarks.dll
[ -n "${IAMCORE_BENCHMARKS:-}" ] && program=$IAMCORE_BENCHMARKS || dotnet build -c Release benchmarks/IamCore.Benchmarks --nologo --verbosity quiet
path=/tenants/acme/documents/1
ours=http://127.0.0.1:5091$path same=http://127.0.0.1:5091/framework$path other=http://127.0.0.1:5092$path
servers=()
stop() { kill "${servers[@]}" 2>/dev/null || true; wait "${servers[@]}" 2>/dev/null || true; servers=(); }
trap 'stop' EXIT

start() {
  dotnet "$program" --serve iam=http://127.0.0.1:5091 & servers+=($!)
  dotnet "$program" --serve framework=http://127.0.0.1:5092 & servers+=($!)
  for url in $ours $same $other; do
    curl --silent --fail --output /dev/null --retry 60 --retry-delay 1 --retry-connrefused "$url" || { echo "no answer of $url" >&2; exit 1; }
  done
  for url in $ours $same $other $ours $same $other; do measure "$url" 3 >/dev/null; done    # until the code is compiled for good
}

measure() {
  wrk --threads 1 --connections 16 --duration "$2s" "$1" | awk '/Non-2xx/ { bad = 1 } /Requests\/sec/ { rate = $2 } END { if (bad || !rate) exit 1; print rate }'
}

echo "set round   IamCore/s  other host/s  ratio  same host/s  ratio"
for set in $(seq "$sets"); do
  start
  for round in $(seq "$rounds"); do
    # Who begins changes with each round.
    case $((round % 3)) in
      0) a=$(measure $ours "$seconds"); b=$(measure $other "$seconds"); c=$(measure $same "$seconds") ;;
      1) b=$(measure $other "$seconds"); c=$(measure $same "$seconds"); a=$(measure $ours "$seconds") ;;
      2) c=$(measure $same "$seconds"); a=$(measure $ours "$seconds"); b=$(measure $other "$seconds") ;;
    esac
    echo "$set $round $a $b $c"
  done
  stop
done | awk '
  function median(all,   i, j, t) {
    for (i = 1; i <= NR; i++) for (j = i + 1; j <= NR; j++) if (all[j] < all[i]) { t = all[i]; all[i] = all[j]; all[j] = t }
    return NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2
  }
  { other[NR] = $3 / $4; same[NR] = $3 / $5; a += $3; b += $4; c += $5
    printf "%3d %5d %11.0f %13.0f  %.3f %12.0f  %.3f\n", $1, $2, $3, $4, other[NR], $5, same[NR] }
  END {
    printf "other host: median of the ratios %.3f, ratio of the sums %.3f\n", median(other), a / b
    printf "same host:  median of the ratios %.3f, ratio of the sums %.3f\n", median(same), a / c
  }'
