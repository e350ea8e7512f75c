using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Host.Cli;

/// <summary>The verb <c>export-definitions DIR</c>: DIR/{definition}/v{n}.json and DIR/forms/{form}/v{n}.json, as the product ships them. The database is what runs; this is how it goes back to files.</summary>
public static class ExportDefinitions
{
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args).Only(1);
        var target = arguments.Position(0, "The folder");
        await using var services = Installation.Read(arguments.Places);
        await using var scope = services.CreateAsyncScope();
        // Straight from the rows: the store would claim the database, and an export works beside a running host.
        var rows = await scope.ServiceProvider.GetRequiredService<CaseDbContext>().Set<DefinitionRow>().AsNoTracking()
            .Where(row => row.State != DefinitionStates.Draft).ToListAsync();
        foreach (var row in rows)
        {
            await WriteAsync(Path.Combine(target, row.DefinitionId), row.DefinitionVersion, row.Json);
        }

        var forms = await scope.ServiceProvider.GetRequiredService<CaseDbContext>().Set<FormRow>().AsNoTracking()
            .Where(row => row.State == FormStates.Published).ToListAsync();
        foreach (var form in forms)
        {
            await WriteAsync(Path.Combine(target, "forms", form.FormKey), form.FormVersion, form.Json);
        }

        Console.WriteLine($"{rows.Count} versions of lifecycles and {forms.Count} of forms written to {Path.GetFullPath(target)}");
        return 0;
    }

    private static Task WriteAsync(string folder, int version, string json) =>
        File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"v{version}.json"), json);
}
