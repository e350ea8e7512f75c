using System.Text.Json;
using System.Text.Json.Serialization;
using CaseMgmt.Cases.Monitoring.Rules;

namespace CaseMgmt.Cases.Monitoring.Themes;

/// <summary>A text in both languages.</summary>
public sealed record TwoLanguages(string Zh, string En);

/// <summary>Another value of a parameter for one organisation and all below it; the deepest one counts.</summary>
public sealed record ParameterOverride(string OrgNo, JsonElement Value);

/// <summary>A limit that a rule compares with. Numbers have bounds; a text value is a date; a list of texts holds the words that matches looks for.</summary>
public sealed record ThemeParameter(string Name, JsonElement Value, string Unit, TwoLanguages Label, decimal? Min = null, decimal? Max = null)
{
    public IReadOnlyList<ParameterOverride> Overrides { get; init; } = [];

    public RuleParameter ForRule() => Value.ValueKind switch
    {
        JsonValueKind.Number => RuleParameter.Of(Value.GetDecimal()),
        JsonValueKind.Array => RuleParameter.Of([.. Value.EnumerateArray().Select(word => word.GetString()!)]),
        _ => RuleParameter.Of(Value.GetString()!),
    };
}

/// <summary>
/// A screening theme (稽查主题) in one version: what it looks for, why, by which rule, with which limits. A file definitions/themes/{code}/v{n}.json;
/// a published version is never edited, a change is a new file.
/// </summary>
public sealed record Theme
{
    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string Specialty { get; init; }

    /// <summary>"special" (特级), "1" to "4".</summary>
    public required string Level { get; init; }

    /// <summary>日 周 月 季.</summary>
    public required string Frequency { get; init; }

    /// <summary>事前 before, 事中 during, 事后 after the event.</summary>
    public string Timing { get; init; } = "事后";

    public required string PurposeZh { get; init; }

    public required string PurposeEn { get; init; }

    /// <summary>What exactly is counted, so that two people come to the same rows.</summary>
    public required string Calibre { get; init; }

    public string? CalibreEn { get; init; }

    /// <summary>First and last day of the price or service rule that the theme checks; a month wholly outside is not screened.</summary>
    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>The rule, line by line.</summary>
    public required IReadOnlyList<string> Rule { get; init; }

    public IReadOnlyList<ThemeParameter> Parameters { get; init; } = [];

    public IReadOnlyList<TwoLanguages> Causes { get; init; } = [];

    public IReadOnlyList<TwoLanguages> Checks { get; init; } = [];

    /// <summary>The regulation that the theme rests on.</summary>
    public required string Basis { get; init; }

    public string? BasisEn { get; init; }

    /// <summary>Where the rule leaves the reference, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    [JsonIgnore]
    public string Sql => string.Join('\n', Rule);

    /// <summary>False for an account month that lies wholly outside the theme's validity.</summary>
    public bool AppliesTo(string ym) => string.CompareOrdinal(ym, $"{ValidFrom:yyyyMM}") >= 0 && (ValidTo is null || string.CompareOrdinal(ym, $"{ValidTo:yyyyMM}") <= 0);
}
