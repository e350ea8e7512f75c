using System.Text.Json;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;

namespace CaseMgmt.Cases.Monitoring.Themes;

/// <summary>All themes that ship with the product, every version. Reading it compiles every rule, so a broken file stops the start and not a nightly scan.</summary>
public sealed class ThemeLibrary
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Disallow };
    private readonly Dictionary<(string Code, int Version), Theme> versions;

    private ThemeLibrary(IEnumerable<Theme> themes)
    {
        versions = themes.ToDictionary(theme => (theme.Code, theme.Version));
        Current = [.. versions.Values.GroupBy(theme => theme.Code).Select(group => group.MaxBy(theme => theme.Version)!).OrderBy(theme => theme.Code, StringComparer.Ordinal)];
    }

    /// <summary>The newest version of each theme, by code.</summary>
    public IReadOnlyList<Theme> Current { get; }

    public Theme? Find(string code) => Current.FirstOrDefault(theme => theme.Code == code);

    public Theme? Find(string code, int version) => versions.GetValueOrDefault((code, version));

    public static ThemeLibrary Shipped() => new(EmbeddedText.Names("themes").Select(Read));

    private static Theme Read(string name)
    {
        try
        {
            var theme = JsonSerializer.Deserialize<Theme>(EmbeddedText.Read(name), Json)!;
            CheckBounds(theme);
            RuleCompiler.Compile(theme.Sql, Standard("202601", new DateOnly(2026, 1, 31)).With(theme), RuleDialect.Sqlite);
            return theme;
        }
        catch (Exception wrong) when (wrong is JsonException or RuleException)
        {
            throw new RuleException($"{name}: {wrong.Message}");
        }
    }

    private static void CheckBounds(Theme theme)
    {
        foreach (var parameter in theme.Parameters.Where(parameter => parameter.Value.ValueKind == JsonValueKind.Number))
        {
            if (parameter.Value.GetDecimal() is var value && (value < parameter.Min || value > parameter.Max))
            {
                throw new RuleException($"the value {value} of @{parameter.Name} lies outside its bounds");
            }
        }
    }

    /// <summary>The parameters that every rule has: month, its first and last day, the data's day, the month's running number, the first day of the year.</summary>
    public static RuleParameters Standard(string ym, DateOnly today)
    {
        var first = DateOnly.ParseExact(ym + "01", "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        return new RuleParameters(new Dictionary<string, RuleParameter>
        {
            ["ym"] = RuleParameter.Of(ym),
            ["d1"] = RuleParameter.Of(first),
            ["d2"] = RuleParameter.Of(first.AddMonths(1).AddDays(-1)),
            ["today"] = RuleParameter.Of(today),
            ["seq"] = RuleParameter.Of((first.Year * 12) + first.Month),
            ["year_first"] = RuleParameter.Of(new DateOnly(first.Year, 1, 1)),
        });
    }
}

/// <summary>Standard parameters, and those of one theme added.</summary>
public sealed class RuleParameters(IReadOnlyDictionary<string, RuleParameter> standard)
{
    public IReadOnlyDictionary<string, RuleParameter> With(Theme theme) =>
        standard.Concat(theme.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.ForRule()))).ToDictionary();
}
