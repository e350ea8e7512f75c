using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Designer.Recorded;
using CaseMgmt.Designer.Runs;
using CaseMgmt.Workflows.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Replay;

/// <summary>Replays the last closed cases page by page; a line for each case of which there is something to tell, numbers for all.</summary>
public sealed class ReplayWork(
    IDbContextFactory<CaseDbContext> contexts, DefinitionStore definitions, FormLibrary forms, WorkingCalendar calendar, RuntimeOptions options, RunBook book)
{
    public const int MostCases = 10_000;
    private const int Page = 250;

    /// <summary>Every word of a result, so that a summary says "0" too.</summary>
    public static IReadOnlyList<string> Words { get; } = [ReplayResult.Same, "other-way", "sla", "form", "incident", "stopped"];

    public async Task<bool> RunAsync(LifecycleRun run, int count, CancellationToken cancellation)
    {
        var definition = await definitions.FindAsync(run.DefinitionId, run.ToVersion, cancellation)
            ?? throw new InvalidOperationException($"{run.DefinitionId} has no version {run.ToVersion}.");
        var replay = new CaseReplay(definition, forms.Find, calendar, options.Zone);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cases = await new CaseScope(run.DefinitionId, run.OrgPath).LastClosedAsync(db, Math.Clamp(count, 1, MostCases), cancellation);
        var counts = Words.ToDictionary(word => word, _ => 0);
        run.Total = cases.Count;
        foreach (var page in cases.Chunk(Page))
        {
            var lines = new List<LifecycleRunLine>();
            foreach (var recorded in await RecordedCases.ReadAsync(db, page, cancellation))
            {
                var result = replay.Run(recorded);
                result.Flags.ToList().ForEach(flag => counts[flag]++);
                lines.AddRange(LinesOf(run, run.Finished++, recorded.About, result));
            }

            run.SummaryJson = RunBook.Text(counts);
            if (!await book.TurnPageAsync(run, lines, cancellation))
            {
                return false;
            }
        }

        run.SummaryJson = RunBook.Text(counts);
        return await book.TurnPageAsync(run, [], cancellation);
    }

    private static IEnumerable<LifecycleRunLine> LinesOf(LifecycleRun run, int seq, CaseRef about, ReplayResult result) => result.Flags is [ReplayResult.Same] ? [] :
    [
        new LifecycleRunLine
        {
            RunId = run.Id, Seq = seq, Subject = about.Subject, Number = about.Number, Verdict = string.Join(',', result.Flags),
            DetailJson = RunBook.Text(new { result.Stop, result.OtherWay, result.Breaches, result.Misses }),
        },
    ];
}
