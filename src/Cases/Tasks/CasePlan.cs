using CaseMgmt.Cases.Monitoring;

namespace CaseMgmt.Cases.Tasks;

/// <summary>One work order to be: its anomalies and what they have in common.</summary>
public sealed record PlannedCase(IReadOnlyList<Anomaly> Anomalies, string OrgPath)
{
    /// <summary>The anomaly of the most severe level speaks for the order where several themes share it.</summary>
    public Anomaly Leading => Anomalies.OrderBy(anomaly => CasePlan.Severity(anomaly.Level)).ThenBy(anomaly => anomaly.Id).First();

    public string OrgNo => OrgPath.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";

    public int Themes => Anomalies.Select(anomaly => anomaly.ThemeCode).Distinct().Count();
}

/// <summary>Groups anomalies into work orders. Pure: the same anomalies and settings give the same orders in the same order.</summary>
public static class CasePlan
{
    public static IReadOnlyList<PlannedCase> Make(IEnumerable<Anomaly> anomalies, IReadOnlySet<string> grouping, int maxItems)
    {
        if (maxItems < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(maxItems), maxItems, "A work order needs room for at least one item.");
        }

        return
        [
            .. anomalies.OrderBy(anomaly => anomaly.Id)
                .GroupBy(anomaly => (
                    Unit: grouping.Contains("unit") ? anomaly.OrgPath : "",
                    Specialty: grouping.Contains("specialty") ? anomaly.Specialty : "",
                    Theme: grouping.Contains("theme") ? anomaly.ThemeCode : ""))
                .OrderBy(group => group.Key)
                .SelectMany(group => group.Chunk(maxItems))
                .Select(chunk => new PlannedCase(chunk, CommonPath(chunk.Select(anomaly => anomaly.OrgPath)))),
        ];
    }

    /// <summary>special before 1 before 2 ...; an unknown level comes last.</summary>
    public static int Severity(string level) => level switch
    {
        "special" or "特级" => 0,
        _ => int.TryParse(level, out var number) ? number : 9,
    };

    /// <summary>The lowest organisation that covers all of them.</summary>
    public static string CommonPath(IEnumerable<string> paths)
    {
        string[]? common = null;
        foreach (var parts in paths.Distinct().Select(path => path.Split('/', StringSplitOptions.RemoveEmptyEntries)))
        {
            common = common is null ? parts : [.. common.Zip(parts).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
        }

        return common is { Length: > 0 } ? "/" + string.Join('/', common) + "/" : "/";
    }
}
