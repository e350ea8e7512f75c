using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CaseMgmt.Cases.Tests.Data;

/// <summary>A T-SQL parser in Node.js, since no SQL Server runs where these tests do. It proves the grammar, nothing else: no types, no plans, no locks.</summary>
internal static class TSql
{
    private static readonly string Folder = FindFolder();
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>One statement or batch that the parser, or the list of foreign words, refuses.</summary>
    public sealed record Error(int Index, string Message);

    public static async Task<IReadOnlyList<Error>> ErrorsAsync(IReadOnlyList<string> statements)
    {
        await Installed.Value;
        var answer = await RunAsync("node", ["check.mjs"], JsonSerializer.Serialize(statements));
        return JsonSerializer.Deserialize<List<Error>>(answer, JsonSerializerOptions.Web)!;
    }

    /// <summary>A script as its batches: what stands between the lines that say GO.</summary>
    public static IReadOnlyList<string> Batches(string script) =>
        [.. script.ReplaceLineEndings("\n").Split("\nGO\n").Select(batch => batch.Trim()).Where(batch => batch.Length > 0)];

    private static async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], "");
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? answer : throw new InvalidOperationException($"{program}: {await errors}");
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseMgmt.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tools", "TSql");
    }
}
