using CaseMgmt.Cases.Monitoring.Sources;

namespace CaseMgmt.Host.Cli;

/// <summary>
/// The verb <c>warehouse check [NAME]</c>: whether each configured warehouse answers, shows the model and gave a login that cannot write. Exit code 1 names what is wrong.
/// It opens no database of its own, so it runs beside a running host.
/// </summary>
public static class WarehouseVerb
{
    public static Task<int> RunAsync(string[] args) =>
        ExecuteAsync(Warehouses.Read(Installation.Configuration()), new Arguments(args), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), Console.Out);

    public static async Task<int> ExecuteAsync(Warehouses warehouses, Arguments arguments, DateOnly today, TextWriter output)
    {
        if (arguments.Only(2).Position(0, "\"check\"") != "check")
        {
            throw new UsageException("The verb knows one command: warehouse check [NAME].");
        }

        var chosen = Chosen(warehouses, arguments.Positions.ElementAtOrDefault(1));
        var fit = true;
        foreach (var warehouse in chosen)
        {
            var check = WarehouseCheck.Run(warehouse, today, default);
            fit &= check.IsFit;
            await output.WriteLineAsync($"{warehouse}: {(check.IsFit ? $"fit, month {check.Facts!.Ym}, data of {check.Facts.Stamp:yyyy-MM-dd}" : "not fit")}");
            foreach (var problem in check.Problems)
            {
                await output.WriteLineAsync($"  {(problem.Warning ? "note" : "wrong")}: {problem.Text("en")}");
            }

            foreach (var day in check.Facts?.Days ?? [])
            {
                await output.WriteLineAsync($"  {day.Table,-16} {day.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "empty"}");
            }
        }

        return fit ? 0 : 1;
    }

    private static IReadOnlyList<Warehouse> Chosen(Warehouses warehouses, string? name) =>
        warehouses.All.Count == 0 ? throw new UsageException("No warehouse is configured: set Warehouse:Provider, Warehouse:ConnectionString and Warehouse:Schema.")
        : name is null ? warehouses.All
        : [warehouses.Find(name) ?? throw new UsageException($"There is no warehouse \"{name}\". Known: {string.Join(", ", warehouses.All.Select(each => each.Name))}.")];
}
