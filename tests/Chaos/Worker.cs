using System.Globalization;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Chaos;

/// <summary>
/// The process that is killed. It starts the parents, answers whatever waits, eight at a time, and says on its output what it was told to be committed:
/// one line "instance bookmark sequence" per answer. It ends by itself when nothing waits any more: what a killed process had claimed on a server is
/// free again only when its lease is over.
/// </summary>
internal static class Worker
{
    // Two minutes, four leases: who waits longer is stuck, and the check after the run says who.
    private const int MostIdleTicks = 240;
    private static readonly Lock Reporting = new();

    public static async Task RunAsync(string folder, int seed, string server, TextWriter output)
    {
        await using var engine = await ChaosEngine.OpenAsync(folder, server);
        for (var number = 0; number < ChaosEngine.Parents; number++)
        {
            await engine.Runtime.StartAsync(new StartRequest("parent", []) { InstanceId = $"parent-{number}", RequestKey = $"start-{number}" });
        }

        await engine.Pump.SweepAsync();
        var random = new Random(seed);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        var idle = 0;
        while (idle < MostIdleTicks && await WaitingAsync(engine) is { Count: > 0 } waiting)
        {
            var asked = waiting.Where(bookmark => bookmark.Name == "Elsa.RunTask").OrderBy(_ => random.Next()).ToList();
            await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (bookmark, cancellation) => await AnswerAsync(engine, bookmark, output, cancellation));
            await engine.Pump.SweepAsync();
            idle = asked.Count > 0 ? 0 : idle + 1;
            if (idle > 0)
            {
                await tick.WaitForNextTickAsync();
            }
        }
    }

    private static async Task AnswerAsync(ChaosEngine engine, BookmarkRow bookmark, TextWriter output, CancellationToken cancellation)
    {
        var answer = new ResumeRequest(bookmark.InstanceId, bookmark.BookmarkId, null) { RequestKey = bookmark.BookmarkId };
        if (await engine.Runtime.ResumeAsync(answer, cancellation) is RuntimeResult.Landed landed)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{bookmark.InstanceId} {bookmark.BookmarkId} {landed.Sequence}");
            lock (Reporting)
            {
                output.WriteLine(line);
                output.Flush();
            }
        }
    }

    private static async Task<List<BookmarkRow>> WaitingAsync(ChaosEngine engine)
    {
        await using var context = engine.Context();
        return await context.Set<BookmarkRow>().AsNoTracking().ToListAsync();
    }
}
