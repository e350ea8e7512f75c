#!/usr/bin/env bash
# Everything: unit, integration, browser, and one short round of the benchmarks. Installs what a fresh Debian machine lacks,
# prints each part's time against the budget, and ends with one line "N passed, N failed".
set -u -o pipefail
cd "$(dirname "$0")" || exit 1

readonly BUDGET_SECONDS=2400
readonly OUT="${TEST_OUTPUT:-$PWD/test-output}"
readonly STARTED=$SECONDS
passed=0
failed=0
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TZ=Asia/Shanghai
rm -rf "$OUT" && mkdir -p "$OUT"

# part NAME COMMAND...: runs one part, keeps its output, prints its time; a part that breaks counts as one failure of its own.
part() {
  local name=$1 begin=$SECONDS log status
  shift
  log="$OUT/${name// /-}.log"
  echo "== $name"
  "$@" >"$log" 2>&1
  status=$?
  if [ $status -ne 0 ]; then
    tail -n 60 "$log"
    failures_before_part=$failed
    count_of "$name"
    if [ "$failed" -eq "$failures_before_part" ]; then failed=$((failed + 1)); fi
  else
    count_of "$name"
  fi
  printf '   %-22s %5d s   (%d s of %d s)\n' "$name" $((SECONDS - begin)) $((SECONDS - STARTED)) "$BUDGET_SECONDS"
  return $status
}

# Adds the results a part left behind: one .trx per test project, one .json of the client tests.
count_of() {
  local trx="$OUT/$1.trx" json="$OUT/$1.json"
  if [ -f "$trx" ]; then
    passed=$((passed + $(sed -n 's/.*<Counters.* passed="\([0-9]*\)".*/\1/p' "$trx" | head -n 1)))
    failed=$((failed + $(sed -n 's/.*<Counters.* failed="\([0-9]*\)".*/\1/p' "$trx" | head -n 1)))
  elif [ -f "$json" ]; then
    passed=$((passed + $(grep -o '"numPassedTests":[0-9]*' "$json" | head -n 1 | cut -d: -f2)))
    failed=$((failed + $(grep -o '"numFailedTests":[0-9]*' "$json" | head -n 1 | cut -d: -f2)))
  fi
}

finish() {
  stop_postgres
  printf 'time: %d s of %d s\n' $((SECONDS - STARTED)) "$BUDGET_SECONDS"
  if [ $((SECONDS - STARTED)) -gt "$BUDGET_SECONDS" ]; then echo "over the time budget"; failed=$((failed + 1)); fi
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && exit 0
  exit 1
}

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

install_prerequisites() {
  local missing=()
  find_chromium >/dev/null || missing+=(chromium)
  [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] || missing+=(fonts-noto-cjk fontconfig)
  [ -n "$(find_postgres_bin)" ] || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] && { echo "nothing to install"; return 0; }
  echo "installing: ${missing[*]}"
  # Recommended packages are left out: none of them is needed, and some drag in scripts that fail on small images.
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

find_chromium() { [ -n "${CHROMIUM:-}" ] && echo "$CHROMIUM" && return; command -v chromium || command -v chromium-browser || command -v google-chrome; }

find_postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

# A private server on a free port: the machine's own one, if it runs, is left alone.
start_postgres() {
  local bin user=()
  bin=$(find_postgres_bin)
  [ -n "$bin" ] || { echo "PostgreSQL is not installed"; return 1; }
  PG_DIR=$(mktemp -d /tmp/casemgmt-pg.XXXXXX)
  PG_PORT=$((20000 + RANDOM % 20000))
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$PG_DIR"; user=(runuser -u postgres --); fi
  PG_RUN=("${user[@]}")
  "${user[@]}" "$bin/initdb" -D "$PG_DIR/data" -A trust -U casemgmt -E UTF8 --locale=C.UTF-8 || return 1
  "${user[@]}" "$bin/pg_ctl" -D "$PG_DIR/data" -l "$PG_DIR/log" -w \
    -o "-p $PG_PORT -k $PG_DIR -c listen_addresses=127.0.0.1 -c max_connections=200" start
}

stop_postgres() {
  [ -n "${PG_DIR:-}" ] || return 0
  "${PG_RUN[@]}" "$(find_postgres_bin)/pg_ctl" -D "$PG_DIR/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$PG_DIR"
}

test_project() { dotnet test "$1" -c Release --no-build --nologo --logger "trx;LogFileName=$OUT/$2.trx" --results-directory "$OUT"; }

# The linter is a package of its own beside the client, installed as its lock file says.
client_lint() { (cd src/Host/ClientApp && npm run --silent lint); }

client_tests() {
  (cd src/Host/ClientApp && npx vitest run --reporter=json --outputFile="$OUT/client.json")
}

trap stop_postgres EXIT
part prerequisites install_prerequisites || finish
CHROMIUM=$(find_chromium) && export CHROMIUM
part postgres start_postgres && export CASEMGMT_TEST_POSTGRES="Host=127.0.0.1;Port=$PG_PORT;Username=casemgmt;Database=postgres"
part restore dotnet restore CaseMgmt.sln --locked-mode || finish
part build dotnet build CaseMgmt.sln -c Release --no-restore --nologo -v q || finish
part lint client_lint
part client client_tests
part workflows test_project tests/Workflows.Tests workflows
part cases test_project tests/Cases.Tests cases
part host test_project tests/Host.Tests host
part chaos test_project tests/Chaos chaos
SCREENSHOTS="$OUT/screenshots" part browser test_project e2e browser
part benchmarks dotnet run --project tests/Benchmarks -c Release --no-build -- --quick
finish
