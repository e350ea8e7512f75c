using System.Text.Json;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;

namespace CaseMgmt.Cases.Monitoring.Themes;

/// <summary>
/// The themes at hand: every version, and the one of each theme that scans use. Starts with what ships and is refilled from the database's versions.
/// Reading a theme that nobody has met yet compiles its rule, so a broken file stops the start that would take it in, and not a nightly scan.
/// </summary>
public sealed class ThemeLibrary
{
    private volatile Shelf shelf;

    private ThemeLibrary(IReadOnlyList<Theme> themes) => shelf = Shelf.Of(themes, themes.GroupBy(theme => theme.Code).Select(group => group.MaxBy(theme => theme.Version)!));

    /// <summary>The version of each theme that scans use, by code.</summary>
    public IReadOnlyList<Theme> Current => shelf.Current;

    /// <summary>The version in use, or the newest of a theme that is not in use any more: names outlive rules.</summary>
    public Theme? Find(string code) => shelf.ByCode.GetValueOrDefault(code);

    public Theme? Find(string code, int version) => shelf.Versions.GetValueOrDefault((code, version));

    /// <summary>Puts these versions in the place of all others.</summary>
    public void Refill(IReadOnlyList<Theme> versions, IEnumerable<Theme> current) => shelf = Shelf.Of(versions, current);

    /// <summary>What ships, rules uncompiled: a database that knows them compiled them when it took them in, and every scan does.</summary>
    public static ThemeLibrary Shipped() => new([.. EmbeddedText.Names("themes").Select(name => Parse(EmbeddedText.Read(name)))]);

    /// <summary>One theme of a file; a refusal names the file.</summary>
    public static Theme Read(string name, string json) => RuleFile.Named(name, () => Read(json));

    /// <summary>One theme, its bounds checked and its rule compiled. A refusal is about the rule itself, so that its position can be shown.</summary>
    public static Theme Read(string json)
    {
        var theme = Parse(json);
        CheckBounds(theme);
        RuleCompiler.Compile(theme.Sql, Standard("202601", new DateOnly(2026, 1, 31)).With(theme), RuleDialect.Sqlite);
        return theme;
    }

    private static Theme Parse(string json) => RuleFile.Parse<Theme>(json, JsonSerializerOptions.Web);

    private static void CheckBounds(Theme theme)
    {
        if (theme.Parameters.FirstOrDefault(parameter => !IsValue(parameter.Value)) is { } strange)
        {
            throw new RuleException("content-value", null, $"parameters.{strange.Name}.value");
        }

        foreach (var parameter in theme.Parameters.Where(parameter => parameter.Value.ValueKind == JsonValueKind.Number))
        {
            var outside = parameter.Overrides.Select(each => each.Value).Prepend(parameter.Value)
                .Where(value => value.ValueKind != JsonValueKind.Number || value.GetDecimal() < parameter.Min || value.GetDecimal() > parameter.Max).ToList();
            if (outside.Count > 0)
            {
                throw new RuleException("out-of-bounds", null, parameter.Name, outside[0]);
            }
        }
    }

    private static bool IsValue(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.String
        || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String));

    private sealed record Shelf(IReadOnlyDictionary<(string Code, int Version), Theme> Versions, IReadOnlyDictionary<string, Theme> ByCode, IReadOnlyList<Theme> Current)
    {
        public static Shelf Of(IReadOnlyList<Theme> versions, IEnumerable<Theme> current)
        {
            List<Theme> used = [.. current.OrderBy(theme => theme.Code, StringComparer.Ordinal)];
            var byCode = versions.GroupBy(theme => theme.Code).ToDictionary(group => group.Key, group => group.MaxBy(theme => theme.Version)!);
            used.ForEach(theme => byCode[theme.Code] = theme);
            return new(versions.ToDictionary(theme => (theme.Code, theme.Version)), byCode, used);
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
    /// <summary>The account month that is screened.</summary>
    public string Ym => standard["ym"].Text!;

    public IReadOnlyDictionary<string, RuleParameter> With(Theme theme) => With(theme.Parameters);

    public IReadOnlyDictionary<string, RuleParameter> With(IReadOnlyList<ThemeParameter> parameters) =>
        standard.Concat(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.ForRule()))).ToDictionary();
}
