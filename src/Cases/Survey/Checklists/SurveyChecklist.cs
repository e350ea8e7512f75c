using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Survey.Checklists;

/// <summary>A checklist of one topic (普查专题): which rules run, and what people answer about each object on site. History subject "checklist/{Code}".</summary>
public sealed class SurveyChecklist : Versioned
{
    public string Code { get; set; } = "";

    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";

    /// <summary>Codes of the rules, a JSON list.</summary>
    public string RulesJson { get; set; } = "[]";

    /// <summary>A JSON list of <see cref="SurveyQuestion"/>.</summary>
    public string QuestionsJson { get; set; } = "[]";

    public bool Enabled { get; set; } = true;
}

/// <summary>One question of a checklist.</summary>
/// <param name="Kind">boolean, text or number.</param>
public sealed record SurveyQuestion(string Key, string Zh, string En, string Kind, bool Required);

/// <summary>Mapping.</summary>
public sealed class SurveyChecklistMapping : IEntityTypeConfiguration<SurveyChecklist>
{
    public void Configure(EntityTypeBuilder<SurveyChecklist> builder)
    {
        builder.HasKey(row => row.Code);
        builder.Property(row => row.Code).HasMaxLength(32);
        builder.Property(row => row.NameZh).HasMaxLength(60);
        builder.Property(row => row.NameEn).HasMaxLength(100);
    }
}
