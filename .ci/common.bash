# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run, test and .ci/run: packages, configure, build. Sourced, never started.
# Avoids process substitution, which needs a mounted /proc.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log_dir=$top/build/log

say() { printf '%s\n' "$*"; }

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

# packages_of GROUP... prints the packages of these groups, one a line.
packages_of() {
    local group
    for group in "$@"; do
        sed -n "s/^$group  *\([^ ]*\).*/\1/p" "$top/.ci/packages"
    done
}

missing_packages() {
    local package
    for package in $(packages_of "$@"); do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            printf '%s\n' "$package"
    done
}

# need GROUP... installs what is missing of these groups, or says what is missing and stops.
need() {
    [ "${OTPSCOPE_PACKAGES:-}" = present ] && return
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "OtpScope needs these packages (names as on Debian 12):" >&2
        packages_of "$@" | sed 's/^/  /' >&2
        stop "There is no apt on this machine: install them, then set OTPSCOPE_PACKAGES=present and start this again."
    fi
    local missing=()
    read -r -d '' -a missing <<<"$(missing_packages "$@")" || true
    [ "${#missing[@]}" -gt 0 ] || return 0
    local by_hand="apt-get install --no-install-recommends ${missing[*]}"

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || ! sudo true; then
            stop "Missing packages: ${missing[*]}
They need root's rights. Have root run '$by_hand', then start this again."
        fi
        as_root=(sudo)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8)

    say "Installing packages: ${missing[*]}"
    quietly "Reading the package lists" "$log_dir/packages.log" "${as_root[@]}" apt-get -q update
    quietly "Installing packages" "$log_dir/packages.log" \
        "${as_root[@]}" apt-get -q -y --no-install-recommends install "${missing[@]}"
}

# quietly TITLE LOG COMMAND... runs the command into the log, shows its last line on a terminal, and on
# failure prints the errors and stops.
quietly() {
    local title=$1 log=$2 started=$SECONDS
    shift 2
    mkdir -p "$log_dir" || stop "Cannot write to $top/build, where builds and logs go."
    "$@" >"$log" 2>&1 &
    local pid=$!
    # shellcheck disable=SC2064 # the pid of now
    trap "kill $pid 2>/dev/null; exit 130" INT TERM
    if [ -t 1 ]; then
        while kill -0 "$pid" 2>/dev/null; do
            printf '\r\033[K%s %s' "$title" "$(tail -n 1 "$log" | sed -n 's/^\(\[[0-9/]*\]\).*/\1/p')"
            sleep 0.5
        done
        printf '\r\033[K'
    fi
    local status=0
    wait "$pid" || status=$?
    trap - INT TERM
    if [ "$status" -ne 0 ]; then
        if grep -q -e 'error:' -e 'CMake Error' "$log"; then
            grep -A 6 -e 'error:' -e 'CMake Error' "$log" | head -n 60 >&2
        else
            tail -n 30 "$log" >&2
        fi
        stop "$title failed. The whole log: $log"
    fi
    [ $((SECONDS - started)) -lt 5 ] || say "$title: $((SECONDS - started)) s"
}

# build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    local targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    cd "$top" || exit 1
    [ -f "build/$preset/build.ninja" ] ||
        say "Building for the first time ($preset); this takes some minutes. Log: $log_dir/build-$preset.log"
    quietly "Configuring $preset" "$log_dir/configure-$preset.log" cmake --preset "$preset"
    quietly "Building $preset" "$log_dir/build-$preset.log" \
        cmake --build --preset "$preset" -j "$(nproc)" "${targets[@]}"
}
