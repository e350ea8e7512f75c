using System.Text.Json;
using CaseMgmt.Cases.Monitoring.Loading;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>Compares how far two loads tell anything. Pure.</summary>
public static class Freshness
{
    public static string Write(IReadOnlyList<TableDay> days) => JsonSerializer.Serialize(days, JsonSerializerOptions.Web);

    public static IReadOnlyList<TableDay> Read(string json) => JsonSerializer.Deserialize<List<TableDay>>(json, JsonSerializerOptions.Web)!;

    /// <summary>
    /// Whether what a rule does not find in this load, and found in an earlier one, may be gone: both are loads of one source, this is the later one, and no table
    /// that the rule reads ends earlier than it did then. A table that came empty, or as of last month, says nothing about what it lacks.
    /// </summary>
    public static bool MayClear(ImportBatch now, ImportBatch? then, IReadOnlyCollection<string> tables)
    {
        if (then is null || then.Source != now.Source || then.Id >= now.Id || (then.Stamp is { } before && !(now.Stamp >= before)))
        {
            return false;
        }

        var present = Read(now.FreshnessJson).ToDictionary(day => day.Table, day => day.Day);
        return Read(then.FreshnessJson).All(day => day.Day is null || !tables.Contains(day.Table) || (present.TryGetValue(day.Table, out var newest) && newest >= day.Day));
    }
}
