using System.Text.RegularExpressions;
using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>The tables of the model that a rule names.</summary>
public static partial class RuleTables
{
    public static IReadOnlyList<MarketingTable> Of(string sql) =>
        [.. Word().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal).Select(MarketingModel.Current.Find).OfType<MarketingTable>()];

    [GeneratedRegex("[a-z_0-9]+")]
    private static partial Regex Word();
}
