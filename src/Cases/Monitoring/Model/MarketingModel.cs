using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseMgmt.Cases.Monitoring.Model;

/// <summary>
/// The shape of the marketing data, read from definitions/marketing/schema.sql: the one source for the sample generator, the load and the rule compiler.
/// </summary>
public sealed partial class MarketingModel
{
    private static readonly Lazy<MarketingModel> Shipped = new(() => Parse(EmbeddedText.Read("marketing/schema.sql")));

    private readonly Dictionary<string, MarketingTable> byName;

    private MarketingModel(IReadOnlyList<MarketingTable> tables)
    {
        Tables = tables;
        byName = tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
    }

    public static MarketingModel Current => Shipped.Value;

    public IReadOnlyList<MarketingTable> Tables { get; }

    public MarketingTable? Find(string name) => byName.GetValueOrDefault(name);

    public MarketingTable this[string name] => byName[name];

    public static MarketingModel Parse(string sql)
    {
        var indexes = IndexPattern().Matches(sql).GroupBy(match => match.Groups[1].Value)
            .ToDictionary(group => group.Key, group => group.Select(ReadIndex).ToList());
        return new MarketingModel([.. TablePattern().Matches(sql).Select(match => ReadTable(match, indexes))]);
    }

    private static MarketingIndex ReadIndex(Match match)
    {
        var columns = match.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries);
        return new MarketingIndex($"ix_{match.Groups[1].Value}_{string.Join('_', columns)}", columns);
    }

    private static MarketingTable ReadTable(Match match, Dictionary<string, List<MarketingIndex>> indexes)
    {
        var name = match.Groups[1].Value;
        var key = KeyPattern().Match(match.Groups[2].Value).Groups[1].Value.Split(',', StringSplitOptions.TrimEntries);
        var columns = ColumnPattern().Matches(match.Groups[2].Value).Select((column, at) => ReadColumn(column, at, key)).ToList();
        return new MarketingTable(name, columns, key, indexes.GetValueOrDefault(name) ?? []);
    }

    private static MarketingColumn ReadColumn(Match match, int ordinal, string[] key)
    {
        var size = match.Groups[3].Success ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : 0;
        var scale = match.Groups[4].Success ? int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture) : 0;
        var name = match.Groups[1].Value;
        return new MarketingColumn(name, ordinal, KindOf(match.Groups[2].Value), size, scale, key.Contains(name));
    }

    private static ColumnKind KindOf(string type) => type switch
    {
        "char" or "nvarchar" => ColumnKind.Text,
        "decimal" => ColumnKind.Decimal,
        "bit" => ColumnKind.Bit,
        "date" => ColumnKind.Date,
        "datetime2" => ColumnKind.Time,
        "int" or "bigint" or "tinyint" => ColumnKind.Integer,
        _ => throw new FormatException($"Unknown column type '{type}' in the marketing schema."),
    };

    [GeneratedRegex(@"CREATE TABLE (\w+) \((.*?)\n\);", RegexOptions.Singleline)]
    private static partial Regex TablePattern();

    [GeneratedRegex(@"CREATE INDEX ON (\w+) \(([^)]*)\);")]
    private static partial Regex IndexPattern();

    [GeneratedRegex(@"^  ([a-z_0-9]+) (\w+)(?:\((\d+)(?:,(\d+))?\))?,$", RegexOptions.Multiline)]
    private static partial Regex ColumnPattern();

    [GeneratedRegex(@"PRIMARY KEY\(([^)]*)\)")]
    private static partial Regex KeyPattern();
}
