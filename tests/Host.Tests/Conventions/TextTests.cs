using System.Text.RegularExpressions;
using CaseMgmt.Cases.Resources;

namespace CaseMgmt.Host.Tests.Conventions;

/// <summary>Both languages say the same things.</summary>
public sealed partial class TextTests
{
    [Fact]
    public void Keys_OfBothLanguages_AreTheSame() =>
        Assert.Equal(Texts.Keys("zh").Order(StringComparer.Ordinal), Texts.Keys("en").Order(StringComparer.Ordinal));

    [Fact]
    public void Holes_OfBothLanguages_AreTheSame() => Assert.All(Texts.Keys("zh"), key => Assert.Equal(Holes("zh", key), Holes("en", key)));

    [Fact]
    public void Problems_NamedInTheSources_HaveTexts()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).SelectMany(File.ReadLines);
        var codes = sources.SelectMany(line => ProblemCode().Matches(line)).Select(match => match.Groups[1].Value).Distinct();
        Assert.All(codes, code =>
        {
            Assert.True(Texts.Has("zh", $"problem.{code}.title"), $"problem.{code}.title");
            Assert.True(Texts.Has("zh", $"problem.{code}.detail"), $"problem.{code}.detail");
        });
    }

    private static IEnumerable<string> Holes(string language, string key) =>
        Hole().Matches(Texts.Get(language, key)).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""(?:Problem\.(?:Conflict|Unprocessable)\(|new Problem\([A-Za-z0-9_.]+, )"([a-z-]+)""")]
    private static partial Regex ProblemCode();
}
