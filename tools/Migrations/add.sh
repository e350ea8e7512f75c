#!/bin/sh
# One migration on all three databases:      tools/Migrations/add.sh NAME
# Only the compiled model, without migration: tools/Migrations/add.sh --model
# Before the first release, starting again:  tools/Migrations/add.sh --fresh Initial
set -e
cd "$(dirname "$0")/../.."
if [ "$1" = "--fresh" ]; then
  dotnet run --project tools/Migrations -v q -- fresh "${2:?name}"
elif [ "$1" != "--model" ]; then
  dotnet run --project tools/Migrations -v q -- add "${1:?name}"
fi
exec dotnet run --project tools/Migrations -v q -- compile-model
