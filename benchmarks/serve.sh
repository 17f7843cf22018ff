#!/usr/bin/env bash
# Requests a second of an endpoint with RequireIam against the same endpoint with the framework's RequireAuthorization (a role and a claim): a process each, and wrk
# asks them in turn. usage: benchmarks/serve.sh [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-9} seconds=${2:-5}
command -v wrk >/dev/null || { echo "wrk is not installed: https://github.com/wg/wrk, or your distribution's package" >&2; exit 2; }

program=benchmarks/IamCore.Benchmarks/bin/Release/net10.0/IamCore.Benchmarks.dll
[ -n "${IAMCORE_BENCHMARKS:-}" ] && program=$IAMCORE_BENCHMARKS || dotnet build -c Release benchmarks/IamCore.Benchmarks --nologo --verbosity quiet
path=/tenants/acme/documents/1
dotnet "$program" --serve iam=http://127.0.0.1:5091 & iam=$!
dotnet "$program" --serve framework=http://127.0.0.1:5092 & framework=$!
trap 'kill "$iam" "$framework" 2>/dev/null; wait 2>/dev/null' EXIT
for port in 5091 5092; do
  curl --silent --fail --output /dev/null --retry 60 --retry-delay 1 --retry-connrefused "http://127.0.0.1:$port$path" || { echo "no answer on port $port" >&2; exit 1; }
done

measure() {
  wrk --threads 1 --connections 16 --duration "$2s" "http://127.0.0.1:$1$path" | awk '/Non-2xx/ { bad = 1 } /Requests\/sec/ { rate = $2 } END { if (bad || !rate) exit 1; print rate }'
}

for port in 5091 5092 5091 5092; do measure "$port" 5 >/dev/null; done    # until the code is compiled for good
echo "round   IamCore/s  framework/s  ratio"
for round in $(seq "$rounds"); do
  # Who begins changes with each round.
  if [ $((round % 2)) -eq 0 ]; then ours=$(measure 5091 "$seconds"); theirs=$(measure 5092 "$seconds"); else theirs=$(measure 5092 "$seconds"); ours=$(measure 5091 "$seconds"); fi
  echo "$round $ours $theirs"
done | awk '{ ratio = $2 / $3; printf "%5d %11.0f %12.0f  %.3f\n", $1, $2, $3, ratio; all[NR] = ratio; ours += $2; theirs += $3 }
  END {
    for (i = 1; i <= NR; i++) for (j = i + 1; j <= NR; j++) if (all[j] < all[i]) { t = all[i]; all[i] = all[j]; all[j] = t }
    median = NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2
    printf "median of the ratios %.3f (%.3f to %.3f), ratio of the sums %.3f\n", median, all[1], all[NR], ours / theirs
  }'
