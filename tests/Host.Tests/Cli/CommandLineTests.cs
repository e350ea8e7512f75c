using CaseMgmt.Host.Cli;

namespace CaseMgmt.Host.Tests.Cli;

/// <summary>Wrong calls get one clear line and exit code 2.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Verb_Unknown_IsExitCode2() => Assert.Equal(2, await CommandLine.RunAsync(["frobnicate"]));

    [Fact]
    public async Task Help_Always_IsExitCode0() => Assert.Equal(0, await CommandLine.RunAsync(["--help"]));

    [Theory]
    [InlineData("export-definitions", "somewhere", "--data", "no-such-folder")]
    [InlineData("accounts", "import", "no-such-file.csv")]
    [InlineData("accounts", "delete", "x")]
    [InlineData("run", "no-such-file.json")]
    public async Task Verb_WithWrongFile_IsExitCode2(params string[] args) => Assert.Equal(2, await CommandLine.RunAsync(args));

    [Theory]
    [InlineData("There is no folder \"no-such-folder\".", "import", "no-such-folder")]
    [InlineData("\"second\" is one word too many.", "import", ".", "second")]
    [InlineData("There is no folder \"no/such\" for --out.", "scan", "--ym", "202605", "--out", "no/such/found.csv")]
    [InlineData("--out needs a file, and \".\" is a folder.", "export-roots", "--out", ".")]
    [InlineData("Unknown option --dta. See --help.", "--dta", "elsewhere")]
    public async Task Call_Wrong_IsToldInOneLineAndTouchesNothing(string line, params string[] args)
    {
        var elsewhere = Directory.CreateTempSubdirectory("casemgmt-cli-");
        using var told = new StringWriter();
        try
        {
            Assert.Equal(2, await CommandLine.RunAsync([.. args, "--data", Path.Combine(elsewhere.FullName, "data")], TextWriter.Null, told));
            Assert.Equal(line, told.ToString().TrimEnd());
            Assert.Empty(elsewhere.GetFileSystemInfos());
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("run: The file to run is missing.")]
    [InlineData("run: \"b\" is one word too many.", "a", "b")]
    [InlineData("run: --input needs a JSON object, for example --input '{\"amount\":3}'.", "a", "--input", "[1]")]
    [InlineData("run: The file is not JSON: line 1, byte 1.", "CaseMgmt.Host.dll")]
    public async Task Run_CalledWrongly_SaysWhatToDoInOneLine(string line, params string[] args)
    {
        using var told = new StringWriter();
        Assert.Equal(2, await Run.ExecuteAsync([.. args.Select(InOwnFolder)], TextWriter.Null, told));
        Assert.Equal(line, told.ToString().TrimEnd());
    }

    [Fact]
    public async Task Help_Always_NamesEveryVerb()
    {
        using var told = new StringWriter();
        await CommandLine.RunAsync(["--help"], told, TextWriter.Null);
        Assert.All(CommandLine.Verbs, verb => Assert.Contains("  " + verb.Usage, told.ToString(), StringComparison.Ordinal));
        Assert.Contains("Every verb takes --data DIR", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_ThatKeepsNothing_TakesADataDirectoryToo()
    {
        using var said = new StringWriter();
        using var told = new StringWriter();
        Assert.Equal(0, await Eval.ExecuteAsync(["--data", "no-such-folder"], new StringReader("1 + 1"), said, told));
        Assert.Equal("2", said.ToString().Trim());
        Assert.Equal(0, await Run.ExecuteAsync([Path.Combine(Places.Definitions, "online-audit", "v1.json"), "--data", "no-such-folder"], said, told));
    }

    private static string InOwnFolder(string word) => word.EndsWith(".dll", StringComparison.Ordinal) ? Path.Combine(AppContext.BaseDirectory, word) : word;

    [Fact]
    public void Arguments_OptionWithoutValue_IsAWrongCall() => Assert.Throws<UsageException>(() => new Arguments(["--data"]));

    [Fact]
    public void Arguments_OptionGivenTwice_IsAWrongCall() => Assert.Throws<UsageException>(() => new Arguments(["--theme", "DJ-01", "--theme", "DJ-02"]));

    [Fact]
    public void Arguments_UnknownOption_IsAWrongCall() => Assert.Throws<UsageException>(() => new Arguments(["--dta", "x"]).Only(0, "--ym"));

    [Fact]
    public void Arguments_BothWaysToWriteAnOption_AreTheSame()
    {
        Assert.Equal("x", new Arguments(["--out=x"]).Option("--out"));
        Assert.Equal("x", new Arguments(["--out", "x"]).Option("--out"));
    }
}
