using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Host.Cli;

/// <summary>The verb <c>export-definitions DIR</c>: DIR/{definition}/v{n}.json, as the product ships them. The database is what runs; this is how it goes back to files.</summary>
public static class ExportDefinitions
{
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args).Only();
        var target = arguments.Position(0, "The folder");
        await using var services = Installation.Read(arguments.Places);
        await using var scope = services.CreateAsyncScope();
        // Straight from the rows: the store would claim the database, and an export works beside a running host.
        var rows = await scope.ServiceProvider.GetRequiredService<CaseDbContext>().Set<DefinitionRow>().AsNoTracking()
            .Where(row => row.State != DefinitionStates.Draft).ToListAsync();
        foreach (var row in rows)
        {
            var folder = Directory.CreateDirectory(Path.Combine(target, row.DefinitionId));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"v{row.DefinitionVersion}.json"), row.Json);
        }

        Console.WriteLine($"{rows.Count} versions written to {Path.GetFullPath(target)}");
        return 0;
    }
}
