using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Plans.Visits;

/// <summary>An order is handled again: whatever of it was on a visit that is over goes on the open visit to that place, or on a new one.</summary>
public static class VisitAgain
{
    public static async ValueTask WriteAsync(CommitSession session, Ids ids, long caseId)
    {
        foreach (var group in (await session.QueryAsync<VisitItem>($"case_id = {caseId}")).GroupBy(item => item.VisitId))
        {
            if (await session.FindAsync<Visit>(group.Key) is not { DoneAt: not null } over)
            {
                continue;
            }

            var next = await OpenAsync(session, over, ids);
            foreach (var item in group)
            {
                item.VisitId = next.Id;
                await session.UpdateAsync(item);
            }
        }
    }

    private static async ValueTask<Visit> OpenAsync(CommitSession session, Visit over, Ids ids)
    {
        var open = await session.QueryAsync<Visit>($"org_path = {over.OrgPath} and kind = {over.Kind} and place_key = {over.PlaceKey} and done_at is null");
        if (open.SingleOrDefault() is { } known)
        {
            await session.UpdateAsync(known);
            return known;
        }

        var visit = new Visit
        {
            Id = ids.Next(), OrgNo = over.OrgNo, OrgPath = over.OrgPath, Kind = over.Kind, PlaceKey = over.PlaceKey, PlaceName = over.PlaceName, CreatedAt = session.Now,
        };
        await session.InsertAsync(visit);
        return visit;
    }
}
