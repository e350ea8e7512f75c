using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>An anomaly that a new finding may meet again.</summary>
/// <param name="Batch">The load that it was last seen in.</param>
public sealed record KnownAnomaly(long Id, decimal Metric, string State, int Version, int Hits, long StakeFen, string OrgPath, long Batch)
{
    public string Tags { get; init; } = "";

    public long? WhiteId { get; init; }

    public bool Cleared { get; init; }
}

/// <summary>What the writer knows of an object beside the finding.</summary>
public sealed record ObjectFacts(long StakeFen, IReadOnlyList<(string Tag, int Weight)> Tags, long? WhiteId)
{
    public string TagText => string.Join(',', Tags.Select(tag => tag.Tag));
}

/// <summary>
/// Stores the findings of one theme in chunks that hold the writer's lane for some ten milliseconds each. A finding that is known already (same theme, object and
/// month; the unit does not count) raises its hits once for each load of the data that shows it, and keeps the larger metric; looking at the same load again tells
/// nothing new. What was not found again may have cleared itself.
/// </summary>
public sealed class AnomalyWriter(CommitDoor door, Ids ids, ScanRun run, IReadOnlyDictionary<string, string> orgPaths)
{
    private const int Chunk = 200;

    /// <summary>Sees what is of no known unit: otherwise nobody would.</summary>
    private readonly string top = orgPaths.Values.MinBy(path => path.Length) ?? "/";

    /// <summary>How many anomalies were new, over all themes so far.</summary>
    public int Inserted { get; private set; }

    public async Task WriteAsync(Theme theme, IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, KnownAnomaly> known, Func<string, ObjectFacts> facts, CancellationToken cancellation)
    {
        var telling = findings.Where(finding => !known.TryGetValue(finding.ObjKey, out var old) || Tells(theme, finding, old, facts(finding.ObjKey)));
        foreach (var chunk in telling.Chunk(Chunk))
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
            Inserted += chunk.Count(finding => !known.ContainsKey(finding.ObjKey));
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
                    var marked = await session.ExecuteAsync($"""
                        update anomaly set cleared_at = {session.Now}, version = version + 1 where id = {anomaly.Id} and state = {anomaly.State} and cleared_at is null
                        """);
                    _ = marked == 1 && await AnomalyMoves.OneAsync(session, anomaly.Id, anomaly.State, AnomalyEvent.Absent);
                }

                session.Announce("anomalies");
            }, cancellation);
        }
    }

    private bool IsNewHit(KnownAnomaly known) => known.Batch != run.BatchId;

    private static bool TakesOver(Theme theme, Finding finding, KnownAnomaly known) => finding.Metric > known.Metric || theme.Version != known.Version;

    private bool Tells(Theme theme, Finding finding, KnownAnomaly known, ObjectFacts facts) => IsNewHit(known) || TakesOver(theme, finding, known) || known.Cleared
        || known.State == AnomalyStates.SelfCleared || known.Tags != facts.TagText || known.WhiteId != facts.WhiteId;

    private async ValueTask AgainAsync(CommitSession session, Theme theme, Finding finding, KnownAnomaly known, ObjectFacts facts)
    {
        var hits = known.Hits + (IsNewHit(known) ? 1 : 0);
        var risk = RiskScore.Of(theme.Level, known.StakeFen, hits, facts.Tags);
        await session.ExecuteAsync($"""
            update anomaly set hits = {hits}, last_run_id = {run.Id}, data_stamp = {run.Today}, source = {run.Source}, cleared_at = null, theme_version = {theme.Version},
            risk = {risk}, queue_key = {RiskScore.QueueKey(theme.Level, known.StakeFen, risk)}, tags = {facts.TagText}, white_id = {facts.WhiteId}, version = version + 1
            where id = {known.Id}
            """);
        if (IsNewHit(known))
        {
            await session.ExecuteAsync($"update anomaly set last_seen_at = {session.Now} where id = {known.Id}");
        }

        if (TakesOver(theme, finding, known))
        {
            await session.ExecuteAsync($"update anomaly set metric = {finding.Metric}, metric_key = {Anomaly.KeyOf(finding.Metric)}, limit_value = {finding.LimitValue} where id = {known.Id}");
        }

        await AnomalyMoves.OneAsync(session, known.Id, known.State, AnomalyEvent.FoundAgain);
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
            OrgPath = orgPaths.GetValueOrDefault(finding.OrgNo) ?? top,
            Metric = finding.Metric,
            LimitValue = finding.LimitValue,
            Level = theme.Level,
            Specialty = theme.Specialty,
            FirstSeenAt = session.Now,
            LastSeenAt = session.Now,
            LastRunId = run.Id,
            Source = run.Source,
            DataStamp = run.Today,
            StakeFen = facts.StakeFen,
            Risk = risk,
            QueueKey = RiskScore.QueueKey(theme.Level, facts.StakeFen, risk),
            Tags = facts.TagText,
            WhiteId = facts.WhiteId,
        };
    }
}
