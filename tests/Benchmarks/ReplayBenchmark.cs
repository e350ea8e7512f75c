using System.Diagnostics;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Designer.Replay;
using CaseMgmt.Designer.Runs;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// A version run dry over the last closed cases, as the replay desk does it: histories read, interpreter run, lines and progress written. Once over the
/// version the cases ran on, which has nothing to tell, and once over a draft that has something to tell of every case. Then one that is stopped.
/// </summary>
internal static class ReplayBenchmark
{
    private const string Lifecycle = "online-audit";

    private static readonly CurrentAccount Me = new(1, "bench", "", "P-1", "37", "/37/", [Roles.ProcessOwner], "zh");

    public static async Task RunAsync(TextWriter output, bool full)
    {
        var cases = full ? ReplayWork.MostCases : ReplayWork.MostCases / 20;
        using var folder = new ScratchFolder();
        await using var world = await ReplayWorld.OpenAsync(folder.Path);
        var watch = Stopwatch.StartNew();
        await world.ClosedCasesAsync(cases);
        output.WriteLine($"{cases:N0} closed cases made in {watch.Elapsed.TotalSeconds:N0} s");
        await MeasureAsync(output, world, cases, 1, "same version");
        await world.ImportDraftAsync(Shorter);
        await MeasureAsync(output, world, cases, 2, "changed draft");
        await StopAsync(output, world, cases);
    }

    private static async Task MeasureAsync(TextWriter output, ReplayWorld world, int cases, int version, string what)
    {
        var run = await OpenAsync(world, version);
        var watch = Stopwatch.StartNew();
        await world.Get<ReplayWork>().RunAsync(run, cases, CancellationToken.None);
        output.WriteLine($"{what}: {run.Finished:N0} cases in {watch.Elapsed.TotalSeconds:N1} s, {run.Finished / watch.Elapsed.TotalSeconds:N0} per s, {run.SummaryJson}");
    }

    // Somebody presses stop as soon as there is progress to be seen.
    private static async Task StopAsync(TextWriter output, ReplayWorld world, int cases)
    {
        var run = await OpenAsync(world, 2);
        var work = world.Get<ReplayWork>().RunAsync(run, cases, CancellationToken.None);
        await world.Get<CommitDoor>().RunAsync(Me.Actor, session => RunBook.StopAsync(session, run.Id));
        var watch = Stopwatch.StartNew();
        var wentOn = await work;
        output.WriteLine($"stopped: {(wentOn ? "no, it had ended" : "yes")}, {watch.Elapsed.TotalMilliseconds:N0} ms after the button, at {run.Finished:N0} of {run.Total:N0}");
    }

    private static Task<LifecycleRun> OpenAsync(ReplayWorld world, int version) =>
        world.Get<RunBook>().OpenAsync(RunKinds.Replay, Lifecycle, version, new { version }, Me, CancellationToken.None);

    /// <summary>Without the last step and with one outcome less: every case goes another way, those that came back stop there.</summary>
    private static void Shorter(JsonObject model)
    {
        var arrows = model["root"]!["connections"]!.AsArray();
        arrows.First(arrow => (string?)arrow!["source"]!["activity"] == "evaluate")!["target"]!["activity"] = "close";
        model["root"]!["activities"]!.AsArray().First(node => (string?)node!["id"] == "unit-review")!["outcomes"]!["expression"]!["value"] = """["同意"]""";
    }
}
