using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Survey.Findings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>GET /api/survey/campaigns: newest first, with what each found and what of it stands in the reader's own units.</summary>
public static class ListCampaigns
{
    private const int Size = 50;

    public sealed record View(long Id, string Number, string Title, string Checklist, string OrgName, string Ym, string? Source, string Rhythm, DateOnly StartDay, DateOnly EndDay, string State,
        int Total, int Open);

    public sealed record Page(IReadOnlyList<View> Items, string? Next);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/survey/campaigns", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.SurveyRead)).WithName("survey.list");

    private static async Task<Page> HandleAsync(string? state, long? after, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var rows = db.Set<SurveyCampaign>().AsNoTracking().SeenBy(db, me);
        rows = string.IsNullOrEmpty(state) ? rows : rows.Where(row => row.State == state);
        rows = after is null ? rows : rows.Where(row => row.Id < after);
        var found = await rows.OrderByDescending(row => row.Id).Take(Size + 1).ToListAsync(cancellation);
        var ids = found.Select(row => row.Id).ToList();
        var counts = await db.Set<SurveyFinding>().Where(row => ids.Contains(row.CampaignId) && row.OrgPath.StartsWith(me.OrgPath)).GroupBy(row => row.CampaignId)
            .Select(group => new { group.Key, Total = group.Count(), Open = group.Count(row => row.SettledAt == null) }).ToDictionaryAsync(group => group.Key, cancellation);
        var names = await OrgNames.ReadAsync(db, found.Select(row => row.OrgPath), cancellation);
        var shown = found.Take(Size).Select(row => new View(row.Id, row.Number, row.Title, row.ChecklistCode, names.GetValueOrDefault(row.OrgPath, row.OrgNo), row.Ym, row.Source, row.Rhythm,
            row.StartDay, row.EndDay, row.State, counts.GetValueOrDefault(row.Id)?.Total ?? 0, counts.GetValueOrDefault(row.Id)?.Open ?? 0)).ToList();
        return new Page(shown, found.Count > Size ? shown[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}
