using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.History;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Host.Cli;

/// <summary>The verbs <c>verify-history [--roots FILE]</c> and <c>export-roots [--out FILE]</c>. Both only read, also beside a running host.</summary>
public static class HistoryVerbs
{
    public static async Task<int> VerifyAsync(string[] args)
    {
        var arguments = new Arguments(args).Only(0, "--roots");
        using var roots = OpenRoots(arguments.Option("--roots"));
        await using var services = Installation.Read(arguments.Places);
        using var key = HistoryKey.OpenPublic(arguments.Places.Data);
        var contexts = services.GetRequiredService<IDbContextFactory<CaseDbContext>>();
        var verdict = await VerifyHistory.RunAsync(contexts.CreateDbContext, key, roots);
        if (verdict.Problem is { } problem)
        {
            await Console.Error.WriteLineAsync($"{problem.Kind}: {problem.Text}");
            return 1;
        }

        Console.WriteLine($"The history is whole: {verdict.Entries} entries in {verdict.Subjects} chains under {verdict.Roots} signed roots{(roots is null ? "" : ", equal to the roots file")}.");
        return 0;
    }

    public static async Task<int> ExportRootsAsync(string[] args)
    {
        var arguments = new Arguments(args).Only(0, "--out");
        var target = arguments.Target("--out");
        await using var services = Installation.Read(arguments.Places);
        await using var context = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync();
        if (target is not { } path)
        {
            await RootsFile.WriteAsync(context, Console.Out);
            return 0;
        }

        await using var file = File.CreateText(path);
        Console.WriteLine($"{await RootsFile.WriteAsync(context, file)} roots written to {Path.GetFullPath(path)}");
        return 0;
    }

    private static StreamReader? OpenRoots(string? path) => path switch
    {
        null => null,
        _ when File.Exists(path) => File.OpenText(path),
        _ => throw new UsageException($"There is no file \"{path}\"."),
    };
}
