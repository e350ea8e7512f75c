using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Designer.Publishing;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Runs;

/// <summary>Writes what a run over many cases does: that it began, its lines page by page, how it ended. Begin and end are history of the lifecycle.</summary>
public sealed class RunBook(CommitDoor door, Ids ids)
{
    /// <summary>Lines of one commit: no write holds the lane for long.</summary>
    private const int LinesPerCommit = 100;

    /// <summary>A worker that says nothing for so long is gone.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Readable);

    public Task<LifecycleRun> OpenAsync<T>(string kind, string definitionId, int toVersion, T request, CurrentAccount me, CancellationToken cancellation) =>
        door.RunAsync(me.Actor, async session =>
        {
            var run = new LifecycleRun
            {
                Id = ids.Next(), Kind = kind, DefinitionId = definitionId, ToVersion = toVersion, OrgPath = me.OrgPath, RequestJson = Text(request),
                LeaseUntil = session.Now + Lease, StartedBy = me.Id, StartedAt = session.Now,
            };
            await session.InsertAsync(run);
            await NoteAsync(session, run, "started");
            return run;
        }, cancellation);

    /// <summary>Writes the lines of a page and how far the run is. False when somebody asked to stop.</summary>
    public async Task<bool> TurnPageAsync(LifecycleRun run, IReadOnlyList<LifecycleRunLine> lines, CancellationToken cancellation)
    {
        foreach (var part in lines.Chunk(LinesPerCommit).DefaultIfEmpty([]))
        {
            await door.RunAsync(Actor(run), async session =>
            {
                foreach (var line in part)
                {
                    await session.InsertAsync(line);
                }

                var row = await RowAsync(session, run);
                (row.Total, row.Finished, row.SummaryJson, row.LeaseUntil) = (run.Total, run.Finished, run.SummaryJson, session.Now + Lease);
                await session.UpdateAsync(row);
                run.StopRequested = row.StopRequested;
            }, cancellation);
        }

        return !run.StopRequested;
    }

    public Task EndAsync(LifecycleRun run, string state, string? error) => door.RunAsync(Actor(run), async session =>
    {
        var row = await RowAsync(session, run);
        (row.State, row.EndedAt, row.Finished, row.SummaryJson) = (state, session.Now, run.Finished, run.SummaryJson);
        row.Error = error is { Length: > 1000 } ? error[..1000] : error;
        await session.UpdateAsync(row);
        await NoteAsync(session, row, state);
    }, CancellationToken.None);

    /// <summary>Asks the worker to stop at its next page. False when the run is over already.</summary>
    public static async ValueTask<bool> StopAsync(CommitSession session, long id)
    {
        var row = await session.FindLockedAsync<LifecycleRun>(id);
        if (row is null || row.StateAt(session.Now) != LifecycleRun.Running)
        {
            return false;
        }

        row.StopRequested = true;
        await session.UpdateAsync(row);
        return true;
    }

    private static string Actor(LifecycleRun run) => run.StartedBy.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async ValueTask<LifecycleRun> RowAsync(CommitSession session, LifecycleRun run) =>
        await session.FindLockedAsync<LifecycleRun>(run.Id) ?? throw new InvalidOperationException($"Run {run.Id} is gone.");

    private static ValueTask NoteAsync(CommitSession session, LifecycleRun run, string what) => session.AppendHistoryAsync(
        PublicationDesk.Subject(run.DefinitionId), $"lifecycle.{run.Kind}-{what}",
        new JsonObject { ["run"] = run.Id, ["version"] = run.ToVersion, ["request"] = JsonNode.Parse(run.RequestJson), ["summary"] = JsonNode.Parse(run.SummaryJson) });
}
