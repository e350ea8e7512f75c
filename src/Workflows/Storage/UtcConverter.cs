using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Times are UTC on every provider: SQLite loses the kind, PostgreSQL refuses any other.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
