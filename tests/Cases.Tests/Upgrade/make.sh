#!/bin/sh
# Dumps a database of this release with cases under way, for the upgrade tests of later ones. Run once, on the checkout of a release:
#   CASEMGMT_TEST_POSTGRES="Host=...;Username=..." tests/Cases.Tests/Upgrade/make.sh NAME
# It leaves NAME.sqlite.sql and NAME.postgres.sql in this folder. Needs sqlite3 and pg_dump (PGHOST, PGPORT and PGUSER set for the same server).
set -e
cd "$(dirname "$0")"
name=${1:?name of the release}
UPGRADE_FIXTURE_OUT=$(mktemp -d)
export UPGRADE_FIXTURE_OUT
dotnet test .. --filter FullyQualifiedName~FixtureMaker
sqlite3 "$UPGRADE_FIXTURE_OUT/fixture.db" .dump > "$name.sqlite.sql"
pg_dump --inserts --no-owner --no-privileges --no-comments "$(cat "$UPGRADE_FIXTURE_OUT/fixture.database")" | grep -v -e '^--' -e '^\\' -e '^SET ' -e set_config | cat -s > "$name.postgres.sql"
rm -r "$UPGRADE_FIXTURE_OUT"
