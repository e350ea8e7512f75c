using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>A running number for people ("GD-37030601-202605"): without gaps, because it is raised in the commit that uses it.</summary>
public sealed class CounterRow
{
    public string Name { get; set; } = "";

    public long LastValue { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CounterRow>
    {
        public void Configure(EntityTypeBuilder<CounterRow> builder)
        {
            builder.HasKey(row => row.Name);
            builder.Property(row => row.Name).HasMaxLength(128);
        }
    }
}
