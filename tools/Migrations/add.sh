#!/bin/sh
# One migration on all three databases:      tools/Migrations/add.sh NAME
# Before the first release, starting again:  tools/Migrations/add.sh --fresh Initial
set -e
cd "$(dirname "$0")/../.."
if [ "$1" = "--fresh" ]; then
  exec dotnet run --project tools/Migrations -v q -- fresh "${2:?name}"
fi
exec dotnet run --project tools/Migrations -v q -- add "${1:?name}"
