using CaseMgmt.Host.Cli;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Host.Tests.Cli;

/// <summary>The history is verified from outside, beside the running host.</summary>
public sealed class HistoryVerbTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task VerifyHistory_WholeThenTampered_ExitsZeroThenOne()
    {
        using var admin = await site.AsAsync("admin");
        await site.AddAccountAsync(admin, "history.maker", "Good#2026");

        Assert.Equal(0, await CommandLine.RunAsync(["verify-history", "--data", site.Data]));

        Tamper("update history set data = '{\"orgNo\":\"37\",\"roles\":[\"administrator\"]}' where kind = 'account.created'");
        Assert.Equal(1, await CommandLine.RunAsync(["verify-history", "--data", site.Data]));
    }

    [Theory]
    [InlineData("verify-history", "--roots", "no-such-file")]
    [InlineData("verify-history", "--data", "no-such-folder")]
    [InlineData("verify-history", "--rots", "x")]
    [InlineData("export-roots", "--data", "no-such-folder")]
    public async Task Verb_WithWrongFile_ExitsTwo(params string[] args) => Assert.Equal(2, await CommandLine.RunAsync(args));

    [Fact]
    public async Task ExportRoots_ToAFile_CanBeVerifiedAgainst()
    {
        using var stranger = site.Stranger();
        await stranger.FetchTokenAsync();
        var file = Path.Combine(site.Data, "roots.jsonl");

        Assert.Equal(0, await CommandLine.RunAsync(["export-roots", "--out", file, "--data", site.Data]));

        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData("roots.bad", "hello", "Line 1 of the roots file is damaged.")]
    [InlineData("cases.db", "this was a database once, and somebody wrote over it, so that nobody can read it any more", "The database cannot be used: SQLite Error 26: 'file is not a database'.")]
    public async Task VerifyHistory_OverADamagedFile_SaysSoInOneLine(string name, string content, string said)
    {
        using var stranger = site.Stranger();
        await stranger.FetchTokenAsync();
        var folder = Directory.CreateTempSubdirectory("casemgmt-damaged-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), content);
            using var told = new StringWriter();
            string[] call = name == "cases.db" ? ["verify-history", "--data", folder.FullName] : ["verify-history", "--data", site.Data, "--roots", Path.Combine(folder.FullName, name)];

            Assert.Equal(2, await CommandLine.RunAsync(call, TextWriter.Null, told));

            Assert.Equal(said, told.ToString().Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Somebody with the file in hands and no door: exactly what the chain is there to show.
    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(site.Data, "cases.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
