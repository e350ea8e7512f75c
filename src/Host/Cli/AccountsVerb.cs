using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Host.Cli;

/// <summary>The verb <c>accounts import FILE</c>: how the first administrator of an installation comes into being.</summary>
public static class AccountsVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args).Only(2);
        if (arguments.Position(0, "\"import\"") != "import")
        {
            throw new UsageException($"Unknown verb \"accounts {arguments.Positions[0]}\". Known: accounts import FILE.");
        }

        using var reader = File.OpenText(arguments.File(1, "The file"));
        await using var services = await Installation.OpenAsync(arguments.Places);
        await using var scope = services.CreateAsyncScope();
        var report = await ImportAccounts.RunAsync(
            reader, scope.ServiceProvider.GetRequiredService<CaseDbContext>(), scope.ServiceProvider.GetRequiredService<AccountRows>(),
            services.GetRequiredService<CommitDoor>(), orgPath: "/", actor: "system", language: "en", CancellationToken.None)
            ?? throw new UsageException($"The first line of the file must be: {ImportAccounts.Header}");
        Console.WriteLine($"{report.Created} accounts made, {report.Rejected.Count} lines rejected");
        foreach (var rejected in report.Rejected)
        {
            Console.WriteLine($"  line {rejected.Line}: {rejected.Reason}");
        }

        return report.Rejected.Count == 0 ? 0 : 1;
    }
}
