using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Designer.Recorded;
using CaseMgmt.Designer.Runs;
using CaseMgmt.Workflows.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.MigrationDesk;

/// <summary>What to move.</summary>
/// <param name="Map">Node ids of the old version to node ids of the new; an id that is not mapped stays the same.</param>
/// <param name="NewClocks">Limits and timers that run are set anew by the new version; else they go on as they are.</param>
/// <param name="Reason">Stands in the history of each case.</param>
public sealed record MigrationOrder(int From, int To, IReadOnlyDictionary<string, string> Map, bool NewClocks, string? Reason);

/// <summary>Moves the running cases of one version, or says what that would do; page by page, a line per case. A stop leaves the rest where it is.</summary>
public sealed class MigrationWork(IDbContextFactory<CaseDbContext> contexts, InstanceMigration migration, RunBook book)
{
    private const int Page = 50;

    public async Task<bool> RunAsync(LifecycleRun run, MigrationOrder order, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cases = await new CaseScope(run.DefinitionId, run.OrgPath).RunningAsync(db, order.From, cancellation);
        var counts = new Dictionary<string, int> { ["moved"] = 0, ["refused"] = 0 };
        run.Total = cases.Count;
        var goesOn = await book.TurnPageAsync(run, [], cancellation);
        foreach (var page in goesOn ? cases.Chunk(Page) : [])
        {
            var request = new MigrateRequest([.. page.Select(each => each.InstanceId)], order.To, order.Map, $"{run.StartedBy}", run.Kind == RunKinds.Rehearsal)
            {
                Clocks = order.NewClocks ? ClockChoice.Recompute : ClockChoice.Keep, Reason = order.Reason,
            };
            var results = await migration.RunAsync(request, cancellation);
            var lines = page.Zip(results, (each, result) => LineOf(run.Id, run.Finished++, each, result)).ToList();
            lines.ForEach(line => counts[line.Verdict]++);
            run.SummaryJson = RunBook.Text(counts);
            if (!await book.TurnPageAsync(run, lines, cancellation))
            {
                return false;
            }
        }

        run.SummaryJson = RunBook.Text(counts);
        return goesOn;
    }

    private static LifecycleRunLine LineOf(long runId, int seq, CaseRef about, MigratedInstance result) => new()
    {
        RunId = runId, Seq = seq, Subject = about.Subject, Number = about.Number, Verdict = result.Moved ? "moved" : "refused",
        DetailJson = RunBook.Text(new { result.Code, result.Reason }),
    };
}
