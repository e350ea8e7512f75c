using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>
/// An indicator of a unit beyond its alarm limit in a month: one row, however often the month is computed. An analyst answers it with a reason, or makes a clue of it;
/// a value that comes back within the limit clears it. History subject "indicator-alarm/{Id}".
/// </summary>
public sealed class IndicatorAlarm : Versioned
{
    public const string Open = "open";
    public const string Acknowledged = "acknowledged";
    public const string Cleared = "cleared";

    public long Id { get; set; }

    public string Code { get; set; } = "";

    public string Ym { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public decimal Value { get; set; }

    public decimal LimitValue { get; set; }

    public int Definition { get; set; }

    public string State { get; set; } = Open;

    public DateTime RaisedAt { get; set; }

    public DateTime? ClearedAt { get; set; }

    public string? AnsweredBy { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public string? Reason { get; set; }

    /// <summary>The clue that was made of it.</summary>
    public long? ClueId { get; set; }
}

/// <summary>Mapping. The unique index is what "once per month and unit" means.</summary>
public sealed class IndicatorAlarmMapping : IEntityTypeConfiguration<IndicatorAlarm>
{
    public void Configure(EntityTypeBuilder<IndicatorAlarm> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Code).HasMaxLength(16);
        builder.Property(row => row.Ym).HasMaxLength(6);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(256);
        builder.Property(row => row.Value).HasPrecision(28, 6);
        builder.Property(row => row.LimitValue).HasPrecision(28, 6);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.AnsweredBy).HasMaxLength(64);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.HasIndex(row => new { row.Code, row.Ym, row.OrgNo }).IsUnique();
        builder.HasIndex(row => new { row.State, row.Id });
    }
}
