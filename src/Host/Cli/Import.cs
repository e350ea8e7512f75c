using CaseMgmt.Cases.Monitoring.Loading;

namespace CaseMgmt.Host.Cli;

/// <summary>
/// The verb <c>import FOLDER [--missing keep]</c>: one CSV or XLSX per table comes into force as a whole, or nothing does and every problem is named.
/// With --missing keep the folder may have some of the tables only; the others stay as they are.
/// </summary>
public static class Import
{
    private const int ShownOfAFile = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var order = Read(arguments);
        await using var services = await Installation.OpenAsync(arguments.Places);
        return await ExecuteAsync(services, order, Console.Out, Console.Error);
    }

    // Before anything is opened: a wrong call leaves no data directory behind.
    private static LoadOrder Read(Arguments arguments)
    {
        var folder = arguments.Only(1, "--missing").Folder(0, "The folder to import");
        var keep = arguments.Option("--missing") is { } missing && (missing == "keep" ? true : throw new UsageException($"--missing knows keep only, not \"{missing}\"."));
        return new LoadOrder(folder, keep);
    }

    private static async Task<int> ExecuteAsync(IServiceProvider services, LoadOrder order, TextWriter output, TextWriter error)
    {
        var (import, time) = (services.GetRequiredService<MarketingImport>(), services.GetRequiredService<TimeProvider>());
        var started = time.GetTimestamp();
        var opened = await import.OpenAsync("system", CancellationToken.None);
        var batch = await import.LoadAsync(opened, order, CancellationToken.None, new Bar(error));
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        if (batch.Id != opened.Id)
        {
            await output.WriteLineAsync($"batch {batch.Id} with the same content is in force already: nothing to do");
            return 0;
        }

        var problems = LoadProblem.ReadAll(batch.ProblemsJson);
        await TellAsync(problems.Where(problem => problem.Warning), "note: ", error);
        if (batch.State == ImportBatch.Done)
        {
            await output.WriteLineAsync($"batch {batch.Id} in force: {batch.RowsRead} rows in {seconds:0.0} s ({batch.RowsRead / seconds:0} rows/s), month {batch.Ym}, data of {batch.Stamp:yyyy-MM-dd}");
            return 0;
        }

        await TellAsync(problems.Where(problem => !problem.Warning), "", error);
        await ReportAsync(services, batch, error);
        return 1;
    }

    // The first ones of each file: a file that is wrong in every line hides no other.
    private static async Task TellAsync(IEnumerable<LoadProblem> problems, string kind, TextWriter error)
    {
        foreach (var file in problems.GroupBy(problem => problem.File, StringComparer.Ordinal))
        {
            foreach (var problem in file.Take(ShownOfAFile))
            {
                string?[] parts = [problem.File, problem.Line is { } line ? $"line {line}" : null, problem.Column, problem.Text("en")];
                await error.WriteLineAsync(kind + string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part))));
            }
        }
    }

    private static async Task ReportAsync(IServiceProvider services, ImportBatch batch, TextWriter error)
    {
        var rejects = services.GetRequiredService<MarketingFiles>().RejectsOf(batch.Id);
        var csv = Path.ChangeExtension(rejects, ".csv");
        await using (var file = File.Create(csv))
        {
            await RejectCsv.WriteAsync(rejects, file, "en", CancellationToken.None);
        }

        await error.WriteLineAsync($"nothing was changed: {batch.RowsRejected} rows refused; all problems: {csv}");
    }

    /// <summary>One line that is written over itself; nothing where nobody looks.</summary>
    private sealed class Bar(TextWriter output) : IProgress<LoadProgress>
    {
        private int last = -1;

        public void Report(LoadProgress value)
        {
            var percent = (int)(value.Part * 100);
            if (!Console.IsErrorRedirected && percent != last)
            {
                last = percent;
                output.Write($"\r{new string('#', percent / 4),-25} {percent,3} %  {value.Rows} rows{(percent == 100 ? "\n" : "")}");
            }
        }
    }
}
