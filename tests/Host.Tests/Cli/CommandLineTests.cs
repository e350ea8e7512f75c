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

    [Fact]
    public void Arguments_OptionWithoutValue_IsAWrongCall() => Assert.Throws<UsageException>(() => new Arguments(["--data"]));

    [Fact]
    public void Arguments_UnknownOption_IsAWrongCall() => Assert.Throws<UsageException>(() => new Arguments(["--dta", "x"]).Only("--ym"));

    [Fact]
    public void Arguments_BothWaysToWriteAnOption_AreTheSame()
    {
        Assert.Equal("x", new Arguments(["--out=x"]).Option("--out"));
        Assert.Equal("x", new Arguments(["--out", "x"]).Option("--out"));
    }
}
