namespace CaseMgmt.DataGenerator;

/// <summary>The command line of the generator. An explicit class: the host, which uses the generator as a library, has the one Program.</summary>
internal static class GenerateCommand
{
    private static async Task<int> Main(string[] args)
    {
        var named = new Dictionary<string, string>();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            named[args[i].TrimStart('-')] = args[i + 1];
        }

        if (args.Length % 2 != 0 || !named.TryGetValue("out", out var folder))
        {
            await Console.Error.WriteLineAsync("usage: --out DIR [--accounts 5000] [--months 13] [--seed 1] [--ym 202605] [--counties 1]");
            return 2;
        }

        try
        {
            Console.WriteLine($"{CountyGenerator.Write(GeneratorOptions.Parse(named), folder)} rows in {folder}");
            return 0;
        }
        catch (FormatException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 2;
        }
    }
}
