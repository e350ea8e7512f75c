using System.Globalization;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;

namespace CaseMgmt.Host.Cli;

/// <summary>The verb <c>scan --ym 202605 [--today DAY] [--theme A,B] [--warehouse NAME] [--out FILE]</c>: runs screening rules over the data in force or in a warehouse, stores the anomalies and prints them as CSV.</summary>
public static class Scan
{
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var (request, target) = (Read(arguments.Only(0, "--ym", "--today", "--theme", "--warehouse", "--out")), arguments.Target("--out"));
        await using var services = await Installation.OpenAsync(arguments.Places);
        return await ExecuteAsync(services, request, target, Console.Out, Console.Error);
    }

    private static async Task<int> ExecuteAsync(IServiceProvider services, ScanRequest request, string? target, TextWriter output, TextWriter error)
    {
        var scanner = services.GetRequiredService<Scanner>();
        var found = new List<string>();
        IReadOnlyList<ThemeResult> results;
        string? note;
        try
        {
            var run = await scanner.OpenAsync(request, "system", CancellationToken.None);
            note = run.Problem;
            results = await scanner.RunAsync(run, request.Themes, (theme, row) => found.Add(Line(theme.Code, request.Ym, row)), CancellationToken.None);
        }
        catch (SourceLostException lost)
        {
            await error.WriteLineAsync(lost.Message);
            return 1;
        }
        catch (ScanRefusedException refused)
        {
            throw new UsageException(refused.Message);
        }

        await WriteAsync(found, target, output);
        if (note is not null)
        {
            await error.WriteLineAsync(RuleRefusal.Told(note, "en"));
        }

        foreach (var result in results.Where(result => result.Error is not null))
        {
            await error.WriteLineAsync($"{result.Code} failed: {RuleRefusal.Told(result.Error, "en")}");
        }

        await error.WriteLineAsync($"{results.Count} themes, {results.Sum(result => result.Found)} found, {results.Sum(result => result.New)} new, {results.Sum(result => result.DurationMs)} ms");
        return results.Any(result => result.Error is not null) ? 1 : 0;
    }

    private static ScanRequest Read(Arguments arguments)
    {
        var ym = arguments.Option("--ym") ?? throw new UsageException("--ym is missing, for example --ym 202605.");
        var today = arguments.Option("--today");
        DateOnly? day = today is null ? null
            : DateOnly.TryParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed
            : throw new UsageException($"--today needs a day like 2026-06-10, not \"{today}\".");
        return new ScanRequest(ym, arguments.Option("--theme")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [], day, Source: arguments.Option("--warehouse"));
    }

    private static string Line(string theme, string ym, Finding row) =>
        string.Create(CultureInfo.InvariantCulture, $"{theme},{ym},{CsvCell.Of(row.OrgNo)},{CsvCell.Of(row.ObjKey)},{row.Metric:0.######},{row.LimitValue:0.######}");

    private static async Task WriteAsync(List<string> lines, string? file, TextWriter output)
    {
        lines.Insert(0, "theme_code,ym,org_no,obj_key,metric,limit_v");
        if (file is not null)
        {
            await File.WriteAllLinesAsync(file, lines);
            return;
        }

        foreach (var line in lines)
        {
            await output.WriteLineAsync(line);
        }
    }
}
