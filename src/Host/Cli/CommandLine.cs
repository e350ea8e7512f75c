using CaseMgmt.Host.Serving;

namespace CaseMgmt.Host.Cli;

/// <summary>Picks the verb. Without one the host serves; words that start with "--" alone are settings of the server.</summary>
public static class CommandLine
{
    private static IReadOnlyList<Verb> Verbs { get; } = [];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            await Console.Out.WriteLineAsync(Help());
            return 0;
        }

        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return await Server.RunAsync(args);
        }

        try
        {
            var verb = Verbs.FirstOrDefault(verb => verb.Name == args[0])
                ?? throw new UsageException($"Unknown verb \"{args[0]}\". Known: {string.Join(", ", Verbs.Select(verb => verb.Name))}. See --help.");
            return await verb.Run(new Arguments(args.Skip(1)));
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static string Help()
    {
        var width = Verbs.Select(verb => verb.Usage.Length).DefaultIfEmpty(0).Max() + 2;
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
