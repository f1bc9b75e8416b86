#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the durable receiver against `nginx: return 200` on this machine: wrk with 64 kept
# connections posts a tracking body of 1 kB to each in turn. Prints requests a second, the ratio,
# and whether every 200 that wrk saw is a row in the store. Installs nothing.
#
#   tests/bench/receiver_vs_nginx.sh [BUILD_DIR]     default: build/release
#   ROUNDS=3 SECONDS_EACH=5 STORE_DIR=/somewhere     what it may be told
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${1:-$root/build/release}
rounds=${ROUNDS:-3}
seconds=${SECONDS_EACH:-5}
receiver=$build/bin/bench_receiver
script=$root/tests/bench/tracking-body.lua

missing=()
PATH=$PATH:/usr/sbin
command -v wrk >/dev/null || missing+=("wrk (package wrk)")
command -v nginx >/dev/null || missing+=("nginx (package nginx-light)")
[ -x "$receiver" ] || missing+=("$receiver (configure with -DOTPSCOPE_BUILD_BENCH=ON, build bench_receiver)")
if [ ${#missing[@]} -gt 0 ]; then
    printf 'Missing: %s\n' "${missing[@]}" >&2
    exit 2
fi

work=$(mktemp -d "${STORE_DIR:-$root/build}/bench-XXXXXX")
nginx_pid= receiver_pid=
cleanup() {
    [ -z "$nginx_pid" ] || kill "$nginx_pid" 2>/dev/null || true
    [ -z "$receiver_pid" ] || kill "$receiver_pid" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

# A port that was free a moment ago: nginx cannot be asked to choose one and say which.
free_port() {
    local port
    for port in $(shuf -i 20000-32000 -n 50); do
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
}

start_nginx() {
    nginx_port=$(free_port)
    cat >"$work/nginx.conf" <<CONF
daemon off;
worker_processes auto;
pid $work/nginx.pid;
error_log stderr crit;
events { worker_connections 512; }
http {
    access_log off;
    keepalive_requests 1000000000;
    client_body_temp_path $work/nginx-body;
    proxy_temp_path $work/nginx-proxy;
    fastcgi_temp_path $work/nginx-fastcgi;
    uwsgi_temp_path $work/nginx-uwsgi;
    scgi_temp_path $work/nginx-scgi;
    server { listen 127.0.0.1:$nginx_port; location / { return 200; } }
}
CONF
    nginx -p "$work" -c "$work/nginx.conf" &
    nginx_pid=$!
    for _ in $(seq 50); do
        (exec 3<>"/dev/tcp/127.0.0.1/$nginx_port") 2>/dev/null && return
        sleep 0.1
    done
    echo "nginx did not start." >&2
    exit 3
}

start_receiver() {
    mkfifo "$work/stop" "$work/said"
    "$receiver" "$work/store.sqlite" <"$work/stop" >"$work/said" &
    receiver_pid=$!
    exec 8>"$work/stop"
    read -r _ _ receiver_url <"$work/said"
}

# Prints "requests-a-second answers not-2xx" of one run.
measure() {
    local text
    text=$(wrk -t1 -c64 -d"${seconds}s" --latency -s "$script" "$1")
    awk '/^Requests\/sec/ { rate = $2 } / requests in / { n = $1 } /Non-2xx/ { bad = $NF }
         /Socket errors/ { split($0, e, /[ ,]+/); errors = e[5] + e[7] + e[9] + e[11] }
         /99%/ { p99 = $2 }
         END { printf "%s %d %d %s\n", rate, n, bad + errors, p99 }' <<<"$text"
}

start_nginx
start_receiver
answers=0 refused=0
: >"$work/nginx.rates"
: >"$work/receiver.rates"
for round in $(seq "$rounds"); do
    read -r rate _ _ p99 < <(measure "http://127.0.0.1:$nginx_port/hook")
    echo "$rate" >>"$work/nginx.rates"
    printf 'round %d  nginx     %10.0f requests/s   p99 %s\n' "$round" "$rate" "$p99"
    read -r rate n bad p99 < <(measure "$receiver_url/hook")
    echo "$rate" >>"$work/receiver.rates"
    answers=$((answers + n - bad))
    refused=$((refused + bad))
    printf 'round %d  receiver  %10.0f requests/s   p99 %s\n' "$round" "$rate" "$p99"
done

exec 8>&-
wait "$receiver_pid" || true
receiver_pid=
rows=$("$receiver" --count "$work/store.sqlite")
median() { sort -g "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
n=$(median "$work/nginx.rates")
r=$(median "$work/receiver.rates")
awk -v n="$n" -v r="$r" 'BEGIN {
    printf "median    nginx %.0f, receiver %.0f, ratio %.3f (at least 0.250 is asked)\n", n, r, r / n }'
# wrk stops counting while requests are under way, so rows may be more than answers, never fewer.
printf 'answered 200: %d, other answers or broken connections: %d, rows in the store: %d\n' \
    "$answers" "$refused" "$rows"
if [ "$rows" -lt "$answers" ]; then
    echo "Lost: $((answers - rows)) webhooks were answered 200 and are not in the store."
    exit 1
fi
awk -v n="$n" -v r="$r" 'BEGIN { exit !(r / n >= 0.25) }'
