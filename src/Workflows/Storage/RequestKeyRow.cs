using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>A caller's idempotency key, committed with what it asked for: a repeat finds it and is answered without doing anything.</summary>
public sealed class RequestKeyRow
{
    public string RequestKey { get; set; } = "";

    public string InstanceId { get; set; } = "";

    public DateTime CommittedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RequestKeyRow>
    {
        public void Configure(EntityTypeBuilder<RequestKeyRow> builder)
        {
            builder.HasKey(row => row.RequestKey);
            builder.Property(row => row.RequestKey).HasMaxLength(200);
            builder.Property(row => row.InstanceId).HasMaxLength(200);
        }
    }
}
