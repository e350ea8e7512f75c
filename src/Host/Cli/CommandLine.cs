using System.Data.Common;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Host.Serving;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Host.Cli;

/// <summary>Picks the verb. Without one the host serves; words that start with "--" alone are settings of the server.</summary>
public static class CommandLine
{
    private const int WrongCall = 2;

    private static readonly string[] ServerSettings = ["data", "urls", "sample", "environment", "contentRoot", "applicationName", "http_ports", "https_ports"];

    public static IReadOnlyList<Verb> Verbs { get; } =
    [
        new("run", "run FILE.json [--input JSON] [--check]", "plays a definition or a recording in memory", args => Run.ExecuteAsync(args, Console.Out, Console.Error)),
        new("eval", "eval", "evaluates one expression a line from standard input", args => Eval.ExecuteAsync(args, Console.In, Console.Out, Console.Error)),
        new("export-definitions", "export-definitions DIR", "writes every published version of every lifecycle as a file", ExportDefinitions.RunAsync),
        new("verify-history", "verify-history [--roots FILE]", "walks every chain of the history, compares it with the signed roots, exits 1 naming the first fault", HistoryVerbs.VerifyAsync),
        new("export-roots", "export-roots [--out FILE]", "writes the signed roots, to be kept where no one can write the database", HistoryVerbs.ExportRootsAsync),
        new("accounts", "accounts import FILE", "makes accounts from a CSV file", AccountsVerb.RunAsync),
        new("import", "import FOLDER [--missing keep]", "loads a folder of marketing data, all or nothing; tables not in it are missed, or kept as they are", Import.RunAsync),
        new("scan", "scan --ym 202605 [--today DAY] [--theme A,B] [--warehouse NAME] [--out FILE]", "runs screening rules and stores what they find", Scan.RunAsync),
        new("warehouse", "warehouse check [NAME]", "tells whether a configured warehouse answers, shows the model and gave a login that cannot write", WarehouseVerb.RunAsync),
    ];

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <param name="output">Where help is written.</param>
    /// <param name="error">Where a wrong call is told.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await output.WriteLineAsync(Help());
            return 0;
        }

        try
        {
            return args.Length == 0 || args[0].StartsWith('-') ? await Server.RunAsync(OfServer(args)) : await Find(args[0]).Run(args[1..]);
        }
        catch (Exception wrong) when (wrong is UsageException or StoreInUseException or SourceUnfitException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(wrong.Message);
            return WrongCall;
        }
        catch (DbException wrong)
        {
            await error.WriteLineAsync($"The database cannot be used: {wrong.Message}");
            return WrongCall;
        }
    }

    // What has a colon is in a section of the configuration, and what is empty may be such a section itself: a host that is handed a whole configuration gets
    // both. Of the rest, anything else is a typing error that would serve from the wrong place.
    private static string[] OfServer(string[] args)
    {
        var unknown = args.Where(word => word.StartsWith('-') && !word.EndsWith('=')).Select(word => word.TrimStart('-').Split('=')[0])
            .FirstOrDefault(name => !name.Contains(':', StringComparison.Ordinal) && !ServerSettings.Contains(name, StringComparer.OrdinalIgnoreCase));
        return unknown is null ? args : throw new UsageException($"Unknown option --{unknown}. See --help.");
    }

    private static Verb Find(string name) => Verbs.FirstOrDefault(verb => verb.Name == name)
        ?? throw new UsageException($"Unknown verb \"{name}\". Known: {string.Join(", ", Verbs.Select(verb => verb.Name))}. See --help.");

    private static string Help()
    {
        var width = Verbs.Max(verb => verb.Usage.Length) + 2;
        var lines = Verbs.Select(verb => $"  {verb.Usage.PadRight(width)}{verb.Summary}");
        return $"""
            Case management for electric-power marketing audit.

            Without a verb the program serves on http://localhost:5080 (--urls ADDRESS, --data DIR, --sample false for no sample county).

            Verbs:
            {string.Join(Environment.NewLine, lines)}

            Every verb takes --data DIR (default "data"). Exit codes: 0 done, 1 done but something is wrong with the data, 2 wrong call.
            """;
    }
}
