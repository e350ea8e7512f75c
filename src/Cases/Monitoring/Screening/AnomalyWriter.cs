using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>An anomaly that a new finding may meet again.</summary>
/// <param name="Batch">The load that it was last seen in.</param>
public sealed record KnownAnomaly(long Id, decimal Metric, string State, int Version, int Hits, long StakeFen, string OrgPath, long Batch);

/// <summary>What the writer knows of an object beside the finding.</summary>
public sealed record ObjectFacts(long StakeFen, IReadOnlyList<(string Tag, int Weight)> Tags, long? WhiteId);

/// <summary>
/// Stores the findings of one theme in chunks that hold the writer's lane for some ten milliseconds each. A finding that is known already
/// (same theme, object and month; the unit does not count) raises its hits and keeps the larger metric; what was not found again may have cleared itself.
/// </summary>
public sealed class AnomalyWriter(CommitDoor door, Ids ids, ScanRun run, IReadOnlyDictionary<string, string> orgPaths)
{
    private const int Chunk = 200;

    public async Task WriteAsync(Theme theme, IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, KnownAnomaly> known, Func<string, ObjectFacts> facts, CancellationToken cancellation)
    {
        foreach (var chunk in findings.Chunk(Chunk))
        {
            await door.RunAsync(run.StartedBy, async session =>
            {
                foreach (var finding in chunk)
                {
                    await (known.GetValueOrDefault(finding.ObjKey) is { } old ? AgainAsync(session, theme, finding, old, facts(finding.ObjKey))
                        : session.InsertAsync(New(session, theme, finding, facts(finding.ObjKey))));
                }

                session.Announce("anomalies");
            }, cancellation);
        }
    }

    /// <summary>Marks what is gone. One that is in a task keeps its state, because it is still to be answered.</summary>
    public async Task ClearAsync(IReadOnlyList<KnownAnomaly> gone, CancellationToken cancellation)
    {
        foreach (var chunk in gone.Chunk(Chunk))
        {
            await door.RunAsync(run.StartedBy, async session =>
            {
                foreach (var anomaly in chunk)
                {
                    var state = AnomalyLife.Next(anomaly.State, AnomalyEvent.Absent) ?? anomaly.State;
                    await session.ExecuteAsync($"""
                        update anomaly set state = {state}, cleared_at = {session.Now}, version = version + 1
                        where id = {anomaly.Id} and state = {anomaly.State} and cleared_at is null
                        """);
                }

                session.Announce("anomalies");
            }, cancellation);
        }
    }

    private async ValueTask AgainAsync(CommitSession session, Theme theme, Finding finding, KnownAnomaly known, ObjectFacts facts)
    {
        var takesOver = finding.Metric > known.Metric || theme.Version != known.Version;
        var risk = RiskScore.Of(theme.Level, known.StakeFen, known.Hits + 1, facts.Tags);
        await session.ExecuteAsync($"""
            update anomaly set hits = hits + 1, last_seen_at = {session.Now}, last_run_id = {run.Id}, data_stamp = {run.Today}, cleared_at = null, theme_version = {theme.Version},
            risk = {risk}, queue_key = {RiskScore.QueueKey(theme.Level, known.StakeFen, risk)}, tags = {TagsOf(facts)}, white_id = {facts.WhiteId}, version = version + 1
            where id = {known.Id}
            """);
        if (takesOver)
        {
            await session.ExecuteAsync($"update anomaly set metric = {finding.Metric}, limit_value = {finding.LimitValue} where id = {known.Id}");
        }

        if (known.State == AnomalyStates.SelfCleared)
        {
            await session.ExecuteAsync($"update anomaly set state = {AnomalyLife.Next(known.State, AnomalyEvent.FoundAgain)} where id = {known.Id} and state = {known.State}");
        }
    }

    private Anomaly New(CommitSession session, Theme theme, Finding finding, ObjectFacts facts)
    {
        var risk = RiskScore.Of(theme.Level, facts.StakeFen, 1, facts.Tags);
        return new()
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
            DataStamp = run.Today,
            StakeFen = facts.StakeFen,
            Risk = risk,
            QueueKey = RiskScore.QueueKey(theme.Level, facts.StakeFen, risk),
            Tags = TagsOf(facts),
            WhiteId = facts.WhiteId,
        };
    }

    private static string TagsOf(ObjectFacts facts) => string.Join(',', facts.Tags.Select(tag => tag.Tag));
}
