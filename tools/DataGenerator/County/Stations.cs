using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator.County;

/// <summary>A supply station with its public feeders and transformer areas; accounts hang on it by their running number.</summary>
public sealed record Station(int Index, string OrgNo, string Name, bool Urban, IReadOnlyList<long> Lines, IReadOnlyList<long> Areas)
{
    public long AreaOf(int account) => Areas[account % Areas.Count];

    public long LineOf(int account) => LineOfArea(account % Areas.Count);

    public long LineOfArea(int area) => Lines[area % Lines.Count];

    /// <summary>The reading section of an area.</summary>
    public string SectionOf(int account) => Section(account % Areas.Count);

    public string Section(int area) => $"{OrgNo}{area + 1:0000}";
}

/// <summary>The organisation tree: one province, one city, its counties, four stations each.</summary>
public static class Stations
{
    private const int AccountsPerArea = 80;
    private static readonly string[] Names = ["城关", "北坪", "河口", "石桥"];

    public static IReadOnlyList<Station> Plan(GeneratorOptions options)
    {
        var count = options.Counties * Names.Length;
        var areas = Math.Max(4, (options.Accounts / count / AccountsPerArea) + 1);
        return [.. Enumerable.Range(0, count).Select(index => Make(index, areas))];
    }

    public static IEnumerable<Row> Rows(IReadOnlyList<Station> stations)
    {
        var model = MarketingModel.Current["org"];
        yield return Org(model, "37", "示范省", "02", 1, null, "/37/", true);
        yield return Org(model, "3703", "示范市", "03", 2, "37", "/37/3703/", true);
        foreach (var county in stations.GroupBy(station => station.OrgNo[..6]))
        {
            var name = county.Key == "370306" ? "示范县" : $"示范{county.Key[4..]}县";
            yield return Org(model, county.Key, name, "04", 3, "3703", $"/37/3703/{county.Key}/", false);
            foreach (var station in county)
            {
                yield return Org(model, station.OrgNo, station.Name, "05", 4, county.Key, $"/37/3703/{county.Key}/{station.OrgNo}/", station.Urban);
            }
        }
    }

    private static Station Make(int index, int areas)
    {
        var orgNo = $"{370306 + (index / Names.Length)}{(index % Names.Length) + 1:00}";
        var root = (index + 1) * 100_000L;
        return new Station(index, orgNo, Names[index % Names.Length] + "供电所", index % Names.Length == 0,
            [.. Enumerable.Range(1, Math.Max(3, areas / 30)).Select(i => root + i)], [.. Enumerable.Range(1, areas).Select(i => root + 10_000 + i)]);
    }

    private static Row Org(MarketingTable model, string no, string name, string type, int level, string? parent, string path, bool urban) =>
        new Row(model).With(("org_no", no), ("org_name", name), ("short_name", name.Replace("供电所", "", StringComparison.Ordinal)), ("org_type", type),
            ("org_level", level), ("parent_org_no", parent), ("org_path", path), ("busi_area", "01"), ("is_urban", urban), ("valid_from", new DateOnly(2000, 1, 1)));
}
