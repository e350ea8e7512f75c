using System.Text.Json;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>A parameter of the rule with the value that counted for one object: that of its unit where the version gives the unit another one.</summary>
/// <param name="Own">Whether it differs from the value for everybody.</param>
public sealed record ValueInForce(string Name, TwoLanguages? Label, JsonElement Value, string Unit, bool Own)
{
    /// <summary>The parameters that the rule names, in the order of the theme, and the month it looked at. Pure.</summary>
    public static IReadOnlyList<ValueInForce> Of(Theme theme, Anomaly row, IReadOnlyDictionary<string, string> orgPaths)
    {
        var here = ScopedRun.For(theme, row.OrgPath, orgPaths).Parameters;
        var named = here.Zip(theme.Parameters, (mine, everybodys) => new ValueInForce(mine.Name, mine.Label, mine.Value, mine.Unit, mine.Value.ToString() != everybodys.Value.ToString()));
        return [new("ym", null, JsonSerializer.SerializeToElement(row.Ym), "", false), .. named];
    }

    public static Task<Dictionary<string, string>> OrgPathsAsync(CaseDbContext db, CancellationToken cancellation) =>
        db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.OrgPath, cancellation);
}
