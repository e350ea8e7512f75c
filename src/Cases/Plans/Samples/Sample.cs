using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>The life of a sample.</summary>
public static class SampleStates
{
    public const string Drawn = "drawn";
    public const string Frozen = "frozen";
    public const string Tasked = "tasked";
}

/// <summary>
/// A sample (样本): a part of a population, drawn at random with a stored seed, and what somebody added by hand with a reason. Frozen it changes no more, and
/// one task comes from it. History subject "sample/{Id}".
/// </summary>
public sealed class Sample : Versioned
{
    public long Id { get; set; }

    /// <summary>Human number, for example "CY-3703-202605-00001".</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>What it is for: the code of a <see cref="SamplePurpose"/>.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>Account month of the population.</summary>
    public string Ym { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public long? PlanId { get; set; }

    public long? SchemeId { get; set; }

    /// <summary>The SELECT that gave the population; empty where it came from cases or anomalies.</summary>
    public string RuleSql { get; set; } = "";

    /// <summary>Theme whose anomalies are the population; empty otherwise.</summary>
    public string ThemeCode { get; set; } = "";

    /// <summary>Any of unit, specialty, voltage, with commas.</summary>
    public string StratifyBy { get; set; } = "";

    public decimal RatePercent { get; set; }

    /// <summary>At least this many of each stratum, as far as it has them.</summary>
    public int Least { get; set; }

    /// <summary>The seed of the draw: the same seed and population give the same sample on every machine.</summary>
    public string Seed { get; set; } = "";

    /// <summary>Name and version of the way it was drawn.</summary>
    public string Algorithm { get; set; } = "";

    /// <summary>The load of marketing data behind the population; null where it came from the product's own rows.</summary>
    public long? BatchId { get; set; }

    public int Population { get; set; }

    public int Drawn { get; set; }

    public int Picked { get; set; }

    public string State { get; set; } = SampleStates.Drawn;

    public long? TaskId { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTime CreatedAt { get; set; }
}

/// <summary>The whole population of a sample, one member a line: what a draw is repeated from, also when the load is long gone.</summary>
public sealed class SamplePopulation : Versioned
{
    public long SampleId { get; set; }

    public string Members { get; set; } = "";
}

/// <summary>One object in a sample.</summary>
public sealed class SampleItem : Versioned
{
    public long SampleId { get; set; }

    public string ObjKey { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public string Specialty { get; set; } = "";

    public string Stratum { get; set; } = "";

    /// <summary>Its place in the order of its stratum, from 1; zero for one added by hand.</summary>
    public int Place { get; set; }

    public decimal Metric { get; set; }

    /// <summary>Why somebody added it by hand; null for one that was drawn.</summary>
    public string? Reason { get; set; }

    public string? PickedBy { get; set; }

    /// <summary>The anomaly that carries it into a task.</summary>
    public long? AnomalyId { get; set; }

    /// <summary>What the audit of it came to, one of <see cref="SampleGrades"/>; null before.</summary>
    public string? Grade { get; set; }

    /// <summary>What was found, for all but a pass.</summary>
    public string? GradeNote { get; set; }

    public string? GradedBy { get; set; }

    public DateTime? GradedAt { get; set; }

    /// <summary>The order that this result sent back to be handled again.</summary>
    public long? ReopenedCaseId { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class SampleMapping : IEntityTypeConfiguration<Sample>
{
    public void Configure(EntityTypeBuilder<Sample> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Purpose).HasMaxLength(16);
        builder.Property(row => row.Ym).HasMaxLength(6);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.Property(row => row.ThemeCode).HasMaxLength(16);
        builder.Property(row => row.StratifyBy).HasMaxLength(40);
        builder.Property(row => row.RatePercent).HasPrecision(5, 2);
        builder.Property(row => row.Seed).HasMaxLength(40);
        builder.Property(row => row.Algorithm).HasMaxLength(24);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.CreatedBy).HasMaxLength(64);
        builder.HasIndex(row => new { row.OrgPath, row.Id });
        builder.HasIndex(row => new { row.Purpose, row.Ym });
    }
}

/// <summary>Mapping.</summary>
public sealed class SamplePopulationMapping : IEntityTypeConfiguration<SamplePopulation>
{
    public void Configure(EntityTypeBuilder<SamplePopulation> builder)
    {
        builder.HasKey(row => row.SampleId);
        builder.Property(row => row.SampleId).ValueGeneratedNever();
    }
}

/// <summary>Mapping. An object is in a sample once.</summary>
public sealed class SampleItemMapping : IEntityTypeConfiguration<SampleItem>
{
    public void Configure(EntityTypeBuilder<SampleItem> builder)
    {
        builder.HasKey(row => new { row.SampleId, row.ObjKey });
        builder.Property(row => row.ObjKey).HasMaxLength(256);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.Property(row => row.Specialty).HasMaxLength(32);
        builder.Property(row => row.Stratum).HasMaxLength(120);
        builder.Property(row => row.Metric).HasPrecision(24, 6);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.Property(row => row.PickedBy).HasMaxLength(64);
        builder.Property(row => row.Grade).HasMaxLength(16);
        builder.Property(row => row.GradeNote).HasMaxLength(500);
        builder.Property(row => row.GradedBy).HasMaxLength(64);
    }
}
