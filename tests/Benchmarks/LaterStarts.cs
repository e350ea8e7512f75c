using System.Diagnostics;
using System.Text;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// "dotnet run --project src/Host" when nothing changed, from the command to the first answered request, beside the same command on an empty console program.
/// </summary>
internal static class LaterStarts
{
    private const string EmptyProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    public static async Task RunAsync(TextWriter output, string project, string configuration, bool full)
    {
        using var data = new ScratchFolder();
        using var empty = new ScratchFolder();
        await File.WriteAllTextAsync(Path.Combine(empty.Path, "empty.csproj"), EmptyProject);
        await File.WriteAllTextAsync(Path.Combine(empty.Path, "Program.cs"), "System.Console.WriteLine();");
        await RunAsync("run", "--project", project, "-c", configuration, "--", "--help");
        await StartAsync(project, configuration, data.Path);
        await RunAsync("run", "--project", empty.Path);
        List<double> starts = [], bare = [];
        for (var run = 0; run < (full ? 7 : 2); run++)
        {
            var (time, said) = await StartAsync(project, configuration, data.Path);
            if (said.Contains(" -> ", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Nothing changed, and yet it was built:{Environment.NewLine}{said}");
            }

            starts.Add(time.TotalSeconds);
            bare.Add((await RunAsync("run", "--project", empty.Path)).TotalSeconds);
        }

        output.WriteLine($"dotnet run --project src/Host -c {configuration}, nothing changed, to the first answer: median {Median(starts):N2} s; dotnet run of an empty program {Median(bare):N2} s");
    }

    private static async Task<(TimeSpan Time, string Said)> StartAsync(string project, string configuration, string data)
    {
        var address = $"http://127.0.0.1:{ColdStartBenchmark.FreePort()}";
        var said = new StringBuilder();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(Quiet(["run", "--project", project, "-c", configuration, "--", "--urls", address, "--data", data, "--sample", "people"]))!;
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            await ColdStartBenchmark.ReachAsync(client, process);
            return (watch.Elapsed, said.ToString());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<TimeSpan> RunAsync(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(Quiet(arguments))!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return watch.Elapsed;
    }

    private static ProcessStartInfo Quiet(string[] arguments) => new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
