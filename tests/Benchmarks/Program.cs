using CaseMgmt.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --quick|--full [name]
var full = args.Contains("--full");
var wanted = args.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal));
var span = full ? TimeSpan.FromSeconds(15) : TimeSpan.FromSeconds(2);
var output = Console.Out;
(string Name, Func<Task> Run)[] benchmarks =
[
    ("interpreter", () => Task.Run(() => InterpreterBenchmark.Run(output))),
    ("sqlite", () => SqliteBenchmark.RunAsync(output, span)),
    ("postgres", () => PostgresBenchmark.RunAsync(output, span)),
    ("import", () => Task.Run(() => ImportBenchmark.Run(output))),
    ("anomalies", () => AnomaliesBenchmark.RunAsync(output, full)),
    ("cold-start", () => ColdStartBenchmark.RunAsync(output, full)),
    ("scale", () => ScaleBenchmark.RunAsync(output, span, full)),
    ("screening", () => Task.Run(() => ScreeningBenchmark.RunCounty(output, full))),
    ("screening-city", () => ScreeningBenchmark.RunCityAsync(output, full)),
    ("memory", () => MemoryBenchmark.RunAsync(output, full)),
    ("replay", () => ReplayBenchmark.RunAsync(output, full)),
    ("size", () => SizeBenchmark.RunAsync(output, full)),
];
if (wanted is not null && !Array.Exists(benchmarks, each => each.Name == wanted))
{
    await Console.Error.WriteLineAsync($"No benchmark '{wanted}'. There are: {string.Join(", ", benchmarks.Select(each => each.Name))}.");
    return 2;
}

output.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {(full ? "full" : "quick")}");
foreach (var (name, run) in benchmarks)
{
    // "size" takes a minute even when quick: only on request or in a full run. The city takes an hour in full: only on request.
    if (wanted == name || (wanted is null && (full ? name != "screening-city" : name != "size")))
    {
        output.WriteLine($"-- {name}");
        await run();
    }
}

return 0;
