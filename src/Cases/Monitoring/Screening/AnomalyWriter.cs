using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>An anomaly that a new finding may meet again.</summary>
public sealed record KnownAnomaly(long Id, decimal Metric);

/// <summary>
/// Stores the findings of one theme in chunks that hold the writer's lane for some ten milliseconds each. A finding that is known already
/// (same theme, object and month; the unit does not count) raises its hits and keeps the larger metric.
/// </summary>
public sealed class AnomalyWriter(CommitDoor door, Ids ids, ScanRun run, IReadOnlyDictionary<string, string> orgPaths)
{
    private const int Chunk = 200;

    /// <returns>How many were new.</returns>
    public async Task<int> WriteAsync(Theme theme, IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, KnownAnomaly> known, CancellationToken cancellation)
    {
        foreach (var chunk in findings.Chunk(Chunk))
        {
            await door.RunAsync(run.StartedBy, async session =>
            {
                foreach (var finding in chunk)
                {
                    await StoreAsync(session, theme, finding, known.GetValueOrDefault(finding.ObjKey));
                }

                session.Announce("anomalies");
            }, cancellation);
        }

        return findings.Count(finding => !known.ContainsKey(finding.ObjKey));
    }

    private async ValueTask StoreAsync(CommitSession session, Theme theme, Finding finding, KnownAnomaly? known)
    {
        if (known is null)
        {
            await session.InsertAsync(New(session, theme, finding));
        }
        else if (finding.Metric > known.Metric)
        {
            await session.ExecuteAsync($"""
                update anomaly set hits = hits + 1, last_seen_at = {session.Now}, last_run_id = {run.Id}, metric = {finding.Metric},
                limit_value = {finding.LimitValue}, version = version + 1 where id = {known.Id}
                """);
        }
        else
        {
            await session.ExecuteAsync($"update anomaly set hits = hits + 1, last_seen_at = {session.Now}, last_run_id = {run.Id}, version = version + 1 where id = {known.Id}");
        }
    }

    private Anomaly New(CommitSession session, Theme theme, Finding finding) => new()
    {
        Id = ids.Next(),
        ThemeCode = theme.Code,
        ThemeVersion = theme.Version,
        Ym = run.Ym,
        ObjKey = finding.ObjKey,
        OrgNo = finding.OrgNo,
        OrgPath = orgPaths.GetValueOrDefault(finding.OrgNo, "/"),
        Metric = finding.Metric,
        LimitValue = finding.LimitValue,
        Level = theme.Level,
        Specialty = theme.Specialty,
        FirstSeenAt = session.Now,
        LastSeenAt = session.Now,
        LastRunId = run.Id,
    };
}
