using System.Text.Json;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>The indicators at hand, the newest version of each. Reading one compiles its rule, so a broken file stops the start and not a monthly run.</summary>
public sealed class IndicatorLibrary
{
    private readonly Dictionary<string, Indicator> byCode;

    public IndicatorLibrary(IEnumerable<Indicator> indicators)
    {
        Current = [.. indicators.GroupBy(each => each.Code).Select(group => group.MaxBy(each => each.Version)!).OrderBy(each => each.Code, StringComparer.Ordinal)];
        byCode = Current.ToDictionary(each => each.Code);
    }

    public IReadOnlyList<Indicator> Current { get; }

    public Indicator? Find(string code) => byCode.GetValueOrDefault(code);

    public static IndicatorLibrary Shipped() => new(EmbeddedText.Names("indicators").Select(name => Read(name, EmbeddedText.Read(name))));

    public static Indicator Read(string name, string json) => RuleFile.Named(name, () =>
    {
        var indicator = RuleFile.Parse<Indicator>(json, JsonSerializerOptions.Web);
        indicator.Compile(ThemeLibrary.Standard("202601", new DateOnly(2026, 1, 31)), RuleDialect.Sqlite);
        return indicator;
    });
}
