using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>One entry of a subject's hash chain. Append-only; <see cref="Hash"/> covers the previous entry's hash and every other field.</summary>
public sealed class HistoryRow
{
    /// <summary>"case/17", "task/4", "workflow/{instance}", "account/2", ...</summary>
    public string Subject { get; set; } = "";

    /// <summary>1, 2, 3, ... without gaps.</summary>
    public long Seq { get; set; }

    public DateTime RecordedAt { get; set; }

    public string Actor { get; set; } = "";

    /// <summary>Dotted lower-case: "workflow.transition", "work-item.completed", ...</summary>
    public string Kind { get; set; } = "";

    /// <summary>Canonical JSON; "$personal" holds the salted hashes of personal values.</summary>
    public string Data { get; set; } = "{}";

    /// <summary>SHA-256.</summary>
    public byte[] Hash { get; set; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<HistoryRow>
    {
        public void Configure(EntityTypeBuilder<HistoryRow> builder)
        {
            builder.HasKey(row => new { row.Subject, row.Seq });
            builder.Property(row => row.Subject).HasMaxLength(208);
            builder.Property(row => row.Actor).HasMaxLength(64);
            builder.Property(row => row.Kind).HasMaxLength(64);
            builder.Property(row => row.Hash).HasMaxLength(32);
        }
    }
}

/// <summary>A value that names a person, beside the chain: it can be erased by order and the chain stays whole, because it covers only the salted hash.</summary>
public sealed class HistoryPersonalRow
{
    public string Subject { get; set; } = "";

    public long Seq { get; set; }

    public string Field { get; set; } = "";

    /// <summary>Null once erased.</summary>
    public string? Content { get; set; }

    /// <summary>Null once erased: without it the hash cannot be tried against a list of names.</summary>
    public byte[]? Salt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<HistoryPersonalRow>
    {
        public void Configure(EntityTypeBuilder<HistoryPersonalRow> builder)
        {
            builder.HasKey(row => new { row.Subject, row.Seq, row.Field });
            builder.Property(row => row.Subject).HasMaxLength(208);
            builder.Property(row => row.Field).HasMaxLength(64);
            builder.Property(row => row.Salt).HasMaxLength(16);
        }
    }
}

/// <summary>The end of a subject's chain: how many entries it has and the hash of the last.</summary>
public sealed class HistoryHeadRow
{
    public string Subject { get; set; } = "";

    public long Entries { get; set; }

    public byte[] Hash { get; set; } = [];

    /// <summary>False when entries were added since the last daily root.</summary>
    public bool Rooted { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<HistoryHeadRow>
    {
        public void Configure(EntityTypeBuilder<HistoryHeadRow> builder)
        {
            builder.HasKey(row => row.Subject);
            builder.Property(row => row.Subject).HasMaxLength(208);
            builder.Property(row => row.Hash).HasMaxLength(32);
            builder.HasIndex(row => row.Rooted);
        }
    }
}

/// <summary>
/// The signed root of one day: a hash over the previous root and over every head that changed since, so that each root speaks for all heads.
/// </summary>
public sealed class HistoryRootRow
{
    /// <summary>1, 2, 3, ...</summary>
    public long Number { get; set; }

    public DateTime SealedAt { get; set; }

    public int Leaves { get; set; }

    public byte[] Hash { get; set; } = [];

    /// <summary>ECDSA P-256 over <see cref="Hash"/>, by a key kept outside the database.</summary>
    public byte[] Signature { get; set; } = [];

    /// <summary>First 16 hexadecimal digits of the SHA-256 of the public key.</summary>
    public string KeyId { get; set; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<HistoryRootRow>
    {
        public void Configure(EntityTypeBuilder<HistoryRootRow> builder)
        {
            builder.HasKey(row => row.Number);
            builder.Property(row => row.Hash).HasMaxLength(32);
            builder.Property(row => row.Signature).HasMaxLength(128);
            builder.Property(row => row.KeyId).HasMaxLength(16);
        }
    }
}

/// <summary>One head as a root saw it.</summary>
public sealed class HistoryLeafRow
{
    public long RootNumber { get; set; }

    public string Subject { get; set; } = "";

    public long Entries { get; set; }

    public byte[] Hash { get; set; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<HistoryLeafRow>
    {
        public void Configure(EntityTypeBuilder<HistoryLeafRow> builder)
        {
            builder.HasKey(row => new { row.RootNumber, row.Subject });
            builder.Property(row => row.Subject).HasMaxLength(208);
            builder.Property(row => row.Hash).HasMaxLength(32);
        }
    }
}
